"""The passages of an article and what each is for: body, title, caption, credit, promotion, link to another article, page furniture.

A line is judged in this order, and the first that knows decides:

1. its words: the patterns of the pack (``boilerplate.toml``), some of them only above or below the body;
2. its language: a line in another language is a caption where it speaks of a picture, else body text of that language;
3. its place. **Head**, above the first paragraph: titles, section labels, names, dates. **Tail**, below the last one: names and
   lines without stop. **Between** paragraphs: short lines without stop are subheads, longer ones headlines of other articles.

Whatever no rule claims is body: a paragraph lost is worse than a headline kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from careo.lang import Pack
from careo.lang.boilerplate import LinePattern
from careo.model import Passage, Role, Span
from careo.read.languages import find_language
from careo.read.lines import Line, split_lines
from careo.read.patterns import Boilerplate, make_boilerplate

_TITLE_CHARACTERS = 220
_LABEL_WORDS = 3
_SUBHEAD_WORDS = 7
_HEADLINE_WORDS = 24
_HEAD_LINES = 14
_LONG_WORDS = 28
_SMALL = r"a-z\u00e0-\u00f6\u00f8-\u00ff"
_GLUED = re.compile(rf"[^\W\d{_SMALL}][^.!?:;«»“”\"\n]{{24,140}}[^\W\d_](?=[“«][¿¡]?[^\W\d{_SMALL}])")
_QUOTED = re.compile(rf"[«“\"][^«»“”\"]{{20,}}[»”\"],? [{_SMALL}]+")


@dataclass(slots=True)
class _Layout:
    """The lines of an article as they are judged."""

    lines: tuple[Line, ...]
    pack: Pack
    known: Boilerplate
    language: str
    roles: dict[int, Role] = field(default_factory=dict)
    labels: set[int] = field(default_factory=set)
    languages: dict[int, str] = field(default_factory=dict)
    body_first: int = 0
    body_last: int = 0
    stopped: bool = True

    def zone(self, line: Line) -> str:
        return "head" if line.index < self.body_first else "tail" if line.index > self.body_last else "body"


def find_passages(text: str, pack: Pack, language: str) -> tuple[Passage, ...]:
    """Every paragraph of ``text`` with its role, in order; a dateline at its beginning is a passage of its own.

    ``language`` is that of the article; a passage names its own only where it is another. White space between paragraphs belongs to none.
    """
    lines = tuple(_sign(line, pack.derived(make_boilerplate)) for line in split_lines(text))
    if len(lines) == 1:
        return _make_body(text, lines[0], pack.derived(make_boilerplate), None)
    layout = _Layout(lines, pack, pack.derived(make_boilerplate), language)
    _judge_languages(layout)
    _find_body(layout)
    _judge_words(layout)
    _judge_head(layout)
    _judge_labels(layout)
    _judge_between(layout)
    _judge_tail(layout)
    return tuple(p for line in lines for p in _make_passages(text, line, layout))


def _sign(line: Line, known: Boilerplate) -> Line:
    """The agency that signs a line stands after its stop."""
    return replace(line, ends=True) if not line.ends and known.find_wire(line.text) is not None else line


def _judge_languages(layout: _Layout) -> None:
    for line in layout.lines:
        found = find_language(line.text, layout.pack)
        if found and found != layout.language:
            layout.languages[line.index] = found
    if len(layout.languages) > len(layout.lines) / 2:  # the article as a whole is in another language
        layout.languages.clear()


def _is_prose(line: Line, layout: _Layout) -> bool:
    """A line that can only be body text: speech, several sentences, or a long sentence with its stop."""
    if line.index in layout.languages:
        return False
    if line.dash or layout.known.find_dateline(line.text):
        return True
    if line.words >= _LONG_WORDS:
        return True
    return line.ends and line.words >= 9


def _find_body(layout: _Layout) -> None:
    """Where the body begins and ends. What is above a byline or a date near the beginning belongs to the head, stop or not."""
    lines = layout.lines
    prose = [line.index for line in lines if _is_prose(line, layout) and not _fits(layout, line, "body")]
    if not prose:
        ended = [line.index for line in lines if line.ends and not _fits(layout, line, "body")]
        prose = ended or [line.index for line in lines if not _fits(layout, line, "head")] or [0]
        layout.stopped = bool(ended)
    layout.body_first, layout.body_last = prose[0], prose[-1]
    for line in lines[:_HEAD_LINES]:
        if len(line.text) > 2 * _TITLE_CHARACTERS and line.index not in layout.languages:
            break
        later = next((p for p in prose if p > line.index), None)
        if later is not None and (_marks_head(layout, line) or _is_lead(layout, line, prose)):
            layout.body_first = max(layout.body_first, later)
    trailing = [
        line for line in lines[layout.body_last + 1 :] if line.ends and not _fits(layout, line, "tail", last=True)
    ]
    if trailing:
        layout.body_last = trailing[-1].index


def _marks_head(layout: _Layout, line: Line) -> bool:
    """A byline or a line of date: above it stands no body."""
    rule = layout.known.find_rule(line.text, "head", False, line.ends)
    if rule is not None:
        return rule.name == "byline" or (rule.role == "credit" and rule.name != "contribution")
    return _judge_date(layout, line) is not None


def _is_lead(layout: _Layout, line: Line, prose: list[int]) -> bool:
    """A short paragraph under the title, with a picture, a name or a link below it: a subtitle with its stop."""
    if line.index != prose[0] or not line.index or line.dash or len(line.text) > _TITLE_CHARACTERS:
        return False
    if layout.known.find_dateline(line.text):
        return False
    below = layout.lines[line.index + 1]
    rule = layout.known.find_rule(below.text, "head", False, below.ends)
    if line.sentences == 1 and line.ends and _stands_under_title(layout, line, below):
        return True
    return rule is not None and (rule.role in ("caption", "credit") or rule.name in ("page", "share"))


def _stands_under_title(layout: _Layout, line: Line, below: Line) -> bool:
    """The paragraphs stand apart but this line stands right below the title, or the next one names in full whom it named in full."""
    gaps = [x.gap for x in layout.lines[line.index + 1 :]]
    if not line.gap and len(gaps) > 2 and all(gaps):
        return True
    if below.words <= line.words or any(_marks_head(layout, x) for x in layout.lines[: line.index]):
        return False
    return any(name in below.text for name in layout.known.find_full_names(line.text))


def _fits(layout: _Layout, line: Line, zone: str, last: bool = False) -> bool:
    rule = layout.known.find_rule(line.text, zone, last, line.ends)
    return rule is not None or _judge_date(layout, line) is not None


def _judge_date(layout: _Layout, line: Line) -> Role | None:
    """A line of dates and times is furniture; with the name of a place it is a dateline."""
    if line.words > 16 or line.dash or (line.ends and not layout.known.ends_with_clock(line.text)):
        return None
    rest = layout.known.find_date_rest(line.text)
    if rest is None:
        return None
    if not rest:
        return None if layout.known.is_clock(line.text) else "chrome"
    return "credit" if layout.known.is_name(rest) and len(rest.split()) <= 6 else None


def _judge_words(layout: _Layout) -> None:
    for line in layout.lines:
        dated = _judge_date(layout, line)
        zone = layout.zone(line)
        rule = layout.known.find_rule(line.text, zone, line.index >= layout.body_last, line.ends)
        if dated == "chrome":
            layout.roles[line.index] = dated
        elif rule is not None and _may_be(rule, line, layout):
            layout.roles[line.index] = rule.role
            if rule.label:
                layout.labels.add(line.index)
            if rule.name == "player" and zone == "head":
                _judge_player(layout, line)
        elif dated is not None:
            layout.roles[line.index] = dated
        elif line.index in layout.languages and zone != "body":
            layout.roles[line.index] = "caption"


def _may_be(rule: LinePattern, line: Line, layout: _Layout) -> bool:
    """Speech is no boilerplate, and a scene is a caption only below a title."""
    if rule.name in ("scene", "caption_place"):
        return any(x.words > _LABEL_WORDS and x.index not in layout.roles for x in layout.lines[: line.index])
    return not (line.dash and rule.role != "chrome")


def _judge_player(layout: _Layout, line: Line) -> None:
    """The line above a player's clock is the name of the video."""
    above = layout.lines[line.index - 1] if line.index else None
    if above and above.index not in layout.roles and not line.gap and not above.ends and above.words <= 20:
        layout.roles[above.index] = "chrome"


