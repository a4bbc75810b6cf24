"""A function as people write them, and what it sees of where it runs."""
import os

import psycopg2


def handler(event, context):
    # libpq looks below the home directory for a client certificate, and may not look there.
    connection = psycopg2.connect(
        host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
        password=os.environ["SERVER_PASSWORD"], sslmode="verify-full", sslrootcert="authority.pem",
        sslcertmode="disable")
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        tls, = cursor.fetchone()
        cursor.execute("SELECT %s || ', ' || %s", ("Hello", event["name"]))
        greeting, = cursor.fetchone()
    connection.close()
    return {
        "greeting": greeting, "tls": tls, "function": context.function_name, "user": os.getuid(),
        "package": os.path.dirname(psycopg2.__file__), "version": psycopg2.__version__.split()[0],
        "bytecode": os.path.exists(psycopg2.__cached__), "written": [
            place for place in ("/", "/var/task", "/opt", "/tmp") if write(place)]}


def write(place):
    try:
        with open(os.path.join(place, "written"), "w"):
            return True
    except OSError:
        return False
