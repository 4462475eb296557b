"""The only reader of `entries/`: files become typed, frozen entries, and every fault of text or shape a diagnostic.

What entries mean to each other is left to the corpus and its rules.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator import file_name, files, yaml_text
from generator.diagnostics import Also, Diagnostic, Finding, Mark, Severity, Span, handling
from generator.model import KINDS, Entry, Where, as_written, field_names, salvage, validate

T = TypeVar("T")


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

    def loaded(self) -> Loaded:
        return Loaded(tuple(self.entries), self.texts, self.broken, tuple(self.diagnostics), self.left_out)


def load(root: Path) -> Loaded:
    """Read all entries below `root/entries`. Raises nothing for bad input; `OSError` where a file cannot be opened."""
    progress = _Progress()
    paths, others = files.paths(root)
    for file in files.read(root, paths):
        with handling(file.path):
            if not _load_sound_file(file, progress):
                _load_file(file, progress)
    for path in (path for path in others if path.split("/")[1] in KINDS):
        message = f"`{path.rpartition('/')[2]}` does not end in `.yaml`"
        progress.broken[path] = ""
        progress.diagnostics.append(
            Diagnostic("bad-file-name", message, path, Span(1, 1, 1, 1), "rename the file, or move it elsewhere")
        )
    return progress.loaded()


def with_texts(loaded: Loaded, texts: Mapping[str, str | None]) -> Loaded:
    """What would be loaded if the files at these paths had these texts; None is for one that is gone."""
    progress = _Progress(
        [entry for entry in loaded.entries if entry.path not in texts],
        _without(loaded.texts, texts),
        _without(loaded.broken, texts),
        [diagnostic for diagnostic in loaded.diagnostics if diagnostic.path not in texts],
        _without(loaded.left_out, texts),
    )
    for path, text in texts.items():
        if text is not None:
            with handling(path):
                _load_file(files.Written(path, text.encode(), None), progress)
    progress.entries.sort(key=lambda entry: entry.path)
    return progress.loaded()


def _without(found: Mapping[str, T], paths: Container[str]) -> dict[str, T]:
    return {path: value for path, value in found.items() if path not in paths}


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


def _in_document(finding: Finding, document: yaml_text.Document) -> Diagnostic:
    marks = tuple(Mark(also.path, _span(also, document), also.label) for also in finding.also)
    return _located(finding, _span(finding, document), marks)


def _load_sound_file(file: files.Written, progress: _Progress) -> bool:
    """Take a file in which nothing is wrong; whether it was one."""
    if file.data is None or any(file_name.check(file.path)):
        return False
    entry, _ = validate(KINDS[file.path.split("/")[1]], file.data, file.path)
    if entry:
        progress.entries.append(entry)
        progress.texts[file.path] = file.content.decode("utf-8")
    return entry is not None


def _load_file(file: files.Written, progress: _Progress) -> None:
    path = file.path
    document, faults = document_of(file.content, path)
    text = document.text
    entry, findings = _entry(document, path)
    name_faults = list(file_name.check(path))
    if (findings or document.lost or faults) and not name_faults:
        entry, progress.left_out[path] = _sound_part(document, path)
    faults += [_in_document(finding, document) for finding in findings] + name_faults
    warnings = [_of_text(warning, path, Severity.WARNING) for warning in document.warnings]
    progress.diagnostics += faults + warnings
    progress.texts[path] = text
    if entry is None or faults:
        progress.broken[path] = text
    if entry and not name_faults:
        progress.entries.append(entry)


def _entry(document: yaml_text.Document, path: str) -> tuple[Entry | None, list[Finding]]:
    kind = KINDS.get(path.split("/")[1])
    if kind is None or document.data is None:
        return None, []
    lost = _lost(document, kind)

    def is_lost(place: Where) -> bool:
        return place[0] in lost if len(place) == 1 else place[0] in document.partly and place[-1] in document.hidden

    return validate(kind, document.data, path, is_lost)


def _sound_part(document: yaml_text.Document, path: str) -> tuple[Entry | None, frozenset[Where]]:
    kind = KINDS[path.split("/")[1]]
    return salvage(kind, document.data, path, _lost(document, kind)) if document.data else (None, frozenset())


def _lost(document: yaml_text.Document, kind: type[Entry]) -> Collection[str]:
    """The fields that may be in what could not be read: any, where it has a key that is none of the kind's."""
    fields = field_names(kind)
    return document.lost | document.hidden if document.lost <= set(fields) else fields


def document_of(content: bytes, path: str) -> tuple[yaml_text.Document, list[Diagnostic]]:
    """A file as YAML, and the faults of its text."""
    text, faults = _decode(content, path)
    document = yaml_text.Document(text) if faults else yaml_text.parse(text)
    return document, faults + [_of_text(fault, path) for fault in document.faults]


def _decode(content: bytes, path: str) -> tuple[str, list[Diagnostic]]:
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = Span(line, column, line, column + 1)
        fault = Diagnostic("not-utf8", "the file is not UTF-8 from here on", path, span, "save it as UTF-8")
        return content.decode("utf-8", "replace"), [fault]


def _of_text(fault: yaml_text.Fault, path: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    also = tuple(Mark(path, span, label) for span, label in fault.also)
    return Diagnostic(fault.code, fault.message, path, fault.span, fault.help, severity=severity, also=also)
