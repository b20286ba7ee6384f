"""``python -m tests.packs.pin``: write the list of examples known to fail, each with what was found instead."""

from __future__ import annotations

import json

from tests.packs.outcomes import PINNED, find_outcomes, iter_cases, load_pinned


def main() -> None:
    from careo.analyze.assemble import analyze_article

    reasons = load_pinned()
    rows = [
        "# Examples of the Spanish pack that the pipeline does not understand yet. Written by python -m tests.packs.pin;",
        "# a reason edited by hand is kept.",
        "",
    ]
    for outcome in find_outcomes(iter_cases(), analyze_article):
        if outcome.failure:
            marked = outcome.case.marked
            reason = reasons.get(marked, outcome.failure)
            quoted = (json.dumps(value, ensure_ascii=False) for value in (marked, reason))
            rows += [
                "[[failure]]",
                *(f"{key} = {value}" for key, value in zip(("example", "reason"), quoted, strict=True)),
                "",
            ]
    PINNED.write_text("\n".join(rows), "utf-8")


if __name__ == "__main__":
    main()
