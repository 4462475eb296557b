"""The only reader of `entries/`: files become typed, frozen entries, and every fault of text or shape a diagnostic.

What entries mean to each other is left to the corpus and its rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import yaml_text
from generator.diagnostics import Also, Diagnostic, Finding, Mark, Severity, Span, handling
from generator.model import KINDS, RESERVED_FILE_NAMES, Entry, Where, as_written, is_id, salvage, validate

FOLDER = "entries"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The entries that could be read, in the order of their paths, and the texts of those that could not.

    Of a file whose shape is wrong in places, `entries` holds the rest where that makes an entry, `left_out` the places,
    and `broken` the text: it may name anything.
    """

    entries: tuple[Entry, ...]
    texts: dict[str, str]
    broken: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    left_out: dict[str, frozenset[Where]] = field(default_factory=dict)


@dataclass
class _Progress:
    entries: list[Entry] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    left_out: dict[str, frozenset[Where]] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read all entries below `root/entries`. Raises nothing for bad input; `OSError` where a file cannot be opened."""
    progress = _Progress()
    for path in entry_files(root):
        with handling(path):
            _load_file(root, path, progress)
    for path in _other_files(root):
        message = f"`{path.rpartition('/')[2]}` does not end in `.yaml`"
        progress.broken[path] = ""
        progress.diagnostics.append(
            Diagnostic("bad-file-name", message, path, Span(1, 1, 1, 1), "rename the file, or move it elsewhere")
        )
    return Loaded(
        tuple(progress.entries), progress.texts, progress.broken, tuple(progress.diagnostics), progress.left_out
    )


def entry_files(root: Path) -> list[str]:
    """The paths of all YAML files below `root/entries`, relative to `root`, sorted; hidden ones are passed over."""
    paths = (path for path in (root / FOLDER).rglob("*") if path.suffix.lower() in (".yaml", ".yml"))
    names = (path.relative_to(root).as_posix() for path in paths if path.is_file())
    return sorted(name for name in names if "/." not in name)


def _other_files(root: Path) -> list[str]:
    """What lies in the folder of a kind of entry and is no YAML file: as a rule an entry under a name that hides it."""
    files = (path for kind in KINDS for path in (root / FOLDER / kind).rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix() for path in files}
    return sorted(name for name in names.difference(entry_files(root)) if "/." not in name)


def locate(findings: Iterable[Finding], loaded: Loaded) -> Iterator[Diagnostic]:
    """Find the place of each finding. Its file is parsed again: places are needed only where there are faults."""
    documents: dict[str, yaml_text.Document] = {}

    def span(of: Finding | Also) -> Span:
        if of.path not in documents:
            documents[of.path] = yaml_text.parse(loaded.texts[of.path])
        return _span(of, documents[of.path], loaded.left_out.get(of.path, ()))

    for finding in findings:
        marks = tuple(Mark(also.path, span(also), also.label) for also in finding.also)
        yield _located(finding, span(finding), marks)


def _span(of: Finding | Also, document: yaml_text.Document, left_out: Iterable[Where] = ()) -> Span:
    where = as_written(of.where, left_out)
    return document.key_span(where) if of.at_key else document.value_span(where, of.needle, of.occurrence)


def _located(finding: Finding, span: Span, also: tuple[Mark, ...] = ()) -> Diagnostic:
    return Diagnostic(
        finding.code, finding.message, finding.path, span, finding.help, finding.label, finding.severity, also
    )


def _load_file(root: Path, path: str, progress: _Progress) -> None:
    text, faults = _read(root / path, path)
    document = yaml_text.Document(text) if faults else yaml_text.parse(text)
    entry, findings = _entry(document, path)
    faults += [_of_text(fault, path) for fault in document.faults]
    name_faults = list(_check_name(path))
    is_whole = not faults and not name_faults
    if findings and is_whole:
        entry, progress.left_out[path] = salvage(KINDS[path.split("/")[1]], document.data or {}, path)
    faults += [_located(finding, _span(finding, document)) for finding in findings] + name_faults
    cuts = [_of_text(cut, path, Severity.WARNING) for cut in document.cuts]
    progress.diagnostics += faults + cuts
    progress.texts[path] = text
    if entry is None or faults:
        progress.broken[path] = text
    if entry and is_whole:
        progress.entries.append(entry)


def _entry(document: yaml_text.Document, path: str) -> tuple[Entry | None, list[Finding]]:
    kind = KINDS.get(path.split("/")[1])
    return validate(kind, document.data, path) if kind and document.data is not None else (None, [])


def _read(file: Path, path: str) -> tuple[str, list[Diagnostic]]:
    content = file.read_bytes()
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = Span(line, column, line, column + 1)
        fault = Diagnostic("not-utf8", "the file is not UTF-8 from here on", path, span, "save it as UTF-8")
        return content.decode("utf-8", "replace"), [fault]


def _of_text(fault: yaml_text.Fault, path: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(fault.code, fault.message, path, fault.span, fault.help, severity=severity)


def _check_name(path: str) -> Iterator[Diagnostic]:
    """A file's name is its id and part of an address, on every file system."""
    parts = path.split("/")
    stem, _, suffix = parts[-1].rpartition(".")
    whole = Span(1, 1, 1, 1)
    if parts[1] not in KINDS or len(parts) != (4 if parts[1] == "developments" else 3):
        others = ", ".join(f"`{kind}/`" for kind in KINDS if kind != "developments")
        help_ = f"developments go into `{FOLDER}/developments/<year>/`, others into one of {others}"
        yield Diagnostic("wrong-folder", "no kind of entry lives in this folder", path, whole, help_)
    if suffix != "yaml":
        yield Diagnostic("bad-file-name", f"`{parts[-1]}` does not end in `.yaml`", path, whole, "rename the file")
    elif stem in RESERVED_FILE_NAMES:
        yield Diagnostic("reserved-file-name", f"`{stem}` is a reserved name", path, whole, "choose another name")
    elif not is_id(stem):
        help_ = "use lower-case letters, digits and single hyphens, at most 80 in all"
        yield Diagnostic("bad-file-name", f"`{stem}` cannot be an id", path, whole, help_)
