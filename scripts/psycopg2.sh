#!/bin/sh
# Compiles psycopg2 for one Python and links it with libpq and OpenSSL into a single module.
#
#   PSYCOPG2_TARBALL  the release tarball
#   PSYCOPG2_VERSION  for example 2.9.13
#   PYTHON            the interpreter to build for, for example /var/lang/bin/python3.13
#   PYTHON_VERSION    what it must be, for example 3.13
#   ARCHITECTURE      x86_64 or arm64
#   WORK_DIR          scratch directory, made if need be
#   DEPS_DIR          has openssl/ and libpq/ (from openssl.sh and libpq.sh)
#   OUT_DIR           receives psycopg2/ (the package), LICENSE, COPYING.LESSER, build-info (what shaped it, as
#                     key=value lines) and members (the archive members that the linker took)
# Optional: TOOLCHAIN_BIN, the BIN_DIR of toolchain.sh (then DEPS_DIR has what sysroot.sh makes, too), or CC (default gcc); PYTHON_INCLUDE, the headers of this Python
# for ARCHITECTURE, where those of PYTHON are for another.
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source-path=SCRIPTDIR source=hardening.sh
. "$(dirname "$0")/hardening.sh"

: "${PSYCOPG2_TARBALL:?}" "${PSYCOPG2_VERSION:?}" "${PYTHON:?}" "${PYTHON_VERSION:?}" "${ARCHITECTURE:?}"
: "${WORK_DIR:?}" "${DEPS_DIR:?}" "${OUT_DIR:?}"
CC=${CC:-gcc}
scripts=$(cd "$(dirname "$0")" && pwd)

# Before 2.31, GNU ld aligned segments for 2 MB pages, which Lambda's machines do not have; arm64 may have 64 KB.
case $ARCHITECTURE in
  x86_64) machine=x86_64 page=4096 marks=-Wl,-z,force-ibt,-z,shstk ;;
  arm64) machine=aarch64 page=65536 marks=-Wl,-z,force-bti ;;
  *) echo "psycopg2: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
esac

python() {
  LD_LIBRARY_PATH=${PYTHON_LIBRARY_PATH:-} "$PYTHON" -s -B "$@"
}

