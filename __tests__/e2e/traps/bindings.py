"""Which libraries' symbols psycopg2's module binds to when the system's OpenSSL is there for all to bind to.

Reads from the environment HOW (global: loaded with RTLD_GLOBAL before psycopg2; preload: with LD_PRELOAD), LIBRARIES
(libcrypto and libssl, separated by spaces), PACKAGE_DIR, SERVER_PORT, SERVER_PASSWORD. Prints JSON: how many symbols
of which library were bound by the module (ours), by Python's ssl (theirs), and which of the module's were bound by
anything.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

CONNECT = """
import ctypes, os, sys
sys.path.insert(0, os.environ["PACKAGE_DIR"])
if os.environ["HOW"] == "global":
    for name in os.environ["LIBRARIES"].split():
        ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
import psycopg2, ssl
ssl.create_default_context()
psycopg2.connect(
    host="localhost", port=os.environ["SERVER_PORT"], user="postgres", dbname="postgres",
    password=os.environ["SERVER_PASSWORD"], sslmode="require", sslcertmode="disable").close()
"""

BINDING = re.compile(r"binding file (\S+) \[\d+\] to (\S+) \[\d+\]: \w+ symbol `([^']+)'")


def bindings():
    directory = tempfile.mkdtemp()
    # The loader's own account, with everything bound at once instead of at its first use.
    env = dict(os.environ, LD_DEBUG="bindings", LD_DEBUG_OUTPUT=os.path.join(directory, "ld"), LD_BIND_NOW="1")
    if env["HOW"] == "preload":
        env["LD_PRELOAD"] = env["LIBRARIES"]
    subprocess.check_call([sys.executable, "-c", CONNECT], env=env)
    for path in glob.glob(os.path.join(directory, "ld.*")):
        with open(path) as account:
            for line in account:
                found = BINDING.search(line)
                if found:
                    yield found.groups()


def library(path):
    """libssl.so.3 and libssl-3a1b.so.3 are both libssl."""
    return re.split(r"[-.]", os.path.basename(path))[0]


def main():
    ours, theirs = collections.Counter(), collections.Counter()
    offered = set()
    for source, target, symbol in bindings():
        if library(source) == "_psycopg":
            ours[library(target)] += 1
        if library(source) == "_ssl":
            theirs[library(target)] += 1
        if library(target) == "_psycopg":
            offered.add(symbol)
    print(json.dumps({"ours": ours, "theirs": theirs, "offered": sorted(offered)}))


main()
