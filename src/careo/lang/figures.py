"""Entry types for numbers, units, the things that are counted, and the frames that say what happened to them.

Number words follow the grammar of cardinals (RAE, *Nueva gramática de la lengua española*, 2009, chapter 21): a table of simple
words, put together by rules of addition and multiplication, so that no compound is ever listed. In the examples the mark ``{figure:…}``
stands on the figure; in ``reject`` on words that are no figure or, for a frame, on a figure that is not of its category.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from careo.model import Comparator

NumberLevel = Literal["unit", "ten", "hundred", "thousand", "scale"]
Stretch = Literal["hour", "day", "week", "month", "year"]
"""What a rate can be for."""
ParticleRole = Literal[
    "and", "or", "of", "to", "each", "in", "from", "half", "plain", "several", "additional", "prenominal", "definite", "partitive",
    "relative", "month", "weekday", "clock", "year", "designator", "date", "change", "control", "perfect", "reflexive", "agent",
    "person", "condition", "percent", "appraise", "subtotal", "equivalent", "only", "fewer", "instead", "both", "with", "estimate",
    "opposed", "companion", "possessive", "moment", "retract", "recover", "undo", "mostly", "former", "inflict", "whole",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cardinal:
    """Simple number words of one level. ``values``: the word and its value; ``scale`` words multiply all that stands before them."""

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "cardinal"

    level: NumberLevel
    values: Mapping[str, int]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collective:
    """A noun that is a number (*un centenar de*, *docenas de*). In the bare plural it is vague: at least twice its value.

    ``exact``: *una docena* is 12, *una veintena* about 20. ``low`` and ``high`` bound a singular that is vague in itself (*un puñado*).
    ``elliptic``: false where the word is a number only before *de* (*una cuarentena* is also a quarantine).
    """

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "collective"

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    value: int
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    exact: bool = False
    elliptic: bool = True
    low: int | None = None
    high: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A noun that is a part of a whole: *un tercio*, *la mitad*, *tres cuartas partes*. ``parts``: how many of it make the whole.

    ``bare``: the article alone may stand before it (*la mitad*); else only a numeral (*un cuarto*, not *el cuarto*).
    """

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "fraction"

    words: tuple[str, ...]
    parts: int
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    bare: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """Words that turn a number into a bound or an estimate. ``place``: whether they stand before or after it.

    ``arrival``: after a change that is told they name where it came to instead (*subió **hasta** 40*).
    """

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "bound"

    words: tuple[str, ...]
    comparator: Comparator
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    place: Literal["before", "after"] = "before"
    arrival: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoundVerb:
    """Verbs that compare their object, a number, with the quantity: *superan los 300*, *rondan los 5.000*.

    ``negated``: the comparator under negation (*no llegan a*). ``preposition``: the one it
    needs, by its role (*no pasan **de** 150*).
    """

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "bound_verb"

    lemmas: tuple[str, ...]
    comparator: Comparator
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    negated: Comparator | None = None
    preposition: Literal["", "of", "to"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """The two words of a range: *entre X y Y*, *de X a Y*, *X o Y*. An empty ``opener`` stands for none."""

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "interval"

    opener: str
    joiners: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Particle:
    """Function words, determiners and closed classes that the grammar of figures goes by, each set with its ``role``."""

    FILE: ClassVar[str] = "numbers.toml"
    TABLE: ClassVar[str] = "particle"

    role: ParticleRole
    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or money. ``counts``: its name in the ledger. Units of ``time``, ``size`` and the like make no figure.

    ``sign``: written right before or after the digits (*$ 300*, *35%*, *152mm*). ``months``: how many of them a unit of time has, so
    that *14 años y 3 meses* are 14.25. ``shared``: signs that are also other money's; which one it is in an article its words and the
    ``countries`` (ISO 3166-1 alpha-2) that it writes about decide. A sign that is in ``signs`` as well is this unit's by default.
    """

    FILE: ClassVar[str] = "units.toml"
    TABLE: ClassVar[str] = "unit"

    kind: Literal["money", "area", "mass", "share", "time", "size", "degree", "points"]
    counts: str
    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    months: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """Words that make a figure the rate of a stretch of time, ``per``.

    ``adjectives``, in all their forms, stand after what is counted (*8.500 pesos **mensuales***) or with what is measured (*un gasto
    **anual** de …*); ``phrases`` after it (*300 millones **por día***), those that are ``closed`` only where they end the phrase (*al
    día*, but not *al día siguiente*). ``nouns`` make one with a word for *each* before or behind it (***cada jornada** cuesta …*).
    In the examples the mark ``{figure:…}`` stands on a figure that is such a rate, in ``reject`` on one that is none.
    """

    FILE: ClassVar[str] = "units.toml"
    TABLE: ClassVar[str] = "rate"

    per: Stretch
    nouns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A class of nouns, by lemma, that frames restrict themselves to or look for in the text around.

    ``force`` people who are sent and deployed, of them ``military`` those who are hardly anything else; ``person`` anybody;
    ``street``: nouns whose name is none of an event's place;
    ``uncounted``: small numbers of them are no matter of dispute (*dos décadas*, *los tres países*); ``occurrence``: how often (*tres
    veces*); ``aggregate``: nouns that stand for a count (*la cifra de*); ``scene``: what happens in a place that it is called after (*la
    riada de*); ``loss``: what many besides those who bear it put a figure on; ``locality``: those that a place name follows.
    """

    FILE: ClassVar[str] = "things.toml"
    TABLE: ClassVar[str] = "thing"

    kind: Literal[
        "force", "military", "person", "building", "land", "job", "prison", "ballot", "strike", "election", "death", "uncounted",
        "occurrence", "aggregate", "locality", "vehicle", "goods", "fire", "street", "anybody", "income", "rally", "court", "elector",
        "scene", "loss", "statement", "remains", "division", "company", "staff", "site", "country",
    ]  # fmt: skip
    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """Nouns for the ``members`` of a body (*soldados*), and what such ``bodies`` are called (*ejército*): theirs are those counted."""

    FILE: ClassVar[str] = "things.toml"
    TABLE: ClassVar[str] = "membership"

    members: tuple[str, ...]
    bodies: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What happens to those who are counted. The figure gets ``category`` where it fills a role of one of the triggers.

    ``moved``: verbs whose object (or passive subject) is counted: *detuvieron a 12 personas*; ``mover``: verbs whose subject is:
    *murieron 12 personas*. ``nouns`` take what is counted as *de* phrase: *la muerte de 12 personas*. ``states`` are nouns and
    participles that say it of the counted themselves: *12 muertos*, *12 personas heridas*, *los muertos son 12*; ``parts`` are nouns
    that do so only where nothing else happens to them (*12 manifestantes*, but *hirieron a 12 manifestantes*). ``phrases``: several
    words, the verb first, with the subject counted: *perder la vida*; ``caused``: likewise, with the object counted.

    ``counts``: classes of ``Thing`` (or kinds of ``Unit``) that the counted noun must, ``bars`` must not belong to. ``context``: classes
    of ``Thing`` of which a word must stand nearby. ``shares``: whether it applies to shares only, never, or to both. ``planned``: the
    category where the event is only planned, promised or possible. ``owner``: whose the figure is: of the ``agent`` who does it, of the
    ``patient`` who undergoes it, of the ``holder``, a body that is the subject of the clause (*la acería anunció 300 despidos*), or of
    its ``subject``, be it a person (*Ana sumó 300 votos*). ``event``: the type of the event, if it names one.
    ``default``: it holds of all that it counts where nothing else is said and no word of ``income`` stands by. ``there``: it holds of those
    whom there simply are in a place (*hay 300 soldados en el valle*).
    """

    FILE: ClassVar[str] = "frames.toml"
    TABLE: ClassVar[str] = "frame"

    category: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    mover: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    caused: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    shares: Literal["any", "only", "never"] = "any"
    planned: str | None = None
    owner: Literal["agent", "patient", "holder", "subject"] = "patient"
    event: str | None = None
    default: bool = False
    there: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Blend:
    """Two categories that, joined by *or* (or counted together), make a third: *murieron o resultaron heridos*."""

    FILE: ClassVar[str] = "frames.toml"
    TABLE: ClassVar[str] = "blend"

    parts: tuple[str, ...]
    category: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Words that make the event under them a plan: verbs (*prometió enviar*), nouns (*el plan de*), adjectives (*un posible envío*).

    ``direct``: verbs that need no other verb: *los 6.000 soldados que prometió*.
    """

    FILE: ClassVar[str] = "frames.toml"
    TABLE: ClassVar[str] = "plan"

    part: Literal["verb", "noun", "adjective"]
    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    direct: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conjugation:
    """Endings of one class of verbs, so that a form is found even where the parser guesses a wrong lemma.

    ``changes``: stems of irregular verbs by lemma, one space apart (*morir* = ``mur muer muert``).
    """

    FILE: ClassVar[str] = "frames.toml"
    TABLE: ClassVar[str] = "conjugation"

    infinitive: str
    endings: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class NounEnding:
    """Forms of nouns and adjectives by the ending of their lemma; the longest ending that fits counts. ``forms`` replace the ending."""

    FILE: ClassVar[str] = "frames.toml"
    TABLE: ClassVar[str] = "noun_ending"

    ending: str
    forms: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""
