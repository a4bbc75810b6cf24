#!/bin/sh
# Makes what the pinned compiler links with for glibc 2.17: its names, as empty shared libraries, what every program
# starts with, and the compiler's run-time library. Zig makes all of it from its copy of glibc.
#
#   TOOLCHAIN_DIR  Zig, unpacked: zig and lib/
#   ARCHITECTURE   x86_64 or arm64
#   WORK_DIR       scratch directory, made if need be
#   DEPS_DIR       receives sysroot/
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"

: "${TOOLCHAIN_DIR:?}" "${ARCHITECTURE:?}" "${WORK_DIR:?}" "${DEPS_DIR:?}"

case $ARCHITECTURE in
  x86_64) machine=x86_64 ;;
  arm64) machine=aarch64 ;;
  *) echo "sysroot: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
esac

rm -rf "$WORK_DIR/sysroot" "$DEPS_DIR/sysroot"
mkdir -p "$WORK_DIR/sysroot" "$DEPS_DIR/sysroot"
cd "$WORK_DIR/sysroot"
# Without a home and a cache that can be written, zig fails and does not say why.
HOME=$PWD ZIG_GLOBAL_CACHE_DIR=$PWD/cache ZIG_LOCAL_CACHE_DIR=$PWD/cache ZIG_VERBOSE_LINK=1
export HOME ZIG_GLOBAL_CACHE_DIR ZIG_LOCAL_CACHE_DIR ZIG_VERBOSE_LINK

# What it links a program with, it says itself.
echo 'int main(void) { return 0; }' >program.c
if ! "$TOOLCHAIN_DIR/zig" cc -target "$machine-linux-gnu.2.17" -O2 -g0 -s program.c -o program 2>link.log; then
  echo "sysroot: $TOOLCHAIN_DIR/zig cannot link a program: $(tail -n 5 link.log)" >&2
  exit 1
fi
tail -n 1 link.log | tr ' ' '\n' | while read -r file; do
  case $file in
    */crt1.o | */libc_nonshared.a | */libcompiler_rt.a) cp "$file" "$DEPS_DIR/sysroot/" ;;
    # By the names that -l looks for; what a program asks the loader for stands in each. libld is the loader itself. On
    # arm64 it defines the stack protector's guard; without it, the guard of zig's run-time library would be linked, which
    # is the same constant in every process.
    */lib[cm].so.* | */libld.so.* | */libdl.so.* | */libpthread.so.* | */librt.so.*)
      name=${file##*/}
      cp "$file" "$DEPS_DIR/sysroot/${name%.so.*}.so"
      ;;
  esac
done
for file in crt1.o libc.so libm.so libld.so libc_nonshared.a libcompiler_rt.a; do
  if [ ! -e "$DEPS_DIR/sysroot/$file" ]; then
    echo "sysroot: zig linked a program without $file: $(tail -n 1 link.log)" >&2
    exit 1
  fi
done
cd /
rm -rf "$WORK_DIR/sysroot"
