"""Budgets: what no file and no function may outgrow, and names that say nothing."""

from __future__ import annotations

import ast

from tests.architecture.sources import Function, functions, package_sources, project_sources, report

MAX_LINES_OF_FILE = 400
MAX_LINES_OF_FUNCTION = 60
MAX_POSITIONAL_PARAMETERS = 5
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}


def positional_parameters(function: Function) -> int:
    parameters = [*function.args.posonlyargs, *function.args.args]
    bound = bool(parameters) and parameters[0].arg in {"self", "cls"}
    return len(parameters) - bound


def test_files_are_short() -> None:
    lines = {source.name: source.text.count("\n") for source in project_sources()}
    long = [f"{name}: {count} lines" for name, count in lines.items() if count > MAX_LINES_OF_FILE]
    report(long, f"a file has at most {MAX_LINES_OF_FILE} lines: split it by what it yields")


def test_functions_are_short() -> None:
    long = []
    for source in project_sources():
        for function in functions(source):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > MAX_LINES_OF_FUNCTION:
                long.append(f"{source.at(function)} {function.name}: {length} lines")
    report(long, f"a function has at most {MAX_LINES_OF_FUNCTION} lines, most have 20: name its parts")


def test_functions_take_few_positional_parameters() -> None:
    wide = [
        f"{source.at(function)} {function.name}: {positional_parameters(function)}"
        for source in project_sources()
        for function in functions(source)
        if positional_parameters(function) > MAX_POSITIONAL_PARAMETERS
    ]
    report(wide, f"at most {MAX_POSITIONAL_PARAMETERS} positional parameters: make a value of them, or keywords")


def test_module_names_say_what_they_hold() -> None:
    empty = [source.name for source in project_sources() if {source.path.stem, source.path.parent.name} & EMPTY_NAMES]
    report(empty, f"no module is called any of {', '.join(sorted(EMPTY_NAMES))}: name it after what it yields")


def test_only_the_command_line_prints() -> None:
    prints = []
    for source in package_sources():
        if source.layer == "cli":
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "pprint"}:
                prints.append(source.at(node))
            if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"} and names_sys(node.value):
                prints.append(source.at(node))
    report(prints, "only cli writes to the terminal: return a value or raise an error of careo.errors")


def names_sys(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "sys"


def test_nothing_asks_for_the_time_or_for_chance() -> None:
    """The same input gives the same bytes: no clock and no unseeded randomness below web, batch and cli."""
    restless = []
    for source in package_sources():
        if source.layer in {"cli", "web", "batch"}:
            continue
        for node, module in imports_of_chance(source.tree):
            restless.append(f"{source.at(node)} imports {module}")
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today", "uuid4", "uuid1", "urandom"}:
                restless.append(f"{source.at(node)} .{node.attr}")
    report(restless, "the same input gives the same ledger: take the date as an argument, make ids from content")


def imports_of_chance(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    chance = {"random", "secrets", "uuid", "time"}
    found: list[tuple[ast.AST, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node, alias.name) for alias in node.names if alias.name in chance]
        elif isinstance(node, ast.ImportFrom) and node.module in chance:
            found.append((node, node.module or ""))
    return found
