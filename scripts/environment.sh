#!/bin/sh
# Read by the scripts that compile, each at its beginning: starts the script anew with nothing in its environment but what
# it says it reads. An image, or the shell of whoever runs it by hand, may have set much that compilers, make, perl and
# Python listen to, and all of it would shape the bytes.
set -eu

if [ -z "${RECIPE_ENVIRONMENT:-}" ]; then
  set -- RECIPE_ENVIRONMENT=clean LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=315532800 PYTHONHASHSEED=0
  for name in PATH HOME TMPDIR JOBS CC ARCHITECTURE WORK_DIR DEPS_DIR OUT_DIR BIN_DIR TOOLCHAIN_DIR TOOLCHAIN_BIN \
    OPENSSL_TARBALL OPENSSL_ROOT OPENSSL_PID POSTGRESQL_TARBALL POSTGRESQL_ROOT \
    PSYCOPG2_TARBALL PSYCOPG2_VERSION PYTHON PYTHON_VERSION PYTHON_INCLUDE; do
    eval "value=\${$name-}"
    # shellcheck disable=SC2154 # eval sets it
    [ -z "$value" ] || set -- "$@" "$name=$value"
  done
  # Lambda's Python needs LD_LIBRARY_PATH as the image sets it; the compiler must not load libraries from there.
  exec env -i "$@" "PYTHON_LIBRARY_PATH=${LD_LIBRARY_PATH:-}" /bin/sh "$0"
fi
umask 022

# The pinned compiler, if there is one, is the first that is found.
if [ -n "${TOOLCHAIN_BIN:-}" ]; then
  PATH=$TOOLCHAIN_BIN:$PATH CC=cc
  export PATH CC
fi
