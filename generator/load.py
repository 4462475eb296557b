"""The only reader of `entries/`: files become typed, frozen entries, and every fault of text or shape a diagnostic.

What entries mean to each other is left to the corpus and its rules.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import yaml_text
from generator.diagnostics import Diagnostic, Finding, Severity, Span
from generator.model import KINDS, RESERVED_FILE_NAMES, Entry, is_id
from generator.model.base import Model

FOLDER = "entries"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The entries that could be read, in the order of their paths, and the texts of those that could not."""

    entries: tuple[Entry, ...]
    texts: dict[str, str]
    broken: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class _Progress:
    entries: list[Entry] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def load(root: Path) -> Loaded:
    """Read all entries below `root/entries`. Raises nothing for bad input; `OSError` where a file cannot be opened."""
    progress = _Progress()
    for path in entry_files(root):
        _load_file(root, path, progress)
    return Loaded(tuple(progress.entries), progress.texts, progress.broken, tuple(progress.diagnostics))


def entry_files(root: Path) -> list[str]:
    """The paths of all YAML files below `root/entries`, relative to `root`, sorted."""
    folder = root / FOLDER
    names = (
        path.relative_to(root).as_posix() for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml")
    )
    return sorted(name for name in names if "/." not in name)


def locate(findings: Iterable[Finding], texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Find the place of each finding. A file is parsed again for that: places are needed only where there are faults."""
    documents: dict[str, yaml_text.Document] = {}
    for finding in findings:
        if finding.path not in documents:
            documents[finding.path] = yaml_text.parse(texts[finding.path])
        yield _located(finding, documents[finding.path])


def _located(finding: Finding, document: yaml_text.Document) -> Diagnostic:
    if finding.at_key:
        span = document.key_span(finding.where)
    else:
        span = document.value_span(finding.where, finding.needle, finding.occurrence)
    return Diagnostic(finding.code, finding.message, finding.path, span, finding.help, finding.label, finding.severity)


def _load_file(root: Path, path: str, progress: _Progress) -> None:
    named = list(_check_name(path))
    text, unreadable = _read(root / path, path)
    progress.texts[path] = text
    document = yaml_text.parse(text) if unreadable is None else yaml_text.Document(text)
    faults = [unreadable] if unreadable else [_of_text(fault, path) for fault in document.faults]
    entry = None
    if not named and document.data is not None:
        kind = KINDS[path.split("/")[1]]
        entry, findings = _validated(kind, document.data, path)
        faults.extend(_located(finding, document) for finding in findings)
    progress.diagnostics.extend(named + faults)
    progress.diagnostics.extend(_of_text(cut, path, Severity.WARNING) for cut in document.cuts)
    if entry is None or named or faults:
        progress.broken[path] = text
    else:
        progress.entries.append(entry)


def _read(file: Path, path: str) -> tuple[str, Diagnostic | None]:
    content = file.read_bytes()
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        span = Span(line, column, line, column + 1)
        return "", Diagnostic("not-utf8", "the file is not UTF-8 from here on", path, span, "save it as UTF-8")


def _of_text(fault: yaml_text.Fault, path: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(fault.code, fault.message, path, fault.span, fault.help, severity=severity)


def _check_name(path: str) -> Iterator[Diagnostic]:
    """A file's name is its id and part of an address, on every file system."""
    parts = path.split("/")
    stem, _, suffix = parts[-1].rpartition(".")
    whole = Span(1, 1, 1, 1)
    if parts[1] not in KINDS or len(parts) != (4 if parts[1] == "developments" else 3):
        help_ = f"developments go into `{FOLDER}/developments/<year>/`, others into one of " + ", ".join(
            list(KINDS)[1:]
        )
        yield Diagnostic("wrong-folder", "no kind of entry lives in this folder", path, whole, help_)
    if suffix != "yaml":
        yield Diagnostic("bad-file-name", f"`{parts[-1]}` does not end in `.yaml`", path, whole, "rename the file")
    elif stem in RESERVED_FILE_NAMES:
        yield Diagnostic("reserved-file-name", f"`{stem}` is a reserved name", path, whole, "choose another name")
    elif not is_id(stem):
        help_ = "use lower-case letters, digits and single hyphens, at most 80 in all"
        yield Diagnostic("bad-file-name", f"`{stem}` cannot be an id", path, whole, help_)


def _validated(kind: type[Entry], data: dict[str, Any], path: str) -> tuple[Entry | None, list[Finding]]:
    try:
        entry = kind.model_validate(data)
    except ValidationError as error:
        return None, list(_findings(error, kind, path))
    entry.identify(path.rsplit("/", 1)[-1].removesuffix(".yaml"), path)
    return entry, []


def _findings(error: ValidationError, kind: type[Entry], path: str) -> Iterator[Finding]:
    """One finding for each fault: an error whose place is above another one's only repeats it."""
    details = error.errors(include_url=False)
    places = [tuple(detail["loc"]) for detail in details]
    for detail, place in zip(details, places, strict=True):
        if not any(other[: len(place)] == place and len(other) > len(place) for other in places):
            yield _finding(dict(detail), place, kind, path)


def _finding(detail: dict[str, Any], place: tuple[str | int, ...], kind: type[Entry], path: str) -> Finding:
    code, last = detail["type"], place[-1] if place else ""
    context = detail.get("ctx", {})
    if code == "missing":
        return Finding("missing-field", f"`{last}` is missing", path, place[:-1], at_key=True, help=f"add `{last}: …`")
    if code == "extra_forbidden":
        return Finding(
            "unknown-field",
            f"there is no field `{last}` here",
            path,
            place,
            _likely(str(last), kind, place),
            at_key=True,
        )
    if code == "literal_error":
        allowed = context["expected"].replace("'", "`")
        return Finding(
            "unknown-value",
            f"`{detail['input']}` is not one of the values of `{_field(place)}`",
            path,
            place,
            f"use {allowed}",
        )
    if last == "[key]":
        return Finding(code, detail["msg"], path, place[:-1], at_key=True)
    if code in _CODES:
        code, message = _CODES[code]
        return Finding(code, message.format(field=_field(place), **context), path, place)
    return Finding(code, detail["msg"], path, place)


_CODES = {
    "string_type": ("wrong-shape", "`{field}` takes a text"),
    "tuple_type": ("wrong-shape", "`{field}` takes a list"),
    "dict_type": ("wrong-shape", "`{field}` takes a mapping of ids"),
    "model_type": ("wrong-shape", "`{field}` takes keys with values"),
    "model_attributes_type": ("wrong-shape", "`{field}` takes keys with values"),
    "is_instance_of": ("wrong-shape", "`{field}` takes a text"),
    "string_too_short": ("empty-value", "`{field}` is empty"),
    "too_short": ("empty-value", "`{field}` is empty"),
    "string_too_long": ("too-long", "`{field}` is longer than {max_length} characters"),
    "string_pattern_mismatch": ("bad-value", "`{field}` does not have the form that it needs: {pattern}"),
    "greater_than_equal": ("bad-number", "`{field}` is less than {ge}"),
    "less_than_equal": ("bad-number", "`{field}` is more than {le}"),
    "greater_than": ("bad-number", "`{field}` is not more than {gt}"),
}


def _field(place: tuple[str | int, ...]) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "the entry")


def _likely(key: str, kind: type[Model], place: tuple[str | int, ...]) -> str:
    """The field that was probably meant, from those of the model in which the unknown key stands."""
    names = [field.alias or name for name, field in _model_at(kind, place[:-1]).model_fields.items()]
    close = difflib.get_close_matches(re.sub(r"[_ ]", "-", key.lower()), names, 1)
    return f"did you mean `{close[0]}`?" if close else "the fields are " + ", ".join(f"`{name}`" for name in names)


def _model_at(kind: type[Model], place: tuple[str | int, ...]) -> type[Model]:
    for step in place:
        for name, info in kind.model_fields.items():
            if step == (info.alias or name):
                kind = next(iter(_models(info.annotation)), kind)
    return kind


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)
