"""What `rename`, `merge` and `retire` have in common: when they refuse, what they tell, and how they write."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator import build, git, references
from generator.corpus import Corpus
from generator.diagnostics import Diagnostic, has_errors
from generator.editing.move import Move
from generator.editing.refusal import MisuseError, RefusedError
from generator.load import with_texts
from generator.verbs import desk, terminal

PAGES = "docs"
# Lines of a file that are shown; git shows the rest.
_SHOWN = 10
_DATA = (".yaml", ".yml", ".json", ".toml", ".csv")


class _NotDoneError(Exception):
    """Ends the verb: the message, and the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def carry_out(options: argparse.Namespace, root: Path, name: str, make: Callable[[Corpus], Move]) -> int:
    """Do what `make` says, if the result is sound; `name` is what links say so far."""
    try:
        if not (options.force or options.dry_run):
            _check_clean(root)
        before = _sound(root)
        move = _made(make, before.readable)
        _judge(move, before, may_warn=options.force)
    except _NotDoneError as reason:
        terminal.write(sys.stderr, f"{reason}\n")
        return reason.code
    pages = _pages(root, move.leads)
    whole = Move({**move.texts, **pages}, move.leads, move.moved)
    told = _told(whole, before.texts | {path: (root / path).read_bytes().decode() for path in pages})
    if not options.dry_run:
        desk.write(root, whole.edits())
    lines = [*told, *_others_told(root, name, whole.texts)]
    count = len(whole.texts) - len(move.moved)
    end = "nothing was written: this was a dry run" if options.dry_run else f"{count} file{'s' * (count != 1)} changed"
    terminal.write(sys.stdout, "\n".join([*lines, end, ""]))
    return 0


def _check_clean(root: Path) -> None:
    """Raise where the way back would not be a plain one: git has what was there before."""
    try:
        changed = git.changed(root, "entries", PAGES)
    except git.GitError as error:
        raise _NotDoneError(f"{error}: without git there is no way back; --force does it nevertheless", 1) from None
    if changed:
        files = "".join(f"\n  {path}" for path in changed[:_SHOWN])
        raise _NotDoneError(f"these files are not committed; commit them first, or use --force:{files}", 1)


def _sound(root: Path) -> build.Result:
    result = build.build(root)
    if result.corpus is None:
        terminal.tell(result.diagnostics, result.texts)
        raise _NotDoneError("mend this first: nothing was changed", 1)
    return result


def _made(make: Callable[[Corpus], Move], corpus: Corpus) -> Move:
    try:
        return make(corpus)
    except MisuseError as error:
        raise _NotDoneError(str(error), 2) from None
    except RefusedError as error:
        raise _NotDoneError(str(error), 1) from None


def _judge(move: Move, before: build.Result, *, may_warn: bool) -> None:
    """Raise where the change would bring faults."""
    after = build.judge(with_texts(before.readable.loaded, move.texts))
    faults = _new(before.diagnostics, after.diagnostics)
    if has_errors(faults) or (faults and not may_warn):
        terminal.tell(faults, after.texts)
        hint = "" if has_errors(faults) else "; --force does it nevertheless"
        raise _NotDoneError(f"it would come to this, so nothing was changed{hint}", 1)


def _new(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults of each kind of which there are more than before, but for those that read the same."""
    known = {(fault.code, fault.message) for fault in before}
    more = Counter(fault.code for fault in after) - Counter(fault.code for fault in before)
    return [fault for fault in after if fault.code in more and (fault.code, fault.message) not in known]


def _pages(root: Path, leads: Mapping[str, str]) -> dict[str, str]:
    """The hand-written pages that link to what is called otherwise now, with their new texts."""
    found = {}
    for file in sorted((root / PAGES).rglob("*.md")):
        text = file.read_bytes().decode()
        if (new := references.retarget(text, leads)) != text:
            found[file.relative_to(root).as_posix()] = new
    return found


def _told(move: Move, before: Mapping[str, str]) -> Iterator[str]:
    """What changes, file by file, with the lines; of a file that goes, its name."""
    for edit in move.edits():
        if edit.path in move.moved:
            yield f"{move.moved[edit.path]} → {edit.path}"
        elif edit.text is None and edit.path not in move.moved.values():
            yield f"{edit.path} is gone"
        elif edit.text is not None:
            yield edit.path
        if edit.text is not None:
            lines = list(_differences(before.get(move.moved.get(edit.path, edit.path), ""), edit.text))
            yield from lines[:_SHOWN]
            if len(lines) > _SHOWN:
                yield f"  … and {len(lines) - _SHOWN} lines more"


def _differences(before: str, after: str) -> Iterator[str]:
    old, new = before.splitlines(), after.splitlines()
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"  {number:>4} - {old[number - 1]}" for number in range(start + 1, end + 1))
            yield from (f"  {number:>4} + {new[number - 1]}" for number in range(new_start + 1, new_end + 1))


def _others_told(root: Path, name: str, texts: Mapping[str, str | None]) -> Iterator[str]:
    """Which other files have the name as a word: they may be about something else, and are left alone."""
    word = re.compile(rf"(?<![\w#-]){re.escape(name)}(?![\w-])")
    for path in _others(root, name):
        text = texts.get(path) or (root / path).read_bytes().decode("utf-8", "replace")
        if lines := [str(number) for number, line in enumerate(text.splitlines(), 1) if word.search(line)]:
            more = ", …" if len(lines) > _SHOWN else ""
            yield f"{path} has `{name}` too, and is left as it is: line {', '.join(lines[:_SHOWN])}{more}"


def _others(root: Path, name: str) -> Iterator[str]:
    """The files beside the entries in which a name is looked for: one that is a common word, in data alone."""
    try:
        paths = git.files(root)
    except git.GitError:
        return
    for path in paths:
        is_text = path.endswith((*_DATA, ".md", ".txt", ".py", ".html"))
        if is_text and not path.startswith(("entries/", "schema/")) and ("-" in name or path.endswith(_DATA)):
            yield path
