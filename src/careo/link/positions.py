"""Positions: where each party stands on a proposition, over time, and where it changed sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careo.model import Claim, Position, Reversal, Stand
from careo.text.dates import find_days

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim that takes part in a proposition, the party (an actor's id) that it speaks for, and when its article was published (EDTF)."""

    claim: Claim
    party: str
    published: str | None = None

    @property
    def polarity(self) -> int:
        """For (1), against (-1), neither (0)."""
        return self.claim.gist.polarity if self.claim.gist is not None else 0

    @property
    def date(self) -> str | None:
        """When it was said, as EDTF; where the article does not say, its own date; None of what it tells as said before, on no day."""
        if self.claim.said is not None:
            return self.claim.said
        return None if self.is_before else self.published

    @property
    def is_before(self) -> bool:
        """Whether the article tells it as said before, on no day."""
        return self.claim.said is None and self.claim.gist is not None and self.claim.gist.past

    @property
    def days(self) -> Days | None:
        """The first and the last day that :attr:`date` may mean."""
        return find_days(self.date)


def make_positions(proposition: str, voices: Iterable[Voice], names: Mapping[str, str]) -> tuple[Position, ...]:
    """One position for each party that speaks, sorted by its name; what outlets or nobody says is no position. ``names``: by actor's id.

    On one proposition parties of one name are one party, even where nothing else ties their articles.
    """
    parties: dict[str, list[Voice]] = {}
    for voice in sorted(voices, key=_by_time):
        name = names.get(voice.party, voice.party)
        if voice.claim.source.kind != "author" and name:
            parties.setdefault(name, []).append(voice)
    found = []
    for party, spoken in parties.items():
        stands = tuple(Stand(v.claim.id, v.claim.stance, v.claim.said, v.polarity) for v in spoken)
        found.append(Position(proposition, party, stands, find_reversals(spoken)))
    return tuple(sorted(found, key=lambda position: position.actor))


def find_reversals(voices: Iterable[Voice]) -> tuple[Reversal, ...]:
    """The changes of sides of one party, in order.

    A change is one where the later stand was certainly taken after the earlier one. What is undated counts as said when its article
    appeared, but not where that article has the party on the other side too, nor as a way back to a side that it had left: papers tell
    old denials again. What an article tells as said before, on no day, lies before what it has the party say on the other side.
    """
    voices = list(voices)
    dated = sorted((v for v in voices if v.polarity and v.days is not None), key=_by_time)
    sides: dict[str, set[int]] = {}
    for voice in dated:
        sides.setdefault(voice.claim.article, set()).add(voice.polarity)
    found: list[Reversal] = []
    held: Voice | None = None
    for voice in dated:
        if held is None:
            held = voice
        elif voice.polarity == held.polarity:
            held = max(held, voice, key=lambda v: (v.days or (0, 0))[1])
        elif _is_after(voice, held) and (
            voice.claim.said is not None or (len(sides[voice.claim.article]) == 1 and not found)
        ):
            found.append(Reversal(held.claim.id, voice.claim.id, (held.date, voice.date)))
            held = voice
    return tuple(found) or _find_told(voices)


def _find_told(voices: Sequence[Voice]) -> tuple[Reversal, ...]:
    """The first change of sides that an article tells as one: an undated stand *before* (*hasta ahora lo negaba*) and its opposite.

    None where the party is known to have taken the later side on an earlier day: then the paper tells an old denial again.
    """
    dated = sorted((v for v in voices if v.polarity and v.days is not None), key=_by_time)
    for later in dated[:1]:
        for earlier in sorted(voices, key=_by_time):
            told = earlier.is_before and earlier.claim.article == later.claim.article
            if told and earlier.polarity * later.polarity < 0:
                return (Reversal(earlier.claim.id, later.claim.id, (f"../{later.date}", later.date)),)
    return ()


def held_sides(voices: Iterable[Voice]) -> dict[str, frozenset[int]]:
    """The sides that each party holds at last: the one that it went over to, else all that it takes."""
    parties: dict[str, list[Voice]] = {}
    for voice in sorted(voices, key=_by_time):
        if voice.polarity:
            parties.setdefault(voice.party, []).append(voice)
    return {party: _held(spoken) for party, spoken in parties.items()}


def _held(spoken: list[Voice]) -> frozenset[int]:
    reversals = find_reversals(spoken)
    if reversals:
        return frozenset(v.polarity for v in spoken if v.claim.id == reversals[-1].right)
    dated = [v for v in spoken if v.days is not None] or spoken
    return frozenset(v.polarity for v in dated)


def _is_after(later: Voice, earlier: Voice) -> bool:
    return later.days is not None and earlier.days is not None and earlier.days[1] < later.days[0]


def _by_time(voice: Voice) -> tuple[int, int, str, str]:
    days = voice.days or (0, 0)
    return (*days, voice.claim.article, voice.claim.id)
