"""Strict YAML: one mapping of strings, lists and mappings, with the place of every value.

One loop over PyYAML's C event stream gives data, places and faults together. Anchors, aliases, tags, duplicate keys, several
documents and control characters are refused; every scalar stays the string that was written. (`yaml.load` and
`yaml.compose` recurse in C and crash on deep nesting; the event stream does not.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.diagnostics import Span

Path: TypeAlias = Sequence[str | int]

_DEPTH = 12
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)")
_CUT = re.compile(r"[ \t]+#")


class Fault(NamedTuple):
    """A fault of the text itself, before anything is known of its fields."""

    code: str
    message: str
    span: Span
    help: str = ""


class _Slot(NamedTuple):
    """Where the key and the value of one item begin and end, as offsets in the text."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass
class Document:
    """A parsed file: `data` is None where the text is no YAML; `faults` and `cuts` (comments after prose) say where and why."""

    text: str
    data: dict[str, Any] | None = None
    faults: list[Fault] = field(default_factory=list)
    cuts: list[Fault] = field(default_factory=list)
    slots: dict[int, dict[str | int, _Slot]] = field(default_factory=dict)

    def key_span(self, path: Path) -> Span:
        """The place of the key (or list item) at `path`, or of the nearest item above it that exists."""
        slot = self._slot(path)
        return self.span_between(*slot.key) if slot else Span(1, 1, 1, 1)

    def value_span(self, path: Path, needle: str = "", occurrence: int = 0) -> Span:
        """The place of the value at `path`; with `needle`, of its nth occurrence in that value as written."""
        slot = self._slot(path)
        if slot is None:
            return Span(1, 1, 1, 1)
        start, end = slot.value
        if needle:
            start, end = self._find(needle, occurrence, start, end)
        return self.span_between(start, end)

    def span_between(self, start: int, end: int) -> Span:
        """The span of two offsets, without white space at its end."""
        end = start + len(self.text[start:end].rstrip())
        return Span(*self._position(start), *self._position(end))

    def _find(self, needle: str, occurrence: int, start: int, end: int) -> tuple[int, int]:
        found = start - 1
        for _ in range(occurrence + 1):
            found = self.text.find(needle, found + 1, end)
            if found < 0:
                return start, end
        return found, found + len(needle)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before

    def _slot(self, path: Path) -> _Slot | None:
        slot, here = None, self.data
        for step in path:
            inner = self.slots.get(id(here), {}).get(step)
            if inner is None:
                break
            slot, here = inner, here[step]  # type: ignore[index]
        return slot


def parse(text: str) -> Document:
    """Read one YAML mapping. Faults are values; nothing is raised for bad input."""
    document = Document(text)
    for match in _CONTROL.finditer(text):
        name = f"U+{ord(match[0]):04X}"
        span = document.span_between(match.start(), match.start())
        document.faults.append(Fault("control-character", f"the invisible character {name} may not stand in an entry", span))
        return document
    try:
        _Reader(document).read()
    except yaml.MarkedYAMLError as error:
        document.data = None
        document.faults.append(_syntax_fault(document, error))
    return document


class _Stop(Exception):  # noqa: N818
    """Ends the reading of a document that is beyond repair."""


class _Frame:
    """A container that is still open: its marks so far, and the key that waits for a value."""

    __slots__ = ("container", "key", "key_event", "slots", "start")

    def __init__(self, container: Any, slots: dict[str | int, _Slot], start: int) -> None:
        self.container = container
        self.slots = slots
        self.start = start
        self.key: str | None = None
        self.key_event = (0, 0)


