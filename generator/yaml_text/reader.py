"""One loop over PyYAML's C event stream gives data, places and faults together.

`yaml.load` and `yaml.compose` recurse in C and crash on deep nesting; the event stream does not.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.yaml_text.advice import syntax_fault
from generator.yaml_text.document import Document, Fault, Slot

DEPTH = 12
# One class of characters and no more: a pattern with alternatives takes three times as long.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_CUT = re.compile(r"[ \t]+#")
_CUT_AFTER_ONE_WORD = re.compile(r"[ \t]+#\S")
_NO_ITEMS: dict[str | int, Slot] = {}
_BEGIN = "begin with `title: …` or `name: …`"


def parse(text: str) -> Document:
    """Read one YAML mapping. Faults are values; nothing is raised for bad input."""
    document = Document(text)
    if match := FORBIDDEN.search(text) or _LONE_RETURN.search(text):
        span = document.span_between(match.start(), match.start())
        document.faults.append(Fault("control-character", _forbidden(match[0]), span, "delete it"))
        return document
    try:
        _Reader(document).read()
    except yaml.MarkedYAMLError as error:
        fault = syntax_fault(document, error)
        # What was read beyond that place was misread: a bracket that nothing closes takes in all that follows.
        document.faults = [*(other for other in document.faults if other.span < fault.span), fault]
        document.cuts = [cut for cut in document.cuts if cut.span < fault.span]
        document.data = None
    return document


def _forbidden(character: str) -> str:
    return f"the invisible character U+{ord(character):04X} may not stand in an entry"


class _Stop(Exception):  # noqa: N818 – no error, only the way out of a document that is beyond repair
    """Ends the reading."""


class _Frame:
    """A container that is still open: its items so far, and the key that waits for a value."""

    __slots__ = ("container", "items", "key", "key_marks", "start")

    def __init__(self, container: Any, start: int) -> None:
        self.container = container
        self.items: dict[str | int, Slot] = {}
        self.start = start
        self.key: str | None = None
        self.key_marks = (0, 0)

    @property
    def wants_key(self) -> bool:
        return self.key is None and type(self.container) is dict

    def put(self, value: Any, start: int, end: int, items: dict[str | int, Slot]) -> None:
        """Add a value; of a key that stands twice, the first stays."""
        if self.key is None:
            self.items[len(self.container)] = Slot((start, end), (start, end), items)
            self.container.append(value)
        else:
            self.items.setdefault(self.key, Slot(self.key_marks, (start, end), items))
            self.container.setdefault(self.key, value)
            self.key = None


class _Reader:
    """The loop over events."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.frames: list[_Frame] = []

    def read(self) -> None:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._take(event)
            if self.document.data is None:
                self._fault("empty-file", "the file holds no entry", 0, 0, _BEGIN)
        except _Stop:
            self.document.data = None

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._refuse(event, "yaml-alias", "an alias (`*name`) is not allowed", "write the value out")
        elif kind is yaml.DocumentStartEvent and self.document.data is not None:
            self._refuse(event, "several-documents", "a second document begins here", "one file holds one entry")

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_tag(event)
        if not self.frames:
            self._refuse(event, "not-a-mapping", "an entry is a mapping of keys to values", _BEGIN)
        start, end = event.start_mark.index, event.end_mark.index
        value = self._printable(event.value, start, end) if event.style == '"' else event.value
        frame = self.frames[-1]
        if frame.wants_key:
            self._key(frame, value, start, end)
        elif frame.key is not None and end == frame.key_marks[1]:
            self._split(frame)
        else:
            comment = _CUT if " " in value else _CUT_AFTER_ONE_WORD
            if not event.style and comment.match(self.text, end):
                self._cut(end)
            frame.put(value, start, end, _NO_ITEMS)

    def _printable(self, value: str, start: int, end: int) -> str:
        """A quoted value, in which an escape may have hidden what may not stand in an entry."""
        if found := FORBIDDEN.search(value) or _LONE_RETURN.search(value):
            self._fault("control-character", _forbidden(found[0]), start, end, "delete it")
            return _LONE_RETURN.sub("", FORBIDDEN.sub("", value))
        return value

    def _key(self, frame: _Frame, key: str, start: int, end: int) -> None:
        frame.key, frame.key_marks = key, (start, end)
        if key in frame.container:
            self._fault("duplicate-key", f"the key `{key}` stands here twice", start, end, "keep one of the two")

    def _split(self, frame: _Frame) -> None:
        """A key without a colon: within `{…}` a comma ends a value, also one that stands in a number or a text."""
        message = f"the comma before this ends the value, and `{frame.key}` becomes a key"
        self._fault("comma-splits-text", message, *frame.key_marks, "write it on several lines, without `{` and `}`")
        frame.key = None

    def _open(self, event: Any, container: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_tag(event)
        if self.frames and self.frames[-1].wants_key:
            help_ = "put a text that begins with [ or { into quotation marks"
            self._refuse(event, "yaml-key", "a key is a plain word, not a list or a mapping", help_)
        if not self.frames and type(container) is not dict:
            self._refuse(event, "not-a-mapping", "an entry is a mapping of keys to values", _BEGIN)
        if len(self.frames) >= DEPTH:
            self._refuse(event, "too-deep", f"values are nested more than {DEPTH} deep", "close the brackets")
        self.frames.append(_Frame(container, event.start_mark.index))

    def _close(self, event: Any) -> None:
        frame = self.frames.pop()
        if self.frames:
            self.frames[-1].put(frame.container, frame.start, event.end_mark.index, frame.items)
        else:
            self.document.data, self.document.slots = frame.container, frame.items

    def _cut(self, end: int) -> None:
        start, line_end = self.text.index("#", end), self.text.find("\n", end)
        span = self.document.span_between(start, line_end if line_end >= 0 else len(self.text))
        message = "a comment begins here and is not part of the text"
        help_ = "put the text into quotation marks, or the comment on a line of its own"
        self.document.cuts.append(Fault("comment-cuts-text", message, span, help_))

    def _refuse_tag(self, event: Any) -> None:
        message = "anchors (`&name`) and tags (`!name`) are not allowed"
        self._refuse(event, "yaml-tag", message, "write the value plainly")

    def _refuse(self, event: Any, code: str, message: str, help_: str) -> None:
        self._fault(code, message, event.start_mark.index, event.end_mark.index, help_)
        raise _Stop

    def _fault(self, code: str, message: str, start: int, end: int, help_: str) -> None:
        self.document.faults.append(Fault(code, message, self.document.span_between(start, end), help_))
