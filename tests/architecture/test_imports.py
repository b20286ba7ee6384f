"""Who may know whom outside the package. (Inside it: the contracts of import-linter in pyproject.toml, `make imports`.)"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.sources import imports, is_standard, package_sources, report

# What each layer may import beside the standard library and the layers below it.
THIRD_PARTY: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "text": set(),
    "lang": set(),
    "read": {"charset_normalizer"},
    "parse": {"numpy", "onnxruntime", "tokenizers"},
    "analyze": set(),
    "link": {"rapidfuzz"},
    "ledger": set(),
    "report": {"babel", "jinja2", "resvg_py"},
    "config": set(),
    "pipeline": set(),
    "batch": set(),
    "web": set(),
    "cli": {"rich"},
    "__init__": set(),
    "__main__": set(),
}
# What is the business of one layer alone, standard library or not.
ONLY_HOME = {
    "numpy": "parse",
    "onnxruntime": "parse",
    "tokenizers": "parse",
    "sqlite3": "ledger",
    "jinja2": "report",
    "babel": "report",
    "resvg_py": "report",
    "rapidfuzz": "link",
    "rich": "cli",
    "argparse": "cli",
}
HEAVY = (
    "onnxruntime",
    "tokenizers",
    "numpy",
    "rapidfuzz",
    "jinja2",
    "babel",
    "resvg_py",
    "charset_normalizer",
    "sqlite3",
)


def test_every_layer_is_in_the_table() -> None:
    unknown = sorted({source.layer for source in package_sources()} - THIRD_PARTY.keys())
    report(unknown, "a new layer is decided on: add it here and to the contracts in pyproject.toml")


def test_layers_import_only_what_they_may() -> None:
    strangers = [
        f"{source.at(node)} imports {module}"
        for source in package_sources()
        for node, module in imports(source)
        if not is_standard(module) and module.partition(".")[0] not in {"careo", *THIRD_PARTY.get(source.layer, set())}
    ]
    report(strangers, "beside the standard library a layer imports only what the table in this file allows")


def test_each_special_library_has_one_home() -> None:
    abroad = [
        f"{source.at(node)} imports {module}: only {ONLY_HOME[library]}/ knows {library}"
        for source in package_sources()
        for node, module in imports(source)
        if (library := module.partition(".")[0]) in ONLY_HOME and source.layer != ONLY_HOME[library]
    ]
    report(abroad, "one library, one home")


def test_nothing_inside_imports_from_the_front_door() -> None:
    """`from careo import analyze` is for users: inside, it would hide who knows whom from the contracts."""
    through = [
        f"{source.at(node)} imports {module}"
        for source in package_sources()
        for node, module in imports(source)
        if module == "careo" and source.layer != "cli"
    ]
    report(through, "inside the package, import from the module that has it")


def loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def test_importing_careo_loads_no_heavy_library() -> None:
    report(sorted(loaded_after("import careo").intersection(HEAVY)), "`import careo` is light: import lazily")


def test_help_loads_no_heavy_library() -> None:
    if not package_sources("cli"):
        pytest.skip("NOT TESTED: there is no cli yet")
    code = "sys.argv = ['careo', '--help']\nfrom careo.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
    report(sorted(loaded_after(code).intersection(HEAVY)), "`careo --help` is light: import inside the command")
