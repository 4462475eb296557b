"""`from-issue`: what a reader reported by a form, as a draft of a new entry or a note on one that is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.verbs import day

WORDS = "turn the text of an issue form into a draft, or into a note on what to correct"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the text is."""
    parser.add_argument("file", help="the file with the text of the issue; - for standard input", metavar="FILE")
    parser.add_argument("--stdout", action="store_true", help="print the file instead of writing it")
    day.argument(parser, "--date-added", "the day of the first revision")


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the draft, or print the note; 1 where the note is on no entry that is known."""
    from generator.corpus import Corpus
    from generator.editing import issue_form
    from generator.load import load
    from generator.verbs import new, terminal

    try:
        text = _text(options.file)
    except OSError as error:
        return new.refuse([f"cannot read `{options.file}`: {error.strerror}"])
    told = issue_form.answers(text, issue_form.DEVELOPMENT)
    wrong = issue_form.answers(text, issue_form.CORRECTION)
    if not told and not wrong:
        return new.refuse(["this is the text of neither form: it has no line `### …` with the label of a field"])
    corpus = Corpus(load(root))
    if len(wrong) > len(told):
        entry = issue_form.reported_entry(corpus, wrong)
        lines = issue_form.note(corpus, wrong, entry, day.of(options))
        terminal.write(sys.stdout, "".join(f"{line}\n" for line in lines))
        return 0 if entry else 1
    return new.deliver(root, corpus, issue_form.draft(corpus, told, day.of(options)), prints=options.stdout)


def _text(file: str) -> str:
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return content.decode("utf-8", "replace")
