"""One loop over PyYAML's C event stream gives data, places and faults together.

`yaml.load` and `yaml.compose` recurse in C and crash on deep nesting; the event stream does not.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.yaml_text import characters, misread
from generator.yaml_text.document import Document, Fault, Slot
from generator.yaml_text.frame import Frame

DEPTH = 12
_CUT = re.compile(r"[ \t]+#")
_CUT_AFTER_ONE_WORD = re.compile(r"[ \t]+#\S")
_NO_ITEMS: dict[str | int, Slot] = {}
_COLON_IN_KEY = re.compile(r"[A-Za-z][\w-]*:")
_BLANK = "write a blank between the key and its value"
_ONE = "delete this line if nothing follows; a further entry goes into a file of its own"
_BEGIN = "begin with `title: …` or `name: …`"


def read(text: str, readable: str = "", *, is_odd: bool = False) -> Document:
    """Read one YAML mapping, from `readable` where the text itself is not. Faults are values; nothing is raised.

    `is_odd` says that there are characters in the text that may not be in a value.
    """
    document = Document(text)
    try:
        _Reader(document, readable or text, is_odd=is_odd).read()
    except yaml.MarkedYAMLError as error:
        fault = misread.syntax_fault(document, readable or text, error)
        noticed = error.problem_mark.index if error.problem_mark else 0
        document.ends_early = noticed >= len((readable or text).rstrip())
        # What was read beyond that place was misread: a bracket that nothing closes takes in all that follows.
        document.faults = [*(other for other in document.faults if other.span.line < fault.span.line), fault]
        document.cuts = [cut for cut in document.cuts if cut.span < fault.span]
        document.data = None
    return document


class _Stop(Exception):  # noqa: N818 – no error, only the way out of a document that is beyond repair
    """Ends the reading."""


class _Reader:
    """The loop over events."""

    def __init__(self, document: Document, text: str, *, is_odd: bool) -> None:
        self.document = document
        self.text = text
        self.is_odd = is_odd
        self.split_until = 0
        self.only: Any = None
        self.frames: list[Frame] = []

    def read(self) -> None:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._take(event)
            if self.only and self.only.value:
                self._refuse(self.only, "not-a-mapping", "an entry is a mapping of keys to values", _BEGIN)
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
            self._refuse(event, "yaml-alias", "an alias (`*name`) is not allowed", misread.PLAINLY)
        elif kind is yaml.DocumentStartEvent and self.document.data is not None:
            self._refuse(event, "several-documents", "a second document begins here", _ONE)

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_tag(event)
        if not self.frames:
            # The parser may still say what is wrong.
            self.only = event
            return
        start, end = event.start_mark.index, event.end_mark.index
        value = self._printable(event, start, end) if self.is_odd or event.style == '"' else event.value
        frame = self.frames[-1]
        if frame.wants_key:
            self._key(frame, value, start, end)
        elif frame.key is not None and end == frame.key_marks[1]:
            self._split(frame)
        else:
            comment = _CUT if " " in value else _CUT_AFTER_ONE_WORD
            if not event.style and comment.match(self.text, end):
                self._cut(start, end)
            frame.put(value, start, end, _NO_ITEMS)

    def _printable(self, event: Any, start: int, end: int) -> str:
        """A value without what may not stand in an entry; an escape may have hidden that."""
        if event.style == '"' and "\\" in self.text[start:end]:
            self.document.faults += characters.escaped(self.document, start, end)
        return characters.without(event.value)

    def _key(self, frame: Frame, key: str, start: int, end: int) -> None:
        frame.key, frame.key_marks = key, (start, end)
        if key[:1] == "-":
            help_ = f"write `- {key[1:]}: …`"
            self._fault("yaml-syntax", "a blank is missing after the hyphen", start, start + 1, help_)
        elif colon := _COLON_IN_KEY.match(self.text, start, end):
            self._fault("yaml-syntax", "a blank is missing after the colon", colon.end() - 1, colon.end(), _BLANK)
        elif key in frame.container and not frame.repeats:
            self._repeated(frame, key, start, end)
        frame.repeats = key in frame.container

    def _repeated(self, frame: Frame, key: str, start: int, end: int) -> None:
        """The first of some keys in a row that stand there already; it may begin an item without its hyphen."""
        is_item = len(self.frames) > 1 and type(self.frames[-2].container) is list and key == next(iter(frame.items))
        help_ = (
            f"keep one of the two, or write `- {key}: …` if a new item begins here"
            if is_item
            else "keep one of the two"
        )
        first = self.document.span_between(*frame.items[key].key)
        message, span = f"the key `{key}` stands here twice", self.document.span_between(start, end)
        self.document.faults.append(Fault("duplicate-key", message, span, help_, ((first, "first used here"),)))

    def _split(self, frame: Frame) -> None:
        """A key without a colon: within `{…}` a comma ends a value, also one that stands in a number or a text."""
        key, frame.key = frame.key, None
        if _COLON_IN_KEY.match(self.text, *frame.key_marks):
            return
        if not frame.items:
            help_ = "put a text that begins with `{` into quotation marks"
            self._fault("yaml-syntax", f"`{key}` stands here as a key without a value", *frame.key_marks, help_)
            return
        last = next(reversed(frame.items))
        value, end = misread.split_value(self.text, frame.items[last].value[0])
        # Of a value with several commas, the first tells all.
        if frame.key_marks[0] >= self.split_until:
            message = f"the comma before this ends the value, and `{key}` becomes a key"
            span = self.document.span_between(*frame.key_marks)
            self.document.faults.append(Fault("comma-splits-text", message, span, f"write `{last}: {value}`", (), True))
        self.split_until = max(end, self.split_until)

    def _open(self, event: Any, container: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_tag(event)
        if self.frames and self.frames[-1].wants_key:
            help_ = "put a text that begins with [ or { into quotation marks"
            self._refuse(event, "yaml-key", "a key is a plain word, not a list or a mapping", help_)
        if not self.frames and type(container) is not dict:
            self._refuse(event, "not-a-mapping", "an entry is a mapping of keys to values", _BEGIN)
        if len(self.frames) >= DEPTH:
            self._refuse(event, "too-deep", f"values are nested more than {DEPTH} deep", misread.TOO_DEEP)
        self.frames.append(Frame(container, event.start_mark.index))

    def _close(self, event: Any) -> None:
        frame = self.frames.pop()
        if self.frames:
            self.frames[-1].put(frame.container, frame.start, event.end_mark.index, frame.items)
        else:
            self.document.data, self.document.slots = frame.container, frame.items

    def _cut(self, start: int, end: int) -> None:
        begin, line_end = self.text.index("#", end), self.text.find("\n", end)
        span = self.document.span_between(begin, line_end if line_end >= 0 else len(self.text))
        message = "a comment begins here and is not part of the text"
        help_ = misread.uncut(self.text, start, end)
        self.document.cuts.append(Fault("comment-cuts-text", message, span, help_))

    def _refuse_tag(self, event: Any) -> None:
        message = "anchors (`&name`) and tags (`!name`) are not allowed"
        self._refuse(event, "yaml-tag", message, misread.PLAINLY)

    def _refuse(self, event: Any, code: str, message: str, help_: str) -> None:
        self._fault(code, message, event.start_mark.index, event.end_mark.index, help_)
        raise _Stop

    def _fault(self, code: str, message: str, start: int, end: int, help_: str) -> None:
        self.document.faults.append(Fault(code, message, self.document.span_between(start, end), help_))
