"""The closed vocabularies of the ledger (see docs/glossary.md for the source of each term)."""

from __future__ import annotations

from typing import Literal

Stance = Literal["assert", "confirm", "deny", "doubt", "estimate", "commit", "request", "express", "decline"]
"""What a source does with a content. Field terms of speech-act and stance annotation."""

Quotation = Literal["direct", "mixed", "indirect", "none"]
"""How much of the content stands between quotation marks."""

Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU"]
"""FactBank (Saurí & Pustejovsky 2009): certain, probable, possible; positive, negative; underspecified."""

SourceKind = Literal["person", "organization", "government", "document", "group", "unnamed", "author"]
"""``author``: the outlet says it itself."""

Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range"]
"""How a figure bounds the quantity."""

Role = Literal["body", "title", "caption", "credit", "promo", "related", "chrome"]
"""What a passage of an article is for. Everything but ``body`` is listed in the export."""
