"""The environment in which templates become pages: everything is escaped, and nothing runs but one style and one script, named by hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from careo.model import Figure
from careo.report.amounts import format_amount
from careo.report.dates import format_date
from careo.report.labels import Labels, load_labels
from careo.report.numbers import format_bounds, format_number, is_plain
from careo.report.phrases import fill
from careo.report.places import make_anchor, make_file_name
from careo.report.tones import join_pieces

_VOID = "\ufffd"
_UNMARKABLE = {0: _VOID, **dict.fromkeys(range(0xD800, 0xE000), _VOID)}
"""Characters that HTML cannot carry."""


def render(
    template: str,
    language: str,
    styles: Sequence[str] = ("page.css",),
    scripts: Sequence[str] = ("filter.js", "page.js"),
    **values: object,
) -> str:
    """``template`` with ``values``, its labels in ``language``, with these style sheets in one and these scripts in one."""
    text = _load_environment(language, tuple(styles), tuple(scripts)).get_template(template).render(**values)
    return text if text.endswith("\n") else f"{text}\n"


def clean(text: str) -> str:
    """``text`` without the characters that neither HTML nor UTF-8 can carry."""
    return text.translate(_UNMARKABLE)


@cache
def _load_environment(language: str, styles: tuple[str, ...], scripts: tuple[str, ...]) -> Environment:
    loader = PackageLoader("careo.report", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    labels: Labels = load_labels(language)
    style = "".join(loader.get_source(environment, name)[0] for name in styles)
    code = "".join(loader.get_source(environment, name)[0] for name in scripts)
    environment.globals |= {
        "label": labels,
        "language": language,
        "style": style,
        "script": code,
        "style_hash": _hash_inline(style),
        "script_hash": _hash_inline(code),
        "anchor": make_anchor,
        "page_name": make_file_name,
    }
    environment.filters["bounds"] = lambda figure: _describe_bounds(figure, labels)
    environment.filters["amount"] = lambda figure: format_amount(figure, labels)
    environment.filters["needs_bounds"] = lambda figure: not is_plain(figure.text, figure.low, figure.high)
    environment.filters["pieces"] = join_pieces
    environment.filters["number"] = lambda number: format_bounds(number, number, language)
    environment.filters["told"] = lambda number, key: _tell(number, key, labels)
    environment.filters["date"] = lambda value: format_date(value, labels)
    environment.filters["short_date"] = lambda value: format_date(value, labels, short=True)
    return environment


def _describe_bounds(figure: Figure, labels: Labels) -> str:
    word = labels("comparator", figure.comparator)
    return f"{word} {format_bounds(figure.low, figure.high, labels.language)}".strip()


def _tell(number: int, key: str, labels: Labels) -> str:
    """A template of the dossier with its number."""
    return fill(labels("dossier", key), number, number=format_number(number, labels.language))


def _finalize(value: object) -> object:
    return clean(value) if type(value) is str else "" if value is None else value


def _hash_inline(text: str) -> str:
    """What a Content-Security-Policy lets this inline style or script pass by (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