if ! facts=$(python -c 'import sys, sysconfig as s
print("%d.%d" % sys.version_info[:2])
print(s.get_path("include"))
print(s.get_config_var("EXT_SUFFIX") or s.get_config_var("SO"))
print("unchecked-hash" if sys.version_info >= (3, 7) else "none")'); then
  echo "psycopg2: $PYTHON does not run" >&2
  exit 1
fi
{ read -r version && read -r include && read -r suffix && read -r bytecode; } <<FACTS
$facts
FACTS
if [ "$version" != "$PYTHON_VERSION" ]; then
  echo "psycopg2: $PYTHON is Python $version, not $PYTHON_VERSION" >&2
  exit 1
fi
if [ ! -e "$include/Python.h" ]; then
  echo "psycopg2: Python $version has no headers: $include/Python.h does not exist" >&2
  exit 1
fi

include=${PYTHON_INCLUDE:-$include}
if [ ! -e "$include/Python.h" ]; then
  echo "psycopg2: PYTHON_INCLUDE has no headers: $include/Python.h does not exist" >&2
  exit 1
fi
# What Python calls this machine is in the file's name (PEP 3149).
suffix=$(echo "$suffix" | sed "s/-[a-z0-9_]*-linux-gnu/-$machine-linux-gnu/")

package="$OUT_DIR/psycopg2"
rm -rf "$WORK_DIR/psycopg2" "$package"
mkdir -p "$WORK_DIR/psycopg2/objects" "$package"
tar -xf "$PSYCOPG2_TARBALL" -C "$WORK_DIR/psycopg2" --strip-components=1 --no-same-owner
cd "$WORK_DIR/psycopg2"

# Debian's pyconfig.h includes <x86_64-linux-gnu/python3.13/pyconfig.h>, which lies in /usr/include: of that, the
# compiler gets to see this one directory. Where only this machine's own is there, it stands for another's: what differs
# between the two says nothing to psycopg2.
mkdir -p "distribution/$machine-linux-gnu"
headers=${include##*/}
for directory in "$include/../$machine-linux-gnu/$headers" "$include"/../*-linux-gnu/"$headers"; do
  if [ -e "$directory/pyconfig.h" ]; then
    ln -s "$directory" "distribution/$machine-linux-gnu/$headers"
    break
  fi
done

edits=$(sh "$scripts/psycopg2-edits.sh")

pg_version_num=$(sed -n 's/^#define PG_VERSION_NUM //p' "$DEPS_DIR/libpq/include/pg_config.h")

cflags="-O2 -w -fPIC -DNDEBUG -fwrapv -fno-strict-aliasing -ffunction-sections -fdata-sections$hardening"
# Python's functions are called without a detour; gcc before 6 does not know how.
if [ -n "${TOOLCHAIN_BIN:-}" ]; then cflags="$cflags -fno-plt"; fi

compile() {
  # shellcheck disable=SC2086 # a list of options
  "$CC" -c "$1.c" -o "objects/$2.o" $cflags \
    "-DPSYCOPG_VERSION=$PSYCOPG2_VERSION (dt dec pq3 ext lo64)" -DHAVE_LO64=1 "-DPG_VERSION_NUM=$pg_version_num" \
    -Ipsycopg -I. "-I$include" "-I$WORK_DIR/psycopg2/distribution" "-I$DEPS_DIR/libpq/include"
}

# typecast_*.c are included by typecast.c; adapter_mxdatetime.c (2.8) needs a package that Lambda does not have.
# psycopg2's own files are compiled without -fvisibility=hidden: before Python 3.9, PyMODINIT_FUNC does not say
# that the init function is visible. The version script of the link hides everything else.
# The version string is what psycopg2.__version__ gives, as setup.py would write it. Warnings about upstream's
# code are not ours to mend.
files=$(find psycopg -name '*.c' ! -name 'typecast_*.c' ! -name adapter_mxdatetime.c | sort)
# In two halves, side by side, because even small machines have two processors, and of one size, so that neither waits for
# the other: largest files first, typecast.c with what it includes. Not file by file, because each would read Python's headers
# anew. A release whose files cannot be compiled together (two that have a static function of the same name) is compiled file
# by file; nothing else may be a reason for that, because the bytes differ.
# shellcheck disable=SC2086,SC2046 # lists of files
wc -c $files $(find psycopg -name 'typecast_*.c') |
  awk '$2 ~ /typecast_/ { included += $1; next } $2 != "total" { size[$2] = $1 }
    END { for (file in size) print size[file] + (file ~ /typecast\.c$/ ? included : 0), file }' | sort -k 1,1rn -k 2 |
  awk '{ print "#include \"" $2 "\"" >(NR % 4 < 2 ? "half1.c" : "half2.c") }'
compile half1 half1 2>half1.log &
first=$!
# Whatever fails meanwhile: nothing may be compiling still when this ends.
trap wait EXIT
together=yes
compile half2 half2 2>half2.log || together=

# While the first half is still being compiled.
cp lib/*.py "$package/"
# Lambda's file system is read-only, so bytecode that is not shipped is compiled anew at every cold start.
# "unchecked-hash" (Python 3.7 and later) makes it independent of file times, which unpacking changes.
if [ "$bytecode" != none ]; then
  python -m compileall -q -d psycopg2 --invalidation-mode "$bytecode" "$package"
fi
chmod 644 "$package"/*.py

wait $first || together=
if [ -z "$together" ]; then
  if ! grep -qE "error: (redefinition of|conflicting types for|static declaration of)" half?.log; then
    cat half?.log >&2
    exit 1
  fi
  echo "psycopg2: compiling file by file, because together they do not compile: $(grep -h -m 1 error half?.log | head -n 1)"
  rm -f objects/half?.o
  for file in $files; do
    name=${file##*/}
    compile "${file%.c}" "${name%.c}"
  done
fi

# No symbol of libpq or OpenSSL may meet one of another copy in the same process, whoever loaded that and
# however (psycopg/psycopg2#543): hence version script, --exclude-libs and -Bsymbolic together. nodelete, because
# OpenSSL keeps thread-local data that must not outlive its code. OpenSSL_version is asked for so that the
# version stands in the file for scanners to find.
case $PYTHON_VERSION in
  2.*) init=init_psycopg ;;
  *) init=PyInit__psycopg ;;
