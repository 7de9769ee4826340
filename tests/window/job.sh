#!/usr/bin/env bash
# One whole job in the real window, driven as a person would: new map, drag, type, import, save, export.
# Usage: tests/window/job.sh PATH-TO-TOUCHLINE. Needs Xvfb, xdotool, ImageMagick and poppler-utils. Fails if a step does.
set -euo pipefail
program=$(realpath "${1:?usage: tests/window/job.sh PATH-TO-TOUCHLINE}")
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
pictures=${TOUCHLINE_JOB_PICTURES:-$work}
mkdir -p "$pictures"
display=:${TOUCHLINE_JOB_DISPLAY:-87}
started=()
finish() {
  local code=$?
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
started+=($!)
export DISPLAY=$display LIBGL_ALWAYS_SOFTWARE=1 TOUCHLINE_STATE=$work/state
unset WAYLAND_DISPLAY
