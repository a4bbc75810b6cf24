"""Imports psycopg2 once, in a fresh interpreter, and prints what that cost as JSON.

    python -B importing.py PACKAGE_DIR time|memory [MODULE]

MODULE (ssl) is imported before, so that what it costs is not counted; what it cost itself is told apart. Nothing
is written: -B stands for Lambda's read-only file system.
"""
import json
import sys
import time


def main():
    directory, what = sys.argv[1:3]
    found = {}
    if len(sys.argv) > 3:
        found["before"] = cost(sys.argv[3])
    sys.path.insert(0, directory)
    if what == "memory":
        before = memory()
        __import__("psycopg2")
        after = memory()
        found.update((name, after[name] - before[name]) for name in after)
    else:
        found.update(cost("psycopg2"))
    psycopg2 = sys.modules["psycopg2"]
    found["psycopg2"] = psycopg2.__version__.split()[0]
    found["libpq"] = psycopg2.__libpq_version__
    found["ssl"] = "ssl" in sys.modules
    json.dump(found, sys.stdout)


def cost(module):
    """Milliseconds of an import: of the processor, and on the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    __import__(module)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return {"cpu": cpu * 1000, "wall": wall * 1000}


def memory():
    """What is resident of this process, and what of it only this process has, in kB."""
    with open("/proc/self/smaps_rollup") as lines:
        values = dict(line.split(":", 1) for line in lines if line.endswith("kB\n"))
    return {"rss": int(values["Rss"].split()[0]), "dirty": int(values["Private_Dirty"].split()[0])}


if __name__ == "__main__":
    main()
