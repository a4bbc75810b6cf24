"""Python's own ssl and psycopg2's OpenSSL in one process: HTTPS and PostgreSQL at once in many threads, then fork.

Reads from the environment FIRST (ssl or psycopg2: what is loaded first), ROUNDS (of each thread), PACKAGE_DIR,
SERVER_PORT, SERVER_PASSWORD, CA_PEM, SERVER_PEM (key and certificate of "localhost"; here for an HTTPS server of this
process's own). Prints how many connections of each kind every process made.
"""
import collections
import os
import sys
import tempfile
import threading
import time
import warnings

# Three processes at once stay well below the server's 50 connections.
THREADS, CHILDREN = 6, 2
ROUNDS = int(os.environ["ROUNDS"])

sys.path.insert(0, os.environ["PACKAGE_DIR"])


def load_ssl():
    import _ssl
    import ssl
    # Not only loaded: used.
    ssl.create_default_context()
    return _ssl.__file__


def load_psycopg2():
    import psycopg2
    return psycopg2._psycopg.__file__


def mapped(path):
    with open("/proc/self/maps") as maps:
        return any(line.rstrip().endswith(path) for line in maps)


# psycopg2 imports ssl itself as soon as its module, and with it its OpenSSL, is in memory.
if os.environ["FIRST"] == "ssl":
    assert mapped(load_ssl()) and "psycopg2" not in sys.modules
    load_psycopg2()
else:
    assert "_ssl" not in sys.modules
    load_psycopg2()
    load_ssl()

import http.client  # noqa: E402
import http.server  # noqa: E402
import ssl  # noqa: E402

import psycopg2  # noqa: E402

DIRECTORY = tempfile.mkdtemp()


def certificate(name):
    path = os.path.join(DIRECTORY, name)
    with open(path, "w") as pem:
        pem.write(os.environ[name])
    return path


AUTHORITY = certificate("CA_PEM")
CLIENT = ssl.create_default_context(cafile=AUTHORITY)
# Python 3.13 asks for key identifiers, which certificates for one run do without.
CLIENT.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", 0)
SERVER = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
SERVER.load_cert_chain(certificate("SERVER_PEM"))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *_):
        pass


class HttpsServer(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def finish_request(self, request, client_address):
        """In the connection's own thread, so that handshakes run at the same time."""
        with SERVER.wrap_socket(request, server_side=True) as connection:
            super().finish_request(connection, client_address)


def fetch(port, path):
    connection = http.client.HTTPSConnection("localhost", port, context=CLIENT, timeout=30)
    connection.request("GET", path)
    body = connection.getresponse().read().decode()
    connection.close()
    assert body == path, body


def connect():
    # libpq builds a new SSL context for each connection, and reads the authority anew.
    return psycopg2.connect(
        host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
        password=os.environ["SERVER_PASSWORD"], sslmode="verify-full", sslrootcert=AUTHORITY,
        sslcertmode="disable", connect_timeout=30)


def query(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert cursor.fetchone() == ("TLSv1.3",)


def once(port, name):
    """One of each kind, both open at the same time."""
    connection = connect()
    fetch(port, "/" + name)
    query(connection)
    connection.close()


def storm(port):
    """All threads at once; gives how many pairs of connections were made."""
    barrier = threading.Barrier(THREADS)
    made = []
    errors = []

    def work(number):
        try:
            barrier.wait()
            for i in range(ROUNDS):
                once(port, "%d-%d" % (number, i))
                made.append(i)
        except Exception as error:
            errors.append("thread %d: %s: %s" % (number, type(error).__name__, error))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        sys.exit("\n".join(errors))
    return len(made)


def fork(port):
    """Children connect while this process does; one leaves by os._exit, the other as any program."""
    open_here = connect()
    # That is the point here.
    warnings.filterwarnings("ignore", ".*use of fork", DeprecationWarning)
    children = []
    for number in range(CHILDREN):
        child = os.fork()
        if child == 0:
            once(port, "child")
            storm(port)
            if number == 0:
                os._exit(0)
            sys.exit(0)
        children.append(child)
    made = storm(port)
    ends = collections.Counter(os.waitpid(child, 0)[1] for child in children)
    assert ends == {0: CHILDREN}, ends
    # The children inherited this connection and ended; it is still ours, in the middle of its TLS stream.
    query(open_here)
    open_here.close()
    return made


def main():
    https = HttpsServer(("127.0.0.1", 0), Handler)
    serving = threading.Thread(target=https.serve_forever, daemon=True)
    serving.start()
    port = https.server_address[1]
    alone = storm(port)
    # Nothing but this thread and the one that accepts is in the middle of anything when the process is copied.
    while threading.active_count() > 2:
        time.sleep(0.01)
    beside = fork(port)
    https.shutdown()
    print("%d alone, %d beside %d children" % (alone, beside, CHILDREN))


main()
