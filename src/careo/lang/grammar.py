"""Entry type for the closed-class words of a language that the analysis of claims goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words of a language, lower case. A pack has exactly one such entry.

    ``prepositions`` may name a slot in the frame of a cue (see ``careo.lang.cues``); ``of`` marks the source of a
    noun of saying (*la promesa **de** X*), ``to`` its addressee, ``numeric`` ones the number that a verb sets
    (*elevó **a** 37*). ``reflexive_ending`` is what an infinitive with its reflexive pronoun ends in
    (*jactar**se***). ``complementizers`` open a finite complement and are no part of its content; ``questions``
    open one and are part of it. ``person`` marks a personal object, ``agent`` the agent of a passive, ``attribute``
    a predicate complement. ``contractions`` maps a fused preposition and article to the preposition. ``contrast``
    words separate clauses whose attribution is separate too. ``contrast_phrases`` do so in several words.
    ``connectives`` open a sentence and are no part of a claim (*además*). ``copulas`` make a passive of a
    participle. ``perfects`` make a compound tense of it. ``modifying`` prepositions go on with the noun phrase
    before them rather than with the verb, ``toward`` ones do so behind the name of an attitude (*su apoyo a …*).
    ``inside``: the preposition of place (*en*).
    ``wherefrom`` ones introduce a body in the place of a subject (*desde la patronal replican*).
    ``relative_adverbs`` open a clause as relatives do (*donde*).
    ``norms`` are texts that lay down, not report (*de acuerdo con la ley*). ``limiters`` behind a negator undo it
    (*no solo*). ``possessives``: lemmas of those that follow their noun (*soldados **suyos***).
    ``resuming`` words with a pronoun behind them take up the sentence before (***así** lo confirmó*).
    ``neuters`` before a relative (*lo que*) and ``summing`` nouns (*extremo que*) take up what was said before; ``comparing``
    phrases set a number beside another (*por encima de los 9*). ``sequels`` open a clause of what went before (***tras** negarlo*);
    ``universals``: lemmas of the determiners that leave nothing of a noun out (*cualquier vertido*).
    """

    FILE: ClassVar[str] = "grammar.toml"
    TABLE: ClassVar[str] = "grammar"

    prepositions: tuple[str, ...]
    of: str
    to: str
    numeric: tuple[str, ...]
    reflexive_ending: str
    complementizers: tuple[str, ...]
    questions: tuple[str, ...]
    relatives: tuple[str, ...]
    person: tuple[str, ...]
    agent: tuple[str, ...]
    attribute: tuple[str, ...]
    attribute_any: tuple[str, ...]
    contrast: tuple[str, ...]
    contrast_phrases: tuple[str, ...]
    connectives: tuple[str, ...]
    copulas: tuple[str, ...]
    perfects: tuple[str, ...]
    reflexives: tuple[str, ...]
    conditionals: tuple[str, ...]
    time_nouns: tuple[str, ...]
    modifying: tuple[str, ...]
    limiters: tuple[str, ...]
    inside: tuple[str, ...]
    wherefrom: tuple[str, ...]
    norms: tuple[str, ...]
    relative_adverbs: tuple[str, ...]
    toward: tuple[str, ...]
    contractions: Mapping[str, str] = field(default_factory=dict)
    possessives: tuple[str, ...] = ()
    resuming: tuple[str, ...] = ()
    neuters: tuple[str, ...] = ()
    summing: tuple[str, ...] = ()
    comparing: tuple[str, ...] = ()
    sequels: tuple[str, ...] = ()
    universals: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
