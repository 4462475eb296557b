"""`new`: a file for a new entry, from flags or from answers on a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.verbs import day

if TYPE_CHECKING:
    import datetime

    from generator.corpus import Corpus
    from generator.editing.scaffold.development import Scaffold
    from generator.editing.scaffold.dialogue import Talk
    from generator.editing.scaffold.typed import Typed

WORDS = "begin an entry: asks on a terminal, or takes all by flags"
KINDS = {kind: f"{kind}s" for kind in ("development", "actor", "place", "theme", "publisher")}
# What each flag takes, by the kinds of entries that have it.
_FLAGS = {
    "of a development": {
        "title": "what happened, as a headline",
        "date": "when it happened: 2024, 2024-10, 2024-10-18 …",
        "summary": "one plain sentence or two",
        "publisher": "the outlet of the source, by id or name; else by its address",
        "published": "the day on which the source was published",
        "source-title": "the title of the source",
        "actor": "who took part, by id or name (may be given several times, as the next two)",
        "place": "where it happened",
        "theme": "what it belongs to",
    },
    "of an actor, place, theme or publisher": {
        "name": "the name in English",
        "description": "what it is, in a sentence",
        "short": "a shorter name",
        "hangul": "the name in Hangul",
        "also-known-as": "another spelling (may be given several times)",
        "kind": "of an actor or publisher: what kind it is",
        "country": "of all but themes: two letters, such as KP",
        "part-of": "of an actor or place: the one above it",
        "speaks-for": "of an actor or publisher: whose voice it is",
        "instance": "of a court, such as `first instance`",
        "broader": "of a theme: the one above it",
        "grade": "of a publisher: its reliability, A to F (F if left out)",
        "reason": "of a publisher: the reason for the grade",
    },
    "of several kinds": {
        "url": "the address of a source (may be given several times), or of a publisher",
        "language": "of a source or publisher: a tag such as ko",
        "id": "the id, instead of the one proposed",
    },
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be made, and what is known of it."""
    parser.usage = "%(prog)s [KIND] [--FLAG …] [--date-added DAY] [--stdout]"
    words = f"{', '.join([*KINDS][:-1])} or {[*KINDS][-1]} (default development)"
    parser.add_argument("kind_of_entry", nargs="?", choices=KINDS, default="development", metavar="KIND", help=words)
    day.argument(parser, "--date-added", "the day of the first revision")
    parser.add_argument("--stdout", action="store_true", help="print the file instead of writing it")
    for kinds, flags in _FLAGS.items():
        group = parser.add_argument_group(kinds)
        for flag, words in flags.items():
            group.add_argument(f"--{flag}", action="append", default=[], help=words, metavar="…")


def run(options: argparse.Namespace, root: Path) -> int:
    """Make the file and write it."""
    from generator.corpus import Corpus
    from generator.load import load

    folder = KINDS[options.kind_of_entry]
    typed: Typed = {flag: getattr(options, flag.replace("-", "_")) for flags in _FLAGS.values() for flag in flags}
    if misused := list(_misused(options.kind_of_entry, folder, typed)):
        return refuse(misused)
    try:
        return _make(root, Corpus(load(root)), folder, typed, day.of(options), prints=options.stdout)
    except (KeyboardInterrupt, EOFError):
        print("\nnothing was written", file=sys.stderr)
        return 130


def refuse(reasons: list[str]) -> int:
    """Say what is wrong with the usage, and give the exit code of that."""
    from generator.verbs.terminal import write

    write(sys.stderr, "".join(f"{reason}\n" for reason in reasons))
    return 2


def _make(root: Path, corpus: Corpus, folder: str, typed: Typed, when: datetime.date, *, prints: bool) -> int:
    from generator.editing.scaffold import request
    from generator.editing.scaffold.typed import missing

    talk = _talk() if sys.stdin.isatty() else None
    lacking = [f"--{flag}" for flag in missing(folder, typed)]
    if lacking and talk is None:
        return refuse([f"missing: {', '.join(lacking)}"])
    if talk:
        typed = request.completed(corpus, folder, typed, talk)
    if wrong := request.wrong(corpus, folder, typed):
        return refuse([f"--{one.flag}: {one.message}" for one in wrong])
    return deliver(root, corpus, request.made(corpus, folder, typed, when), talk, prints=prints)


def deliver(root: Path, corpus: Corpus, made: Scaffold, talk: Talk | None = None, *, prints: bool) -> int:
    """Tell what was found, then print a new file, or write it where there is none and nobody at a terminal objects."""
    from generator import build
    from generator.editing.scaffold import words
    from generator.load import with_texts
    from generator.verbs import desk
    from generator.verbs.terminal import write

    after = build.judge(with_texts(corpus.loaded, {made.edit.path: made.edit.text}))
    warnings = list(words.warnings(made, after.diagnostics))
    write(sys.stderr, "".join(f"{line}\n" for line in (*words.findings(made), *warnings)))
    if prints:
        write(sys.stdout, made.edit.text or "")
        return 0
    if talk and not talk.agrees(f"Write {made.edit.path}?", by_default=not warnings):
        print("nothing was written", file=sys.stderr)
        return 0
    if (root / made.edit.path).exists():
        return refuse([f"{made.edit.path} is there already"])
    desk.write(root, [made.edit])
    write(sys.stdout, "".join(f"{line}\n" for line in words.next_steps(made)))
    return 0


def _talk() -> Talk:
    from generator.editing.scaffold.dialogue import Talk

    return Talk(input, print)


def _misused(kind: str, folder: str, typed: Typed) -> Iterator[str]:
    """Flags of other kinds, and those given twice that take one text."""
    from generator.editing.scaffold.typed import FLAGS, SEVERAL

    for flag, texts in typed.items():
        if texts and flag not in FLAGS[folder]:
            yield f"--{flag} is no flag for a new {kind}"
        elif len(texts) > 1 and (flag not in SEVERAL or (flag == "url" and folder != "developments")):
            yield f"--{flag} is given more than once"
