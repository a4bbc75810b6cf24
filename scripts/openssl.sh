#!/bin/sh
# Compiles OpenSSL's two static libraries, with what libpq uses of it and nothing else.
#
#   OPENSSL_TARBALL  the release tarball
#   OPENSSL_ROOT     the directory inside it, for example openssl-3.5.7
#   ARCHITECTURE     x86_64 or arm64
#   WORK_DIR         scratch directory, made if need be
#   DEPS_DIR         receives openssl/include, openssl/lib/{libssl,libcrypto}.a, LICENSE.txt and build-info
# Optional: JOBS (default: all processors), CC (default gcc).
set -eu
unset LD_LIBRARY_PATH
LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-315532800}
export LC_ALL TZ SOURCE_DATE_EPOCH
umask 022

: "${OPENSSL_TARBALL:?}" "${OPENSSL_ROOT:?}" "${ARCHITECTURE:?}" "${WORK_DIR:?}" "${DEPS_DIR:?}"
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}

case $ARCHITECTURE in
  x86_64) target=linux-x86_64 ;;
  arm64) target=linux-aarch64 ;;
  *) echo "openssl: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
esac

# The tests (90 of 130 MB), manual pages, programs and demonstrations are not compiled, so not unpacked;
# their build.info files stay, because Configure reads them all.
rm -rf "$WORK_DIR/openssl"
mkdir -p "$WORK_DIR/openssl" "$DEPS_DIR/openssl/lib"
tar -xf "$OPENSSL_TARBALL" -C "$WORK_DIR/openssl" --strip-components=1 --no-same-owner \
  --exclude="$OPENSSL_ROOT/test" --exclude="$OPENSSL_ROOT/doc/*.pod" --exclude="$OPENSSL_ROOT/doc/*.pod.in" \
  --exclude="$OPENSSL_ROOT/doc/*.png" --exclude="$OPENSSL_ROOT/doc/*.svg" --exclude="$OPENSSL_ROOT/apps/*.c" \
  --exclude="$OPENSSL_ROOT/fuzz/*.c" --exclude="$OPENSSL_ROOT/fuzz/corpora" --exclude="$OPENSSL_ROOT/demos/*.c" \
  --exclude="$OPENSSL_ROOT/wycheproof" --exclude="$OPENSSL_ROOT/tls*" --exclude="$OPENSSL_ROOT/python-ecdsa" \
  --exclude="$OPENSSL_ROOT/krb5" --exclude="$OPENSSL_ROOT/oqs-provider" --exclude="$OPENSSL_ROOT/pkcs11-provider"
cd "$WORK_DIR/openssl"

# How the libraries are built:
#   static; no exit handler that could outlive the module or race daemon threads (no-atexit, no-pinshared);
#   no file of the runtime's is ever read for configuration (no-autoload-config): Lambda's
#   /etc/pki/tls/openssl.cnf is written for another OpenSSL and would break every connection;
#   no file names in error strings (no-filenames), for bytes that do not depend on a directory;
#   no-thread-pool also removes the one symbol, pthread_exit, that libpq's own exit check refuses.
how='no-shared no-pinshared no-atexit no-autoload-config no-filenames no-thread-pool no-async no-apps no-tests
no-docs no-module no-engine no-dso no-ui-console no-makedepend'
# What libpq never calls. What stays, and why: MD5 (md5 authentication, keys in PEM), SHA-1, SHA-2, HMAC
# (SCRAM), DES (3DES-encrypted client keys), AES, ChaCha20-Poly1305, RSA, DH, EC, X25519, ML-KEM (the hybrid
# key exchange that 3.5 offers first), scrypt, error strings, and assembly, which is constant-time.
protocols='no-dtls no-quic no-dgram no-ssl3 no-tls1 no-tls1_1 no-comp no-srp no-psk no-srtp no-nextprotoneg no-ct
no-cms no-cmp no-ts no-ocsp no-http no-rfc3779 no-ssl-trace no-integrity-only-ciphers'
algorithms='no-legacy no-gost no-ec2m no-tls-deprecated-ec no-sm2 no-sm3 no-sm4 no-aria no-bf no-blake2 no-camellia
no-cast no-idea no-md4 no-mdc2 no-ocb no-rc2 no-rc4 no-rmd160 no-seed no-siphash no-siv no-whirlpool no-argon2
no-dsa no-ml-dsa no-slh-dsa'

cflags='-O2 -fvisibility=hidden -ffunction-sections -fdata-sections'

# /etc/pki/tls is where Amazon Linux keeps its certificate store: sslrootcert=system finds cert.pem there.
# The target is named so that nothing is guessed under emulation.
# shellcheck disable=SC2086 # lists of options
./Configure "$target" --prefix=/usr/local/psycopg2-lambda --openssldir=/etc/pki/tls --libdir=lib \
  $how $protocols $algorithms $cflags

# The headers first, in one step: libpq.sh may be waiting for them.
make -s -j"$JOBS" build_generated
rm -rf "$DEPS_DIR/openssl/include" "$DEPS_DIR/openssl/include.new"
mkdir -p "$DEPS_DIR/openssl/include.new"
cp -R include/openssl "$DEPS_DIR/openssl/include.new/"
mv "$DEPS_DIR/openssl/include.new" "$DEPS_DIR/openssl/include"

make -s -j"$JOBS" build_libs
cp libcrypto.a libssl.a "$DEPS_DIR/openssl/lib/"
cp LICENSE.txt "$DEPS_DIR/openssl/"
# shellcheck disable=SC2086 # lists of options, on one line
echo "flags=openssl:" $how $protocols $algorithms $cflags >"$DEPS_DIR/openssl/build-info"
rm -rf "$WORK_DIR/openssl"
