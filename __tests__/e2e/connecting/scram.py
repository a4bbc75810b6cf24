"""SCRAM with the passwords, salts and iteration counts that servers may have, against hashlib's PBKDF2.

Reads PACKAGE_DIR from the environment, and SERVER_PORT and SERVER_PASSWORD of a real server, which tries each as well.
Prints what was tried.
"""
import base64
import hashlib
import os

from played_server import Played, digest, psycopg2

# RFC 7677, section 3; the salted password follows from its proof.
RFC = ("pencil", base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096)
SALTED = bytes.fromhex("c4a49510323ab4f952cac1fa99441939e78ea74d6be81ddf7096e87513dc615d")
SALT = bytes(range(16))
CASES = {
    "RFC 7677": RFC,
    "one iteration": ("pencil", SALT, 1),
    "two iterations": ("pencil", SALT, 2),
    "100,000 iterations": ("pencil", SALT, 100_000),
    "Unicode": ("пароль–密码–🔑", SALT, 4096),
    # SASLprep (RFC 4013) comes before: no-break space to space, soft hyphen to nothing, Roman numeral to letters.
    "normalised": ("I\u00adX \u2168\u00a0\u00aa", SALT, 4096),
    "a block of SHA-256": ("x" * 64, SALT, 4096),
    "longer than a block": ("x" * 65, SALT, 4096),
    "as long as a token": ("0123456789abcdef" * 128, SALT, 4096),
    "a salt of one byte": ("pencil", b"\0", 4096),
    "a long salt": ("pencil", SALT * 16, 4096),
}
NORMALISED = {"normalised": "IX IX a"}


def salted(name):
    password, salt, iterations = CASES[name]
    return hashlib.pbkdf2_hmac("sha256", NORMALISED.get(name, password).encode(), salt, iterations)


def played(name):
    password, salt, iterations = CASES[name]
    talk = Played("disable", password)
    talk.challenge(salt, iterations)
    talk.drive()
    assert talk.verify(salted(name)), name
    assert talk.drive(), name


def real(name, admin):
    """The verifier as RFC 5803 writes it, which the server takes as it is."""
    password, salt, iterations = CASES[name]
    key = hashlib.sha256(digest(salted(name), b"Client Key")).digest()
    keys = [base64.b64encode(part).decode() for part in (salt, key, digest(salted(name), b"Server Key"))]
    verifier = "SCRAM-SHA-256$%d:%s$%s:%s" % (iterations, *keys)
    admin.execute("CREATE ROLE odd LOGIN PASSWORD %s", (verifier,))
    connect("odd", password).close()
    try:
        connect("odd", password + "x")
    except psycopg2.OperationalError as error:
        assert "password authentication failed" in str(error), error
    else:
        raise AssertionError("a wrong password")
    admin.execute("DROP ROLE odd")


def connect(user, password):
    return psycopg2.connect(
        host="localhost", port=os.environ["SERVER_PORT"], user=user, password=password, dbname="postgres",
        sslmode="require")


def new_password(admin):
    """What psycopg2 makes of a password, the server lets in."""
    secret = psycopg2.extensions.encrypt_password(CASES["Unicode"][0], "fresh", admin.connection, "scram-sha-256")
    admin.execute("CREATE ROLE fresh LOGIN PASSWORD %s", (secret,))
    connect("fresh", CASES["Unicode"][0]).close()
    admin.execute("DROP ROLE fresh")


assert salted("RFC 7677") == SALTED
connection = connect("postgres", os.environ["SERVER_PASSWORD"])
connection.autocommit = True
with connection.cursor() as cursor:
    for case in CASES:
        played(case)
        real(case, cursor)
        print(case)
    new_password(cursor)
    print("a new password")
