#!/usr/bin/env bash
# Holds the engine and a database equal: starts a cluster of two ClickHouse servers on 127.0.0.1, asks both ways, compares.
# Usage: tests/cluster/run.sh. Needs Debian's package clickhouse-server, and installs it if it may. Ends what it started.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
started=()

finish() {
  local code=$?
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

fail() {
  echo "FAILED: $*" >&2
  tail -n 20 "$work"/*/errors >&2 2>/dev/null || true
  exit 1
}

if ! command -v clickhouse-server >/dev/null; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clickhouse-server >/dev/null
fi

# Ports on which nobody listens.
port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}
http=("$(port)" "$(port)")
tcp=("$(port)" "$(port)")
password=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')

for nth in 0 1; do
  folder="$work/$nth"
  mkdir -p "$folder/data" "$folder/tmp"
  cat >"$folder/config.xml" <<CONFIG
<yandex>
  <logger><level>warning</level><log>$folder/log</log><errorlog>$folder/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http[$nth]}</http_port>
  <tcp_port>${tcp[$nth]}</tcp_port>
  <path>$folder/data/</path>
  <tmp_path>$folder/tmp/</tmp_path>
  <users_config>$folder/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <timezone>Europe/Berlin</timezone>
  <remote_servers><both>
    <shard><replica><host>127.0.0.1</host><port>${tcp[0]}</port></replica></shard>
    <shard><replica><host>127.0.0.1</host><port>${tcp[1]}</port></replica></shard>
  </both></remote_servers>
</yandex>
CONFIG
  cat >"$folder/users.xml" <<USERS
<yandex>
  <profiles><default/><reader><readonly>1</readonly></reader></profiles>
  <quotas><default/></quotas>
  <users>
    <default>
      <password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
    </default>
    <analyst>
      <password>$password</password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota>
    </analyst>
  </users>
</yandex>
USERS
  clickhouse-server --config-file="$folder/config.xml" >"$folder/out" 2>&1 &
  started+=($!)
done

for nth in 0 1; do
  for _ in $(seq 300); do
    if (: <"/dev/tcp/127.0.0.1/${http[$nth]}") 2>/dev/null; then continue 2; fi
    kill -0 "${started[$nth]}" 2>/dev/null || fail "a server did not start: $(cat "$work/$nth/out")"
    sleep 0.1
  done
  fail "a server does not answer"
done

export TOUCHLINE_CLUSTER="${http[0]},${http[1]}" TOUCHLINE_CLICKHOUSE_PASSWORD="$password"
cargo test --locked --test cluster -- --nocapture || fail "engine and cluster differ"

# One shard less is no answer, and surely not half of one.
kill "${started[1]}"
wait "${started[1]}" 2>/dev/null || true
code=0
target/debug/touchline funnel "clickhouse://analyst@127.0.0.1:${http[0]}/shop/log" --case who --event what --time when \
  --stage 'One=a' >"$work/figures" 2>"$work/messages" || code=$?
[ "$code" = 3 ] && [ ! -s "$work/figures" ] && grep -q "the server says: Code: " "$work/messages" \
  || fail "with one shard down: exit $code, $(cat "$work/messages")"
echo "the cluster passed"
