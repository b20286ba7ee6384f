"""The ledger: one SQLite file that holds articles and their claims. The only home of SQL.

Writing goes through :func:`write_ledger` and, for what linking finds, :func:`write_linked`; reading through :func:`open_ledger`;
:func:`verify_ledger` proves every span, and
:func:`export_ledger` writes the files that others read.
"""

from careo.ledger.export import FORMATS, encode_record, export_ledger
from careo.ledger.link_queries import DisputeFilter, LinkCounts, Links
from careo.ledger.link_writer import write_linked
from careo.ledger.queries import ClaimFilter, Counts, Ledger, open_ledger
from careo.ledger.records import Record, iter_reasons, make_article_record, make_claim_record
from careo.ledger.remains import ArticleNote, Outcome, Remains
from careo.ledger.verify import Mismatch, verify_ledger
from careo.ledger.writer import LedgerWriter, write_ledger

__all__ = [
    "FORMATS",
    "ArticleNote",
    "ClaimFilter",
    "Counts",
    "DisputeFilter",
    "Ledger",
    "LedgerWriter",
    "LinkCounts",
    "Links",
    "Mismatch",
    "Outcome",
    "Record",
    "Remains",
    "encode_record",
    "export_ledger",
    "iter_reasons",
    "make_article_record",
    "make_claim_record",
    "open_ledger",
    "verify_ledger",
    "write_ledger",
    "write_linked",
]
