"""What the files of an export that come from linking have to hold, whatever was linked."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

from careo.model import DisputeKind, JudgmentKind, RelationKind, Stance, Verdict

ROW = dict[str, Any]
DISPUTE = {
    "dispute", "kind", "question", "key", "claims", "members", "relations", "verdict", "origins", "estimates", "series", "notes",
}  # fmt: skip
RELATION = {"left", "right", "left_figure", "right_figure", "relation", "reason"}
JUDGMENT = {"judgment", "kind", "sides", "undoes", "by", "when", "why", "from", "to", "in_force"}
EVENTS = {"first", "revision", "supersession", "reversal", "reset", "repeat"}


def read(out: Path, name: str) -> list[ROW]:
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_bytes().decode("utf-8").split("\n")[:-1]]


def check_disputes(out: Path) -> int:
    """Fields, vocabularies and links of disputes.jsonl; how many there are."""
    claims = {claim["claim"]: claim for claim in read(out, "claims")}
    disputes = read(out, "disputes")
    for dispute in disputes:
        assert set(dispute) == DISPUTE
        assert re.fullmatch(r"d-[0-9a-f]+", dispute["dispute"])
        assert dispute["kind"] in get_args(DisputeKind)
        assert dispute["verdict"] in get_args(Verdict)
        assert dispute["question"]
        assert isinstance(dispute["key"], dict)
        members = [(member["claim"], member["figure"]) for member in dispute["members"]]
        assert len(members) == len(set(members)) > 0
        assert dispute["claims"] == sorted({claim for claim, _ in members})
        for claim, figure in members:
            assert claim in claims
            assert (figure is None) == (dispute["kind"] == "proposition")
            assert figure is None or 0 <= figure < len(claims[claim]["figures"])
        check_relations(dispute, members)
        check_origins(dispute)
        check_estimates(dispute, members)
    return len(disputes)


def check_relations(dispute: ROW, members: list[tuple[str, int | None]]) -> None:
    for relation in dispute["relations"]:
        assert set(relation) == RELATION
        assert relation["relation"] in get_args(RelationKind)
        left, right = (relation["left"], relation["left_figure"]), (relation["right"], relation["right_figure"])
        assert left in members
        assert right in members
        assert left != right
        assert relation["reason"]
    opposed = any(relation["relation"] in ("contradicts", "denies") for relation in dispute["relations"])
    assert opposed or dispute["verdict"] != "contested", "what is contested has two sides"


def check_origins(dispute: ROW) -> None:
    ids = [origin["origin"] for origin in dispute["origins"]]
    assert len(ids) == len(set(ids))
    for origin in dispute["origins"]:
        assert set(origin) == {"origin", "claims", "reasons"}
        assert set(origin["claims"]) <= set(dispute["claims"])


def check_estimates(dispute: ROW, members: list[tuple[str, int | None]]) -> None:
    for estimate in dispute["estimates"].values():
        assert set(estimate) == {"low", "best", "high", "as_of"}
        known = [estimate[bound] for bound in ("low", "best", "high") if estimate[bound] is not None]
        assert known == sorted(known)
    for series in dispute["series"]:
        assert set(series) == {"claimant", "steps"}
        for step in series["steps"]:
            assert (step["claim"], step["figure"]) in members
            assert step["event"] in EVENTS


def check_positions(out: Path) -> int:
    """Fields, vocabularies and links of positions.jsonl; how many there are."""
    claims = {claim["claim"] for claim in read(out, "claims")}
    propositions = {row["dispute"] for row in read(out, "disputes") if row["kind"] == "proposition"}
    positions = read(out, "positions")
    for position in positions:
        assert set(position) == {"proposition", "actor", "stances", "reversals"}
        assert position["proposition"] in propositions
        assert position["actor"]
        taken = {stand["claim"] for stand in position["stances"]}
        assert taken
        assert taken <= claims
        for stand in position["stances"]:
            assert set(stand) == {"claim", "stance", "said", "polarity"}
            assert stand["stance"] in get_args(Stance)
            assert stand["polarity"] in (-1, 0, 1)
        for reversal in position["reversals"]:
            assert set(reversal) == {"from", "to", "between"}
            assert {reversal["from"], reversal["to"]} <= taken
            assert len(reversal["between"]) == 2
    return len(positions)


def check_actors(out: Path) -> int:
    """Fields and links of actors.jsonl; how many there are."""
    actors = read(out, "actors")
    ids = {actor["actor"] for actor in actors}
    for actor in actors:
        assert set(actor) == {"actor", "name", "names", "party", "reasons"}
        assert actor["name"] in actor["names"]
        assert actor["party"] is None or actor["party"] in ids
    return len(actors)


def check_judgments(out: Path) -> int:
    """Fields, vocabularies and links of judgments.jsonl; how many there are."""
    judgments = read(out, "judgments")
    earlier: set[str] = set()
    for judgment in judgments:
        assert set(judgment) == JUDGMENT
        assert re.fullmatch(r"j-[0-9a-f]{20}", judgment["judgment"])
        assert judgment["kind"] in get_args(JudgmentKind)
        assert judgment["by"]
        assert judgment["when"]
        assert judgment["why"]
        assert judgment["undoes"] in (earlier if judgment["kind"] == "undo" else {None})
        assert (len(judgment["sides"]) > 1) == (judgment["kind"] != "undo")
        for side in judgment["sides"]:
            assert side
            assert all(set(mention) == {"name", "article"} and mention["name"] for mention in side)
        earlier.add(judgment["judgment"])
    return len(judgments)


def check_places(out: Path) -> int:
    """Claims and articles know what they are part of; how many claims are part of something."""
    disputes = {row["dispute"]: row for row in read(out, "disputes")}
    articles = read(out, "articles")
    ids = {article["article"] for article in articles}
    assert all(copy["article"] in ids - {article["article"]} for article in articles for copy in article["copies"])
    placed = 0
    for claim in read(out, "claims"):
        for number, dispute in list_places(claim):
            if dispute is not None:
                assert disputes[dispute]["kind"] == ("quantity" if number is not None else "proposition")
                placed += 1
    places = {
        (claim["claim"], number): dispute for claim in read(out, "claims") for number, dispute in list_places(claim)
    }
    for dispute in disputes.values():
        for member in dispute["members"]:
            assert places[member["claim"], member["figure"]] == dispute["dispute"], "a member does not know its dispute"
    return placed


def list_places(claim: ROW) -> list[tuple[int | None, str | None]]:
    """The dispute of each figure of a claim, by position, and of its stance."""
    return [
        *((number, figure["dispute"]) for number, figure in enumerate(claim["figures"])),
        (None, claim["proposition"]),
    ]
