#!/bin/sh
# Changes OpenSSL's sources, those in the working directory, and prints a line for each edit, which the SBOM repeats.
set -eu
# shellcheck source-path=SCRIPTDIR source=replace.sh
. "$(dirname "$0")/replace.sh"

# PBKDF2 copies three contexts in each of SCRAM's 4096 rounds, of which one has changed; HMAC_Init_ex without a key
# restores that one, and is how HMAC is computed again with the same key.
replace providers/implementations/kdfs/pbkdf2.c '            if (!HMAC_CTX_copy(hctx, hctx_tpl))' \
  '            if (!HMAC_Init_ex(hctx, NULL, 0, NULL, NULL))'
echo 'edit=openssl: pbkdf2.c calls HMAC_Init_ex instead of HMAC_CTX_copy in each round'

# Before version 18, PostgreSQL takes P-256 and no other group unless it is told otherwise (ssl_ecdh_curve). OpenSSL knows
# it but sends no key for it with the first message, so each connection would cost one more round trip.
groups='?X448:?secp384r1:?secp521r1 / ?ffdhe2048:?ffdhe3072"'
replace ssl/t1_lib.c "    \"?*X25519MLKEM768 / ?*X25519:?secp256r1 / $groups" \
  "    \"?*X25519MLKEM768 / ?*X25519:?*secp256r1 / $groups"
echo 'edit=openssl: t1_lib.c has a client send a key share for P-256, too'
