"""What the programs beside this one share: the psycopg2 under test, connections, and what time they take.

Reads from the environment PACKAGE_DIR (holds psycopg2/), SERVER_PORT (on 127.0.0.1), SERVER_PASSWORD (of the role
postgres), CA_FILE (the authority that signed the server's certificate for "localhost") and STORE_FILE (the same
among as many as a system trusts).
"""
import json
import os
import sys
import time

sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402

# Logs in with SCRAM, over TLS and without.
OWNER = {"user": "postgres", "password": os.environ["SERVER_PASSWORD"]}
# Is taken at its word, so that what it costs to log in is not counted.
TRUSTED = {"user": "trusted"}


def connect(**options):
    # The address is given, so that nobody looks a name up; the name is what the certificate is compared with.
    settings = dict(host="localhost", hostaddr="127.0.0.1", port=os.environ["SERVER_PORT"], dbname="postgres")
    return psycopg2.connect(**dict(settings, **options))


def cost(work):
    """Milliseconds that `work` takes: of this process's processor time, and on the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return {"cpu": cpu * 1000, "wall": wall * 1000}


def serve(work):
    """Does the work once for each line on standard input, so that two sides can take turns."""
    # What is loaded at the first time only is not the cost of one.
    work()
    print("ready", flush=True)
    for _ in sys.stdin:
        print(json.dumps(work()), flush=True)
