#!/bin/sh
# Makes sure that everything the other scripts call is there, and able to do what they ask of it.
#
#   TOOLS=check    (default) prints what is missing, one a line; exit 3 if anything is
#   TOOLS=install  installs what is missing, and only that, with yum, dnf, microdnf or apt-get; needs root
#
# Either ends with exit code 1 where something is there but not good enough, which no installation mends.
#
# Optional: TOOLCHAIN: `image` (default), where the compiler is one of the tools, or `pinned`, where toolchain.sh brings
# it; ARCHITECTURE (x86_64 or arm64), which it must compile for; CC (default gcc); http_proxy, https_proxy, no_proxy for the
# package manager.
set -eu

# Lambda's images put /var/lang/lib first; the system's own programs must not load libraries from there.
unset LD_LIBRARY_PATH
# Lambda's images name a locale that they do not have, about which perl has much to say.
LC_ALL=C
export LC_ALL

CC=${CC:-gcc}
TOOLS=${TOOLS:-check}
TOOLCHAIN=${TOOLCHAIN:-image}

# What OpenSSL's Configure and perlasm load. Amazon Linux splits perl into one package a module, and
# OpenSSL 3.5.3 and newer need Time::Piece (openssl/openssl#28579).
PERL_MODULES='FindBin IPC::Cmd Time::Piece File::Compare File::Copy File::Path File::Basename File::Spec
Getopt::Long Pod::Usage POSIX Cwd Storable Encode lib'

refuse() {
  echo "tools: $1" >&2
  exit 1
}

one_line() {
  printf '%s\n' "$1" | tr '\n' ' '
}

missing_programs() {
  programs='make tar gzip bzip2 xargs find awk sed grep'
  [ "$TOOLCHAIN" = pinned ] || programs="$CC ar ranlib ld as $programs"
  for program in $programs; do
    command -v "$program" >/dev/null 2>&1 || echo "program:$program"
  done
  # sha256sum and friends come with coreutils everywhere; the C library's headers do not come with gcc.
  if [ "$TOOLCHAIN" != pinned ] && command -v "$CC" >/dev/null 2>&1 &&
    ! printf '#include <stdio.h>\n#include <linux/limits.h>\n' | "$CC" -E -x c - >/dev/null 2>&1; then
    echo 'headers:libc'
  fi
}

missing_perl() {
  if ! command -v perl >/dev/null 2>&1; then
    echo 'program:perl'
    return
  fi
  # shellcheck disable=SC2086 # a list of names
  perl -e 'for (@ARGV) { eval "require $_; 1" or print "perl:$_\n" }' $PERL_MODULES ||
    echo 'program:perl'
}

missing() {
  missing_programs
  missing_perl
}

# RPM packages provide `perl(Module::Name)`, whatever the package that holds the module is called.
rpm_names() {
  while read -r need; do
    case $need in
      program:ar | program:ranlib | program:ld | program:as) echo binutils ;;
      program:xargs | program:find) echo findutils ;;
      program:awk) echo gawk ;;
      headers:libc) printf '%s\n' glibc-devel kernel-headers ;;
      program:perl)
        echo perl
        for module in $PERL_MODULES; do echo "perl($module)"; done
        ;;
      perl:*) echo "perl(${need#perl:})" ;;
      program:*) echo "${need#program:}" ;;
    esac
  done | sort -u
}

deb_names() {
  while read -r need; do
    case $need in
      program:ar | program:ranlib | program:ld | program:as) echo binutils ;;
      program:xargs | program:find) echo findutils ;;
      program:awk) echo mawk ;;
      headers:libc) echo libc6-dev ;;
      program:perl | perl:*) echo perl ;;
      program:gcc) printf '%s\n' gcc libc6-dev ;;
      program:*) echo "${need#program:}" ;;
    esac
  done | sort -u
}

