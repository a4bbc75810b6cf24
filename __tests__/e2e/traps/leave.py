"""Ends in one of many ways, with connections that nobody has closed.

Reads from the environment WAY (see the functions below), PACKAGE_DIR, SERVER_PORT, SERVER_PASSWORD.
"""
import ctypes
import os
import sys
import threading
import time

WAY = os.environ["WAY"]
LIBC = ctypes.CDLL(None)
# The handler that was registered first runs last: OpenSSL's own, if it had one, would run before this one.
LINGER = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_void_p)(lambda *_: time.sleep(0.3))
if WAY == "exit_of_c":
    LIBC.on_exit(LINGER, None)

sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402

KEPT = []


def connect():
    connection = psycopg2.connect(
        host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
        password=os.environ["SERVER_PASSWORD"], sslmode="require", sslcertmode="disable")
    KEPT.append(connection)
    return connection


def query(connection, text="SELECT 1"):
    with connection.cursor() as cursor:
        cursor.execute(text)
        return cursor.fetchall()


def daemons(work):
    """Six threads that never end, all well under way."""
    under_way = threading.Barrier(7)

    def forever():
        work()
        under_way.wait()
        while True:
            work()

    for _ in range(6):
        threading.Thread(target=forever, daemon=True).start()
    under_way.wait()
    time.sleep(0.05)


def open_connections():
    """One idle, one in a transaction, one with a server-side cursor half read."""
    connect()
    query(connect())
    cursor = connect().cursor("named")
    cursor.itersize = 10
    cursor.execute("SELECT generate_series(1, 1000)")
    next(cursor)
    KEPT.append(cursor)


def busy_daemons():
    """Threads in the middle of queries, some of which bring much and some of which wait."""
    local = threading.local()

    def work():
        if not hasattr(local, "connection"):
            local.connection = connect()
        query(local.connection, "SELECT pg_sleep(0.001), repeat('x', 1000) FROM generate_series(1, 20)")

    daemons(work)


def connecting_daemons():
    """Threads in the middle of TLS handshakes."""
    daemons(lambda: KEPT.remove(connect()))


def forked_child():
    """A child that leaves as any program, with a connection of its own and one that it inherited."""
    inherited = connect()
    query(inherited)
    child = os.fork()
    if child == 0:
        query(connect())
        sys.exit(0)
    ended = os.waitpid(child, 0)[1]
    assert ended == 0, "the child ended with %d" % ended
    assert query(inherited) == [(1,)]


def exit_of_c():
    """Threads go on connecting while exit handlers run: nobody stops them, as Python would."""
    connecting_daemons()
    LIBC.exit(0)


{way.__name__: way for way in (open_connections, busy_daemons, connecting_daemons, forked_child, exit_of_c)}[WAY]()
