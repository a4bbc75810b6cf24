#!/bin/sh
# Changes libpq's sources, those of PostgreSQL in the working directory, and prints a line for each edit, which the SBOM
# repeats.
set -eu
# shellcheck source-path=SCRIPTDIR source=replace.sh
. "$(dirname "$0")/replace.sh"

tls=src/interfaces/libpq/fe-secure-openssl.c
random=src/port/pg_strong_random.c
scram=src/common/scram-common.c
tab=$(printf '\t')

# libpq before 18 reads the runtime's openssl.cnf on its own account: a file written for another OpenSSL, which can make
# every connection fail.
if grep -q OPENSSL_INIT_LOAD_CONFIG $tls; then
  sed -i 's/OPENSSL_INIT_LOAD_CONFIG/OPENSSL_INIT_NO_LOAD_CONFIG/' $tls
  echo 'edit=libpq: fe-secure-openssl.c passes OPENSSL_INIT_NO_LOAD_CONFIG instead of OPENSSL_INIT_LOAD_CONFIG'
fi

# A process that is resumed from a snapshot (SnapStart) has the random numbers of every other that is: OpenSSL seeds them
# anew when the process forks, or after an hour. RAND_poll() does at once, for all threads. It always returns 1; whether it
# failed is what RAND_status() says. Each connection draws random bytes in these two places first, TLS or not, whichever attempt of
# whichever host it is; new passwords' salts and the order of load_balance_hosts come from the second, too.
fresh='RAND_poll() == 1 && RAND_status() == 1'
replace $tls '#include <openssl/conf.h>' '#include <openssl/conf.h>
#include <openssl/rand.h>'
replace $tls "${tab}SSL_context = SSL_CTX_new(SSLv23_method());" \
  "${tab}SSL_context = $fresh ? SSL_CTX_new(SSLv23_method()) : NULL;"
replace $random "${tab}if (RAND_bytes(buf, len) == 1)" "${tab}if ($fresh && RAND_bytes(buf, len) == 1)"
echo 'edit=libpq: fe-secure-openssl.c and pg_strong_random.c call RAND_poll, for random numbers of their own after a snapshot'

# SCRAM's Hi() is PBKDF2 (RFC 5802, section 2.2), for which libpq sets up HMAC anew at each of 4096 rounds: half of what a
# connection costs. OpenSSL has it as one function. The sums are those of libpq 17 and 18.
function='/^scram_SaltedPassword(/,/^}/'
case $(sed -n "${function}p" $scram | cksum) in
  '3034093473 1679' | '855933842 1670') ;;
  *)
    echo "libpq: scram_SaltedPassword in $scram is not the one that libpq-edits.sh replaces" >&2
    exit 1
    ;;
esac
cat >edited <<'C'
{
	ERR_clear_error();
	if (hash_type == PG_SHA256 &&
		PKCS5_PBKDF2_HMAC(password, strlen(password), (const unsigned char *) salt, saltlen,
						  iterations, EVP_sha256(), key_length, result) == 1)
		return 0;
	*errstr = ERR_reason_error_string(ERR_get_error());
	if (*errstr == NULL)
		*errstr = "OpenSSL failure";
	return -1;
}
C
sed -i -e "$function{ /^{/r edited" -e '/^{/,/^}/d; }' $scram
rm edited
replace $scram '#include "common/base64.h"' '#include <openssl/err.h>
#include <openssl/evp.h>

#include "common/base64.h"'
echo 'edit=libpq: scram-common.c has PKCS5_PBKDF2_HMAC compute scram_SaltedPassword'
