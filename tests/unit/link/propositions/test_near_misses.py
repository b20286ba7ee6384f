"""What looks like a contradiction and is none, and what looks like none and is one: articles of our own, through the whole analysis."""

from __future__ import annotations

import pytest

from careo.link.actors import merge_actors
from careo.link.facts import ArticleFacts
from careo.link.parts import Part
from careo.link.propositions import link_propositions
from careo.model import Claim
from careo.pipeline.analysis import analyze_text

NEAR = {
    "norte": """\
La crisis del agua divide la comarca
El consejero de Vivienda, Raúl Quispe, dijo que no hay escasez de agua en Lima.
La alcaldesa, Rosa Tello, afirmó que hay escasez de agua en Arequipa.
El sindicato SUTAP sostiene que la empresa Sedalima no pagó los salarios de marzo.
Sedalima aseguró que pagó los salarios de abril.
Quispe negó que la empresa vaya a subir las tarifas a las familias.
La diputada Inés Lazo dijo que la empresa subirá las tarifas a las industrias.
El gerente de Sedalima, Julio Arana, negó que vaya a dimitir. El tesorero, Omar Paz, anunció que dimitirá en junio.
Sedalima negó haber contaminado el río Blanco. La ONG Agua Viva afirmó que Sedalima contaminó la bahía.
Tello acusó a Quispe de mentir. Quispe acusó a Tello de mentir.
""",
    "sur": """\
Sedalima anuncia obras
Sedalima anunció que construirá una planta en Lurín.
La alcaldesa, Rosa Tello, lamentó que Sedalima no construya una planta en Arequipa.
El Gobierno aseguró que no enviará soldados a Arequipa. El Ministerio de Defensa dijo que envió soldados a Puno.
Brasil dijo que no enviará tropas a Perú. Chile dijo que Brasil envió tropas a Colombia.
Quispe afirmó que si hubiera escasez enviaría camiones. El sindicato SUTAP afirmó que el Gobierno no envió camiones.
La Policía dijo que no hubo heridos en la marcha del lunes.
Los organizadores dijeron que hubo diez heridos en la marcha del martes.
""",
}
FAR = {
    "norte": """\
El diario El Faro publicó que la Consejería de Salud espió a tres médicos.
«Es rotundamente falso», respondió el consejero, Andrés Luque.
La portavoz del Consejo, Elena Prats, calificó la información de «bulo».
El líder del Partido Social, Mario Bestard, pidió explicaciones.
El capataz aseguró que el puente está cerrado; la empresa constructora dijo que el puente no está cerrado.
""",
    "sur": """\
El consejero de Salud, Andrés Luque, reconoció este miércoles que su departamento espió a tres médicos.
«Cometimos un error», dijo Luque ante la comisión.
La portavoz del Consejo, Elena Prats, rehusó comentar el asunto.
El líder del Partido Social, Mario Bestard, pidió que dimita.
""",
}
PUBLISHED = {"norte": "2024-05-01", "sur": "2024-05-08"}


def link(articles: dict[str, str]) -> tuple[dict[str, Claim], Part]:
    claims = [
        c for name, text in articles.items() for c in analyze_text(text, published=PUBLISHED[name], name=name).claims
    ]
    facts = {name: ArticleFacts(name, name, day) for name, day in PUBLISHED.items()}
    return {claim.id: claim for claim in claims}, link_propositions(claims, facts, merge_actors(claims))


def test_near_misses_are_no_contradictions() -> None:
    _, found = link(NEAR)
    assert [dispute.question for dispute in found.disputes if dispute.verdict == "contested"] == []
    assert [position.actor for position in found.positions if position.reversals] == []


def test_denials_meet_what_they_deny_and_the_one_who_admits_it_has_gone_over() -> None:
    claims, found = link(FAR)
    spied = next(d for d in found.disputes if any("espió" in claims[name].content.text for name in d.claims))
    assert {claims[name].source.name for name in spied.claims} == {"diario El Faro", "Andrés Luque", "Elena Prats"}
    assert [p.actor for p in found.positions if p.reversals] == ["Andrés Luque"]
    bridge = next(d for d in found.disputes if any("puente" in claims[name].content.text for name in d.claims))
    assert bridge.verdict == "contested"


KINDS = [
    ("La ONG Agua Viva dijo que la planta vieja contamina. Sedalima dijo que la planta no contamina.", False),
    ("La ONG Agua Viva dijo que la planta vieja contamina. Sedalima dijo que la planta nueva no contamina.", False),
    ("La ONG Agua Viva dijo que el puente del norte está cerrado. Sedalima dijo que el puente no está cerrado.", False),
    ("La ONG Agua Viva dijo que la planta vieja contamina el río. Sedalima negó que la planta contamine el río.", True),
    ("La ONG Agua Viva dijo que la planta contamina. Sedalima dijo que la planta no contamina.", True),
    ("La ONG Agua Viva dijo que la planta vieja contamina. Sedalima dijo que la planta vieja no contamina.", True),
]


@pytest.mark.parametrize(("text", "contested"), KINDS)
def test_one_of_a_kind_is_not_any_of_it_unless_one_answers_the_other(text: str, contested: bool) -> None:
    _, found = link({"norte": text})
    assert [dispute.verdict for dispute in found.disputes] == ["contested"] * contested


WHO = " La presidenta de la comarca, Zoe Mar, dijo que hace frío en Lima."


def test_who_denied_and_then_admits_it_by_a_pronoun_has_gone_over() -> None:
    accused = "La ONG Agua Viva acusó a la empresa Sedalima de contaminar el río Blanco. Sedalima lo negó." + WHO
    told = "La ONG Agua Viva dijo que Sedalima contaminó el río {}. La empresa Sedalima lo admitió este lunes." + WHO
    reversed_in = {
        river: [p.actor for p in link({"norte": accused, "sur": told.format(river)})[1].positions if p.reversals]
        for river in ("Blanco", "Verde")
    }
    assert reversed_in == {"Blanco": ["Sedalima"], "Verde": []}
