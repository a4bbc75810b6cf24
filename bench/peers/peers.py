"""Connects and disconnects with one of the packages that people use for PostgreSQL, as a function would: TLS 1.3,
verify-full, SCRAM.

    python -B peers.py CLIENT COUNT     so often, to be counted by callgrind
    python -B peers.py CLIENT           once for each line it reads; prints what that cost as JSON

CLIENT is psycopg2, psycopg, asyncpg, pg8000, or nothing. From the environment come PACKAGE_DIR (holds the package), SERVER_PORT (on
127.0.0.1), SERVER_PASSWORD (of the role postgres) and CA_FILE (the authority of the server's certificate for "localhost").
"""
import os
import sys

sys.path.insert(0, os.environ["PACKAGE_DIR"])
PORT = int(os.environ["SERVER_PORT"])
PASSWORD = os.environ["SERVER_PASSWORD"]
AUTHORITY = os.environ["CA_FILE"]


def nothing():
    return lambda: None


def libpq(connect):
    settings = dict(host="localhost", hostaddr="127.0.0.1", port=PORT, dbname="postgres", user="postgres")
    settings.update(password=PASSWORD, sslmode="verify-full", sslrootcert=AUTHORITY)
    return lambda: connect(**settings).close()


def psycopg2():
    import psycopg2

    return libpq(psycopg2.connect)


def psycopg():
    import psycopg

    return libpq(psycopg.connect)


def without_look_up():
    """Where an address cannot be given beside the name, nobody looks the name up all the same."""
    import socket

    known = socket.getaddrinfo
    socket.getaddrinfo = lambda host, *rest, **more: known("127.0.0.1", *rest, **more)


def context():
    import ssl

    # Made once: libpq makes one for each connection.
    return ssl.create_default_context(cafile=AUTHORITY)


def asyncpg():
    import asyncio

    import asyncpg

    without_look_up()
    settings = dict(host="localhost", port=PORT, database="postgres", user="postgres", password=PASSWORD, ssl=context())
    loop = asyncio.new_event_loop()

    async def connect():
        await (await asyncpg.connect(**settings)).close()

    return lambda: loop.run_until_complete(connect())


def pg8000():
    import pg8000.dbapi

    without_look_up()
    settings = dict(host="localhost", port=PORT, database="postgres", user="postgres", password=PASSWORD)
    settings["ssl_context"] = context()
    return lambda: pg8000.dbapi.connect(**settings).close()


def main():
    clients = {client.__name__: client for client in (nothing, psycopg2, psycopg, asyncpg, pg8000)}
    work = clients[sys.argv[1]]()
    if len(sys.argv) > 2:
        for _ in range(int(sys.argv[2])):
            work()
        return
    import json
    import time

    def cost():
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        return {"cpu": cpu * 1000, "wall": wall * 1000}

    cost()
    print("ready", flush=True)
    for _ in sys.stdin:
        print(json.dumps(cost()), flush=True)


main()
