"""Faults in entries, as values: what is wrong, where exactly, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error would mislead a reader of the site and stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A stretch of a text file. Lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A second place that a fault is about, in the same file or another, with a word on it: `first defined here`."""

    path: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place. `path` is relative to the folder that holds `entries/`; `help` says what to do."""

    code: str
    message: str
    path: str
    span: Span
    help: str = ""
    label: str = ""
    severity: Severity = Severity.ERROR
    also: tuple[Mark, ...] = ()

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Sorts by place, then by code."""
        return (self.path, self.span, self.code, self.message)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, in the order of their places."""
    return sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are, in words: `2 errors and 1 warning`."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    numbers = [(severities.count(severity), str(severity)) for severity in Severity]
    return " and ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in numbers if number)


@dataclass(frozen=True, slots=True)
class Also:
    """A second place that a finding is about, by the path of keys to it, with a word on it."""

    path: str
    where: tuple[str | int, ...]
    label: str
    at_key: bool = False
    needle: str = ""
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that names its place by the path of keys to a value, before that is found in the file's text.

    `at_key` means the key itself is at fault; `needle`, the nth occurrence of a text in the value as written.
    """

    code: str
    message: str
    path: str
    where: tuple[str | int, ...]
    help: str = ""
    label: str = ""
    severity: Severity = Severity.ERROR
    at_key: bool = False
    needle: str = ""
    occurrence: int = 0
    also: tuple[Also, ...] = ()


@contextmanager
def handling(what: str) -> Iterator[None]:
    """Note on any exception, which is a fault of ours, the file or the rule that was being handled."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while handling {what}")
        raise
