"""What speaks for and against two claims being about one thing: a table, each row with its reason. No row knows polarity or numbers."""

from __future__ import annotations

from dataclasses import dataclass

THRESHOLD = 3.5
"""Two claims are about one thing where their features sum up to this."""
NEVER = -99.0
"""The weight of what keeps two claims apart whatever else they share."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The ``value`` of a feature and why it has it."""

    value: float
    reason: str


WEIGHTS: dict[str, Weight] = {
    "event:same": Weight(2.0, "the same type of event by the same agent, or of the same known patient"),
    "event:type": Weight(0.5, "the same type of event alone"),
    "event:unsaid": Weight(
        1.5, "the same type of event, of which one does not say who did it, and its article knows of one doer only"
    ),
    "predicate:same": Weight(
        1.5, "the same predicate: what a block of words shares; many things are said with one verb"
    ),
    "agent:same": Weight(1.0, "the same doer"),
    "agent:other": Weight(NEVER, "another known doer: another deed"),
    "agent:part": Weight(0.5, "one name of the doer is part of the other"),
    "agent:one-of-kind": Weight(-2.0, "the old plant is not any plant, where neither takes up what the other says"),
    "agent:described": Weight(-0.5, "a noun where the other names the doer: it may well describe him"),
    "agent:other-noun": Weight(-1.5, "nouns differ where no actor is known; may be two words for one thing"),
    "patient:same": Weight(1.0, "the same thing done to"),
    "patient:people": Weight(
        0.5, "soldiers, troops, personnel: words for people who are sent are used for one another"
    ),
    "patient:other": Weight(NEVER, "another known actor undergoes it: another deed"),
    "patient:other-noun": Weight(-2.5, "other things: weapons are not blankets, a tax is not a fee"),
    "patient:thing": Weight(
        1.0, "one names the thing itself (a spill) and not what of: it is the predicate that they share"
    ),
    "patient:part": Weight(0.5, "one name of what undergoes it is part of the other"),
    "patient:one-of-kind": Weight(-2.0, "the same: the northern bridge is not any bridge"),
    "patient:kind": Weight(NEVER, "people in one, things in the other"),
    "roles:swapped": Weight(NEVER, "who does it in one undergoes it in the other"),
    "mode:other": Weight(NEVER, "a plan is no deed"),
    "place:same": Weight(1.5, "in the same place"),
    "place:other": Weight(NEVER, "two countries, or two places of which neither article names the other's"),
    "place:unclear": Weight(-0.5, "two names of places of which one may lie in the other"),
    "names:one": Weight(1.0, "one more actor named in both contents"),
    "names:several": Weight(2.0, "two or more actors named in both contents"),
    "names:none": Weight(-1.5, "both name others, and none of them in both"),
    "names:other": Weight(-4.0, "the same of what is compared by its words: Lima's water is not Cusco's"),
    "names:bare": Weight(0.5, "one names nobody beside who did it: it speaks of the deed that its story is about"),
    "names:apart": Weight(-1.0, "the same within one article, which need not say twice where it is"),
    "terms:most": Weight(1.5, "most words of the shorter content stand in the other"),
    "terms:half": Weight(0.5, "half of them do"),
    "terms:apart": Weight(
        -2.5, "each says words beside its roles that the other does not: taxes of the rich are not those of the poor"
    ),
    "terms:few": Weight(-1.5, "hardly any do"),
    "terms:scant": Weight(-1.5, "too few words to say what it is about"),
    "terms:roles": Weight(0.5, "few words, but what it is done to, or said of, is the same"),
    "party:accused": Weight(1.0, "who did it according to one is who speaks in the other"),
    "party:same": Weight(0.5, "one party speaks of the same type of event again in the same article"),
    "article:same": Weight(1.5, "said in one article, so of one story"),
    "context:close": Weight(1.5, "six or more actors in both articles: one story, as good as certain"),
    "context:some": Weight(1.0, "three or more actors in both articles"),
    "context:none": Weight(NEVER, "the articles share no actor beside the one compared: another story"),
    "when:other": Weight(-2.5, "what is claimed is dated on other days: the wages of March are not those of April"),
    "days:near": Weight(0.5, "said within a month"),
    "days:distant": Weight(-0.75, "more than a year apart"),
    "days:far": Weight(-1.5, "more than two years apart"),
}
