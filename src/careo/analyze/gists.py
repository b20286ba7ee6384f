"""Gists: what each claim of an article comes to, so that claims of other articles can meet it without text or parser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from careo.analyze.backreferences import find_answers, reference_index
from careo.analyze.cast import Cast
from careo.analyze.performatives import find_performed
from careo.analyze.predications import Predication, Reader, appraisal_index
from careo.analyze.presumptions import find_presumed, presume
from careo.analyze.roles import RoleFinder, predicate_of_thing
from careo.analyze.stances import weakened
from careo.analyze.timeline import Moment
from careo.analyze.turnabouts import find_turnabouts, is_pronoun, mark_turnabouts
from careo.lang.gists import Admission, Occurrence, Predicate
from careo.lang.pack import Pack
from careo.model import Claim, Event, Gist, GistMode, Span
from careo.text import Token
from careo.text.words import fold

_NEITHER = ("doubt", "request", "decline")


def add_gists(
    cast: Cast, claims: Sequence[Claim], events: Sequence[Event], moments: Sequence[Moment] = ()
) -> tuple[Claim, ...]:
    """The same claims in the same order, each with its gist, and with the event that it claims where it speaks of several.

    Without those whose content is a mere pronoun that stands for no claim.

    An event without an agent gets the one that the article has told of: the speaker (*sus tropas*), or the agent of the event of the
    same type told before (*el movimiento de tropas*).
    """
    finder = _GistFinder(cast, moments)
    known: dict[str, str] = {}
    completed: list[tuple[Claim, Event | None]] = []
    presumed: dict[str, int] = {}
    for claim in claims:
        event = finder.complete(claim, finder.choose(claim, events), known) or finder.find_people(claim, known)
        if event is not None and event.agent is not None:
            known[event.type] = event.agent
        elif event is None and (found := find_presumed(finder.reader, claim, known)) is not None:
            event, presumed[claim.id] = found
        completed.append((claim, event))
    answers = find_answers(finder.reader, claims, {claim.id for claim, event in completed if event is not None})
    turns = find_turnabouts(finder.reader, claims)
    told = {name for turn in turns for name in (turn.denial, turn.admission)}
    done: list[Claim] = []
    for claim, event in completed:
        if claim.id not in answers and claim.id not in told and is_pronoun(claim):
            continue  # *el testigo **lo reconoció***: no claim before it that the pronoun could stand for
        gist = finder.make_gist(claim, event)
        if claim.id in presumed and event is not None:
            gist = presume(gist, event, presumed[claim.id])
        if claim.id in answers:
            target, turned = answers[claim.id]
            polarity = finder.polarity_of_answer(claim) * turned
            gist = replace(gist, answers=target, polarity=polarity)
        done.append(replace(claim, event=event, gist=gist))
    return _specify(mark_turnabouts(finder.reader, done, turns, answers), cast.pack)


def _specify(claims: Sequence[Claim], pack: Pack) -> tuple[Claim, ...]:
    """What the denial of the wider word denies: *negaba que las compuertas se hubieran **movido**; reconoció que una se **abrió***.

    Only where the article tells of one such thing with the same patient; the wider word itself affirms none of them.
    """
    denied = pack.derived(denied_predicates)
    deeds = {(c.gist.patient, c.gist.predicate) for c in claims if c.gist is not None and c.gist.mode == "deed"}
    found: list[Claim] = []
    for claim in claims:
        gist = claim.gist
        meant: set[str] = set()
        if gist is not None and gist.polarity < 0 and gist.patient is not None and gist.mode == "deed":
            meant = {name for name in denied.get(gist.predicate or "", ()) if (gist.patient, name) in deeds}
        if gist is not None and len(meant) == 1:
            (name,) = meant
            terms = tuple(sorted({name, *gist.terms} - {gist.predicate or ""}))
            claim = replace(claim, gist=replace(gist, predicate=name, terms=terms))
        found.append(claim)
    return tuple(found)


def denied_predicates(pack: Pack) -> dict[str, frozenset[str]]:
    """The names of predicates that a denial of one denies too, by its name."""
    return {fold(entry.name): frozenset(map(fold, entry.denies)) for entry in pack.slot(Predicate) if entry.denies}


def admissions(pack: Pack) -> frozenset[str]:
    """The lemmas of verbs that take a deed for granted."""
    return frozenset(lemma for entry in pack.slot(Admission) for lemma in entry.lemmas)


def _parts(claim: Claim) -> tuple[Span, ...]:
    return claim.content.parts or (claim.content.span,)


class _GistFinder:
    def __init__(self, cast: Cast, moments: Sequence[Moment]) -> None:
        self._moments = moments
        self.reader = Reader(cast)
        self._document = cast.document
        self._pack = cast.pack
        self._references = frozenset(cast.pack.derived(reference_index))
        self._appraisals = cast.pack.derived(appraisal_index)
        self._roles = RoleFinder(self.reader)

    # --- events -------------------------------------------------------------------------------------------------------

    def choose(self, claim: Claim, events: Sequence[Event]) -> Event | None:
        """Of the events in a content the first that it claims and whose agent it names, else the first that it claims, else the first."""
        inside = [e for e in events if any(part.contains(e.trigger) for part in _parts(claim))]
        claimed = [e for e in inside if self._claims(claim, e)]
        named = [e for e in claimed if e.agent is not None]
        return next(iter((*named, *claimed, *inside)), None)

    def _claims(self, claim: Claim, event: Event) -> bool:
        trigger = self._document.token_from(event.trigger.start)
        if trigger is None:
            return False
        return self._admits(claim) or self.reader.stands_for(trigger, _parts(claim), self._references)

    def _admits(self, claim: Claim) -> bool:
        return claim.cue is not None and claim.cue.lemma in self._pack.derived(admissions)

    def complete(self, claim: Claim, event: Event | None, known: dict[str, str]) -> Event | None:
        """The event with the agent that the article lets understand."""
        trigger = self._document.token_from(event.trigger.start) if event is not None else None
        if event is None or trigger is None:
            return event
        speaker = claim.source.acts_for or (claim.source.name if claim.source.kind != "author" else None)
        forms = (trigger, *self._document.children_by(trigger, "aux"))
        if speaker is not None and claim.quotation == "direct" and any(t.has("Person=1") for t in forms):
            return replace(event, agent=speaker)
        if event.agent is not None:
            return event
        roles = self._document.children_by(trigger, "obj", "nsubj", "nmod")
        countries = [c for role in roles for c in self._document.children_by(role, "nmod") if self.reader.is_country(c)]
        own = any(map(self.reader.is_speakers, (trigger, *roles, *countries)))
        commits = claim.stance == "commit" and trigger.has("VerbForm=Inf")
        agent = speaker if own or commits else None
        if agent is None and trigger.tag == "NOUN":
            defined = any(c.has("Definite=Def") for c in self._document.children_by(trigger, "det"))
            agent = known.get(event.type) if defined else speaker if claim.stance == "deny" else None
        return replace(event, agent=agent) if agent is not None and agent != event.patient else event

    def find_people(self, claim: Claim, known: Mapping[str, str]) -> Event | None:
        """*Hay 1.700 chilenos en la isla*, where the article has told that Chile has sent somebody there: it is those who are meant."""
        predication = self.reader.read(_parts(claim), self._references)
        noun = predication.head
        verb = predication.verb if predication.thing else None
        for entry in self._pack.slot(Occurrence):
            sender = known.get(entry.type) if entry.people else None
            if noun is None or verb is None or sender is None or verb.lemma not in entry.moved:
                continue
            if self.reader.are_people_of(noun, sender):
                return Event(entry.type, verb.span, verb.text, sender, None, self.reader.place_of(verb))
        return None

    # --- gists --------------------------------------------------------------------------------------------------------

    def make_gist(self, claim: Claim, event: Event | None) -> Gist:
        """What a claim comes to by its own words."""
        parts = _parts(claim)
        performed = find_performed(self.reader, claim, parts) if event is None else None
        if performed is not None:
            parts = (performed[0],)
        predication = self.reader.read(parts, self._references)
        trigger = self._document.token_from(event.trigger.start) if event is not None else None
        claimed = event is not None and self._claims(claim, event)
        head = predication.head
        agent, patient = self._roles.find_roles(claim, predication)
        if event is not None and claimed:
            agent, patient = event.agent, event.patient
        alike = event is not None and (agent, patient) == (event.agent, event.patient)
        mode = self._mode(claim, trigger if claimed else predication.verb or head, claimed=claimed or not alike)
        if not claimed and any(map(self.reader.is_deictic, (head, predication.verb))):
            mode = "mention"
        if trigger is not None and not claimed and self.reader.mode_of(trigger, parts) == "condition":
            mode = "condition"
        loosely = claim.passage == "title" or claim.stance == "express"  # *cierra en Ribalta*, *lamentó que cierre*
        if (
            mode == "deed"
            and not claimed
            and not predication.thing
            and self._is_open(parts, predication, loosely=loosely)
        ):
            mode = "named"
        return Gist(
            predicate=predicate_of_thing(self.reader, head) if head is not None else None,
            polarity=self.polarity_of(claim, self.reader.head_of(parts))
            if performed is None
            else performed[1] * self._sign_of(parts[0], denied=performed[1] < 0),
            mode=mode,
            agent=agent,
            patient=patient,
            names=self._names(claim, parts, predication),
            terms=self._terms(parts, predication),
            place=event.place if event is not None else None,
            past=self._is_past(claim),
            when=self._when(parts, (head, trigger), (predication.subject, predication.object)),
        )

    def _names(self, claim: Claim, parts: Sequence[Span], predication: Predication) -> tuple[str, ...]:
        """The names in a content; with *sus clientes* who speaks is named too, where nobody else in it does anything."""
        names = self.reader.names_in(parts)
        speaker = claim.source.acts_for or claim.source.name
        own = claim.source.kind in ("organization", "government") and speaker != speaker.lower()
        if not own or (predication.subject is not None and not self.reader.is_speakers(predication.subject)):
            return names
        inside = (t for part in parts for t in self._document.tokens_in(part))
        return tuple(sorted({*names, speaker})) if any(self.reader.is_speakers(t) for t in inside) else names

    def _is_open(self, parts: Sequence[Span], predication: Predication, *, loosely: bool) -> bool:
        """Whether it is left open that it is done: a noun without a verb over it (*la dimisión*), a present subjunctive (*que cierre*);
        ``loosely``: any present tense.
        """
        top, head, verb = self.reader.head_of(parts), predication.head, predication.verb
        if verb is not None and (verb.has("Mood=Sub") or (loosely and verb.has("VerbForm=Fin"))):
            return verb.has("Tense=Pres") and not self._document.children_by(verb, "aux", "cop")
        return head is not None and top is not None and head.tag == "NOUN" and top.tag == "NOUN"

    def _terms(self, parts: Sequence[Span], predication: Predication) -> tuple[str, ...]:
        """The words of the content, with the nouns before it that its pronouns stand for."""
        before = {
            fold(token.lemma) for token in (predication.subject, predication.object)
            if token is not None and token.tag == "NOUN" and not any(part.contains(token.span) for part in parts)
        }  # fmt: skip
        light = predication.verb if predication.verb is not predication.head else self.reader.head_of(parts)
        empty = self.reader.predicate_of(light) if light is not None and light is not predication.head else None
        own = tuple(term for term in self.reader.terms_in(parts) if term != empty)
        return tuple(sorted(before.union(own))) if predication.head is not None else own

    def _when(
        self, parts: Sequence[Span], heads: Sequence[Token | None], arguments: Sequence[Token | None]
    ) -> str | None:
        """The first date that a content gives to what it says: on its predicate, or on what it is about (*los salarios **de marzo***)."""
        of_heads = {token.index for token in heads if token is not None}
        of_arguments = {token.index for token in arguments if token is not None}
        for moment in self._moments:
            governor = self._document.tokens[moment.token].head
            dates = governor in of_arguments or (governor in of_heads and not moment.attributive)
            if dates and not (moment.of_event or moment.of_saying) and any(p.contains(moment.span) for p in parts):
                return moment.value
        return None

    def _is_past(self, claim: Claim) -> bool:
        """Whether the cue stands in a tense that tells of something before (*había negado*, *negaba*)."""
        cue = self._document.token_from(claim.cue.span.start) if claim.cue is not None else None
        if cue is None or cue.tag != "VERB":
            return False
        return any(t.has("Tense=Imp") for t in (cue, *self._document.children_by(cue, "aux")))

    def _mode(self, claim: Claim, token: Token | None, *, claimed: bool) -> GistMode:
        if token is None:
            return "deed"
        mode = self.reader.mode_of(token, _parts(claim))
        if mode == "deed" and claim.stance in ("commit", "request"):
            return "plan"
        return mode if mode != "deed" or claimed else "mention"

    def polarity_of(self, claim: Claim, head: Token | None) -> int:
        """Whether the source stands for what is claimed: its stance, the negation in it, and words that call it true or false."""
        if claim.stance in _NEITHER:
            return 0
        if claim.stance == "deny" and claim.factuality == "UU" and head is not None and head.tag == "NOUN":
            return 0  # who rejects a closure does not deny it
        verdict = self._appraise(claim, head)
        if self._is_quoted_no(claim):
            return -1
        if claim.stance == "express":
            return verdict if verdict else self._content_sign(claim) if self._admits(claim) else 0
        return self._sign(claim) * (verdict if verdict and claim.stance != "deny" else 1)

    def polarity_of_answer(self, claim: Claim) -> int:
        """As :meth:`polarity_of`, of a claim that answers another: the negation inside a quotation of its own does not count."""
        head = self.reader.head_of(_parts(claim))
        if claim.stance == "deny":
            return -1
        if claim.stance == "confirm":
            return 1
        return self.polarity_of(claim, head)

    def _sign(self, claim: Claim) -> int:
        if claim.factuality != "UU":
            return 1 if claim.factuality.endswith("+") else -1
        return (-1 if claim.stance == "deny" else 1) * self._content_sign(claim)

    def _is_quoted_no(self, claim: Claim) -> bool:
        """*Negó los rumores: «**No** dimitiré»*: the words that deny are quoted; they are no second negation."""
        return claim.stance == "deny" and claim.quotation in ("direct", "mixed") and claim.factuality.endswith("+")

    def _content_sign(self, claim: Claim) -> int:
        return self._sign_of(_parts(claim)[0], denied=claim.stance == "deny")

    def _sign_of(self, span: Span, *, denied: bool) -> int:
        return -1 if weakened(self._document, span, self._pack, denied=denied)[0].endswith("-") else 1

    def _appraise(self, claim: Claim, head: Token | None) -> int:
        """1 where the content is called true, -1 false, 0 neither: by its predicate (*es falso*) or otherwise (*tachó de bulo*)."""
        if head is None:
            return 0
        words = [head]
        if claim.stance == "express":
            words = self._called(_parts(claim)[0])
        elif head.tag == "VERB":
            return 0
        found = [self._appraisals[key] for t in words if (key := fold(t.lemma)) in self._appraisals]
        return 0 if not found else 1 if found[0] else -1

    def _called(self, span: Span) -> list[Token]:
        """The words that something may be called with: near the top of the content and not themselves spoken of (*la novela*)."""
        document = self._document
        inside = document.tokens_in(span)
        held = {t.index for t in inside}
        tops = {t.index for t in inside if t.head not in held or t.head == t.index}
        defined = {t.head for t in inside if t.has("Definite=Def") or t.has("PronType=Dem")}
        return [t for t in inside if (t.index in tops or t.head in tops) and t.index not in defined]
