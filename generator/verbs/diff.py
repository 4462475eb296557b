"""`diff`: what a change of the entries means, in words."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.verbs.terminal import write

if TYPE_CHECKING:
    from generator.review import Account

WORDS = "tell in words what the entries say otherwise than when this branch left a revision of git"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Against what, and in which form."""
    words = "a branch, tag or commit; compared with is the commit at which this branch left it"
    parser.add_argument("revision", metavar="REV", help=words)
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="how (default text)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it there, and not to the terminal")


def run(options: argparse.Namespace, root: Path) -> int:
    """Tell the change; faults are left to `check`. 2 where there is nothing to compare with."""
    from generator import git, review
    from generator.corpus import Corpus
    from generator.load import load
    from generator.verbs import revision

    try:
        base = git.merge_base(root, options.revision)
        sides = revision.compare(root, base, Corpus(load(root)))
        where = f"`{options.revision}` at `{base[:8]}` of {git.day_of(root, base)}"
    except git.GitError as error:
        print(error, file=sys.stderr)
        return 2
    text = _rendered(review.account(sides), where, options.format)
    if not options.output:
        write(sys.stdout, text)
        return 0
    try:
        options.output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"cannot write {options.output}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _rendered(account: Account, where: str, form: str) -> str:
    from generator.review import markdown, plain

    if account.is_empty:
        line = f"The entries say nothing else than in {where}, where this branch left it."
        return f"{markdown.literal(line) if form == 'markdown' else line}\n"
    opening = f"Compared with {where}, where this branch left it."
    if form == "markdown":
        return markdown.render(account, opening)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    return plain.render(account, opening, columns=min(columns, 100))
