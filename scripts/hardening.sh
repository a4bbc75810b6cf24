#!/bin/sh
# Read by the scripts that compile C: sets `hardening` to what makes a flaw in the code harder to use, as far as CC knows
# it; bench/README.md has what each costs. What the pinned compiler knows is known: to ask takes as long as to compile a file.
set -eu

hardening=
case ${TOOLCHAIN_BIN:+pinned}-${ARCHITECTURE:-} in
  pinned-x86_64) hardening=' -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fcf-protection' ;;
  pinned-arm64) hardening=' -fstack-protector-strong -D_FORTIFY_SOURCE=3 -mbranch-protection=standard' ;;
  *)
    for option in -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fcf-protection -mbranch-protection=standard; do
      if echo | "${CC:-gcc}" -Werror -O2 "$option" -x c -S -o /dev/null - 2>/dev/null; then
        hardening="$hardening $option"
      fi
    done
    ;;
esac
