"""A process is frozen and resumed twice, as SnapStart does it: two copies with one memory and one process id.

Each copy is cloned into a PID namespace of its own, where it is number 1, as what it is a copy of. Linux; as another user
than root it needs user namespaces. Reads PACKAGE_DIR from the environment. Prints as JSON, for each past of the process,
what each copy drew at random when it connected.
"""
import ctypes
import json
import os
import signal
import struct
import sys
import threading

from played_server import Played, psycopg2

NEW_PID, NEW_USER = 0x20000000, 0x10000000
CLONE = {"x86_64": 56, "aarch64": 220}[os.uname().machine]
libc = ctypes.PyDLL(None, use_errno=True)


def in_copy(function):
    """What the function gives in a copy of this process, which is number 1 of a namespace."""
    reader, writer = os.pipe()
    flags = NEW_PID | (NEW_USER if os.geteuid() else 0) | signal.SIGCHLD
    copy = libc.syscall(ctypes.c_long(CLONE), ctypes.c_ulong(flags), None, None, None, None)
    if copy < 0:
        raise OSError(ctypes.get_errno(), "clone")
    if copy == 0:
        try:
            assert os.getpid() == 1
            os.write(writer, json.dumps(function()).encode())
            os._exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read()
    assert os.waitpid(copy, 0)[1] == 0
    return json.loads(text)


def key_share(hello):
    """The extension 51 of a ClientHello (RFC 8446, 4.1.2)."""
    at = 4 + 2 + 32
    at += 1 + hello[at]
    at += 2 + struct.unpack_from("!H", hello, at)[0]
    at += 1 + hello[at]
    at += 2
    while at < len(hello):
        kind, length = struct.unpack_from("!HH", hello, at)
        if kind == 51:
            return hello[at + 4:at + 4 + length]
        at += 4 + length


def connect():
    """With TLS and without, each as far as what is random."""
    hello = Played("require").client_hello()
    plain = Played("disable")
    nonce = plain.client_first().split("r=")[1]
    secret = psycopg2.extensions.encrypt_password("pencil", "user", scope=plain.client, algorithm="scram-sha-256")
    return {
        "random": hello[6:38].hex(), "key share": key_share(hello).hex(), "nonce": nonce,
        "salt of a new password": secret.split("$")[1],
    }


def fork():
    """Has a child connect, as a server of several processes would."""
    child = os.fork()
    if child == 0:
        connect()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def threaded(function):
    """The same in a thread, of which alone a copy consists then."""
    results = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0]


def past(*events):
    """What the two copies draw of a process that has lived through these."""
    def live():
        for event in events:
            event()
        return [in_copy(connect), in_copy(connect)]
    return lambda: in_copy(live)


print(json.dumps({
    "only imported": past()(),
    "connected": past(connect)(),
    "connected without TLS": past(lambda: Played("disable").client_first())(),
    "connected and forked": past(connect, fork)(),
    "forked, then connected": past(fork, connect)(),
    "connected in a thread": in_copy(lambda: threaded(lambda: past(connect)())),
    "connected, and connects in another thread": in_copy(
        lambda: (connect(), [in_copy(lambda: threaded(connect)) for _ in range(2)])[1]),
}))
