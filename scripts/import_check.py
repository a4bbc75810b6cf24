"""Proves that a psycopg2 loads and speaks TLS, inside the runtime it was built for.

Runs on every Python from 2.7 on, in an image that may hold nothing else, without a network. Reads what is
expected from the environment (EXPECT_PSYCOPG2 2.9.13, EXPECT_LIBPQ 180006, EXPECT_OPENSSL 3.5.7,
PACKAGE_DIR: the directory that holds psycopg2/) and prints one line per check; the first failure ends it.
"""
import os
import re
import socket
import struct
import sys
import threading


def check(what, found, expected):
    if found != expected:
        sys.exit("FAILED %s: expected %r, found %r" % (what, expected, found))
    print("ok %s: %s" % (what, found))


def client_hello(module):
    """What the module's libpq sends to a server that agrees to TLS: the bytes of its first TLS record."""
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    received = []

    def serve():
        connection = server.accept()[0]
        connection.settimeout(10)
        # SSLRequest, as in the protocol's documentation: length 8, code 80877103.
        request = connection.recv(8)
        if request != struct.pack("!ii", 8, 80877103):
            received.append(b"no SSLRequest but %r" % (request,))
        else:
            connection.sendall(b"S")
            record = b""
            while len(record) < 5 or len(record) < 5 + struct.unpack("!H", record[3:5])[0]:
                chunk = connection.recv(4096)
                if not chunk:
                    break
                record += chunk
            received.append(record)
        connection.close()

    thread = threading.Thread(target=serve)
    thread.daemon = True
    thread.start()
    try:
        # Without sslcert, libpq looks for a client certificate below a home directory that Lambda may not let it
        # read, and gives up.
        module.connect(
            host="127.0.0.1", port=server.getsockname()[1], sslmode="require", sslcert="/no/such/certificate",
            user="u", dbname="d", password="p", connect_timeout=10)
    except module.OperationalError:
        pass
    thread.join(15)
    server.close()
    return received[0] if received else b""


def offered_versions(record):
    """The protocol versions in a ClientHello's supported_versions extension (RFC 8446, 4.2.1)."""
    if record[:1] != b"\x16" or record[5:6] != b"\x01":
        return []
    at = 5 + 4 + 2 + 32
    at += 1 + struct.unpack("!B", record[at:at + 1])[0]
    at += 2 + struct.unpack("!H", record[at:at + 2])[0]
    at += 1 + struct.unpack("!B", record[at:at + 1])[0]
    at += 2
    while at + 4 <= len(record):
        kind, length = struct.unpack("!HH", record[at:at + 4])
        if kind == 43:
            body = record[at + 5:at + 4 + length]
            return ["%04x" % struct.unpack("!H", body[i:i + 2]) for i in range(0, len(body), 2)]
        at += 4 + length
    return []


def main():
    package_dir = os.environ["PACKAGE_DIR"]
    sys.path.insert(0, package_dir)
    # A runtime's own start-up files may have imported it.
    before = "ssl" in sys.modules
    import psycopg2
    from psycopg2 import _psycopg

    libc = os.confstr("CS_GNU_LIBC_VERSION") if "CS_GNU_LIBC_VERSION" in os.confstr_names else "unknown libc"
    print("ok Python: %s, %s" % (sys.version.split()[0], libc))
    check("psycopg2.__version__", psycopg2.__version__.split()[0], os.environ["EXPECT_PSYCOPG2"])
    check("psycopg2.__libpq_version__", str(psycopg2.__libpq_version__), os.environ["EXPECT_LIBPQ"])
    check("imported from", os.path.dirname(os.path.dirname(os.path.abspath(_psycopg.__file__))),
          os.path.abspath(package_dir))
    # psycopg2 itself imports ssl, which takes longer than all the rest; what psycopg2.sh builds does not.
    check("imports Python's ssl", "ssl" in sys.modules and not before, False)
    with open(_psycopg.__file__, "rb") as module_file:
        versions = set(re.findall(br"OpenSSL (\d+\.\d+\.\d+) ", module_file.read()))
    check("OpenSSL inside", b", ".join(sorted(versions)).decode(), os.environ["EXPECT_OPENSSL"])
    # 0304 is TLS 1.3, 0303 is TLS 1.2; nothing older may be offered.
    check("TLS versions offered", " ".join(offered_versions(client_hello(psycopg2))), "0304 0303")
    for submodule in ("errorcodes", "errors", "extensions", "extras", "pool", "sql", "tz"):
        __import__("psycopg2." + submodule)
    print("ok submodules: all of them")


if __name__ == "__main__":
    main()
