#!/bin/sh
# Read by the scripts that compile C: sets `hardening` to what makes a flaw in the code harder to use, as far as CC knows
# it. The pinned compiler knows all that is for its target; bench/README.md has what each costs.
set -eu

hardening=
for option in -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fcf-protection -mbranch-protection=standard; do
  if echo | "${CC:-gcc}" -Werror "$option" -x c -S -o /dev/null - 2>/dev/null; then
    hardening="$hardening $option"
  fi
done
