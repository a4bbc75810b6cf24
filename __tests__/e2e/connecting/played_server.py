"""Connections of psycopg2's to a server that this same thread plays, message by message: no other process, no other thread.

Reads PACKAGE_DIR from the environment.
"""
import base64
import hashlib
import hmac
import os
import select
import socket
import struct
import sys

sys.path.insert(0, os.environ["PACKAGE_DIR"])
import psycopg2  # noqa: E402
import psycopg2.extensions  # noqa: E402

SASL = b"SCRAM-SHA-256\0"


class Played:
    """One connection: `client` is psycopg2's end, `server` the socket of ours."""

    def __init__(self, sslmode, password="pencil"):
        listener = socket.create_server(("127.0.0.1", 0))
        self.client = psycopg2.connect(
            host="127.0.0.1", port=listener.getsockname()[1], user="user", password=password, dbname="postgres",
            sslmode=sslmode, async_=True)
        self.drive()
        self.server, _ = listener.accept()
        self.server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.close()

    def drive(self):
        """Lets psycopg2 go on until it waits for the server; true when it is connected."""
        while True:
            state = self.client.poll()
            if state != psycopg2.extensions.POLL_WRITE:
                return state == psycopg2.extensions.POLL_OK
            select.select([], [self.client.fileno()], [])

    def say(self, kind, body):
        self.server.sendall(kind + struct.pack("!i", len(body) + 4) + body)

    def read(self, count):
        data = self.server.recv(count, socket.MSG_WAITALL)
        assert len(data) == count, data
        return data

    def heard(self):
        return self.read(struct.unpack("!i", self.read(4))[0] - 4)

    def client_hello(self):
        self.heard()
        self.server.sendall(b"S")
        self.drive()
        header = self.read(5)
        return self.read(struct.unpack("!H", header[3:])[0])

    def client_first(self):
        """What SCRAM begins with, without its header."""
        self.heard()
        self.say(b"R", struct.pack("!i", 10) + SASL + b"\0")
        self.drive()
        assert self.read(1) == b"p"
        return self.heard()[len(SASL) + 4:].decode()[len("n,,"):]

    def challenge(self, salt, iterations):
        """Answers with these; what psycopg2 answers is for `verify`."""
        self.first = self.client_first()
        nonce = self.first.split("r=")[1] + "ours"
        self.answer = "r=%s,s=%s,i=%d" % (nonce, base64.b64encode(salt).decode(), iterations)
        self.say(b"R", struct.pack("!i", 11) + self.answer.encode())

    def verify(self, salted):
        """Whether psycopg2 has this salted password, by RFC 5802; then lets it in."""
        assert self.read(1) == b"p"
        final, proof = self.heard().decode().split(",p=")
        talk = ",".join([self.first, self.answer, final]).encode()
        key = digest(salted, b"Client Key")
        signature = digest(hashlib.sha256(key).digest(), talk)
        if base64.b64decode(proof) != bytes(a ^ b for a, b in zip(key, signature)):
            return False
        ours = base64.b64encode(digest(digest(salted, b"Server Key"), talk))
        self.say(b"R", struct.pack("!i", 12) + b"v=" + ours)
        self.say(b"R", struct.pack("!i", 0))
        for setting in (b"client_encoding\0UTF8\0", b"DateStyle\0ISO\0"):
            self.say(b"S", setting)
        self.say(b"Z", b"I")
        return True


def digest(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()
