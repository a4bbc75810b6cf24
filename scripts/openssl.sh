#!/bin/sh
# Compiles OpenSSL's two static libraries, with what libpq uses of it and nothing else.
#
#   OPENSSL_TARBALL  the release tarball
#   OPENSSL_ROOT     the directory inside it, for example openssl-3.5.7
#   ARCHITECTURE     x86_64 or arm64
#   WORK_DIR         scratch directory, made if need be
#   DEPS_DIR         receives openssl/include, openssl/lib/{libssl,libcrypto}.a, LICENSE.txt and build-info
# Optional: JOBS (default: all processors); TOOLCHAIN_BIN, the BIN_DIR of toolchain.sh, or CC (default gcc).
set -eu
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source-path=SCRIPTDIR source=hardening.sh
. "$(dirname "$0")/hardening.sh"

: "${OPENSSL_TARBALL:?}" "${OPENSSL_ROOT:?}" "${ARCHITECTURE:?}" "${WORK_DIR:?}" "${DEPS_DIR:?}"
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
scripts=$(cd "$(dirname "$0")" && pwd)

case $ARCHITECTURE in
  x86_64) target=linux-x86_64 ;;
  arm64) target=linux-aarch64 ;;
  *) echo "openssl: ARCHITECTURE is x86_64 or arm64, not '$ARCHITECTURE'" >&2 && exit 2 ;;
esac

# The tests (90 of 130 MB), manual pages, programs, demonstrations and what the options below leave out are not
# compiled, so not unpacked; their build.info files stay, because Configure reads them all.
rm -rf "$WORK_DIR/openssl"
mkdir -p "$WORK_DIR/openssl" "$DEPS_DIR/openssl/lib"
tar -xf "$OPENSSL_TARBALL" -C "$WORK_DIR/openssl" --strip-components=1 --no-same-owner \
  --exclude="$OPENSSL_ROOT/test" --exclude="$OPENSSL_ROOT/doc/*.pod" --exclude="$OPENSSL_ROOT/doc/*.pod.in" \
  --exclude="$OPENSSL_ROOT/doc/*.png" --exclude="$OPENSSL_ROOT/doc/*.svg" --exclude="$OPENSSL_ROOT/apps/*.c" \
  --exclude="$OPENSSL_ROOT/fuzz/*.c" --exclude="$OPENSSL_ROOT/fuzz/corpora" --exclude="$OPENSSL_ROOT/demos/*.c" \
  --exclude="$OPENSSL_ROOT/wycheproof" --exclude="$OPENSSL_ROOT/tls*" --exclude="$OPENSSL_ROOT/python-ecdsa" \
  --exclude="$OPENSSL_ROOT/krb5" --exclude="$OPENSSL_ROOT/oqs-provider" --exclude="$OPENSSL_ROOT/pkcs11-provider" \
  --exclude="$OPENSSL_ROOT/CHANGES.md" --exclude="$OPENSSL_ROOT/NEWS.md" \
  --exclude="$OPENSSL_ROOT/providers/fips/*.c" --exclude="$OPENSSL_ROOT/engines/*.c" \
  --exclude="$OPENSSL_ROOT/crypto/cmp/*.c" --exclude="$OPENSSL_ROOT/crypto/cms/*.c" \
  --exclude="$OPENSSL_ROOT/crypto/engine/*.c"
cd "$WORK_DIR/openssl"
build_info="$DEPS_DIR/openssl/build-info"
sh "$scripts/openssl-edits.sh" >"$build_info"

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
no-dsa no-ml-dsa no-slh-dsa no-cmac no-multiblock'
# What 3.4 and earlier deprecated goes, too; what 3.5 did (BIO_meth_get_*), libpq 17 still calls.
algorithms="$algorithms no-deprecated --api=3.4"

# For size, because most of what takes time is assembly anyway; bench/README.md has what was tried. Nothing ever
# unwinds through OpenSSL: it calls neither C++ nor Python. psycopg2's and libpq's tables stay, for Python's threads
# that end in the middle of a call.
cflags='-Os -fno-asynchronous-unwind-tables -fno-unwind-tables -fvisibility=hidden -ffunction-sections -fdata-sections'
cflags="$cflags$hardening"
# For speed, what a login spends its time in: SCRAM is thousands of hashes, certificates are base64 and ASN.1.
fast='crypto/hmac/%.o crypto/sha/%.o crypto/evp/libcrypto-lib-diges%.o crypto/evp/libcrypto-lib-enc%.o
providers/implementations/digests/%.o providers/implementations/kdfs/%pbkdf2.o crypto/asn1/%.o'

