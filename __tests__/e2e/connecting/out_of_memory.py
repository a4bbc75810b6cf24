"""Each allocation of the answer to a SCRAM challenge fails once, in a process of its own.

failing_malloc.so was loaded before the C library. Reads PACKAGE_DIR from the environment. Prints as JSON how often what
came of it.
"""
import collections
import ctypes
import hashlib
import json
import os
import resource

from played_server import Played, psycopg2

resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
library = ctypes.CDLL(None)
failing_after = ctypes.c_long.in_dll(library, "failing_after")
allocations = ctypes.c_long.in_dll(library, "allocations")
SALT = bytes(16)
SALTED = hashlib.pbkdf2_hmac("sha256", b"pencil", SALT, 4096)


def answer(fail):
    """What came of it when the allocation of this number failed, and how many there were."""
    talk = Played("disable")
    talk.challenge(SALT, 4096)
    before = allocations.value
    failing_after.value = fail
    try:
        talk.drive()
    except (MemoryError, psycopg2.Error) as error:
        return str(error).strip().split(": ")[-1].lower() or "memory error", 0
    finally:
        failing_after.value = -1
    count = allocations.value - before
    return "right" if talk.verify(SALTED) and talk.drive() else "wrong", count


def in_child(fail):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, answer(fail)[0].encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    status = os.waitpid(child, 0)[1]
    return text if status == 0 else "status %d" % status


first, _ = answer(-1)
assert first == "right", first
outcomes = collections.Counter(in_child(fail) for fail in range(answer(-1)[1] + 1))
print(json.dumps(outcomes))
