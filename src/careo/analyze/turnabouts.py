"""Changes of sides told in one sentence: *dos semanas después de **haberlo negado**, la naviera reconoció que …*.

The denial is one of the same voice and of the same thing, and lies before the admission, whenever that was (RAE 2009, 31.13: clauses of
anteriority).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from careo.analyze.predications import Reader
from careo.model import Claim
from careo.text import Token
from careo.text.words import fold

_PRONOUN = "content:pronoun"
Frame = Literal["after", "relative", "joined"]


@dataclass(frozen=True, slots=True)
class Turnabout:
    """A denial and the admission of the same voice that the sentence sets against it, by the ids of their claims.

    ``frame``: the denial stands in a clause of what went before (*tras negarlo*), in a relative of the subject (*la naviera, que en mayo
    lo negaba, …*), or is joined to the admission (*lo negó en mayo y ayer lo confirmó*).
    """

    denial: str
    admission: str
    frame: Frame


def find_turnabouts(reader: Reader, claims: Sequence[Claim]) -> tuple[Turnabout, ...]:
    """The turnabouts that sentences tell, one for each denial, in text order.

    A relative may tell two things of one voice: what they have in common is for linking to say, unless the denial leaves nothing out
    (*cualquier vertido*).
    """
    cues = {claim.id: token for claim in claims if (token := _cue_of(reader, claim)) is not None}
    found: list[Turnabout] = []
    for denial in claims:
        earlier = cues.get(denial.id)
        if denial.stance != "deny" or earlier is None:
            continue
        for admission in claims:
            later = cues.get(admission.id)
            if admission.stance != "confirm" or later is None or not _is_one_voice(reader, denial, admission):
                continue
            others = {
                token.index
                for c in claims
                if (token := cues.get(c.id)) is not None and c.source.name != admission.source.name
            }
            frame = _find_frame(reader, earlier, later, others)
            if frame is not None and (frame != "joined" or _says_so(denial, admission)):
                found.append(Turnabout(denial.id, admission.id, frame))
                break
    return tuple(found)


def mark_turnabouts(
    reader: Reader, claims: Sequence[Claim], turnabouts: Sequence[Turnabout], answers: Mapping[str, tuple[str, int]]
) -> tuple[Claim, ...]:
    """The claims with their gists as the turnabouts have them: what says nothing of its own answers the other side, a denial told in
    passing lies before, and a body of the voice (*su gobierno*) speaks for it.
    """
    rows = {claim.id: claim for claim in claims}
    for turn in turnabouts:
        denial, admission = rows.get(turn.denial), rows.get(turn.admission)
        if denial is None or admission is None or denial.gist is None or admission.gist is None:
            continue
        if is_pronoun(admission):
            target = answers.get(denial.id, (denial.id, -1))[0]
            side = -denial.gist.polarity
            rows[admission.id] = replace(admission, gist=replace(admission.gist, answers=target, polarity=side))
        else:
            rows[denial.id] = _set_before(reader, denial, admission, turn)
    return tuple(rows[claim.id] for claim in claims)


def is_pronoun(claim: Claim) -> bool:
    """Whether the content of a claim is a pronoun that stands for what was said, and its verb."""
    return any(reason.rule == _PRONOUN for reason in claim.reasons)


def _set_before(reader: Reader, denial: Claim, admission: Claim, turn: Turnabout) -> Claim:
    gist, other = denial.gist, admission.gist
    if gist is None or other is None:
        return denial
    said = None if turn.frame == "after" and denial.said == admission.said else denial.said
    gist = replace(gist, past=gist.past or (turn.frame != "joined" and said is None))
    if is_pronoun(denial) or denial.content == admission.content or _leaves_nothing_out(reader, denial):
        gist = replace(gist, answers=admission.id, polarity=-other.polarity or -1)
    source = denial.source
    if source.acts_for is None and fold(source.name) != fold(admission.source.name):
        source = replace(source, acts_for=admission.source.acts_for or admission.source.name)
    return replace(denial, gist=gist, said=said, source=source)


def _cue_of(reader: Reader, claim: Claim) -> Token | None:
    token = reader.document.token_from(claim.cue.span.start) if claim.cue is not None else None
    return token if token is not None and token.tag == "VERB" else None


def _is_one_voice(reader: Reader, denial: Claim, admission: Claim) -> bool:
    """The same source, one for the same party, or a body of the other's own (*su gobierno*)."""
    ours, theirs = denial.source, admission.source
    if fold(ours.name) == fold(theirs.name) or (ours.acts_for is not None and ours.acts_for == theirs.acts_for):
        return True
    words = reader.document.tokens_in(ours.span) if ours.span is not None else ()
    owned = any(word.has("Poss=Yes") and word.has("Person=3") for word in words)
    return owned and fold(ours.name).endswith(f" {fold(theirs.name)}")


def _find_frame(reader: Reader, earlier: Token, later: Token, others: Set[int]) -> Frame | None:
    """How a sentence ties a denial (its cue ``earlier``) to what the voice says later; ``others``: the cues of other voices."""
    document = reader.document
    if earlier.relation == "advcl" and _is_after(reader, earlier):
        between: set[int] = set()
        for above in document.ancestors(earlier):
            if above.index == later.index:
                return None if others & between else "after"
            between.add(above.index)
        return None
    if earlier.relation == "acl":
        subjects = document.children_by(later, "nsubj")
        heads = {t.index for s in subjects for t in (s, *document.children_by(s, "appos", "flat"))}
        return "relative" if earlier.head in heads else None
    return "joined" if later.relation == "conj" and later.head == earlier.index else None


def _is_after(reader: Reader, verb: Token) -> bool:
    """Whether a clause tells what went before the one that it hangs on (*tras negarlo*, *después de que lo negara*)."""
    document, words = reader.document, reader.grammar.sequels
    head = document.head(verb)
    beside = [*document.children_by(verb, "mark", "case", "advmod"), *([head] if head is not None else [])]
    return any(word.lower in words and word.index < verb.index for word in beside)


def _says_so(denial: Claim, admission: Claim) -> bool:
    """Whether a joined admission takes up the denial, on another day (*lo negó en mayo y ayer **lo admitió***)."""
    dated = denial.said is not None and admission.said is not None and denial.said != admission.said
    return is_pronoun(admission) and dated


def _leaves_nothing_out(reader: Reader, denial: Claim) -> bool:
    """*Negó **cualquier** participación*, *negara **toda** responsabilidad*: whatever there was of it is denied.

    Not where the noun says of what (*cualquier pacto **con los rebeldes***), and not what is only turned down (*rechazó todo pacto*).
    """
    head = reader.head_of(denial.content.parts or (denial.content.span,))
    if head is None or head.tag != "NOUN" or denial.gist is None or not denial.gist.polarity:
        return False
    if reader.document.children_by(head, "nmod", "acl", "amod"):
        return False
    return any(child.lemma in reader.grammar.universals for child in reader.document.children_by(head, "det"))
