"""Bytes to text: encodings, line ends, and what is no text."""

from __future__ import annotations

import pytest

from careo.read.decoding import decode_bytes, is_mojibake

TEXT = "La niña pingüino dijo: «Mañana, ¿verdad?» — costó 3 €.\nNo hubo más.\n"
PLAIN = "La niña dijo que el pingüino comió jamón.\nNo hubo más.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_text_comes_back(encoding: str) -> None:
    assert decode_bytes(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "cp850", "mac_roman"])
def test_old_codes(encoding: str) -> None:
    assert decode_bytes(PLAIN.encode(encoding)).text == PLAIN


def test_utf8_is_read_as_python_reads_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.txt"
    path.write_bytes("  uno\r\ndos\rtres\n\n cuatro \u00a0\u200b cafe\u0301\x0c\u2028fin ".encode())
    assert decode_bytes(path.read_bytes()).text == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"texto\x00con ceros\x00\x00 y m\xe1s", "zero bytes (the first at byte 5)"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b"\xff\xfe\x00", "not valid"),
    ],
)
def test_no_text(data: bytes, words: str) -> None:
    decoded = decode_bytes(data)
    assert decoded.text is None
    assert words in decoded.cause


def test_mojibake() -> None:
    assert is_mojibake("La niña y el café de la montaña".encode().decode("cp1252"))
    assert is_mojibake("Dijo “no” y “sí”".encode().decode("cp1252", "replace"))
    assert not is_mojibake(TEXT)
    assert not is_mojibake("São João, Ângela e Ção")
