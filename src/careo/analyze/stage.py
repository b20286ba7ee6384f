"""What is known of a voice once its mention is resolved, and what the article has said so far when the next one comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from careo.analyze.cast import Cast
from careo.analyze.gazetteer import Hit
from careo.analyze.nouns import load_words
from careo.analyze.offices import Office
from careo.model import SourceKind
from careo.text.document import Token
from careo.text.words import fold

_OPENING = {"\u00ab", "\u201c", "\u2018"}
_CLOSING = {"\u00bb", "\u201d", "\u2019"}

Standing = Literal["speaker", "thing", "nobody"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A resolved source. ``person``: its index in the cast; ``key``: the noun that described it; ``at``: the token of its mention.

    ``standing``: a ``speaker`` may go on without being named again, a ``thing`` (a document, an outlet, a place) for a sentence at
    most, ``nobody`` (a noun that names no one who can speak) never.
    """

    name: str
    kind: SourceKind
    acts_for: str | None = None
    plural: bool = False
    person: int | None = None
    key: str = ""
    office: Office | None = None
    gender: str = ""
    at: int = 0
    parts: tuple[Voice, ...] = ()
    country: bool = False
    standing: Standing = "speaker"


@dataclass
class Stage:
    """The cast, the voices heard so far in text order, and the offices that mentions have added to persons.

    ``cue``: the token of the cue whose source is being resolved.
    ``resolve``: resolves the mention at tokens ``first`` to ``last`` with its head, for subjects that are no source of a claim themselves.
    """

    cast: Cast
    heard: list[Voice] = field(default_factory=list)
    added: dict[int, tuple[Office, ...]] = field(default_factory=dict)
    quoted: tuple[bool, ...] = ()
    cue: int = -1
    resolve: Callable[[Stage, int, int, int], Voice] | None = None

    def __post_init__(self) -> None:
        self.quoted = _find_quoted(self.cast)

    def offices_of(self, person: int) -> tuple[Office, ...]:
        """The offices that the article gives a person, those of appositions first."""
        return (*self.cast.persons[person].offices, *self.added.get(person, ()))

    def last_place(self, person: int, before: int) -> int:
        """The last token before ``before`` at which a person is named or spoke; -1 if there is none."""
        named = max((place for place in self.cast.persons[person].places if place < before), default=-1)
        spoke = next((voice.at for voice in reversed(self.heard) if voice.person == person and voice.at < before), -1)
        return max(named, spoke)

    def subjects(self, first: int, last: int) -> list[Token]:
        """The subjects of main clauses among tokens ``first`` to ``last`` (inclusive) that are not in quotation marks, in order."""
        document = self.cast.document
        found = []
        for index in range(max(first, 0), last + 1):
            token = document.tokens[index]
            if token.relation != "nsubj" or self.quoted[index]:
                continue
            head = document.tokens[token.head]
            if head.relation in {"root", "conj", "parataxis"} or head.head == head.index:
                found.append(token)
        return found

    def sentence_of(self, index: int) -> int:
        """The sentence of a token."""
        return self.cast.document.sentence_of(self.cast.document.tokens[index]).index

    def block_of(self, index: int) -> int:
        """The paragraph of a token."""
        return self.cast.document.sentence_of(self.cast.document.tokens[index]).block

    def is_aside(self, index: int) -> bool:
        """Whether a token stands in a headline, caption or the like."""
        return self.block_of(index) in self.cast.aside

    def sentences_back(self, place: int, here: int) -> int:
        """How many sentences token ``place`` stands before token ``here``."""
        return self.sentence_of(here) - self.sentence_of(place)

    def hit(self, index: int) -> Hit | None:
        """The gazetteer's entry at a token, as a name."""
        return self.cast.hit_at(index)

    def join(self, names: list[str]) -> str:
        """Names in one phrase, with the conjunction that goes before the last (*Ruiz **e** Ibarra*)."""
        words = load_words(self.cast.pack)
        if len(names) < 2 or not words.joins:
            return "".join(names)
        join = words.joins[-1] if fold(names[-1]).startswith(words.join_before) else words.joins[0]
        return f"{', '.join(names[:-1])} {join} {names[-1]}"


def _find_quoted(cast: Cast) -> tuple[bool, ...]:
    """For each token whether it stands between quotation marks of its paragraph."""
    document = cast.document
    inside, block = False, -1
    result: list[bool] = []
    for sentence in document.sentences:
        if sentence.block != block:
            inside, block = False, sentence.block
        for token in document.tokens_of(sentence):
            if token.text in _OPENING:
                inside = True
            elif token.text in _CLOSING:
                inside = False
            elif token.text == '"':
                inside = not inside
            result.append(inside)
    return tuple(result)
