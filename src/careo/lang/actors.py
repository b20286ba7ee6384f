"""Entry types for who speaks: countries, bodies, outlets, titles, unnamed sources, documents, and words that point back.

All words are written as they stand in a text, masculine or feminine; plurals and genders follow from ``Inflection`` rules. The
rows of the gazetteer are facts, not rules, so their examples are optional: one row a group carries them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

BodyKind = Literal["organization", "government"]
Gender = Literal["Masc", "Fem"]
Scope = Literal["country", "body", "local", "self"]


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a word with a certain ending forms its other forms: ``forms`` replace ``ending``, the longest ending wins."""

    FILE: ClassVar[str] = "gazetteer.toml"
    TABLE: ClassVar[str] = "inflection"

    ending: str
    forms: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country as a party: every name, people, capital and seat of power that stands for it.

    ``demonyms``: masculine singular, the rest by ``Inflection``; ``metonyms``: seats of power that speak for it, kept as a source's
    own name (*Kremlin*) while the party is the country. ``code``: ISO 3166-1 alpha-2 (``XK`` and ``AB`` like codes for the unlisted).
    """

    FILE: ClassVar[str] = "gazetteer.toml"
    TABLE: ClassVar[str] = "country"

    code: str
    name: str
    english: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its own government. ``country``: the code of its country."""

    FILE: ClassVar[str] = "gazetteer.toml"
    TABLE: ClassVar[str] = "region"

    name: str
    country: str
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """A body known by name: international organizations, armed groups. ``nouns``: common nouns that may point back to it."""

    FILE: ClassVar[str] = "organizations.toml"
    TABLE: ClassVar[str] = "organization"

    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    kind: BodyKind = "organization"
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, paper or broadcaster. ``country``: the code of the state that it speaks for, where it is a mouthpiece.

    ``home``: the code of the country that it writes from, where that is one, so that its *$* is known.
    """

    FILE: ClassVar[str] = "organizations.toml"
    TABLE: ClassVar[str] = "outlet"

    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    home: str = ""
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletNoun:
    """A common noun for who publishes: *agencia*, *diario*, *los medios estatales*."""

    FILE: ClassVar[str] = "organizations.toml"
    TABLE: ClassVar[str] = "outlet_noun"

    noun: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A common noun that heads the name of a body or points back to one (*ministerio*, *comisión*, *cartera*, *organismo*).

    ``covers``: other body nouns whose bodies it may point back to; ``*`` for any body, ``*organization`` for any that is none of
    government. ``national``: its acts are its country's; ``country``: it points back to a country (*el país*). ``sole``: the bare
    noun means the one of the state (*el Ejército*), not another whose name begins so (*Ejército Rojo de Almarán*). ``independent``: it
    speaks for itself, whatever country stands in its name (*la Federación Médica de Perú*).
    """

    FILE: ClassVar[str] = "organizations.toml"
    TABLE: ClassVar[str] = "body"

    nouns: tuple[str, ...]
    kind: BodyKind
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    national: bool = False
    country: bool = False
    sole: bool = False
    independent: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """An office or trade that introduces or replaces a person (*ministro*, *portavoz*, *alcaldesa*).

    ``masculine`` and ``feminine``: singular forms (the same word in both where it has one form). ``scope``: for whom the holder speaks:
    ``country`` for the country, region or body named with it; ``body`` for the body named with it; ``local`` and ``self`` for no
    party. ``leader``: who leads a country or party and is often left unintroduced. ``joint``: it
    is held besides another office (*candidata*, *diputado*). ``covers``: titles that it may replace; ``*`` any.
    """

    FILE: ClassVar[str] = "titles.toml"
    TABLE: ClassVar[str] = "title"

    masculine: tuple[str, ...]
    scope: Scope
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    leader: bool = False
    joint: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Names of ministries, which stand capitalized between a title and a name (*la ministra de **Hacienda** Ana Ruiz*)."""

    FILE: ClassVar[str] = "titles.toml"
    TABLE: ClassVar[str] = "portfolio"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names of one gender, to tell persons from places and *el ministro* from *la ministra*."""

    FILE: ClassVar[str] = "titles.toml"
    TABLE: ClassVar[str] = "given_names"

    gender: Gender
    names: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address before a name, no part of it (*señor*, *don*, *doctora*)."""

    FILE: ClassVar[str] = "titles.toml"
    TABLE: ClassVar[str] = "honorific"

    words: tuple[str, ...]
    gender: Gender
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A noun for sources that have no name.

    ``kind``: ``unnamed`` (*fuentes*, *testigos*), ``group`` (*manifestantes*, *familiares*), ``document`` (*informe*, *encuesta*) or
    ``person`` (*hombre*, *mujer*). ``official``: who speaks for the country named with it (*funcionarios*). ``maker``: whoever is named
    with *of* or *by* behind it is the source (*según cálculos **del organismo***).
    """

    FILE: ClassVar[str] = "unnamed.toml"
    TABLE: ClassVar[str] = "source"

    nouns: tuple[str, ...]
    kind: Literal["unnamed", "group", "document", "person"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    official: bool = False
    maker: bool = False


@dataclass(frozen=True, slots=True)
class Anonymity:
    """Words in a clause that say that a source wants no name (*anonimato*, *identificado*)."""

    FILE: ClassVar[str] = "unnamed.toml"
    TABLE: ClassVar[str] = "anonymity"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjunct:
    """What ends a mention though a parser may hang it there.

    ``prepositions`` never belong to a mention of a person or body; ``nouns`` are venues and occasions (*en un **comunicado***, *ante la
    **prensa***); ``times`` are words of time (*el **lunes***, *ayer*).
    """

    FILE: ClassVar[str] = "anaphora.toml"
    TABLE: ClassVar[str] = "adjunct"

    accept: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A word that points back to one source (*él*, *ella*) or to two (*ambos*). ``nearest``: to the last one named (*este último*)."""

    FILE: ClassVar[str] = "anaphora.toml"
    TABLE: ClassVar[str] = "pronoun"

    words: tuple[str, ...]
    number: Literal["Sing", "Plur", "Dual"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    gender: Literal["Masc", "Fem", ""] = ""
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class PairNoun:
    """A plural noun that with *ambos* or *los dos* points back to two of a kind: *los dos **países***, *ambos **dirigentes***."""

    FILE: ClassVar[str] = "anaphora.toml"
    TABLE: ClassVar[str] = "pair_noun"

    nouns: tuple[str, ...]
    kind: Literal["country", "person", "body"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Continuation:
    """Verbs that go on with the last speaker where they have no subject (*agregó*, *insistió*)."""

    FILE: ClassVar[str] = "anaphora.toml"
    TABLE: ClassVar[str] = "continuation"

    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Connector:
    """Closed words of names and phrases.

    ``role``: ``and`` joins two sources (``words`` in order: the usual one, the one before the sounds in ``before``), ``of`` opens a
    complement, ``article``, ``one`` (*un*) and ``indefinite`` open a phrase, ``particle`` stands inside a personal name, ``place``
    before the name of a place, ``two`` is the number, ``former`` a prefix of titles, ``by`` opens an agent, ``near`` (*cerca de
    Ruiz aseguran*) stands for those around a person, whom ``circle`` calls by a noun, ``foreign`` particles stand in names of other
    languages (*al*, *von*), a ``matter`` only points back in the complement of a title (*la fiscal del caso*), ``state``
    offices are those that only a country has, ``soldiers`` are what a country has and a town does not, ``people`` are endings that
    make the adjective of a people from a name.
    """

    FILE: ClassVar[str] = "anaphora.toml"
    TABLE: ClassVar[str] = "connector"

    role: Literal[
        "and", "of", "article", "indefinite", "particle", "two", "relative", "one", "place", "former", "by", "near", "circle",
        "foreign", "matter", "state", "people", "soldiers", "level", "official",
    ]  # fmt: skip
    words: tuple[str, ...]
    accept: tuple[str, ...]
    before: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