def _judge_head(layout: _Layout) -> None:
    """Titles and subtitles; before the title section labels, after it names."""
    free = [x for x in layout.lines[: layout.body_first] if x.index not in layout.roles]
    titled = False
    for line in free:
        later = [
            x for x in free if x.index > line.index and x.words > _LABEL_WORDS and not layout.known.is_name(x.text)
        ]
        if not titled and later and line.words <= _LABEL_WORDS and not line.ends:
            layout.roles[line.index] = "chrome"
        elif titled and layout.known.is_name(line.text):
            beside = layout.roles.get(line.index - 1) == "credit" or _judge_date(layout, layout.lines[line.index + 1])
            place = line.words > 1 or line.capitals or beside
            layout.roles[line.index] = "credit" if place else "chrome"
        elif len(line.text) <= _TITLE_CHARACTERS or not titled:
            layout.roles[line.index] = "title"
            titled = True


def _judge_labels(layout: _Layout) -> None:
    """What follows *Te puede interesar* is a headline too, up to the next line with a stop."""
    for index in sorted(layout.labels):
        for line in layout.lines[index + 1 :]:
            if (
                line.index in layout.roles
                or (line.ends and not line.question)
                or line.words > _HEADLINE_WORDS
                or line.colon
            ):
                break
            layout.roles[line.index] = layout.roles[index]


