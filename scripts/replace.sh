#!/bin/sh
# Read by the scripts that change sources: what they change one line with. Sources that are not as an edit expects end it:
# another release may do it otherwise, or need it no more.
set -eu

# Replaces one line, $2, of the file $1 by $3.
replace() {
  if [ "$(grep -cxF "$2" "$1")" != 1 ]; then
    echo "${0##*/}: $1 does not have this line once, which would be changed: $2" >&2
    exit 1
  fi
  BEFORE=$2 AFTER=$3 awk '{ print $0 == ENVIRON["BEFORE"] ? ENVIRON["AFTER"] : $0 }' "$1" >edited
  mv edited "$1"
}
