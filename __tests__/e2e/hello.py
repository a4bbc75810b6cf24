"""Connects once for each line of options (JSON) that it reads, to a server that agrees to TLS and then hangs up.

    python hello.py PACKAGE_DIR

Prints for each, as JSON: the length of the ClientHello, or null if none came, and the last line of psycopg2's error.
"""
import json
import socket
import struct
import sys
import threading

sys.path.insert(0, sys.argv[1])
import psycopg2


def receive(connection, size):
    return connection.recv(size, socket.MSG_WAITALL)


def hello(options):
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    lengths = []

    def serve():
        connection = server.accept()[0]
        # SSLRequest, and the answer that it wants; then one record of TLS, whose header says how long it is.
        receive(connection, 8)
        connection.sendall(b"S")
        header = receive(connection, 5)
        if len(header) == 5:
            lengths.append(5 + len(receive(connection, struct.unpack("!H", header[3:])[0])))
        connection.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        psycopg2.connect(
            hostaddr="127.0.0.1", port=server.getsockname()[1], sslmode="require", user="u", dbname="d",
            connect_timeout=10, **options)
    except psycopg2.OperationalError as error:
        message = str(error).strip()
    thread.join(1)
    server.close()
    return {"length": lengths[0] if lengths else None, "message": message}


for line in sys.stdin:
    print(json.dumps(hello(json.loads(line))))
