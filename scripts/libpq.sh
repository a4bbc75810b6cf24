#!/bin/sh
# Compiles libpq alone, as static libraries: no server, no bison, no flex, no `make install`.
#
#   POSTGRESQL_TARBALL  the release tarball
#   POSTGRESQL_ROOT     the directory inside it, for example postgresql-18.6
#   ARCHITECTURE        x86_64 or arm64
#   WORK_DIR            scratch directory, made if need be
#   DEPS_DIR            has openssl/include (from openssl.sh); receives libpq/include, libpq/lib/*.a, libpq/COPYRIGHT
# Optional: JOBS (default: all processors); TOOLCHAIN_BIN, the BIN_DIR of toolchain.sh (then
# DEPS_DIR has what sysroot.sh makes, too), or CC (default gcc);
# OPENSSL_PID: the process of an openssl.sh that runs at the same time; its headers are waited for.
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source-path=SCRIPTDIR source=hardening.sh
. "$(dirname "$0")/hardening.sh"

: "${POSTGRESQL_TARBALL:?}" "${POSTGRESQL_ROOT:?}" "${ARCHITECTURE:?}" "${WORK_DIR:?}" "${DEPS_DIR:?}"
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
ssl="$DEPS_DIR/openssl"
scripts=$(cd "$(dirname "$0")" && pwd)

rm -rf "$WORK_DIR/libpq"
mkdir -p "$WORK_DIR/libpq/stubs" "$DEPS_DIR/libpq/lib"
cd "$WORK_DIR/libpq"
tar -xf "$POSTGRESQL_TARBALL" --strip-components=1 --no-same-owner \
  --exclude="$POSTGRESQL_ROOT/doc" --exclude="$POSTGRESQL_ROOT/contrib" --exclude="$POSTGRESQL_ROOT/*.po" \
  --exclude="$POSTGRESQL_ROOT/src/test" --exclude="$POSTGRESQL_ROOT/src/pl" --exclude="$POSTGRESQL_ROOT/src/bin" \
  --exclude="$POSTGRESQL_ROOT/src/interfaces/ecpg/*.c" --exclude="$POSTGRESQL_ROOT/src/backend/*.c" \
  --exclude="$POSTGRESQL_ROOT/src/backend/snowball" --exclude="$POSTGRESQL_ROOT/src/timezone"

# configure looks for a few of the server's files, which were not unpacked; nobody reads them here.
for file in access/common/heaptuple port/sysv_sema port/sysv_shmem port/posix_sema; do
  mkdir -p "src/backend/${file%/*}"
  : >"src/backend/$file.c"
done

# configure asks for bison and flex, whose output only the server needs.
printf '#!/bin/sh\necho "bison (GNU Bison) 3.8.2"\n' >stubs/bison
printf '#!/bin/sh\necho "flex 2.6.4"\n' >stubs/flex
chmod +x stubs/bison stubs/flex
ar crs stubs/libssl.a
ar crs stubs/libcrypto.a

build_info="$DEPS_DIR/libpq/build-info"
sh "$scripts/libpq-edits.sh" >"$build_info"

cflags="-O2 -fvisibility=hidden -ffunction-sections -fdata-sections$hardening"
echo "flags=libpq: $cflags" >>"$build_info"
# With the pinned compiler, configure takes every machine for a foreign one, even that it runs on: so it runs nothing of
# what it compiles, and all machines come to the same answers. There is no machine of the name it is given for this one.
cross=
if [ -n "${TOOLCHAIN_BIN:-}" ]; then
  case $ARCHITECTURE in
    x86_64) machine=x86_64 ;;
    arm64) machine=aarch64 ;;
    *) echo "libpq: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
  esac
  cross="--host=$machine-linux-gnu --build=none-unknown-none AR=ar RANLIB=ranlib STRIP=false CXX=false"
fi