esac
echo "{ global: $init; local: *; };" >exports.map
module="$package/_psycopg$suffix"
find objects -name '*.o' | sort >objects.list
ldflags='-Wl,--version-script=exports.map -Wl,--exclude-libs,ALL -Wl,-Bsymbolic -Wl,--gc-sections -Wl,--as-needed
-Wl,-z,relro,-z,now,-z,nodelete,-z,noexecstack -Wl,--build-id=none -Wl,--hash-style=gnu -Wl,-u,OpenSSL_version -Wl,-O2 -s'
# zig's stat and fstat have no mark for control-flow protection, so the linker would leave it off the module. They are only
# called directly, never through a pointer, so they need none; of what else has none, the linker warns, and see below.
if [ -n "${TOOLCHAIN_BIN:-}" ]; then ldflags="$ldflags $marks"; fi
# The banners of compiler and linker are the one section -s leaves that tells nothing a runtime needs.
echo 'SECTIONS { /DISCARD/ : { *(.comment) } } INSERT AFTER .text;' >discard.ld
# The pinned compiler links without start files, so code in .init is never called: of OpenSSL a call of OPENSSL_cpuid_setup,
# which its own initialisation makes again.
# What is defined nowhere is only warned of, because Python's functions are not there; anything else is an error: symbols
# without a version, of a newer glibc, would be found by Lambda's loader, and not here.
# shellcheck disable=SC2086 # a list of options
if ! "$CC" -shared -o "$module" @objects.list $ldflags "-Wl,-z,max-page-size=$page" -Wl,-Map,link.map \
  -Wl,--trace -Wl,-T,discard.ld -Wl,-z,defs -Wl,--warn-unresolved-symbols \
  "-L$DEPS_DIR/libpq/lib" "-L$DEPS_DIR/openssl/lib" \
  -Wl,--start-group -lpq -lpgcommon_shlib -lpgport_shlib -Wl,--end-group -lssl -lcrypto -lm -ldl -lpthread \
  >trace.log 2>link.log; then
  cat link.log >&2
  exit 1
fi
undefined=$(sed -n -E "s/.*undefined (symbol: |reference to [\`'])([A-Za-z0-9_@.]+).*/\2/p" link.log | sort -u)
if ! echo "$undefined" | grep -q -E '^_?Py'; then
  echo "psycopg2: the linker does not say that Python's functions are undefined, so what it says of others is not known" >&2
  exit 1
fi
foreign=$(echo "$undefined" | grep -v -E '^_?Py' || true)
if [ -n "$foreign" ]; then
  echo "psycopg2: neither libpq, OpenSSL, the C library nor Python defines $(echo "$foreign" | tr '\n' ' ')" >&2
  exit 1
fi

unfit=$(grep -E -- '-z force-(ibt|bti): ' link.log | grep -v 'libc_nonshared\.a(' || true)
if [ -n "$unfit" ]; then
  echo "psycopg2: not all of it is fit for control-flow protection: $unfit" >&2
  exit 1
fi

chmod 755 "$module"
cp LICENSE doc/COPYING.LESSER "$OUT_DIR/"

# The archive members that the linker took, one a line: libcrypto.a(libcrypto-lib-aes_core.o). GNU ld's map names them
# all, lld's only those of which something is left.
grep -ohE '[^/ (]+\.a\([^)]+\)' link.map trace.log | sort -u >"$OUT_DIR/members"
# shellcheck disable=SC2086 # lists of options, on one line
{
  echo "compiler=$("$CC" --version | head -n 1)"
  if [ -n "${TOOLCHAIN_BIN:-}" ]; then echo "flags=compiler: $(cat "$TOOLCHAIN_BIN/flags")"; fi
  echo "flags=psycopg2:" $cflags
  echo "flags=link:" $ldflags
  if [ -n "$edits" ]; then echo "$edits"; fi
} >"$OUT_DIR/build-info"
cd /
rm -rf "$WORK_DIR/psycopg2"
