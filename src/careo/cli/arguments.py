"""The commands of careo and their arguments."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from careo import __version__
from careo.model import DisputeKind, Stance, Verdict

_STANCES: tuple[str, ...] = get_args(Stance)
_KINDS: tuple[str, ...] = get_args(DisputeKind)
_VERDICTS: tuple[str, ...] = get_args(Verdict)
_FORMATS = ("jsonl", "csv")
_EPILOG = """\
start with:
  careo demo                            a ledger of invented articles, and its pages
  careo try "TEXT"                      what careo reads in a sentence of yours
  careo build ARTICLES/ --ledger story.db --out pages/
"""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Descriptions as they are typed; the column of options at a fixed place, whatever the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the command line; ``command`` of its result names the module below ``careo.cli.commands``."""
    parser = argparse.ArgumentParser(
        prog="careo",
        description="A ledger of who claims what in a contested news story.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"careo {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        _add_build, _add_link, _add_show, _add_try, _add_explain, _add_actors, _add_verify, _add_export,
        _add_report, _add_demo, _add_packs,
    ):  # fmt: skip
        add(commands)
    return parser


def _count(text: str) -> int:
    """A number of cores: 1 or more, no more than there can be."""
    if not text.isdecimal() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"{text!r}: give a whole number of cores, 1 or more")
    return int(text)


_Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def _add(commands: _Commands[argparse.ArgumentParser], name: str, text: str, more: str = "") -> argparse.ArgumentParser:
    description = f"{text[0].upper()}{text[1:]}.\n{more}".rstrip()
    return commands.add_parser(name, help=text, description=description, formatter_class=_Formatter)


def _add_build(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "build", "read articles and write who claims what into a ledger",
        "\nAn articles.csv beside the files gives what they do not say themselves: file, outlet,\n"
        "published, language, title, url (all but file optional). Articles join those that the\n"
        "ledger holds already; one of the same name is replaced.",
    )  # fmt: skip
    command.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="files or folders of .txt")
    command.add_argument(
        "--ledger", metavar="FILE", type=Path, required=True, help="the ledger to write, one SQLite file"
    )
    command.add_argument("--out", metavar="DIR", type=Path, help="write HTML pages there, too")
    command.add_argument("--language", default="es", help="language of articles that do not say (default: es)")
    command.add_argument(
        "--labels", default="es", choices=("es", "en"), help="language of the pages' labels (default: es)"
    )
    command.add_argument("--fresh", action="store_true", help="leave out the articles that the ledger held before")
    command.add_argument(
        "--threads", metavar="N", type=_count, default=1, help="processor cores to parse on (default: 1)"
    )
    command.add_argument("--quiet", action="store_true", help="no progress and no summary")


def _add_link(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "link", "compare the claims of a ledger with each other anew",
        "\ncareo build does so at its end; this is for a ledger of an earlier careo, or where that failed.",
    )  # fmt: skip
    _add_ledger(command)
    command.add_argument(
        "--anew", action="store_true", help="take nothing up that the last run found; the result is the same"
    )
    command.add_argument("--quiet", action="store_true", help="no progress and no summary")


def _add_show(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "show", "list the claims of a ledger, their figures, or its disputes")
    _add_ledger(command)
    command.add_argument("--source", metavar="NAME", help="claims of sources with this in their name")
    command.add_argument(
        "--stance", choices=_STANCES, metavar="STANCE", help=f"claims with this stance: {', '.join(_STANCES)}"
    )
    command.add_argument("--article", metavar="ID", help="claims of this article (the beginning of its id is enough)")
    command.add_argument("--figures", action="store_true", help="one line for each figure")
    command.add_argument(
        "--all", action="store_true", help="what the outlets say themselves, too; disputes of one voice, too"
    )
    disputes = command.add_argument_group("disputes")
    disputes.add_argument(
        "--disputes", action="store_true", help="disputes, their claimants face to face, contested first"
    )
    disputes.add_argument("--verdict", choices=_VERDICTS, help="disputes with this verdict")
    disputes.add_argument("--kind", choices=_KINDS, help="disputes of this kind")
    form = disputes.add_mutually_exclusive_group()
    form.add_argument("--list", action="store_true", help="one line for each, as where there are many")
    form.add_argument("--full", action="store_true", help="face to face, however many there are")
    _add_labels(command)


