"""Proves that a psycopg2 talks to a real PostgreSQL over TLS, inside the runtime it was built for.

Runs on every Python from 2.7 on, as an unprivileged user with an unreadable home directory. Reads from the
environment PACKAGE_DIR (holds psycopg2/), SERVER_PORT (on localhost, TLS and SCRAM only), SERVER_PASSWORD (of the
role postgres), SERVER_TOKEN (of the role iam, 2 KB), CA_PEM (the authority that signed the server's certificate for
"localhost"), STRANGER_PEM (another one), STORE (the runtime's certificate store; empty: there is none to look at).
With TRUSTED=yes the store holds the authority, too, and only that is checked.

Prints a line for each check, `ok NAME: what was seen` or `skipped NAME: why`; the first failure ends it.
"""
import datetime
import decimal
import io
import json
import os
import re
import select
import sys
import tempfile

sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402
import psycopg2.extensions  # noqa: E402
import psycopg2.extras  # noqa: E402

LIBPQ = psycopg2.extensions.libpq_version()
DIRECTORY = tempfile.mkdtemp()
STORE = os.environ.get("STORE", "")
# In no certificate; libpq is told the address, so nobody has to know the name.
WRONG_HOST = "elsewhere.psycopg2-lambda.test"


class Failed(Exception):
    pass


def ok(name, detail):
    print("ok %s: %s" % (name, detail))
    sys.stdout.flush()


def expect(name, found, wanted):
    if found != wanted:
        raise Failed("%s: expected %r, found %r" % (name, wanted, found))


def certificate(name):
    path = os.path.join(DIRECTORY, name)
    with open(path, "w") as pem:
        pem.write(os.environ[name])
    return path


def connect(**options):
    settings = dict(
        host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
        password=os.environ["SERVER_PASSWORD"], sslmode="require", connect_timeout=15)
    # libpq looks for a client certificate below a home directory that Lambda does not let it read, and gives up.
    if LIBPQ >= 160000:
        settings["sslcertmode"] = "disable"
    else:
        settings["sslcert"] = "/no/such/certificate"
    settings.update(options)
    return psycopg2.connect(**settings)


def query(connection, text, *values):
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()


def tls(**options):
    """Version and cipher of a new connection, as the server sees them."""
    connection = connect(**options)
    try:
        return query(connection, "SELECT version, cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid()")[0]
    finally:
        connection.close()


def accepted(name, detail="", **options):
    try:
        found = tls(**options)
    except psycopg2.OperationalError as error:
        raise Failed("%s: %s" % (name, " ".join(str(error).split())))
    ok(name, "%s, %s%s" % (found[0], found[1], detail))
    return found[0]


def refused(name, pattern, **options):
    try:
        connect(**options).close()
    except psycopg2.OperationalError as error:
        message = " ".join(str(error).split())
        if not re.search(pattern, message):
            raise Failed("%s: refused, but for another reason than %r: %s" % (name, pattern, message))
        ok(name, message)
    else:
        raise Failed("%s: the connection was accepted" % name)


def check_tls(authority):
    expect("TLS 1.3", accepted("TLS 1.3"), "TLSv1.3")
    expect("TLS 1.2", accepted("TLS 1.2", ssl_max_protocol_version="TLSv1.2"), "TLSv1.2")
    accepted("verify-full", sslmode="verify-full", sslrootcert=authority)
    accepted("channel binding", channel_binding="require")
    if LIBPQ >= 160000:
        accepted("SCRAM-SHA-256", require_auth="scram-sha-256")
    else:
        print("skipped SCRAM-SHA-256: libpq %d has no require_auth (16 has); channel binding implies it" % LIBPQ)
    token = os.environ["SERVER_TOKEN"]
    accepted("long password", ", %d characters" % len(token), user="iam", password=token)


def check_refusals(authority):
    refused("without TLS", "no encryption|SSL off", sslmode="disable")
    refused("wrong password", "password authentication failed", password="wrong")
    refused("untrusted certificate", "certificate verify failed",
            sslmode="verify-full", sslrootcert=certificate("STRANGER_PEM"))
    refused("wrong name", "does not match host name \"%s\"" % WRONG_HOST,
            sslmode="verify-full", sslrootcert=authority, host=WRONG_HOST, hostaddr="127.0.0.1")


def check_store(authority):
    """The runtime's own store: it is where the module looks, it can be read, and it does not trust just anybody."""
    if LIBPQ < 160000:
        print("skipped certificate store: libpq %d has no sslrootcert=system (16 has)" % LIBPQ)
        return
    os.environ["SSL_CERT_FILE"] = authority
    accepted("sslrootcert=system with SSL_CERT_FILE", sslmode="verify-full", sslrootcert="system")
    del os.environ["SSL_CERT_FILE"]
    if not STORE:
        print("skipped certificate store: this machine is not Lambda's image; nothing is known of its store")
        return
    roots = count_roots()
    refused("sslrootcert=system, unknown authority", "certificate verify failed",
            sslmode="verify-full", sslrootcert="system")
    ok("certificate store", "%d certificates in %s" % (roots, STORE))


