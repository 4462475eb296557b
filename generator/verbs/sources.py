"""`sources`: whether the addresses of sources can still be read. It only reports."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.reach import Answer

WORDS = "ask whether the sources can still be read; needs a network"


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to report, and how patiently to ask."""
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="how (default text)")
    words = "seconds between two requests to one server (default 2)"
    parser.add_argument("--pause", type=float, default=2, metavar="SECONDS", help=words)


def run(options: argparse.Namespace, root: Path) -> int:
    """Ask, and report what cannot be read; 1 only where the entries have faults."""
    from generator import build, reach
    from generator.verbs import terminal

    result = build.build(root)
    if result.corpus is None:
        terminal.tell(result.diagnostics, result.texts)
        return 1
    places = _places(result.corpus)
    answers = list(reach.ask(places, options.pause))
    lines = _markdown(answers, places) if options.format == "markdown" else _text(answers, places)
    print("\n".join(lines))
    return 0


def _places(corpus: Corpus) -> dict[str, list[str]]:
    """The sources of each address, as `entry: source`."""
    found: dict[str, list[str]] = {}
    for id_, declared in sorted(corpus.sources.items()):
        found.setdefault(declared.source.url, []).append(f"{declared.entry.path}: {id_}")
    return found


def _count(answers: Sequence[Answer]) -> str:
    from generator.reach import Outcome

    numbers = [(sum(answer.outcome is kind for answer in answers), kind.value) for kind in Outcome]
    told = ", ".join(f"{number} {words}" for number, words in numbers if number)
    addresses = "1 address" if len(answers) == 1 else f"{len(answers) or 'no'} addresses"
    return f"{addresses} of sources{': ' if told else ''}{told}"


def _unread(answers: Sequence[Answer]) -> list[Answer]:
    from generator.reach import Outcome

    return [answer for answer in answers if answer.outcome is not Outcome.READ]


def _text(answers: Sequence[Answer], places: dict[str, list[str]]) -> Iterator[str]:
    from generator.report.columns import visible

    for answer in _unread(answers):
        yield visible(f"{answer.outcome}: {answer.url}" + (f" ({answer.detail})" if answer.detail else ""))
        yield from (f"    {place}" for place in places[answer.url])
    yield _count(answers)


def _markdown(answers: Sequence[Answer], places: dict[str, list[str]]) -> Iterator[str]:
    from generator.report.summary import cell, code

    yield f"### {_count(answers)}\n"
    if not (unread := _unread(answers)):
        return
    yield from ("| | address | detail | where |", "|---|---|---|---|")
    for answer in unread:
        where = "<br>".join(code(place) for place in places[answer.url])
        yield f"| {answer.outcome} | {code(answer.url)} | {cell(answer.detail)} | {where} |"
    yield "\nA server that refuses programs may well serve people. What is gone may have a copy in an archive: put that"
    yield "into `archived`, and leave the address as it was."
