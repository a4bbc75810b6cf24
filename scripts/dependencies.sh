#!/bin/sh
# Compiles OpenSSL and libpq side by side: configuring runs on one processor only, so one's configure is hidden
# behind the other's compiler. Takes the environment of openssl.sh and libpq.sh, and with TOOLCHAIN_BIN that of
# sysroot.sh; logs to WORK_DIR/*.log.
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"
: "${WORK_DIR:?}" "${DEPS_DIR:?}"
scripts=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$WORK_DIR"

# Each leaves its exit code in a file, because a shell can wait for a process only once.
start() {
  rm -f "$WORK_DIR/$1.exit"
  (
    code=0
    sh "$scripts/$1.sh" >"$WORK_DIR/$1.log" 2>&1 || code=$?
    echo "$code" >"$WORK_DIR/$1.exit.new"
    mv "$WORK_DIR/$1.exit.new" "$WORK_DIR/$1.exit"
    exit "$code"
  ) &
}

# True once it has ended; does not come back if it failed.
ended() {
  [ -e "$WORK_DIR/$1.exit" ] || return 1
  [ "$(cat "$WORK_DIR/$1.exit")" = 0 ] && return 0
  echo "$1.sh failed; the end of its output:" >&2
  tail -n 40 "$WORK_DIR/$1.log" >&2
  exit 1
}

progress() {
  count=$(find "$WORK_DIR/$1" -name '*.o' 2>/dev/null | wc -l)
  case " $running " in
    *" $1 "*) [ "$count" = 0 ] && state='being configured' || state="$count files compiled" ;;
    *) state='done' ;;
  esac
  echo "after $seconds s: $1: $state"
}

start openssl
openssl=$!
OPENSSL_PID=$openssl
export OPENSSL_PID
libpq=
trap 'kill $openssl $libpq 2>/dev/null || true' EXIT
if [ -n "${TOOLCHAIN_BIN:-}" ]; then sh "$scripts/sysroot.sh"; fi
start libpq
libpq=$!

seconds=0
while :; do
  # openssl first: when it fails, libpq fails as well, for want of its headers.
  running=
  ended openssl || running=openssl
  ended libpq || running="$running libpq"
  [ -z "$running" ] && break
  sleep 1
  seconds=$((seconds + 1))
  if [ $((seconds % 10)) -eq 0 ]; then
    for part in openssl libpq; do
      progress "$part"
    done
  fi
done
# Only libpq needs them; what is left is what psycopg2.sh takes, and what a cache keeps.
rm -rf "$DEPS_DIR/openssl/include"
