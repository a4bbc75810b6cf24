#!/bin/sh
# Read by the scripts that compile C: sets `hardening` to what makes a flaw in the code harder to use, as far as CC knows
# it; bench/README.md has what each costs. The pinned compiler is not asked: we know what it knows, and each question takes
# as long as compiling a file.
set -eu

hardening=
case ${TOOLCHAIN_BIN:+pinned}-${ARCHITECTURE:-} in
  pinned-x86_64) hardening=' -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fcf-protection' ;;
  pinned-arm64) hardening=' -fstack-protector-strong -D_FORTIFY_SOURCE=3 -mbranch-protection=standard' ;;
  *)
    # A C library that does not know level 3 says so only where something is optimised; Debian's and Ubuntu's gcc have a
    # level of their own.
    knows() {
      # shellcheck disable=SC2086 # a list of options
      echo '#include <stdio.h>' | "${CC:-gcc}" -Werror -O2 $1 -x c -S -o /dev/null - 2>/dev/null
    }
    fortify='-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE'
    for option in -fstack-protector-strong "$fortify=3" -fcf-protection -mbranch-protection=standard; do
      if knows "$option"; then
        hardening="$hardening $option"
      elif [ "$option" = "$fortify=3" ] && knows "$fortify=2"; then
        hardening="$hardening $fortify=2"
      fi
    done
    ;;
esac