# The answers about OpenSSL are given, because its libraries may still be compiling: all are true of any
# OpenSSL since 1.1.1. The later tests link with -lssl -lcrypto all the same, so there are empty ones, in which
# configure would find no function that it was not told of.
# --sysconfdir is where psycopg2-binary looks for pg_service.conf, too.
# shellcheck disable=SC2086 # a list of options
BISON="$PWD/stubs/bison" FLEX="$PWD/stubs/flex" \
  ac_cv_lib_crypto_CRYPTO_new_ex_data=yes ac_cv_lib_ssl_SSL_new=yes \
  ac_cv_search_CRYPTO_new_ex_data=-lcrypto ac_cv_search_SSL_new=-lssl \
  ac_cv_func_SSL_CTX_set_cert_cb=yes ac_cv_func_SSL_CTX_set_ciphersuites=yes \
  ac_cv_func_SSL_CTX_set_num_tickets=yes ac_cv_func_SSL_CTX_set_keylog_callback=yes \
  ac_cv_func_X509_get_signature_info=yes ac_cv_func_CRYPTO_lock=no \
  ac_cv_func_OPENSSL_init_ssl=yes ac_cv_func_BIO_meth_new=yes ac_cv_func_ASN1_STRING_get0_data=yes \
  ac_cv_func_HMAC_CTX_new=yes ac_cv_func_HMAC_CTX_free=yes \
  ac_cv_header_openssl_ssl_h=yes ac_cv_header_openssl_err_h=yes \
  ./configure $cross --prefix=/usr/local/psycopg2-lambda --sysconfdir=/etc/postgresql-common \
  --disable-rpath --with-ssl=openssl --without-readline --without-zlib --without-icu --disable-nls \
  CC="${CC:-gcc}" CFLAGS="$cflags" CPPFLAGS="-I$ssl/include" LDFLAGS="-L$PWD/stubs" LIBS=

if grep -E '^/\* #undef HAVE_(ASN1|BIO|HMAC|OPENSSL|SSL|X509)_' src/include/pg_config.h >&2; then
  echo "libpq: configure asked for functions of OpenSSL that libpq.sh has no answer for" >&2
  exit 1
fi

make -s -C src/backend/utils errcodes.h
ln -sf ../../backend/utils/errcodes.h src/include/utils/errcodes.h
make -s -C src/include/catalog generated-headers

while [ ! -e "$ssl/include/openssl/ssl.h" ]; do
  if [ -z "${OPENSSL_PID:-}" ] || ! kill -0 "$OPENSSL_PID" 2>/dev/null; then
    echo "libpq: no OpenSSL headers in $ssl/include; run openssl.sh first" >&2
    exit 1
  fi
  sleep 1
done

# What would be compiled although the final link takes nothing of it. The list is every member of the archives that is
# not in the file `members`, which psycopg2.sh writes, with the oldest and the newest PostgreSQL.
unlinked='archive binaryheap blkreftable checksum_helper compression config_info controldata_utils d2s exec f2s
file_perm file_utils hashfn keywords kwlookup parse_manifest percentrepl pg_get_line pg_lzcompress pgfnames psprintf
relpath restricted_token rmtree sprompt stringinfo unicode_case unicode_category username wait_error
bsearch_arg noblock path pg_bitutils pg_localeconv_r pg_numa pg_popcount_aarch64 pg_popcount_avx512 pgcheckdir
pgmkdirp pgsleep pgstrsignal pqsignal qsort qsort_arg quotes tar fe-print legacy-pqsignal'
# shellcheck disable=SC2086 # a list of names
names=$(echo $unlinked | tr ' ' '|')
# The second edit: an object for a shared library would first be compiled for a program, too, for make's own accounts.
sed -i -E -e "s/^(\t)($names)\.o( \\\\)?$/\1\3/" -e 's/^(%_shlib\.o: %\.c) %\.o$/\1/' \
  src/common/Makefile src/port/Makefile src/interfaces/libpq/Makefile

# Only the objects meant for shared libraries (_shlib), and never libpq.so, whose exit check and link need
# a finished OpenSSL.
make -s -j"$JOBS" -C src/interfaces/libpq libpq.a NO_GENERATED_HEADERS=1 SHLIB_PREREQS=
make -s -j"$JOBS" -C src/common libpgcommon_shlib.a NO_GENERATED_HEADERS=1
make -s -j"$JOBS" -C src/port libpgport_shlib.a NO_GENERATED_HEADERS=1 PG_CRC32C_OBJS=

cp src/interfaces/libpq/libpq.a src/common/libpgcommon_shlib.a src/port/libpgport_shlib.a "$DEPS_DIR/libpq/lib/"
mkdir -p "$DEPS_DIR/libpq/include/libpq"
cp src/interfaces/libpq/libpq-fe.h src/interfaces/libpq/libpq-events.h src/include/postgres_ext.h \
  src/include/pg_config*.h "$DEPS_DIR/libpq/include/"
# The one line that says where it was compiled.
sed -i '/CONFIGURE_ARGS/d' "$DEPS_DIR/libpq/include/pg_config.h"
cp src/include/libpq/libpq-fs.h "$DEPS_DIR/libpq/include/libpq/"
cp COPYRIGHT "$DEPS_DIR/libpq/"
rm -rf "$WORK_DIR/libpq"
