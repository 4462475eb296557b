"""`fmt`: the entries in their one layout, with every comment kept, and with them the completions of editors."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, handling
from generator.editing import Edit
from generator.verbs.terminal import tell, write

WORDS = "lay out the entries in their one way, with every comment kept"
_SUFFIXES = (".yaml", ".yml")
# So many lines show what kind of change it is.
_LINES = 10


@dataclass
class _Batch:
    """What became of some files: those that change, those with faults, and those that would be spoilt."""

    count: int = 0
    edits: list[Edit] = field(default_factory=list)
    completions: list[Edit] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to lay out, and whether only to tell."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (if left out, all of entries/)")
    parser.add_argument("--check", action="store_true", help="write nothing: show what would change, and fail if any")


def run(options: argparse.Namespace, root: Path) -> int:
    """Lay out the entries.

    Gives 1 where one has faults and is left alone, or, if it is only a check, where one would change; 2 where a path is
    no entry; 3 where one would be spoilt and is left alone.
    """
    from generator.verbs import desk, known

    given = [root / path for path in options.paths or ["entries"]]
    for path in given:
        if not path.is_dir() and not (path.is_file() and path.suffix in _SUFFIXES):
            print(f"`{_name(path, root)}` is neither an entry nor a folder: entries end in .yaml", file=sys.stderr)
            return 2
    batch = _Batch()
    for file in sorted({file for path in given for file in _files(path)}):
        _take(file, root, batch)
    if not options.paths and (root / "schema").is_dir():
        batch.completions = known.outdated(root)
    _tell(batch, root, is_check=options.check)
    if not options.check:
        desk.write(root, batch.edits + batch.completions)
    changes = options.check and (batch.edits or batch.completions)
    return 3 if batch.failures else 1 if batch.faults or changes else 0


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or all YAML files below a folder, but for hidden ones."""
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.suffix in _SUFFIXES and file.is_file())
        yield from (file for file in found if "/." not in f"/{file.relative_to(path).as_posix()}")
    else:
        yield path


def _name(path: Path, root: Path) -> str:
    """How a path is shown: from the folder that holds `entries/`, if it lies there."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _take(file: Path, root: Path, batch: _Batch) -> None:
    """Lay out a file, or note why it is left alone."""
    from generator import load
    from generator.editing import layout

    name, content = _name(file, root), file.read_bytes()
    batch.count += 1
    with handling(name):
        document, faults = load.document_of(content, name)
        if faults:
            batch.faults += faults
            batch.texts[name] = document.text
            return
        try:
            text = layout.lay_out(document.text, name)
        except layout.LayoutError as error:
            batch.failures.append(f"internal error: `{name}` is left alone, because laid out {error}")
            return
        if text.encode() != content:
            batch.edits.append(Edit(name, text))


def _tell(batch: _Batch, root: Path, *, is_check: bool) -> None:
    """Say what is done, or would be."""
    for edit in batch.edits:
        write(sys.stdout, _difference(edit, root) if is_check else f"{edit.path}\n")
    write(sys.stdout, _count(batch, is_check=is_check) + "\n")
    for edit in batch.completions:
        write(sys.stdout, f"{edit.path} {'would be' if is_check else 'was'} brought up to date\n")
    if batch.faults:
        tell(batch.faults, batch.texts)
        print("what has faults is left alone", file=sys.stderr)
    for failure in batch.failures:
        write(sys.stderr, failure + "\n")


def _count(batch: _Batch, *, is_check: bool) -> str:
    entries = "1 entry" if batch.count == 1 else f"{batch.count} entries"
    if not batch.edits:
        return f"{entries}, and nothing to lay out"
    return f"{len(batch.edits)} of {entries} " + ("would be laid out anew: run `make fmt`" if is_check else "laid out")


def _difference(edit: Edit, root: Path) -> str:
    """The first lines of what would change in a file."""
    before = (root / edit.path).read_bytes().decode().split("\n")
    _, _, *changes = difflib.unified_diff(before, (edit.text or "").split("\n"), n=1, lineterm="")
    more = [f"… {len(changes) - _LINES} lines more"] if len(changes) > _LINES else []
    return "\n".join([edit.path, *changes[:_LINES], *more, "", ""])
