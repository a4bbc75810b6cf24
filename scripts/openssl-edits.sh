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