def count_roots():
    try:
        with io.open(STORE, encoding="utf-8", errors="replace") as store:
            roots = store.read().count("-----BEGIN CERTIFICATE-----")
    except (IOError, OSError) as error:
        raise Failed("certificate store: %s; sslrootcert=system looks nowhere else" % error)
    if roots == 0:
        raise Failed("certificate store: %s holds no certificate; sslrootcert=system looks nowhere else" % STORE)
    return roots


def check_trusted_store():
    roots = count_roots()
    accepted("sslrootcert=system", ", with %d certificates in %s" % (roots, STORE),
             sslmode="verify-full", sslrootcert="system")


def check_values(connection):
    text = b"Gr\xc3\xbc\xc3\x9fe, \xe4\xb8\x96\xe7\x95\x8c".decode("utf-8")
    when = datetime.datetime(2026, 2, 28, 23, 59, 59, 123456)
    document = {u"a": [1, None, text]}
    if sys.version_info[0] == 2:
        psycopg2.extensions.register_type(psycopg2.extensions.UNICODE, connection)
        psycopg2.extensions.register_type(psycopg2.extensions.UNICODEARRAY, connection)
    values = (
        ("text", "%s::text", text, text),
        ("bytea", "%s::bytea", psycopg2.Binary(bytes(bytearray(range(256)))), bytes(bytearray(range(256)))),
        ("array", "%s::int[]", [1, 2, None], [1, 2, None]),
        ("text array", "%s::text[]", [text, u"a,\"b\""], [text, u"a,\"b\""]),
        ("json", "%s::jsonb", psycopg2.extras.Json(document), document),
        ("timestamp", "%s::timestamp", when, when),
        ("numeric", "%s::numeric", decimal.Decimal("1.10"), decimal.Decimal("1.10")),
        ("bigint", "%s::bigint", 2 ** 62, 2 ** 62),
        ("null", "%s::text", None, None))
    for name, expression, sent, wanted in values:
        found = query(connection, "SELECT " + expression, sent)[0][0]
        expect(name, bytes(found) if name == "bytea" else found, wanted)
    aware = query(connection, "SELECT %s::timestamptz", "2026-02-28T23:59:59+00:00")[0][0]
    expect("timestamptz", aware.utcoffset() is not None and (aware - aware.utcoffset()).replace(tzinfo=None),
           datetime.datetime(2026, 2, 28, 23, 59, 59))
    ok("values both ways", ", ".join([name for name, _, _, _ in values] + ["timestamptz"]))


def check_copy(connection):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE copied (number int, word text)")
        rows = u"".join(u"%d\tw\u00f6rd %d\n" % (i, i) for i in range(5000))
        cursor.copy_expert("COPY copied FROM STDIN", io.BytesIO(rows.encode("utf-8")))
        out = io.BytesIO()
        cursor.copy_expert("COPY (SELECT * FROM copied ORDER BY number) TO STDOUT", out)
        expect("COPY", out.getvalue().decode("utf-8"), rows)
        ok("COPY both ways", "5000 rows")
    with connection.cursor("named") as cursor:
        cursor.itersize = 100
        cursor.execute("SELECT number FROM copied ORDER BY number")
        expect("server-side cursor", [row[0] for row in cursor], list(range(5000)))
        ok("server-side cursor", "5000 rows, 100 at a time")
    connection.rollback()


def check_notification(connection):
    connection.set_isolation_level(psycopg2.extensions.ISOLATION_LEVEL_AUTOCOMMIT)
    other = connect()
    other.set_isolation_level(psycopg2.extensions.ISOLATION_LEVEL_AUTOCOMMIT)
    # Other Pythons may be trying the same server at the same time.
    channel = "lambda_%d" % connection.get_backend_pid()
    with connection.cursor() as listener, other.cursor() as speaker:
        listener.execute("LISTEN " + channel)
        speaker.execute("NOTIFY %s, 'hello'" % channel)
    if not select.select([connection], [], [], 15)[0]:
        raise Failed("notification: none came within 15 s")
    connection.poll()
    expect("notification", [note.payload for note in connection.notifies], ["hello"])
    other.close()
    ok("notification", "hello")


def check_large_object():
    connection = connect()
    data = bytes(bytearray(range(256))) * 1024
    writer = connection.lobject(0, "wb")
    writer.write(data)
    number = writer.oid
    writer.close()
    reader = connection.lobject(number, "rb")
    expect("large object", reader.read(), data)
    reader.seek(1000)
    expect("large object's position", reader.read(3), data[1000:1003])
    reader.unlink()
    connection.commit()
    connection.close()
    ok("large object", "%d bytes written, read and removed" % len(data))


def main():
    if os.environ.get("TRUSTED") == "yes":
        check_trusted_store()
        return
    authority = certificate("CA_PEM")
    check_tls(authority)
    check_refusals(authority)
    check_store(authority)
    connection = connect()
    check_values(connection)
    check_copy(connection)
    check_notification(connection)
    check_large_object()
    connection.close()
    expect("closed", connection.closed, 1)
    try:
        query(connection, "SELECT 1")
    except psycopg2.InterfaceError:
        pass


if __name__ == "__main__":
    try:
        main()
    except Failed as error:
        sys.exit("FAILED %s" % error)
    except psycopg2.Error as error:
        sys.exit("FAILED %s: %s" % (type(error).__name__, " ".join(str(error).split())))
