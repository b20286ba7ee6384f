"""The tables of a ledger, as steps from one version of the file to the next.

``PRAGMA user_version`` holds the number of steps taken, ``PRAGMA application_id`` marks the file as a ledger. A step is never
changed once released; a new one is added below it.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x63617265
"""``care``: what tells a ledger from any other SQLite file."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE articles (
            article TEXT NOT NULL UNIQUE,
            outlet TEXT, title TEXT, url TEXT, published TEXT,
            language TEXT NOT NULL,
            text TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            metadata_origin TEXT NOT NULL,
            copies TEXT NOT NULL
        )""",
        """CREATE TABLE passages (
            article TEXT NOT NULL, position INTEGER NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            role TEXT NOT NULL, language TEXT,
            PRIMARY KEY (article, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE claims (
            claim TEXT NOT NULL UNIQUE,
            article TEXT NOT NULL, position INTEGER NOT NULL,
            passage TEXT NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, parts TEXT NOT NULL,
            cue_start INTEGER, cue_end INTEGER, cue TEXT, lemma TEXT,
            source TEXT NOT NULL, source_kind TEXT NOT NULL,
            source_start INTEGER, source_end INTEGER, source_text TEXT, acts_for TEXT,
            quotation TEXT NOT NULL, translated INTEGER NOT NULL,
            stance TEXT NOT NULL, factuality TEXT NOT NULL,
            said TEXT, as_of TEXT,
            event TEXT, proposition TEXT
        )""",
        "CREATE INDEX claims_by_article ON claims (article, position)",
        """CREATE TABLE via (
            claim TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, text TEXT NOT NULL, start INTEGER, "end" INTEGER,
            PRIMARY KEY (claim, position)
        ) WITHOUT ROWID""",
        # low and high have no declared type: whole numbers and fractions stay what they are
        """CREATE TABLE figures (
            claim TEXT NOT NULL, position INTEGER NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
            low, high, comparator TEXT NOT NULL,
            counts TEXT, category TEXT, "of" TEXT,
            additional INTEGER NOT NULL, part_of TEXT, vague INTEGER NOT NULL, as_of TEXT,
            PRIMARY KEY (claim, position)
        ) WITHOUT ROWID""",
        # figure is the position of the figure that the rule made, null where it made the claim itself
        """CREATE TABLE reasons (
            claim TEXT NOT NULL, position INTEGER NOT NULL, figure INTEGER,
            rule TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            PRIMARY KEY (claim, position)
        ) WITHOUT ROWID""",
    ),
)
VERSION = len(MIGRATIONS)
"""The version of the file that this careo writes."""

ARTICLE_TABLES = ("articles", "passages")
CLAIM_TABLES = ("via", "figures", "reasons")


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that the file of ``connection`` lacks, from none for a new file; the caller commits."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
