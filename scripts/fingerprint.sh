#!/bin/sh
# Prints what, besides sources and scripts, shapes the compiled OpenSSL and libpq: first a SHA-256 over the
# bytes of the compiler, the assembler, the linker and the system's headers, and over what the compiler takes for
# granted (its dialect, say, which a wrapper or a spec file may have set), then a line for people.
# Two images with the same fingerprint give the same archives, so they can share a cache.
#
# Optional: CC (default gcc).
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"

CC=${CC:-gcc}

programs() {
  for program in cc1 as ld collect2; do
    path=$("$CC" -print-prog-name="$program")
    case $path in
      /*) echo "$path" ;;
      *) command -v "$path" || true ;;
    esac
  done
  for library in libgcc.a crtbeginS.o crti.o libc_nonshared.a; do
    path=$("$CC" -print-file-name="$library")
    case $path in /*) echo "$path" ;; esac
  done
}

sum=$(
  {
    "$CC" -v 2>&1 | tail -n 1
    "$CC" -O2 -dM -E -x c /dev/null
    perl -e 'print "perl $]\n"'
    programs | while read -r file; do sha256sum <"$file"; done
    find /usr/include -type f -name '*.h' | sort | xargs sha256sum
  } | sha256sum
)
echo "${sum%% *}"
echo "$("$CC" --version | head -n 1); $(ld --version | head -n 1); glibc $(getconf GNU_LIBC_VERSION | sed 's/glibc //')"
