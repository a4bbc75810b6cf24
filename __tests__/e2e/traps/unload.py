"""Closes every handle of psycopg2's module while threads have TLS connections of its making.

OpenSSL keeps data of each thread, which it frees when the thread ends: by then its code must still be there. Reads
from the environment PACKAGE_DIR, SERVER_PORT, SERVER_PASSWORD.
"""
import _ctypes
import os
import sys
import threading

sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402

MODULE = psycopg2._psycopg.__file__


def connect():
    return psycopg2.connect(
        host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
        password=os.environ["SERVER_PASSWORD"], sslmode="require", sslcertmode="disable")


def query(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert cursor.fetchone() == ("TLSv1.3",)


def mappings():
    with open("/proc/self/maps") as maps:
        return sum(line.rstrip().endswith(MODULE) for line in maps)


def close_all():
    """The import opened the library once, this opens it once more, and both are closed."""
    before = mappings()
    handle = _ctypes.dlopen(MODULE, os.RTLD_NOW)
    assert mappings() == before, "the library was loaded a second time"
    _ctypes.dlclose(handle)
    _ctypes.dlclose(handle)
    assert mappings() == before, "the library was unloaded"


def main():
    connected, closed = threading.Barrier(4), threading.Event()

    def work():
        connection = connect()
        connected.wait()
        closed.wait()
        query(connection)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    connected.wait()
    close_all()
    closed.set()
    for thread in threads:
        thread.join()
    query(connect())
    print("closed")


main()
