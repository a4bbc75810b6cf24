"""Runs psycopg2's own tests against the package in PACKAGE_DIR and says as JSON, on the last line, how they went.

Runs on every Python from 2.7 on. Reads psycopg2's tarball from standard input, and from the environment PACKAGE_DIR
and what the tests and libpq read: PSYCOPG2_TESTDB, which is made here, PGHOST, PGPORT, PGUSER, PGPASSWORD, PGSSLMODE.
"""
import io
import json
import os
import sys
import tarfile
import tempfile
import time
import unittest
import warnings

# Some tests start a Python of their own, which has to find the same package.
os.environ["PYTHONPATH"] = os.environ["PACKAGE_DIR"]
sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402


def identify(test):
    """A part of a test (subTest) counts as the whole."""
    return getattr(test, "test_case", test).id()


class Result(unittest.TestResult):
    """Collects, and tells on standard error what runs: the last line names the test that hangs or crashes."""

    def startTest(self, test):
        unittest.TestResult.startTest(self, test)
        sys.stderr.write(test.id() + "\n")


def unpack():
    """Unpacks the tarball; gives the directory that holds tests/."""
    directory = tempfile.mkdtemp()
    tarball = io.BytesIO(getattr(sys.stdin, "buffer", sys.stdin).read())
    with tarfile.open(fileobj=tarball) as archive:
        archive.extractall(directory, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    top, = os.listdir(directory)
    return os.path.join(directory, top)


def make_database():
    """Makes the tests' database; gives the protocol of the connection, as the server sees it."""
    connection = psycopg2.connect(dbname="postgres")
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("CREATE DATABASE " + os.environ["PSYCOPG2_TESTDB"])
    cursor.execute("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    tls = cursor.fetchone()[0]
    connection.close()
    connection = psycopg2.connect(dbname=os.environ["PSYCOPG2_TESTDB"])
    connection.autocommit = True
    connection.cursor().execute("CREATE EXTENSION hstore")
    connection.close()
    return tls


def main():
    tls = make_database()
    sys.path.insert(1, unpack())
    import tests
    # The tests make every warning an error. This one is about the machine, as the test itself says (test_flush_on_write):
    # the kernel took 50 MB at once, which comes about under load.
    warnings.filterwarnings("ignore", message="sending a large query didn't trigger block on write")
    result = Result()
    begun = time.time()
    tests.test_suite().run(result)
    failed = dict((identify(test), text.strip().split("\n")[-1]) for test, text in result.failures + result.errors)
    failed.update((identify(test), "passed against expectation") for test in result.unexpectedSuccesses)
    skipped = dict((identify(test), reason) for test, reason in result.skipped)
    print(json.dumps({
        "package": os.path.dirname(psycopg2.__file__),
        "psycopg2": psycopg2.__version__.split()[0],
        "libpq": psycopg2.__libpq_version__,
        "tls": tls,
        "run": result.testsRun,
        "skipped": skipped,
        "failed": failed,
        "seconds": round(time.time() - begun),
    }))


main()
