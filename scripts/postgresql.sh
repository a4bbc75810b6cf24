#!/bin/sh
# Runs a throw-away PostgreSQL server that a finished zip is tried against. It accepts TLS only, SCRAM only, and
# connections of its own machine (or container) only. A QUIT signal to the process in SERVER_DIR/data/postmaster.pid ends
# it at once.
#
#   ACTION=find   (default) prints the server's version; exit 3 when there is none, 4 as root
#   ACTION=start  makes a database cluster in SERVER_DIR and starts it; reads from standard input, in this order,
#                 the server's private key and certificate (PEM) and SQL that makes roles and databases, one
#                 statement a line
#
#   SERVER_DIR    directory for everything of the server, made if need be; its user must be able to enter it
#   SERVER_PORT   TCP port on 127.0.0.1
set -eu
LC_ALL=C
export LC_ALL
umask 077

ACTION=${ACTION:-find}

# Debian, Red Hat and PostgreSQL's own packages keep the server's programs off the PATH.
find_programs() {
  if postgres=$(command -v postgres); then
    # Through links, because initdb lies beside the real one.
    postgres=$(readlink -f "$postgres")
    echo "${postgres%/*}"
    return
  fi
  for directory in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin; do
    if [ -x "$directory/postgres" ]; then echo "${directory%/*} $directory"; fi
  done | sed 's|^.*[/-]\([0-9]*\) |\1 |' | sort -n | tail -n 1 | cut -d ' ' -f 2
}

programs=$(find_programs)
if [ -z "$programs" ]; then
  echo "postgresql: there is no PostgreSQL server here: no postgres on PATH, in /usr/lib/postgresql or in /usr/pgsql-*" >&2
  exit 3
fi
if [ "$(id -u)" -eq 0 ]; then
  echo "postgresql: the server refuses to run as root: run this as another user" >&2
  exit 4
fi

start() {
  : "${SERVER_DIR:?}" "${SERVER_PORT:?}"
  data="$SERVER_DIR/data"
  log="$SERVER_DIR/log"
  input=$(cat)
  mkdir -p "$SERVER_DIR"
  # The checks log in with passwords that SQL sets; hba.conf below replaces what initdb writes.
  "$programs/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync >"$log" 2>&1 ||
    fail 'initdb failed'
  printf '%s\n' "$input" | sed -n '/^-----BEGIN/,/^-----END/p' >"$data/server.pem"
  cat >"$data/pg_hba.conf" <<'HBA'
hostssl all all 127.0.0.1/32 scram-sha-256
hostssl all all ::1/128 scram-sha-256
HBA
  cat >>"$data/postgresql.conf" <<CONF
listen_addresses = 'localhost'
port = $SERVER_PORT
unix_socket_directories = ''
ssl = on
ssl_cert_file = 'server.pem'
ssl_key_file = 'server.pem'
password_encryption = 'scram-sha-256'
max_connections = 50
max_wal_size = 64MB
min_wal_size = 32MB
max_prepared_transactions = 10
shared_buffers = 16MB
fsync = off
CONF
  # Roles are made before the server listens; no other program than the server's own is needed for it.
  printf '%s\n' "$input" | sed '/^-----BEGIN/,/^-----END/d' |
    "$programs/postgres" --single -c exit_on_error=true -D "$data" postgres >>"$log" 2>&1 || fail 'the SQL failed'
  "$programs/pg_ctl" start --pgdata="$data" --log="$log" --wait --timeout=60 --silent ||
    fail 'the server did not start'
}

fail() {
  echo "postgresql: $1; the end of its log:" >&2
  tail -n 20 "$log" >&2
  exit 1
}

case $ACTION in
  find) "$programs/postgres" --version | sed 's/^[^0-9]*//; s/ .*//' ;;
  start) start ;;
  *)
    echo "postgresql: ACTION is find or start, not '$ACTION'" >&2
    exit 2
    ;;
esac
