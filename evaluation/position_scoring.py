"""Hold the positions of an export against gold on short stories, exhaustively annotated.

stands      the share of the gold stances that are in the dispute of their proposition (the one that most of them are in), on their side
apart       the share of those disputes that hold no stance of another proposition
denials     precision and recall: pairs of opposite stances, taken by two parties or by one that changed sides, in relations or reversals
            of the ledger. All that it holds against each other has to be in the gold
turns       precision and recall of the parties that changed sides, between two stances of theirs that the gold has on these sides
outcomes    the share of the gold verdicts that the ledger comes to

`denials` counts for recall the gold stances against something that somebody else stands for: it is enough that each meets one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.dispute_scoring import UNKNOWN, LinkedExport
from evaluation.gold import Names, find_all
from evaluation.measures import Measure, balanced, share
from evaluation.position_gold import GoldStand, GoldTopic
from evaluation.scoring import Miss, Row, source_forms

MEASURES = ("stands", "apart", "denials", "turns", "outcomes")
AGAINST = ("contradicts", "denies")
MANY = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """The claims of a gold stand: those by its source whose content covers half of its text."""

    topic: int
    stand: GoldStand
    claims: tuple[Row, ...]


class _Scorer:
    def __init__(
        self, export: LinkedExport, topics: Sequence[GoldTopic], names: Names, texts: Mapping[str, str]
    ) -> None:
        self._export, self._topics, self._names = export, topics, names
        self._sides = {stand["claim"]: stand["polarity"] for row in export.positions for stand in row["stances"]}
        self._findings = [
            Finding(number, stand, self._find_claims(stand, texts[stand.article]))
            for number, topic in enumerate(topics)
            for stand in topic.stands
        ]
        self._homes = {number: self._find_home(number) for number in range(len(topics))}
        self.n: Counter[str] = Counter()
        self.misses: list[Miss] = []

    def _find_claims(self, stand: GoldStand, text: str) -> tuple[Row, ...]:
        places, least = find_all(text, stand.text), len(stand.text) / 2
        return tuple(
            claim
            for claim in self._export.claims.get(stand.article, ())
            if any(_overlap(claim["content"], place) >= least for place in places)
            and self._names.same(stand.who, source_forms(claim))
        )

    def _find_home(self, topic: int) -> str | None:
        counts = Counter(
            found
            for finding in self._findings
            if finding.topic == topic
            for found in sorted({claim["proposition"] for claim in finding.claims if claim.get("proposition")})
        )
        return counts.most_common(1)[0][0] if counts else None

    def score(self) -> None:
        for number, topic in enumerate(self._topics):
            if len(topic.stands) > MANY:
                self._score_topic(number, topic)
        self._score_denials()
        self._score_turns()

    # --- one proposition ----------------------------------------------------------------------------------------------

    def _score_topic(self, number: int, topic: GoldTopic) -> None:
        home = self._homes[number]
        for finding in self._findings:
            if finding.topic != number or finding.stand.side is None:
                continue
            self.n["stands asked"] += 1
            inside = [c for c in finding.claims if home is not None and c.get("proposition") == home]
            right = any(self._sides.get(c["claim"]) == finding.stand.side for c in inside)
            self.n["stands"] += right
            if not right:
                why = "wrong side" if inside else "apart" if finding.claims else "no claim"
                self._miss(finding.stand, f"stand: {why}", topic.proposition)
        strangers = [
            finding
            for finding in self._findings
            if finding.topic != number
            and home is not None
            and any(c.get("proposition") == home for c in finding.claims)
            if not any(f.topic == number and f.stand.text == finding.stand.text for f in self._findings)
        ]
        self.n["apart asked"] += 1
        self.n["apart"] += not strangers
        for finding in strangers:
            self._miss(finding.stand, "joined with", topic.proposition)
        if topic.verdict is not None:
            found = self._export.disputes.get(home or "", UNKNOWN)["verdict"]
            self.n["outcomes asked"] += 1
            self.n["outcomes"] += found == topic.verdict
            if found != topic.verdict:
                self.misses.append(
                    Miss(topic.stands[0].article, "outcome", topic.proposition, f"{topic.verdict} <- {found}")
                )

    # --- what is held against each other ------------------------------------------------------------------------------

    def _meeting(self, left: str, right: str) -> list[tuple[Finding, Finding]]:
        """The gold stances on one proposition that two claims answer."""
        mine = [f for f in self._findings if any(c["claim"] == left for c in f.claims)]
        yours = [f for f in self._findings if any(c["claim"] == right for c in f.claims)]
        return [(a, b) for a in mine for b in yours if a.topic == b.topic]

    def _score_denials(self) -> None:
        met: set[tuple[int, GoldStand]] = set()
        for _, dispute in sorted(self._export.disputes.items()):
            for row in dispute["relations"]:
                if dispute.get("kind") != "proposition" or row["relation"] not in AGAINST:
                    continue
                pairs = self._meeting(row["left"], row["right"])
                if any(_is_open(pair) for pair in pairs):
                    continue
                found = next(filter(_is_opposed, pairs), None)
                self.n["denials given"] += 1
                self.n["denials upheld"] += found is not None
                if found is None:
                    self._invented("denial made up", row["left"], row["right"], row["reason"])
                else:
                    met.update((f.topic, f.stand) for f in found)
        for finding in self._findings:
            others = {f.stand.party for f in self._findings if f.topic == finding.topic and f.stand.side == 1}
            if finding.stand.side == -1 and others - {finding.stand.party}:
                self.n["denials asked"] += 1
                self.n["denials"] += (finding.topic, finding.stand) in met
                if (finding.topic, finding.stand) not in met:
                    self._miss(finding.stand, "denial missed", self._topics[finding.topic].proposition)

    def _score_turns(self) -> None:
        right: set[tuple[int, str]] = set()
        for position in self._export.positions:
            for row in position.get("reversals") or ():
                found = next(filter(_is_opposed, self._meeting(row["from"], row["to"])), None)
                known = found is not None and found[1].stand.party in self._topics[found[1].topic].reversals
                self.n["turns given"] += 1
                self.n["turns upheld"] += known
                if found is not None and known:
                    right.add((found[1].topic, found[1].stand.party))
                else:
                    self._invented("turn made up", row["from"], row["to"], position["actor"])
        for number, topic in enumerate(self._topics):
            for party in topic.reversals:
                self.n["turns asked"] += 1
                self.n["turns"] += (number, party) in right
                if (number, party) not in right:
                    self.misses.append(Miss(topic.stands[0].article, "turn missed", topic.proposition, party))

    def _miss(self, stand: GoldStand, kind: str, proposition: str) -> None:
        self.misses.append(Miss(stand.article, kind, f"{stand.who}: {stand.text}", proposition))

    def _invented(self, kind: str, left: str, right: str, why: str) -> None:
        rows = {row["claim"]: row for rows in self._export.claims.values() for row in rows}
        told = " / ".join(f"{rows[c]['source']['name']}: {rows[c]['content']['text']}" for c in (left, right))
        self.misses.append(Miss(rows[left]["article"], kind, told, why))


def score_positions(
    export: LinkedExport, topics: Sequence[GoldTopic], names: Names, texts: Mapping[str, str]
) -> tuple[dict[str, Measure], list[Miss]]:
    """The measures of an export, and what was missed or made up; ``texts`` gives the text of each article."""
    scorer = _Scorer(export, topics, names, texts)
    scorer.score()
    n = scorer.n
    shares = {name: Measure(name, share(n[name], n[f"{name} asked"]), n[f"{name} asked"]) for name in MEASURES}
    for name in ("denials", "turns"):
        precision, recall = share(n[f"{name} upheld"], n[f"{name} given"]), share(n[name], n[f"{name} asked"])
        shares[name] = balanced(name, precision, recall, n[f"{name} asked"])
    return shares, scorer.misses


def _is_open(pair: tuple[Finding, Finding]) -> bool:
    return None in (pair[0].stand.side, pair[1].stand.side)


def _is_opposed(pair: tuple[Finding, Finding]) -> bool:
    return {pair[0].stand.side, pair[1].stand.side} == {1, -1}


def _overlap(row: Row, place: tuple[int, int]) -> int:
    return int(min(row["end"], place[1]) - max(row["start"], place[0]))