class _Reader:
    """The loop over events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.frames: list[_Frame] = []

    def read(self) -> None:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                kind = type(event)
                if kind is yaml.ScalarEvent:
                    self._scalar(event)
                elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                    self._open(event, {} if kind is yaml.MappingStartEvent else [])
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    self._close(event)
                elif kind is yaml.AliasEvent:
                    self._refuse(event, "yaml-alias", "an alias (`*name`) is not allowed", "write the value out")
                elif kind is yaml.DocumentStartEvent and self.document.data is not None:
                    self._refuse(event, "several-documents", "a second document begins here", "one file holds one entry")
            if self.document.data is None:
                self._fault("empty-file", "the file holds no entry", 0, 0)
        except _Stop:
            self.document.data = None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor or event.tag:
            self._refuse(event, "yaml-tag", "anchors (`&name`) and tags (`!name`) are not allowed", "write the value plainly")
        value = event.value
        if event.style == '"' and "\\" in self.text[start:end] and (found := _CONTROL.search(value)):
            self._fault("control-character", f"the invisible character U+{ord(found[0]):04X} may not stand here", start, end)
            value = _CONTROL.sub("", value)
        if not self.frames:
            self._refuse(event, "not-a-mapping", "an entry is a mapping of keys to values", "begin with `title: …`")
        if (frame := self.frames[-1]).key is None and type(frame.container) is dict:
            self._key(frame, value, start, end)
            return
        if not event.style and " " in value and _CUT.match(self.text, end):
            self._cut(end)
        self._put(value, start, end)

    def _key(self, frame: _Frame, key: str, start: int, end: int) -> None:
        frame.key, frame.key_event = key, (start, end)
        if key in frame.container:
            self._fault("duplicate-key", f"the key `{key}` stands here twice", start, end, "keep one of the two")

    def _put(self, value: Any, start: int, end: int) -> None:
        frame = self.frames[-1]
        key: str | int
        if type(frame.container) is list:
            key = len(frame.container)
            frame.slots[key] = _Slot((start, end), (start, end))
            frame.container.append(value)
        elif frame.key is not None:
            key = frame.key
            frame.slots.setdefault(key, _Slot(frame.key_event, (start, end)))
            frame.container.setdefault(key, value)
            frame.key = None

    def _open(self, event: Any, container: Any) -> None:
        if event.anchor or event.tag:
            self._refuse(event, "yaml-tag", "anchors (`&name`) and tags (`!name`) are not allowed", "write the value plainly")
        if self.frames and self.frames[-1].key is None and type(self.frames[-1].container) is dict:
            self._refuse(event, "yaml-key", "a key is a plain word, not a list or a mapping", "quote a text that begins with [ or {")
        if not self.frames and type(container) is not dict:
            self._refuse(event, "not-a-mapping", "an entry is a mapping of keys to values", "begin with `title: …`")
        if len(self.frames) >= _DEPTH:
            self._refuse(event, "too-deep", f"values are nested more than {_DEPTH} deep", "close the brackets")
        slots: dict[str | int, _Slot] = {}
        self.document.slots[id(container)] = slots
        self.frames.append(_Frame(container, slots, event.start_mark.index))

    def _close(self, event: Any) -> None:
        frame = self.frames.pop()
        if self.frames:
            self._put(frame.container, frame.start, event.end_mark.index)
        else:
            self.document.data = frame.container

    def _cut(self, end: int) -> None:
        line_end = self.text.find("\n", end)
        start = self.text.index("#", end)
        span = self.document.span_between(start, line_end if line_end >= 0 else len(self.text))
        message = "a comment begins here and is not part of the text"
        help_ = "put the text into quotation marks, or the comment on a line of its own"
        self.document.cuts.append(Fault("comment-cuts-text", message, span, help_))

    def _refuse(self, event: Any, code: str, message: str, help_: str) -> None:
        self._fault(code, message, event.start_mark.index, event.end_mark.index, help_)
        raise _Stop

    def _fault(self, code: str, message: str, start: int, end: int, help_: str = "") -> None:
        self.document.faults.append(Fault(code, message, self.document.span_between(start, end), help_))


def _syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Fault:
    ended = "end of stream" in (error.problem or "")
    mark = (error.context_mark if ended else None) or error.problem_mark or error.context_mark
    offset = min(mark.index, len(document.text)) if mark else 0
    message = f"this is not YAML: {error.problem or error.context}"
    return Fault("yaml-syntax", message, document.span_between(offset, offset + 1), _advice(document.text, error))


def _advice(text: str, error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if "mapping values" in problem:
        return "a text that holds a colon and a space goes into quotation marks"
    if "flow" in (error.context or "") or "nesting" in problem:
        return "a text that begins with [ or { goes into quotation marks; a list in brackets must be closed"
    if "block mapping" in (error.context or "") and text:
        return "check the indentation, and put a text that begins with a quotation mark or a bracket into quotation marks"
    return "check indentation and quotation marks near this place"
