#!/bin/sh
# Makes sure that everything the other scripts call is there.
#
#   TOOLCHAIN=check    (default) prints what is missing, one a line; exit 3 if anything is
#   TOOLCHAIN=install  installs what is missing, and only that, with yum, dnf, microdnf or apt-get; needs root
#
# Optional: http_proxy, https_proxy, no_proxy for the package manager; CC (default gcc).
set -eu

# Lambda's images put /var/lang/lib first; the system's own programs must not load libraries from there.
unset LD_LIBRARY_PATH

CC=${CC:-gcc}
TOOLCHAIN=${TOOLCHAIN:-check}

# What OpenSSL's Configure and perlasm load. Amazon Linux splits perl into one package a module, and
# OpenSSL 3.5.3 and newer need Time::Piece (openssl/openssl#28579).
PERL_MODULES='FindBin IPC::Cmd Time::Piece File::Compare File::Copy File::Path File::Basename File::Spec
Getopt::Long Pod::Usage POSIX Cwd Storable Encode lib'

one_line() {
  printf '%s\n' "$1" | tr '\n' ' '
}

missing_programs() {
  for program in "$CC" make ar ranlib ld as objcopy tar gzip bzip2 xargs find awk sed grep; do
    command -v "$program" >/dev/null 2>&1 || echo "program:$program"
  done
  # sha256sum and friends come with coreutils everywhere; the C library's headers do not come with gcc.
  if command -v "$CC" >/dev/null 2>&1 &&
    ! printf '#include <stdio.h>\n#include <linux/limits.h>\n' | "$CC" -E -x c - >/dev/null 2>&1; then
    echo 'headers:libc'
  fi
}

missing_perl() {
  if ! command -v perl >/dev/null 2>&1; then
    echo 'program:perl'
    return
  fi
  for module in $PERL_MODULES; do
    perl -e "require $module" >/dev/null 2>&1 || echo "perl:$module"
  done
}

missing() {
  missing_programs
  missing_perl
}

# RPM packages provide `perl(Module::Name)`, whatever the package that holds the module is called.
rpm_names() {
  while read -r need; do
    case $need in
      program:ar | program:ranlib | program:ld | program:as | program:objcopy) echo binutils ;;
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
      program:ar | program:ranlib | program:ld | program:as | program:objcopy) echo binutils ;;
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
    echo "toolchain: apt-get installs $(one_line "$packages")"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    # shellcheck disable=SC2086 # a list of names
    apt-get install -y -q --no-install-recommends $packages
    return
  fi
  for manager in dnf microdnf yum; do
    command -v "$manager" >/dev/null 2>&1 || continue
    packages=$(printf '%s\n' "$1" | rpm_names)
    echo "toolchain: $manager installs $(one_line "$packages")"
    # shellcheck disable=SC2086 # a list of names
    "$manager" install -y $packages
    return
  done
  echo "toolchain: no package manager (apt-get, dnf, microdnf, yum) to install this with: $(one_line "$1")" >&2
  exit 1
}

need=$(missing)
case $TOOLCHAIN in
  check)
    [ -z "$need" ] && exit 0
    printf '%s\n' "$need"
    exit 3
    ;;
  install)
    [ -z "$need" ] && exit 0
    if [ "$(id -u)" -ne 0 ]; then
      echo "toolchain: must be root to install what is missing: $(one_line "$need")" >&2
      exit 1
    fi
    install_missing "$need"
    need=$(missing)
    if [ -n "$need" ]; then
      echo "toolchain: still missing after the installation: $(one_line "$need")" >&2
      exit 1
    fi
    ;;
  *)
    echo "toolchain: TOOLCHAIN is check or install, not '$TOOLCHAIN'" >&2
    exit 2
    ;;
esac
