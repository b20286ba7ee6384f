"""Entry types for the words that introduce a claim: verbs, nouns and formulas of saying, hedges, negation.

A *slot* is a place in the frame of a cue, named by its syntax (Universal Dependencies):

=============  =====================================================================================================
``clause``     finite complement clause: *que*, *si* or an interrogative (``ccomp``): *dijo que …*, *preguntó cuánto …*
``infinitive`` infinitive complement without preposition: *prometió no olvidar*
``object``     noun phrase object without *a*: *confirmó el despliegue*
``person``     *a*-marked or clitic object, the addressee or the one judged: *acusó **a Roma***, *pidió **al juez***
``attribute``  predicate complement: *calificó la ley **de injusta** / **como un error***, *consideró **ilegal** la huelga*
a preposition  complement with that preposition (one of the pack's ``prepositions``), be it a noun phrase, an infinitive or a *que* clause:
               *se jactó **de que** …*, *amenazó **con** cerrar*, *insistió **en que***, *se comprometió **a** pagar*
=============  =====================================================================================================

The content of a claim is the stretch from its first to its last filled ``content`` slot; a preposition or conjunction at its very
beginning is left out where it only marks the slot (*se comprometió a {enviar tropas}*), but kept before a ``person``
(*acusó {a Roma de mentir}*) and before a number that the verb sets (*elevó {a 37 los muertos}*).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from careo.model import Factuality, Stance

Slot = str
"""One of ``STRUCTURAL``, or a preposition that the pack's grammar lists."""
STRUCTURAL: tuple[Slot, ...] = ("clause", "infinitive", "object", "person", "attribute")
"""The slots that every language has."""
ANY_VERB = "*"
"""The lemma of the entry for verbs that are no verbs of saying by themselves, only beside a quotation."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying, judging, thinking, promising, asking or keeping silent.

    ``content``: slots that make up the content, in any order. ``needs``: at least one of these must be filled (default: ``content``
    without ``person``). ``quotes``: whether it can introduce a quotation in marks. ``objects``: whether a bare noun-phrase object is a
    content always, only when its noun names an event or a saying (see ``EventNoun``), or never. ``negated``: the stance under
    negation (*no confirmó* declines, *no descartó* asserts); ``none``: no claim then. ``reflexive``: whether it needs, allows or
    forbids *se* in this sense. ``of_documents``: a report or a figure can be its subject (*el informe señala*).
    ``subjunctive``: the stance where the complement clause is in the subjunctive (*dijo que se marcharan* asks; none: the same
    stance). ``phrase``: words that must follow within the verb phrase, each by its form or its lemma (*poner **en duda***,
    *dar **a entender***, *mostrarse **convencido***); they are no content. ``only_negated``: the sense exists under negation alone
    (*no respondió a una pregunta*, *no hizo comentarios*). ``voices``: only what is known to speak can be its subject (*el sindicato
    se mantiene en el 90%*, not *el precio*). ``without``: prepositions right behind the verb that make it another one
    (*contar **con***). ``specifies``: behind its object a colon opens what is said (*corrigió un dato: son doce*).

    A lemma may have several entries, one a sense; the first that fits (``reflexive``, ``phrase``, ``only_negated``, ``needs``)
    is taken, so those with a ``phrase`` stand first.
    """

    FILE: ClassVar[str] = "verbs.toml"
    TABLE: ClassVar[str] = "verb"

    lemma: str
    stance: Stance
    content: tuple[Slot, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    needs: tuple[Slot, ...] = ()
    quotes: bool = True
    objects: Literal["any", "event", "never"] = "event"
    negated: Stance | Literal["none"] = "decline"
    reflexive: Literal["no", "optional", "required"] = "no"
    factuality: Factuality = "CT+"
    of_documents: bool = False
    subjunctive: Stance | None = None
    phrase: str = ""
    only_negated: bool = False
    voices: bool = False
    without: tuple[str, ...] = ()
    specifies: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun of saying (*la acusación de X de que …*). Its source is a *de* phrase, a possessive or an adjective of nationality.

    ``content``: slots that hold the content. It is a cue only where one of them is filled. ``light``: verbs (lemmas) that lend the noun
    their subject as source (*lanzó una advertencia*, *hizo un llamamiento*).
    """

    FILE: ClassVar[str] = "nouns.toml"
    TABLE: ClassVar[str] = "noun"

    lemma: str
    stance: Stance
    content: tuple[Slot, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    factuality: Factuality = "CT+"
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an event, a fact or a saying, so that *confirmó* + noun is a claim. ``endings``: or any noun ending so."""

    FILE: ClassVar[str] = "nouns.toml"
    TABLE: ClassVar[str] = "event_noun"

    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """Words that introduce a source outside a verb: *según X*, *de acuerdo con X*, *a juicio de X*, *para X,*.

    ``words``: the words in order, lower case. ``complement``: ``phrase`` takes any noun phrase, ``voice`` only a person, body or
    country (so that *para el lunes* is none), ``clause`` allows a clause of saying too (*según informó X*), ``none`` takes
    nothing: a possessive among the words refers back to the source (*a su juicio*). ``position``: where it may
    stand; ``edge`` means set off by commas, at the beginning or at the end of the sentence.
    """

    FILE: ClassVar[str] = "formulas.toml"
    TABLE: ClassVar[str] = "formula"

    words: str
    stance: Stance
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    complement: Literal["phrase", "voice", "clause", "none"] = "phrase"
    position: Literal["any", "edge"] = "any"
    factuality: Factuality = "CT+"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a statement without naming a source: *al parecer*, *supuestamente*, *presunto*, *se cree que*."""

    FILE: ClassVar[str] = "formulas.toml"
    TABLE: ClassVar[str] = "hedge"

    words: str
    factuality: Factuality
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that negates the verb it hangs on (*no*, *nunca*, *jamás*, *tampoco*, *ni*, *sin*)."""

    FILE: ClassVar[str] = "negation.toml"
    TABLE: ClassVar[str] = "negator"

    word: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Periphrasis:
    """A verb that governs a verb of saying and lends it its subject (*volvió a negar*, *se negó a confirmar*, *quiso aclarar*).

    ``effect``: ``none`` leaves the stance, ``decline`` makes it a refusal (*se negó a, rehusó, evitó*), ``request`` and
    ``commit`` likewise, ``negate`` negates it (*dejó de decir*).
    """

    FILE: ClassVar[str] = "negation.toml"
    TABLE: ClassVar[str] = "periphrasis"

    lemma: str
    effect: Literal["none", "decline", "negate", "commit", "request"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    preposition: str = ""
    reflexive: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that weakens the factuality of the clause it stands in: *podría*, *quizá*, *probablemente*, *es posible que*."""

    FILE: ClassVar[str] = "negation.toml"
    TABLE: ClassVar[str] = "modal"

    words: str
    factuality: Factuality
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relay:
    """A verb that names who stands between the outlet and the source.

    ``cites``: its subject relays what its object says (*Reuters informó, **citando** a fuentes militares, que …*). Otherwise its
    participle and agent do (*fuentes **consultadas** por Reuters*, *Peskov, **citado** por TASS*). ``publishes``: the participle
    stands with the speech or letter in which it was said, and its agent is an outlet (*en un discurso **reproducido** por TASS*).
    """

    FILE: ClassVar[str] = "formulas.toml"
    TABLE: ClassVar[str] = "relay"

    lemma: str
    cites: bool
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    publishes: bool = False
    note: str = ""
