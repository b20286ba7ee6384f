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
    # what linking found; all of it is computed anew from the tables above
    (
        """CREATE TABLE disputes (
            dispute TEXT PRIMARY KEY, kind TEXT NOT NULL, question TEXT NOT NULL, key TEXT NOT NULL,
            verdict TEXT NOT NULL, notes TEXT NOT NULL
        ) WITHOUT ROWID""",
        # figure is the position of the figure among those of the claim, -1 for the stance of the claim; so everywhere below
        """CREATE TABLE members (
            dispute TEXT NOT NULL, position INTEGER NOT NULL,
            claim TEXT NOT NULL, figure INTEGER NOT NULL,
            PRIMARY KEY (dispute, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX members_by_claim ON members (claim)",
        """CREATE TABLE relations (
            dispute TEXT NOT NULL, position INTEGER NOT NULL,
            "left" TEXT NOT NULL, left_figure INTEGER NOT NULL,
            "right" TEXT NOT NULL, right_figure INTEGER NOT NULL,
            relation TEXT NOT NULL, rule TEXT NOT NULL, detail TEXT NOT NULL,
            PRIMARY KEY (dispute, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE origins (
            dispute TEXT NOT NULL, position INTEGER NOT NULL,
            origin TEXT NOT NULL, claims TEXT NOT NULL, reasons TEXT NOT NULL,
            PRIMARY KEY (dispute, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE estimates (
            dispute TEXT NOT NULL, position INTEGER NOT NULL,
            rule TEXT NOT NULL, low, best, high, as_of TEXT,
            PRIMARY KEY (dispute, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE series (
            dispute TEXT NOT NULL, position INTEGER NOT NULL, claimant TEXT NOT NULL, step INTEGER NOT NULL,
            claim TEXT NOT NULL, figure INTEGER NOT NULL, as_of TEXT, event TEXT NOT NULL,
            PRIMARY KEY (dispute, position, step)
        ) WITHOUT ROWID""",
        # the one dispute of a figure, or of the stance of a claim; one that repeats a member of its own article need not be a member
        """CREATE TABLE placements (
            claim TEXT NOT NULL, figure INTEGER NOT NULL, dispute TEXT NOT NULL,
            PRIMARY KEY (claim, figure)
        ) WITHOUT ROWID""",
        # position counts those of a proposition, step the stands or reversals of a position
        """CREATE TABLE positions (
            proposition TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT NOT NULL,
            PRIMARY KEY (proposition, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE stands (
            proposition TEXT NOT NULL, position INTEGER NOT NULL, step INTEGER NOT NULL,
            claim TEXT NOT NULL, stance TEXT NOT NULL, said TEXT, polarity INTEGER NOT NULL,
            PRIMARY KEY (proposition, position, step)
        ) WITHOUT ROWID""",
        """CREATE TABLE reversals (
            proposition TEXT NOT NULL, position INTEGER NOT NULL, step INTEGER NOT NULL,
            "left" TEXT NOT NULL, "right" TEXT NOT NULL, earliest TEXT, latest TEXT,
            PRIMARY KEY (proposition, position, step)
        ) WITHOUT ROWID""",
        """CREATE TABLE actors (
            actor TEXT PRIMARY KEY, name TEXT NOT NULL, names TEXT NOT NULL, party TEXT, reasons TEXT NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE copies (
            article TEXT NOT NULL, position INTEGER NOT NULL,
            copy TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (article, position)
        ) WITHOUT ROWID""",
        # one row once the claims have been linked, none before
        "CREATE TABLE linking (notices TEXT NOT NULL)",
    ),
    (
        "ALTER TABLE figures ADD COLUMN unit TEXT",
        "ALTER TABLE figures ADD COLUMN per TEXT",
    ),
    # what a claim comes to, as JSON; null in claims that were made before
    ("ALTER TABLE claims ADD COLUMN gist TEXT",),
    (
        # the actor that a name stands for, in an article or, where that is empty, wherever it stands; found by linking
        """CREATE TABLE mentions (
            name TEXT NOT NULL, article TEXT NOT NULL, actor TEXT NOT NULL,
            PRIMARY KEY (name, article)
        ) WITHOUT ROWID""",
        # what people decided, in the order in which they did; rows are added, never changed and never taken out
        """CREATE TABLE judgments (
            position INTEGER PRIMARY KEY, judgment TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
            by TEXT NOT NULL, "when" TEXT NOT NULL, why TEXT NOT NULL,
            sides TEXT NOT NULL, undoes TEXT, before TEXT NOT NULL, after TEXT NOT NULL
        )""",
    ),
    # what linking keeps for its next run (see careo.ledger.remains); of no use to anybody else, and found anew where it lacks
    (
        """CREATE TABLE notes (
            article TEXT NOT NULL UNIQUE, mark TEXT NOT NULL, note TEXT NOT NULL, shape TEXT NOT NULL, sketch BLOB NOT NULL
        )""",
        """CREATE TABLE edges (
            "left" TEXT NOT NULL, "right" TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY ("left", "right")
        ) WITHOUT ROWID""",
        """CREATE TABLE outcomes (
            outcome TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (outcome, position)
        ) WITHOUT ROWID""",
        # one row: the way of linking that the rows above hold for
        "CREATE TABLE memory (made_by TEXT NOT NULL)",
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
