#!/usr/bin/env bash
# One whole job in the real window, driven as a person would: new map, drag, type, import, undo, save, export, close.
# Usage: tests/window/job.sh PATH-TO-TOUCHLINE. Needs Xvfb, xdotool, ImageMagick and poppler-utils, and sees with strace
# that no network is asked for. Fails if a step does.
# TOUCHLINE_JOB_PICTURES=FOLDER keeps a picture of the window after each step.
set -euo pipefail
program=$(realpath "${1:?usage: tests/window/job.sh PATH-TO-TOUCHLINE}")
work=$(mktemp -d)
pictures=${TOUCHLINE_JOB_PICTURES:-}
[ -z "$pictures" ] || mkdir -p "$pictures"
started=()

finish() {
  local code=$?
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

fail() {
  echo "FAILED: $*" >&2
  cat "$work/messages" >&2 2>/dev/null || true
  exit 1
}

# A display of our own, on the first free number.
# Without -noreset it begins anew whenever the last program lets go of it, and refuses who comes in that moment.
Xvfb -noreset -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
started+=($!)
for _ in $(seq 100); do
  [ -s "$work/display" ] && break
  sleep 0.1
done
number=$(cat "$work/display")
export DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1 TOUCHLINE_STATE="$work/state" HOME="$work"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

step=0
done_with() {
  step=$((step + 1))
  echo "ok $step - $*"
  [ -z "$pictures" ] || import -window root "$pictures/$(printf '%02d' "$step").png"
}

# Waits for a command to hold, a tenth of a second at a time.
until_holds() {
  local what=$1
  shift
  for _ in $(seq 300); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.1
  done
  fail "$what"
}

# Waits until the window has stopped changing.
settle() {
  local before after
  sleep 0.5
  before=$(import -window root rgb:- | cksum)
  for _ in $(seq 60); do
    sleep 0.3
    after=$(import -window root rgb:- | cksum)
    if [ "$before" = "$after" ]; then return 0; fi
    before=$after
  done
}

drag() {
  xdotool mousemove "$1" "$2"
  sleep 0.2
  xdotool mousedown 1
  # A hand rests on the button before it moves; a slow machine needs that moment to see what was pressed.
  sleep 0.6
  for part in 1 2 3 4 5 6 7 8; do
    xdotool mousemove $(($1 + ($3 - $1) * part / 8)) $(($2 + ($4 - $2) * part / 8))
    sleep 0.1
  done
  settle
  xdotool mouseup 1
  settle
}

keys() {
  xdotool key --delay 60 "$@"
  settle
}

write() {
  xdotool key ctrl+a
  sleep 0.2
  xdotool type --delay 25 "$1"
  sleep 0.3
}

# A log that knows the stages by name: a hundred hear of it, sixty consider it, thirty decide. Fewer would be too few for an
# export to show.
{
  echo "customer_id,event,time"
  for nth in $(seq 100 199); do echo "c$nth,awareness,2026-10-01 10:00:00"; done
  for nth in $(seq 100 159); do echo "c$nth,consideration,2026-10-02 10:00:00"; done
  for nth in $(seq 100 129); do echo "c$nth,decision,2026-10-03 10:00:00"; done
} >"$work/log.csv"

# What it asks of sockets is written down, where strace is there and may watch.
watched=()
if strace -f -qq -o /dev/null true 2>/dev/null; then
  watched=(strace -f -qq --seccomp-bpf -e trace=%network -o "$work/asked")
else
  echo "There is no strace here, or it may not watch: whether the window asks for a network is not seen."
fi
"${watched[@]}" "$program" 2>"$work/messages" &
window_pid=$!
started+=("$window_pid")
until_holds "no window opened" xdotool search --onlyvisible --name Touchline
window=$(xdotool search --onlyvisible --name Touchline | head -n 1)
xdotool windowfocus "$window"
settle
done_with "the window opens"

keys ctrl+n
done_with "a new map"

# Palette: Awareness, Consideration and Decision stand first, then the touchpoints from Paid social on.
drag 100 167 650 300
drag 100 195 1000 300
drag 100 223 1080 300
done_with "three stages dragged onto the board"

drag 100 723 420 235
write "Friday letter"
keys Return
done_with "a touchpoint dragged into the first stage and named"

keys ctrl+d
keys ctrl+z
done_with "duplicated and undone"

keys ctrl+i
write "$work/log.csv"
keys Return
settle
done_with "a log chosen"
keys Return
done_with "its columns taken as recognised"
keys Return
done_with "its figures laid over the map"

keys ctrl+s
write "$work/journey.ron"
keys Return
until_holds "the map was not saved" test -s "$work/journey.ron"
"$program" check "$work/journey.ron" | grep -qx ok || fail "the saved map is not whole"
for text in 'name: "Awareness"' 'name: "Consideration"' 'name: "Decision"' 'title: "Friday letter"' 'channel: PaidSocial' 'reached: 100,' 'dropped: 40,' 'dropped: 30,'; do
  grep -qF "$text" "$work/journey.ron" || fail "the saved map lacks $text"
done
[ "$(grep -cF 'title: "Friday letter"' "$work/journey.ron")" = 1 ] || fail "undo left a second card"
done_with "saved, whole, with what was dragged, typed and measured"

keys ctrl+e
keys Return
write "$work/journey.pdf"
keys Return
until_holds "nothing was exported" test -s "$work/journey.pdf"
pdftotext "$work/journey.pdf" - | tr '\n' ' ' >"$work/journey.txt"
for text in Awareness Consideration Decision "Friday letter" "−40.0 %" "−50.0 %"; do
  grep -qF -- "$text" "$work/journey.txt" || fail "the PDF lacks $text"
done
done_with "exported as a PDF with the same words and figures"

settle
keys ctrl+q
until_holds "the window did not close" bash -c "! kill -0 $window_pid"
[ ! -s "$work/messages" ] || fail "the window complained"
done_with "closed without a question, since everything is saved"

if [ "${#watched[@]}" -gt 0 ]; then
  # The display and the clipboard are spoken to on this machine.
  grep -q AF_UNIX "$work/asked" || fail "strace saw nothing"
  if grep -E "AF_INET|AF_NETLINK|AF_PACKET" "$work/asked"; then fail "the window asked for a network"; fi
  done_with "no network was asked for from the first moment to the last"
fi
echo "the window passed: $step steps"
