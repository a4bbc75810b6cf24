"""Moves 100 000 rows over TLS for each line it reads, and prints what that cost as JSON: see client.py for the
environment.

    python -B moving.py fetch|copy
"""
import gc
import io
import sys

import client

ROWS = 100000


def fetch(cursor):
    def work():
        cursor.execute("SELECT number, word, moment, amount FROM numbers")
        moved.extend(cursor.fetchall())

    moved = []
    cost = client.cost(work)
    check(len(moved))
    return cost


def copy(cursor, data):
    cursor.execute("TRUNCATE copied")
    data.seek(0)
    cost = client.cost(lambda: cursor.copy_expert("COPY copied FROM STDIN", data))
    check(cursor.rowcount)
    return cost


def check(count):
    if count != ROWS:
        sys.exit("%d rows were moved instead of %d" % (count, ROWS))


def main():
    # When it runs is chance, and what it does there is Python's.
    gc.disable()
    connection = client.connect(sslmode="require", **client.TRUSTED)
    connection.autocommit = True
    with connection.cursor() as cursor:
        if sys.argv[1] == "fetch":
            client.serve(lambda: fetch(cursor))
        else:
            cursor.execute("CREATE TEMP TABLE copied (LIKE numbers)")
            line = "%d\trow number %d\t2026-01-01 00:00:00.000001\t%d.25\n"
            data = io.BytesIO("".join(line % (i, i, i) for i in range(ROWS)).encode("ascii"))
            client.serve(lambda: copy(cursor, data))
    connection.close()


if __name__ == "__main__":
    main()