def _judge_between(layout: _Layout) -> None:
    """Short lines without stop between paragraphs."""
    free = [x for x in layout.lines[layout.body_first : layout.body_last] if x.index not in layout.roles]
    stopped = [x for x in free if x.ends or x.colon]
    if not free or len(stopped) < len(free) / 2:  # a text that does without stops
        return
    questions = [x for x in free if x.question and x.words <= _SUBHEAD_WORDS]
    for line in free:
        if _is_framed(line):
            layout.roles[line.index] = "title"
        if line.dash or line.bullet or line.colon or line.index == layout.body_first or line.words > _HEADLINE_WORDS:
            continue
        if line.question and line.text.startswith("¿") and line.words <= _SUBHEAD_WORDS and len(questions) <= 3:
            layout.roles[line.index] = "title"
        elif not line.ends and not _goes_on(layout, line):
            layout.roles[line.index] = "title" if _is_subhead(layout, line) else "related"


def _is_framed(line: Line) -> bool:
    """The subhead of an agency: a few words between two dashes."""
    return (
        line.bullet
        and line.text[-1] == line.text[0]
        and line.text[-2:-1].isspace()
        and line.words <= _SUBHEAD_WORDS + 2
    )


def _is_subhead(layout: _Layout, line: Line) -> bool:
    """A few words; or a longer line that stands right above a paragraph and apart from the one before, or below the time of an entry."""
    if line.words <= _SUBHEAD_WORDS:
        return True
    above, below = layout.lines[line.index - 1], layout.lines[line.index + 1]
    entry = layout.roles.get(above.index) == "chrome" and any(c.isdigit() for c in above.text)
    return entry or (line.gap and not below.gap and below.ends and line.words <= 2 * _SUBHEAD_WORDS)


def _goes_on(layout: _Layout, line: Line) -> bool:
    """A line whose sentence goes on in the next, or ends with a comma or a semicolon."""
    following = layout.lines[line.index + 1] if line.index + 1 < len(layout.lines) else None
    return line.text[-1:] in ",;" or bool(following and following.text[:1].islower())


def _judge_tail(layout: _Layout) -> None:
    """Below the body: names are credits, other lines without stop go with what follows them, else they are headlines."""
    if not layout.stopped:
        return
    for line in reversed(layout.lines[layout.body_last + 1 :]):
        if line.index in layout.roles or line.ends or line.colon or line.dash or line.words > _HEADLINE_WORDS:
            continue
        if (
            _QUOTED.match(line.text) and line.index == layout.body_last + 1
        ):  # a quotation with its cue, its stop forgotten
            continue
        following = layout.roles.get(line.index + 1)
        if layout.known.is_name(line.text):
            layout.roles[line.index] = "credit"
        else:
            layout.roles[line.index] = following if following in ("promo", "related") else "related"


def _make_passages(text: str, line: Line, layout: _Layout) -> tuple[Passage, ...]:
    role = layout.roles.get(line.index, "body")
    language = layout.languages.get(line.index)
    if role != "body":
        return (Passage(line.span, role, language),)
    return _make_body(text, line, layout.known, language, last=line.index == layout.body_last)


def _make_body(
    text: str, line: Line, known: Boilerplate, language: str | None, last: bool = True
) -> tuple[Passage, ...]:
    """A paragraph without its dateline and without the agency that signs it at the end; a link glued to its quotation stands alone."""
    start = line.span.start + known.find_dateline(line.text)
    wire = known.find_wire(line.text) if last else None
    end = line.span.start + wire if wire is not None else line.span.end
    body = Span(start, max(start, end)).strip(text)
    glued = _GLUED.match(text, body.start, body.end)
    cut = glued.end() if glued else body.start
    pieces = [
        (Span(line.span.start, start), "credit"),
        (Span(body.start, cut), "body"),
        (Span(cut, body.end), "body"),
        (Span(max(start, end), line.span.end), "credit"),
    ]
    made = [
        Passage(s.strip(text), "body" if role == "body" else "credit", language)
        for s, role in pieces
        if len(s.strip(text))
    ]
    return tuple(made)
