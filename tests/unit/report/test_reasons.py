"""Why claims count as one voice, in the words of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careo.model import Claim, Content, Copy, Dispute, Figure, Joint, Origin, Source, Span
from careo.report.dossier.reasons import Archive, find_printings, tell_joint, tell_joints
from careo.report.labels import load_labels
from tests.unit.ledger.samples import make_article

COPY = Copy("a", "near_identical", "9 of 10 shingles of the shorter")
ARTICLES = {
    "a": make_article("a", "Texto.", outlet="El Faro", copies=()),
    "b": make_article("b", "Texto.", outlet="La Ría", copies=(COPY,)),
}
CONTENT = Content(Span(0, 5), "Texto")
FIGURE = Figure(Span(0, 5), "Texto", 3, 3, "=")
CLAIMS = {
    "first": Claim("first", "a", "body", CONTENT, Source("Junta de Ulmeda", "organization")),
    "second": Claim("second", "b", "body", CONTENT, Source("Ana Vela", "person"), said="2024-05-07", figures=(FIGURE,)),
}
SHARED_ES = "casi el mismo texto: comparten el 90\u00a0% de lo que dice el más corto, en grupos de cinco palabras"
SHARED_EN = "almost the same text: they share 90% of the shorter one, five words at a time"
ARCHIVE = Archive(ARTICLES, CLAIMS)


@pytest.mark.parametrize(
    ("rule", "detail", "es", "en"),
    [
        ("copy", "x", f"La Ría y El Faro llevan el mismo texto ({SHARED_ES})", f"La Ría and El Faro carry the same text ({SHARED_EN})"),
        ("citation", "x", "La Ría cita a El Faro", "La Ría cites El Faro"),
        (
            "speech", "x", "Ana Vela, 7 de mayo de 2024: unas mismas palabras en La Ría y en El Faro",
            "Ana Vela, May 7, 2024: the same words in La Ría and in El Faro",
        ),
        ("voice", "x", "Junta de Ulmeda habla en La Ría y en El Faro", "Junta de Ulmeda speaks in La Ría and in El Faro"),
        ("spokesperson", "x", "Ana Vela habla por Junta de Ulmeda", "Ana Vela speaks for Junta de Ulmeda"),
        (
            "party", "Ulmeda", "Ana Vela y Junta de Ulmeda hablan por Ulmeda, y coinciden",
            "Ana Vela and Junta de Ulmeda speak for Ulmeda, and agree",
        ),
        ("repeats", "x", "La Ría repite lo que dice Junta de Ulmeda en El Faro", "La Ría repeats what Junta de Ulmeda says in El Faro"),
        ("wire", "Cordal", "La Ría y El Faro llevan la firma de Cordal", "La Ría and El Faro carry the credit of Cordal"),
    ],
)  # fmt: skip
def test_each_rule_has_a_sentence(rule: str, detail: str, es: str, en: str) -> None:
    joint = Joint(rule, "second", "first", detail)
    assert tell_joint(joint, ARCHIVE, load_labels("es")) == es
    assert tell_joint(joint, ARCHIVE, load_labels("en")) == en


def test_a_ledger_that_did_not_keep_the_claims_says_what_it_knows() -> None:
    assert (
        tell_joint(Joint("voice", "", "", "Ana Vela"), ARCHIVE, load_labels("es")) == "habla la misma fuente (Ana Vela)"
    )


def test_the_same_is_told_once() -> None:
    joints = [Joint("citation", "second", "first", detail) for detail in "xyz"]
    assert tell_joints(joints, ARCHIVE, load_labels("en")) == ("La Ría cites El Faro",)


def test_braces_in_names_are_letters() -> None:
    articles = {**ARTICLES, "a": replace(ARTICLES["a"], outlet="{left|x} {right}")}
    told = tell_joint(Joint("citation", "second", "first"), Archive(articles, CLAIMS), load_labels("en"))
    assert told == "La Ría cites {left|x} {right}"


def test_a_copy_of_a_copy_goes_back_to_the_first_printing() -> None:
    joints = (Joint("copy", "c", "b"), Joint("copy", "b", "a"), Joint("voice", "a", "z"))
    origin = Origin("a", ("a", "b", "c", "z"), joints)
    assert find_printings(Dispute("d", "quantity", "", {}, (), (), "single", (origin,))) == {"b": "a", "c": "a"}
