"""Prepares the throw-away server for what is measured: see client.py for the environment.

It takes SCRAM over TLS only. Added are a role that needs no password, and logins without TLS, because the difference
of the two is what SCRAM costs.
"""
import client

RULES = """\
host all trusted 127.0.0.1/32 trust
hostnossl all postgres 127.0.0.1/32 scram-sha-256
"""


def main():
    connection = client.connect(sslmode="require", **client.OWNER)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE trusted LOGIN")
        cursor.execute("""
            CREATE TABLE numbers AS
            SELECT number, 'row number ' || number AS word,
                   timestamp '2026-01-01' + number * interval '1.000001 second' AS moment,
                   number::numeric(12, 2) / 7 AS amount
            FROM generate_series(1, 100000) AS number""")
        cursor.execute("GRANT SELECT ON numbers TO trusted")
        cursor.execute("VACUUM ANALYZE numbers")
        cursor.execute("SHOW hba_file")
        # Written in place: the file stays the server's.
        with open(cursor.fetchone()[0], "r+") as rules:
            before = rules.read()
            rules.seek(0)
            # The first rule that fits counts.
            rules.write(RULES + before)
        cursor.execute("SELECT pg_reload_conf(), pg_sleep(1)")
        cursor.execute("SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL")
        if cursor.fetchone()[0] != 0:
            raise SystemExit("the server does not understand its rules")


if __name__ == "__main__":
    main()
