#!/bin/sh
# Makes the commands by which the other scripts call the pinned compiler: cc, ar and ranlib, for one architecture and
# glibc 2.17, whatever machine they run on.
#
#   TOOLCHAIN_DIR  Zig, unpacked: zig and lib/
#   ARCHITECTURE   what is compiled for: x86_64 or arm64
#   BIN_DIR        absolute, without blanks; receives cc, ar, ranlib, ld, what they need, and `flags`: what cc adds to what
#                  it is told
#
# To link, cc takes what sysroot.sh has made in DEPS_DIR, and nothing of this machine's.
#
# The compiler is Zig's clang, called as clang, with Zig's copy of glibc's headers: `zig cc` would start it twice for
# each file, link what was compiled once more, and add options of its own.
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"

: "${TOOLCHAIN_DIR:?}" "${ARCHITECTURE:?}" "${BIN_DIR:?}"

case $ARCHITECTURE in
  x86_64) machine=x86_64 headers=x86 loader=/lib64/ld-linux-x86-64.so.2 more= ;;
  # Atomic operations as every arm64 processor has them, not a look at each call at what this one has.
  arm64) machine=aarch64 headers=aarch64 loader=/lib/ld-linux-aarch64.so.1 more=-mno-outline-atomics ;;
  *) echo "toolchain: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
esac

mkdir -p "$BIN_DIR/empty" "$BIN_DIR/mended/bits"
# By a name that needs no quotes, whatever the directory is called.
ln -sfn "$TOOLCHAIN_DIR" "$BIN_DIR/toolchain"
# Headers of Python 3.8 and older include it, and use nothing of it.
: >"$BIN_DIR/empty/crypt.h"
# The headers are the newest glibc's, which hide what an older one lacks, but not __explicit_bzero_chk.
sed '/^void __explicit_bzero_chk/,/^}/d' "$TOOLCHAIN_DIR/lib/libc/include/generic-glibc/bits/string_fortified.h" \
  >"$BIN_DIR/mended/bits/string_fortified.h"

# -Werror=date-time: bytes must not depend on when they were made. -Qn: no banner of the compiler's.
flags="--no-default-config -target $machine-linux-gnu -D__GLIBC_MINOR__=17 -Werror=date-time -Qn -Qunused-arguments"
flags="$flags${more:+ $more}"
echo "$flags -nostdinc, with the headers of glibc 2.17, __explicit_bzero_chk left out" >"$BIN_DIR/flags"

lib=$BIN_DIR/toolchain/lib
cat >"$BIN_DIR/cc" <<CC
#!/bin/sh
set -- $flags -nostdinc -isystem $BIN_DIR/mended -isystem $lib/include -isystem $lib/libc/include/$headers-linux-gnu \\
  -isystem $lib/libc/include/generic-glibc -isystem $lib/libc/include/$headers-linux-any \\
  -isystem $lib/libc/include/any-linux-any -idirafter $BIN_DIR/empty "\$@"
kind=program
for argument; do
  case \$argument in
    -c | -S | -E | -M | -MM | -v | --version) kind=none ;;
    -shared) [ \$kind = none ] || kind=module ;;
  esac
done
case \$kind in
  program) set -- "\$@" -no-pie "\$DEPS_DIR/sysroot/crt1.o" -Wl,--dynamic-linker=$loader ;;
esac
if [ \$kind != none ]; then
  set -- "\$@" -nostdlib --ld-path=$BIN_DIR/ld "--sysroot=\$DEPS_DIR/sysroot" "-L\$DEPS_DIR/sysroot" \\
    -Wl,--as-needed "\$DEPS_DIR"/sysroot/*.so "\$DEPS_DIR/sysroot/libc_nonshared.a" "\$DEPS_DIR/sysroot/libcompiler_rt.a"
fi
exec $BIN_DIR/toolchain/zig clang "\$@"
CC
for tool in 'ld ld.lld' 'ar ar' 'ranlib ranlib'; do
  # shellcheck disable=SC2086 # a name and a command
  set -- $tool
  printf '#!/bin/sh\nexec %s/toolchain/zig %s "$@"\n' "$BIN_DIR" "$2" >"$BIN_DIR/$1"
done
chmod +x "$BIN_DIR/cc" "$BIN_DIR/ld" "$BIN_DIR/ar" "$BIN_DIR/ranlib"

if ! why=$(echo 'int probe(int x) { return x; }' | "$BIN_DIR/cc" -x c -c -o "$BIN_DIR/probe.o" - 2>&1); then
  echo "toolchain: $TOOLCHAIN_DIR/zig cannot compile here: $why" >&2
  exit 1
fi
rm "$BIN_DIR/probe.o"