# What is compiled in spite of all options, although the final link takes nothing of it: 136 of 830 files. One that
# another release needs after all would be found as an undefined symbol by the audit, by name. The list is every
# member of the archives that is not in the file `members`, which psycopg2.sh writes.
unlinked='aes_cfb aes_ecb aes_misc aes_ofb aes_wrap aesni-mb-x86_64 api argon2 asn1_item_list asn_mime async_posix
async_win bf_lbuf bf_nbio bf_null bio_asn1 bio_b64 bio_cb bio_ndef bio_ok bio_pk7 bio_ssl bn_exp2 bn_gf2m bn_mpi
bn_nist bn_srp bss_acpt bss_bio bss_conn bss_dgram bss_dgram_pair bss_fd bss_log cbc_cksm cbc_enc cmeth_lib cts128
d1_srtp d2i_param d2i_pu decoder_err der_digests_gen der_ec_key dh_meth dh_prn dh_rfc5114 dsa_ctrl dso_dl dso_dlfcn
dso_vms dso_win32 e_aria e_bf e_cast e_idea e_null e_rc2 e_rc4 e_rc4_hmac_md5 e_rc5 e_sm4 ebcdic ec2_oct ec2_smpl
ec_deprecated ec_print ecp_nist encoder_err err_all_legacy ess_asn1 ess_lib f_impl32 fcrypt fcrypt_b hpke kdf_err
lh_stats md5_one o_init ocb128 ofb_enc p12_crt p12_npas p_open p_seal pcbc_enc pem_sign pk7_mime pk7_smime
poll_immediate qud_cksm quic_tls_api quic_vlint rand_cpu_x86 rand_deprecated rand_key rand_tsc rand_win randfile
rsa_meth rsa_prn seed_src_jitter sha1-mb-x86_64 sha256-mb-x86_64 siv128 ssl_cert_comp ssl_err_legacy ssl_stat ssl_txt
ssl_utst store_strings str2key t1_trce t_acert t_bitst t_crl t_req t_spki tasn_scn thread_win threads_lib
threads_none threads_win tls_srp txt_db uid v3_addr v3_asid x509_meth x509_r2x x509aset x509spki x86_64-gf2m
x_ietfatt xts128gb'

# /etc/pki/tls is where Amazon Linux keeps its certificate store: sslrootcert=system finds cert.pem there.
# The target is named so that nothing is guessed under emulation.
# shellcheck disable=SC2086 # lists of options
CC=${CC:-gcc} ./Configure "$target" --prefix=/usr/local/psycopg2-lambda --openssldir=/etc/pki/tls --libdir=lib \
  $how $protocols $algorithms $cflags

# shellcheck disable=SC2086 # a list of names
names=$(echo $unlinked | tr ' ' '|')
sed -i -E "s# [^ ]*/lib(common|crypto|default|ssl)-lib-($names)\.o##g" Makefile

# shellcheck disable=SC2086 # a list of patterns
echo $fast': CFLAGS += -O2' >>Makefile

# Assembly for AVX-512 is a fifth of the whole module, and pays only for bulk encryption far beyond what a
# database sends. The generators leave it out for an old assembler, as they do on Amazon Linux 2 by themselves;
# AES-NI and AVX2 stay. What they ask is the compiler, so they get one that only tells that version.
if [ "$ARCHITECTURE" = x86_64 ]; then
  printf '#!/bin/sh\necho "GNU assembler version 2.24"\n' >old-assembler
  chmod +x old-assembler
  grep -q 'CC="[$](CC)" [$](PERL)' Makefile || {
    echo "openssl: the Makefile does not call perl as openssl.sh expects" >&2
    exit 1
  }
  sed -i "s#CC=\"\$(CC)\" \$(PERL)#CC=\"$PWD/old-assembler\" \$(PERL)#" Makefile
fi

# The headers first, in one step: libpq.sh may be waiting for them.
make -s -j"$JOBS" build_generated
rm -rf "$DEPS_DIR/openssl/include" "$DEPS_DIR/openssl/include.new"
mkdir -p "$DEPS_DIR/openssl/include.new"
cp -R include/openssl "$DEPS_DIR/openssl/include.new/"
mv "$DEPS_DIR/openssl/include.new" "$DEPS_DIR/openssl/include"

make -s -j"$JOBS" libcrypto.a libssl.a
cp libcrypto.a libssl.a "$DEPS_DIR/openssl/lib/"
cp LICENSE.txt "$DEPS_DIR/openssl/"
# shellcheck disable=SC2086 # lists of options, on one line
echo "flags=openssl:" $how $protocols $algorithms $cflags -- -O2: $fast >>"$build_info"
echo 'edit=openssl: Makefile without assembly for AVX-512 and without the files that openssl.sh calls unlinked' >>"$build_info"
rm -rf "$WORK_DIR/openssl"
