"""Entry types for what a claim comes to: words that refer back to a claim, that call it true or false, that admit a deed, and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Reference:
    """Nouns that stand for what somebody has said before: *negó **la acusación***, *confirmó **esa versión***.

    ``cues``: lemmas of the cues that make such a claim (*acusación*: *acusar*); without them any will do. ``figures``: the claim has to
    hold one (*ese **dato***). ``denial``: the noun itself takes the other side (*confirmó **el desmentido***).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "reference"

    nouns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    figures: bool = False
    denial: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that stand for a whole statement: *eso es falso*, ***lo** negó*. ``clitic``: beside the verb alone."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "pointer"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    clitic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Words that call a statement true or false: *es **falso***, *lo tachó de **bulo***, *son «**rumores** infundados»*."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "appraisal"

    words: tuple[str, ...]
    holds: Literal["true", "false"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Admission:
    """Verbs that take a deed for granted: who gives thanks for it, boasts of it or apologizes for it admits it (factives of attitude)."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "admission"

    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event that no frame of figures names. ``type`` is that of the events of ``frames.toml`` where it is the same.

    ``moved``: verbs whose object or passive subject undergoes it, ``mover``: whose subject does; ``nouns`` take it as a *de* phrase.
    ``counts``: classes of ``Thing`` that what undergoes it must belong to; none: whatever it is, even nothing. ``goals``: one of these
    lemmas must hang on the trigger. ``agent``: ``any`` or none, one that is ``named``, or only the ``owner`` of what undergoes it (*hay
    tropas **chilenas***). ``people``: only where the article has told of one of the type by those whose people they are (*hay 300
    **chilenos***).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "occurrence"

    type: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    mover: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    agent: Literal["any", "named", "owner"] = "any"
    people: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Predicate:
    """Words that say one thing of what happens: verbs of one meaning, and the nouns made of them (*abrir*, *la **apertura***).

    ``name`` is what they all go by. Only words that say the same of the same things belong together, no opposites and no degrees.
    ``undergone``: the subject of the verb without an object undergoes it (*la fábrica **cierra***, *la ministra **dimite***), as does whose
    the noun is.
    ``denies``: the names of what is denied with it: gates that have not moved have not opened (that they moved does not say so).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "predicate"

    name: str
    accept: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    undergone: bool = False
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LightVerb:
    """Verbs that leave it to a noun to say what happens (*hay un acuerdo*, ***hizo** una oferta*, *la presa **tiene** filtraciones*).

    ``takes``: the ``thing`` that there is, a ``deed`` of the subject, a ``state`` of it, or the infinitive of a ``verb`` (*va a
    dimitir*). ``nouns``: those that do as the verbs do (*la **existencia** del acuerdo*).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "light"

    verbs: tuple[str, ...]
    takes: Literal["thing", "deed", "state", "verb"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Nominalization:
    """The ``ending`` of nouns that are made of verbs in ``verb`` (*filtr**ación***: *filtr**ar***), for those that no predicate lists."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "nominalization"

    ending: str
    verb: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deictic:
    """Words for the place where somebody speaks or points to (*no habrá despidos **aquí***): nobody else's claim tells which it is."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "deictic"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Minimizer:
    """Words that make *one* the least of a thing under a negation: *no disparó un **solo** tiro*, ***ni** una gota*."""

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "minimizer"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words behind a noun that tell one of its kind from another (*la planta **vieja***, *el puente del **norte***).

    Not what only says of which sort it is (*la central **nuclear***): that is left out when the thing is named again. ``other``: it
    says that another one is meant, with or without an article (***otro** vertido*).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "contrast"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    other: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Presumption:
    """Words by which a claim takes for granted that others have lent a hand (***sin** X habríamos caído*), or rules it out (*luchan
    **solos***).

    ``types``: the types of events that such a hand is, the likeliest first. ``unreal``: only with a verb in the conditional or
    with one of these forms. ``alone``:
    it is ruled out, right behind one of ``verbs`` (lemmas).
    """

    FILE: ClassVar[str] = "gists.toml"
    TABLE: ClassVar[str] = "presumption"

    words: tuple[str, ...]
    types: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    alone: bool = False
    note: str = ""
