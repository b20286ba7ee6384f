"""Hold the disputes and positions of an export against gold.

quantities      B-cubed (Bagga and Baldwin 1998): precision, recall and F1 of the gold figures over the quantity disputes of the ledger; a
                figure in no dispute stands alone. A gold figure is the first figure of its article that its text touches.
verdict         the share of the gold questions whose dispute (the one that most of its figures are in) has the right verdict
origins         the share of the questions with a gold number of independent origins whose dispute has as many
roles           the share of the figures that are additional, a component or a part that are marked so, and are held for no rival
positions       the share of the gold stances that are together in the dispute of their proposition
reversals       precision and recall of the actors that changed sides on a proposition
contradictions  the share of the contradicted propositions whose dispute is contested
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.dispute_gold import GoldDisputes, GoldMember, GoldProposition, GoldQuestion
from evaluation.gold import Names, find_all
from evaluation.measures import Measure, balanced, share
from evaluation.scoring import Miss, Row, load_lines, source_forms

MEASURES = ("quantities", "verdict", "origins", "roles", "positions", "reversals", "contradictions")
UNKNOWN: Row = {"verdict": "single", "origins": [], "relations": []}
"""What is known of a figure in no dispute."""


@dataclass(frozen=True, slots=True)
class LinkedExport:
    """The files of an export that disputes are scored on."""

    claims: Mapping[str, list[Row]]
    disputes: Mapping[str, Row]
    positions: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Placed:
    """A gold figure with the dispute, claim and figure that answer it; ``dispute`` is an id of its own where none does."""

    question: int
    row: GoldMember
    dispute: str
    claim: Row | None
    figure: Row | None


@dataclass(slots=True)
class Tally:
    """Counts over all questions, and what went wrong."""

    n: Counter[str]
    misses: list[Miss]

    def miss(self, kind: str, about: object, text: object) -> None:
        self.misses.append(Miss("disputes", kind, str(about), str(text)))


def load_linked(folder: Path) -> LinkedExport:
    """Read `claims.jsonl`, `disputes.jsonl` and `positions.jsonl`; raises FileNotFoundError where one is missing."""
    claims: dict[str, list[Row]] = {}
    for claim in load_lines(folder / "claims.jsonl"):
        claims.setdefault(claim["article"], []).append(claim)
    disputes = {row["dispute"]: row for row in load_lines(folder / "disputes.jsonl")}
    return LinkedExport(claims, disputes, load_lines(folder / "positions.jsonl"))


def score_disputes(
    export: LinkedExport, gold: GoldDisputes, names: Names, texts: Mapping[str, str]
) -> tuple[dict[str, Measure], list[Miss]]:
    """The measures of an export, and what was missed; ``texts`` gives the text of each article."""
    tally = Tally(Counter(), [])
    placed = place_figures(export, gold, texts)
    precision, recall = score_quantities(placed)
    for number, question in enumerate(gold.quantities):
        mine = [figure for figure in placed if figure.question == number]
        score_question(tally, question, mine, export)
    score_propositions(tally, gold, export, names)
    n = tally.n
    measures = {
        "quantities": balanced("quantities", precision, recall, len(placed)),
        **{name: Measure(name, share(n[name], n[f"{name} asked"]), n[f"{name} asked"]) for name in MEASURES[1:5]},
        "reversals": balanced(
            "reversals",
            share(n["reversals"], n["reversals given"]),
            share(n["reversals"], n["reversals asked"]),
            n["reversals asked"],
        ),
        "contradictions": Measure(
            "contradictions", share(n["contradictions"], n["contradictions asked"]), n["contradictions asked"]
        ),
    }
    return measures, tally.misses


# --- quantities -----------------------------------------------------------------------------------------------------


def place_figures(export: LinkedExport, gold: GoldDisputes, texts: Mapping[str, str]) -> list[Placed]:
    placed: list[Placed] = []
    for number, question in enumerate(gold.quantities):
        for row in question.figures:
            claim, figure = find_figure(export, row, texts[row.article])
            dispute = (figure or {}).get("dispute") or f"alone-{len(placed)}"
            placed.append(Placed(number, row, dispute, claim, figure))
    return placed


def find_figure(export: LinkedExport, row: GoldMember, text: str) -> tuple[Row | None, Row | None]:
    """The first figure that touches a gold figure, with its claim."""
    places = find_all(text, row.text)
    for claim in export.claims.get(row.article, ()):
        for figure in claim.get("figures", ()):
            if any(min(figure["end"], end) > max(figure["start"], start) for start, end in places):
                return claim, figure
    return None, None


def score_quantities(placed: Sequence[Placed]) -> tuple[float, float]:
    """B-cubed precision and recall."""
    found = Counter(figure.dispute for figure in placed)
    asked = Counter(figure.question for figure in placed)
    both = Counter((figure.question, figure.dispute) for figure in placed)
    precision = sum(both[f.question, f.dispute] / found[f.dispute] for f in placed)
    recall = sum(both[f.question, f.dispute] / asked[f.question] for f in placed)
    return (precision / len(placed), recall / len(placed)) if placed else (1.0, 1.0)


def score_question(tally: Tally, question: GoldQuestion, placed: Sequence[Placed], export: LinkedExport) -> None:
    n = tally.n
    most = Counter(figure.dispute for figure in placed).most_common(1)[0][0]
    dispute = export.disputes.get(most, UNKNOWN)
    n["verdict asked"] += 1
    n["verdict"] += dispute["verdict"] == question.verdict
    if dispute["verdict"] != question.verdict:
        tally.miss("verdict", question.question, f"{question.verdict} <- {dispute['verdict']}")
    if question.origins is not None:
        n["origins asked"] += 1
        n["origins"] += len(dispute["origins"]) == question.origins
        if len(dispute["origins"]) != question.origins:
            tally.miss("origins", question.question, f"{question.origins} <- {len(dispute['origins'])}")
    for figure in placed:
        if figure.dispute != most:
            tally.miss("quantity", question.question, f"{figure.row.text} stands apart, in {figure.dispute}")
        if figure.row.is_role:
            good = is_marked(figure) and not is_rival(figure, question, export)
            n["roles asked"] += 1
            n["roles"] += good
            if not good:
                tally.miss("role", figure.row.text, (figure.figure or {}).get("text"))


def is_marked(placed: Placed) -> bool:
    """Whether a figure is said to be what it is: an increment, a part, another category."""
    row, figure = placed.row, placed.figure
    if figure is None:
        return False
    component = row.component is not None and figure.get("category") == row.component
    return bool(
        (row.additional and figure.get("additional"))
        or (row.part_of is not None and figure.get("part_of"))
        or component
    )


def is_rival(placed: Placed, question: GoldQuestion, export: LinkedExport) -> bool:
    """Whether the claim of a figure contradicts another in a question that is not contested."""
    claim = placed.claim
    if claim is None or question.verdict == "contested":
        return False
    relations = export.disputes.get(placed.dispute, UNKNOWN).get("relations", ())
    return any(r["relation"] == "contradicts" and claim["claim"] in (r["left"], r["right"]) for r in relations)


# --- positions ------------------------------------------------------------------------------------------------------


def score_propositions(tally: Tally, gold: GoldDisputes, export: LinkedExport, names: Names) -> None:
    matched = set()
    for proposition in gold.positions:
        best = score_proposition(tally, proposition, export, names)
        if best is not None:
            matched.add(best)
    given = [row for row in export.positions if row["proposition"] in matched and row.get("reversals")]
    tally.n["reversals given"] += len(given)


def score_proposition(tally: Tally, proposition: GoldProposition, export: LinkedExport, names: Names) -> str | None:
    """Count what is right about one proposition; the id of the dispute that most of its stances are in."""
    n = tally.n
    hits = [find_stances(export, stance.article, stance.who, names) for stance in proposition.stances]
    n["positions asked"] += len(hits)
    n["reversals asked"] += len(proposition.reversals)
    n["contradictions asked"] += proposition.contradiction
    counts = Counter(found for hit in hits for found in sorted(hit))
    best = counts.most_common(1)[0][0] if counts else None
    for stance, hit in zip(proposition.stances, hits, strict=True):
        if best is None or best not in hit:
            tally.miss(
                "stance", proposition.proposition, f"{stance.who}: {'in another' if hit else 'in no'} proposition"
            )
    if best is None:
        return None
    n["positions"] += sum(best in hit for hit in hits)
    actors = [row["actor"] for row in export.positions if row["proposition"] == best and row.get("reversals")]
    for actor in proposition.reversals:
        right = any(names.same(actor, [found]) for found in actors)
        n["reversals"] += right
        if not right:
            tally.miss("reversal", proposition.proposition, f"{actor} <- {actors}")
    contested = export.disputes.get(best, UNKNOWN)["verdict"] == "contested"
    n["contradictions"] += proposition.contradiction and contested
    if proposition.contradiction and not contested:
        tally.miss("contradiction", proposition.proposition, best)
    return best


def find_stances(export: LinkedExport, article: str, who: str, names: Names) -> set[str]:
    """The propositions on which a source takes a stand in an article."""
    return {
        claim["proposition"]
        for claim in export.claims.get(article, ())
        if claim.get("proposition") and names.same(who, source_forms(claim))
    }