def _add_try(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "try",
        "analyze a text and show what was found",
        "\nWithout TEXT, each line of the standard input is a text.",
    )
    command.add_argument("text", metavar="TEXT", nargs="?", help="the text; - or nothing for standard input")
    command.add_argument(
        "--published", metavar="DATE", help="date of publication (2024-10-28): what days of the week refer to"
    )
    command.add_argument("--language", default="es", help="language of the text (default: es)")
    command.add_argument("--json", action="store_true", help="one JSON object for each text")
    command.add_argument("--reasons", action="store_true", help="name the rules, too")


def _add_explain(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "explain", "say why: the rules behind a claim, a dispute, a relation, an actor",
        "\nOne claim: every rule that took part in it, with its words, and the disputes it is in.\n"
        "Two claims: how they stand to each other, and by which rule. A dispute (d-...): its relations,\n"
        "origins, estimates, actors and copies. --actor: the names that are one actor, and why.",
    )  # fmt: skip
    _add_ledger(command)
    command.add_argument(
        "ids", metavar="ID", nargs="*", help="a claim, two claims, or a dispute; the beginning of an id is enough"
    )
    command.add_argument("--actor", metavar="NAME", help="the actor of this name or id")
    _add_labels(command)


def _add_actors(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "actors", "list who acts and speaks behind which names; merge and split them",
        "\nWithout an ACTION, the actors with most claims first. A decision is logged (who, when, why), wins over\n"
        "every rule, and holds when the articles are read or linked anew. A name may be given as it stands in\n"
        "one article (NAME@ARTICLE); an actor's id will do, too.",
    )  # fmt: skip
    _add_ledger(command)
    command.add_argument("--search", metavar="WORDS", help="actors with these words in a name or the id")
    command.add_argument("--merged", action="store_true", help="actors with several names")
    command.add_argument("--all", action="store_true", help="those who say nothing themselves, too")
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    for name, text in (
        ("merge", "decide that names are one actor"),
        ("split", "decide that no two of these names are one actor"),
    ):
        action = _add(actions, name, text)
        action.add_argument("names", metavar="NAME", nargs="+", help="two names or more")
        _add_signature(action)
    undo = _add(actions, "undo", "take a decision back, which is a decision, too")
    undo.add_argument("id", metavar="ID", help="of the decision (j-...); its beginning is enough")
    _add_signature(undo)
    _add(actions, "log", "list what was decided, by whom, when and why")


def _add_signature(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", metavar="WHO", required=True, help="who decides")
    command.add_argument("--why", metavar="TEXT", required=True, help="the reason, for those who come later")
    command.add_argument("--when", metavar="DATE", help="date, or date and time (default: now)")
    command.add_argument("--quiet", action="store_true", help="no progress and no summary")


def _add_verify(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "verify", "prove that every span of a ledger gives back its text",
        "\nWhat does not is listed and left as it is; the exit status is then 1.",
    )  # fmt: skip
    _add_ledger(command)


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "export", "write a ledger as JSON Lines or CSV")
    _add_ledger(command)
    command.add_argument("out", metavar="OUT", type=Path, help="the folder to write to")
    command.add_argument(
        "--format", choices=_FORMATS, default="jsonl", help="jsonl is complete, csv flat (default: jsonl)"
    )


def _add_report(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(
        commands, "report", "write a dossier: a whole ledger on one page that can be mailed",
        "\nDisputes face to face, figures over time, positions, who leans on whom, what happened when,\n"
        "every claim and every article. The page needs no network, and no script to be read.",
    )  # fmt: skip
    _add_ledger(command)
    command.add_argument(
        "-o", "--out", metavar="FILE", type=Path, help="the file to write (default: the ledger's name, .html or .md)"
    )
    command.add_argument("--lang", default="es", choices=("es", "en"), help="language of the page (default: es)")
    command.add_argument("--format", choices=("html", "md"), help="as the file's name ends; else html")
    command.add_argument(
        "--assets",
        metavar="DIR",
        type=Path,
        help="write the charts there, too: SVG, their data as CSV, and PNG (with the extra careo[png])",
    )


def _add_demo(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "demo", "build a ledger of invented articles and open its pages")
    command.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("careo-demo"), help="folder to write to (default: careo-demo)"
    )
    command.add_argument("--no-open", action="store_true", help="only name the page")


def _add_packs(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "packs", "work on language packs")
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    lint = _add(actions, "lint", "list every problem of a language pack, all at once")
    lint.add_argument("language", nargs="?", default="es", help="the pack (default: es)")


def _add_labels(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--labels", default="en", choices=("en", "es"), help="language of the words for disputes (default: en)"
    )


def _add_ledger(command: argparse.ArgumentParser) -> None:
    command.add_argument("ledger", metavar="LEDGER", type=Path, help="a ledger made by careo build")
