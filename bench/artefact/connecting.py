"""Connects and disconnects once for each line it reads, and prints what that cost as JSON: see client.py for the
environment.

    python -B connecting.py file|store|scram|default

file     TLS 1.3, verify-full, one root in sslrootcert; no password, no GSSAPI
store    the same with sslrootcert=system and as many roots as a system trusts
scram    what SCRAM adds: the difference of two logins, with and without, neither over TLS
default  as a function connects: like file, with SCRAM, and whatever else this libpq does when nobody tells it not to
"""
import os
import sys

import client

# What a libpq with GSSAPI looks for at each connection is not TLS and not SCRAM.
PLAIN = {"gssencmode": "disable"}
FILE = {"sslmode": "verify-full", "sslrootcert": os.environ["CA_FILE"]}
STORE = {"sslmode": "verify-full", "sslrootcert": "system"}
NO_TLS = {"sslmode": "disable"}


def once(options):
    return client.cost(lambda: client.connect(**options).close())


def difference(more, less):
    first, second = once(more), once(less)
    return {name: first[name] - second[name] for name in first}


def check_tls(options):
    connection = client.connect(**options)
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        version = cursor.fetchone()[0]
    connection.close()
    if version != "TLSv1.3":
        sys.exit("connected with %s instead of TLSv1.3" % version)


def main():
    what = sys.argv[1]
    if what == "scram":
        client.serve(lambda: difference(dict(PLAIN, **NO_TLS, **client.OWNER), dict(PLAIN, **NO_TLS, **client.TRUSTED)))
        return
    options = dict(FILE, **client.OWNER)
    if what != "default":
        # OpenSSL looks there unless told otherwise: one store for both, wherever each would look by itself.
        os.environ["SSL_CERT_FILE"] = os.environ["STORE_FILE"]
        options = dict(PLAIN, **(FILE if what == "file" else STORE), **client.TRUSTED)
    check_tls(options)
    client.serve(lambda: once(options))


if __name__ == "__main__":
    main()