install_missing() {
  if command -v apt-get >/dev/null 2>&1; then
    packages=$(printf '%s\n' "$1" | deb_names)
    echo "tools: apt-get installs $(one_line "$packages")"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # a list of names
    { apt-get update -q && apt-get install -y -q --no-install-recommends $packages; } ||
      refuse "apt-get could not install what is missing (its own words stand above): $(one_line "$packages")"
    return
  fi
  for manager in dnf microdnf yum; do
    command -v "$manager" >/dev/null 2>&1 || continue
    packages=$(printf '%s\n' "$1" | rpm_names)
    echo "tools: $manager installs $(one_line "$packages")"
    # dnf and microdnf give up at a name they do not know; yum says so and goes on, which is found below.
    # shellcheck disable=SC2086 # a list of names
    "$manager" install -y $packages ||
      refuse "$manager could not install what is missing (its own words stand above): $(one_line "$packages")"
    return
  done
  refuse "no package manager (apt-get, dnf, microdnf, yum) to install this with: $(one_line "$1")"
}

# The oldest that PostgreSQL's configure takes; OpenSSL's asks for less.
assert_versions() {
  perl -e 'exit !($] >= 5.014)' ||
    refuse "perl is $(perl -e 'printf "%vd", $^V'), but PostgreSQL needs 5.14 or newer"
  version=$(make --version 2>&1 | head -n 1)
  printf '%s\n' "$version" | perl -ne 'exit !(/^GNU Make (\d+)\.(\d+)/ && ($1 > 3 || $2 >= 81))' ||
    refuse "make is '$version', but PostgreSQL needs GNU Make 3.81 or newer"
}

# In the way of the other scripts: compressed tarballs, what lies in their top directory, and not all of it.
assert_tar() {
  mkdir -p root/wanted root/unwanted out
  : >root/wanted/file.c
  : >root/wanted/file.po
  : >root/unwanted/file.c
  for compressor in gzip bzip2; do
    tar -cf - root | "$compressor" >"root.$compressor"
    rm -rf out/*
    tar -xf "root.$compressor" -C out --strip-components=1 --no-same-owner --exclude=root/unwanted \
      --exclude='root/*.po' || true
    [ "$(find out -type f)" = out/wanted/file.c ] ||
      refuse "tar does not unpack $compressor, or not with --strip-components, --no-same-owner and --exclude: GNU tar is needed"
  done
}

# A module for Python is a 64-bit shared object of the target's machine that takes in static libraries.
assert_compiler() {
  echo 'double part(double x) { return x; }' >part.c
  echo 'double part(double); double probe(double x) { return part(x); }' >probe.c
  why=$({ "$CC" -c -fPIC part.c && ar crs libpart.a part.o && "$CC" -shared -fPIC -o probe.so probe.c -L. -lpart \
    -lm -ldl -lpthread; } 2>&1) || refuse "$CC cannot make a shared object: $(one_line "$why")"
  header=$(od -An -v -tx1 -N20 probe.so | tr -d ' \n')
  case ${ARCHITECTURE:-any},$header in
    x86_64,7f454c4602*3e00 | arm64,7f454c4602*b700 | any,7f454c4602*) ;;
    *) refuse "$CC does not compile for ${ARCHITECTURE:-a machine of 64 bits}, but for $("$CC" -dumpmachine) (ELF header $header)" ;;
  esac
}

assert_fit() {
  directory=$(mktemp -d) ||
    refuse "user $(id -u) cannot make a directory in ${TMPDIR:-/tmp}, where the compiler puts its files, too"
  trap 'rm -rf "$directory"' EXIT
  cd "$directory"
  assert_versions
  assert_tar
  [ "$TOOLCHAIN" = pinned ] || assert_compiler
}

need=$(missing)
case $TOOLS in
  check)
    if [ -n "$need" ]; then
      printf '%s\n' "$need"
      exit 3
    fi
    ;;
  install)
    if [ -n "$need" ]; then
      [ "$(id -u)" -eq 0 ] || refuse "must be root to install what is missing: $(one_line "$need")"
      install_missing "$need"
      need=$(missing)
      [ -z "$need" ] || refuse "still missing after the installation: $(one_line "$need")"
    fi
    ;;
  *)
    echo "tools: TOOLS is check or install, not '$TOOLS'" >&2
    exit 2
    ;;
esac
assert_fit
