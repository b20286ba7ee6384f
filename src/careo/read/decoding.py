r"""From the bytes of a file to its text: which encoding it is in, and whether it is text at all.

A UTF-8 file gives what ``Path.read_text("utf-8")`` gives: line ends become ``\n``, nothing else changes. A byte order mark is left out.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

_SIGNATURES: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BYTE_CODES: Final = ("cp1252", "latin-1", "mac_roman", "cp850")
_SAMPLE: Final = 65_536
_MOJIBAKE: Final = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac."
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or None and why there is none. ``encoding`` is a Python codec name."""

    text: str | None
    encoding: str = ""
    cause: str = ""


def decode_bytes(data: bytes) -> Decoded:
    """The text that ``data`` holds. Never raises: what is no text has a ``cause``."""
    if not data.strip():
        return Decoded(None, cause="the file is empty" if not data else "the file holds nothing but white space")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    kind = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if kind and (kind != "a program" or b"\0" in data[:_SAMPLE]):
        return Decoded(None, cause=f"the file is no text but {kind}")
    if b"\0" in data:
        return _decode_wide(data)
    try:
        return _check(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_byte_code(data)


def is_mojibake(text: str) -> bool:
    r"""Whether UTF-8 was read as an eight-bit code somewhere on the way (``\u00c3\u00a9`` for e with acute)."""
    return len(_MOJIBAKE.findall(text)) >= 3 or "\ufffd\ufffd" in text or text.count("\ufffd") >= 3


def _decode(data: bytes, encoding: str) -> Decoded:
    try:
        return _check(data.decode(encoding), encoding)
    except (UnicodeDecodeError, ValueError) as error:
        return Decoded(None, cause=f"the file begins like {encoding} but is not valid: {error}")


def _check(text: str, encoding: str) -> Decoded:
    r"""Line ends become ``\n``; a text of control characters is none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(4, len(sample) // 50):
        return Decoded(None, cause="the file is no text: it is full of control characters")
    if not text.strip():
        return Decoded(None, cause="the file holds nothing but white space")
    return Decoded(text, encoding)


def _decode_wide(data: bytes) -> Decoded:
    """UTF-16 without a mark has its zeros in every other byte; other zeros mean that it is no text."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.6 * half and others < 0.05 * half and len(data) % 2 == 0:
            return _decode(data, encoding)
    return Decoded(None, cause=f"the file is no text: it holds zero bytes (the first at byte {data.index(0)})")


def _decode_byte_code(data: bytes) -> Decoded:
    """The eight-bit code in which the bytes above 127 make the most letters inside words."""
    sample = data[:_SAMPLE]
    best: tuple[float, int, str] | None = None
    for order, encoding in enumerate(_BYTE_CODES):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _plausibility(sample.decode(encoding, "replace"))
        if best is None or score > best[0]:
            best = (score, order, encoding)
    if best is not None and best[0] > 0.5:
        return _decode(data, best[2])
    guess = from_bytes(sample).best()
    if guess is not None and guess.encoding not in ("ascii", "utf_8"):
        return _decode(data, guess.encoding)
    return Decoded(None, cause="the encoding of the file cannot be told")


def _plausibility(text: str) -> float:
    """The share of characters beyond ASCII that are usual: Latin letters beside letters, quotation marks, dashes, opening marks."""
    strange = usual = 0.0
    for place, char in enumerate(text):
        if ord(char) < 128:
            continue
        strange += 1
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if char.isalpha() and unicodedata.normalize("NFD", char)[0].isascii():
            inside = before.isalpha() or after.isalpha()
            mixed = char.isupper() and before.islower()
            usual += 1.0 if inside and not mixed else 0.2
        elif (
            unicodedata.category(char) in ("Pi", "Pf", "Pd")
            or char in "\u00bf\u00a1\u00ba\u00aa\u20ac\u2026\u00a0\u00b0"
        ):
            usual += 0.9
    return usual / strange if strange else 1.0
