"""The quick reading of a file in which nothing is unusual: its data alone, in a third of the time.

Most files are sound, and places are needed only where there are faults. What could be one is left to the reader that
keeps places.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml import (
    AliasEvent,
    CBaseLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
)

from generator.yaml_text.characters import FORBIDDEN, is_composed
from generator.yaml_text.reader import DEPTH

# In these begin a comment, which may cut a text, and an escape, which may hide a character; or they are rare.
_UNUSUAL = (" #", "\\", "\t", "\r")


class _Unusual(Exception):  # noqa: N818 – no error, only the way out
    """Ends the reading."""


def plain_data(text: str) -> dict[str, Any] | None:
    """The data of a text that is sound at first sight, as `parse` reads them; None where it wants a closer look."""
    if any(mark in text for mark in _UNUSUAL) or FORBIDDEN.search(text) or not is_composed(text):
        return None
    next_event = CBaseLoader(text).get_event
    try:
        next_event()  # the stream begins
        next_event()  # so does the document
        begin = next_event()
        data = _value(next_event, begin, 0) if type(begin) is MappingStartEvent else None
        next_event()  # the document ends
        is_all = type(next_event()) is StreamEndEvent
    except (_Unusual, YAMLError):
        return None
    return data if is_all else None


def _value(next_event: Callable[[], Any], event: Any, depth: int) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        # An empty text without quotation marks is what a comma cut off, perhaps.
        if event.anchor or event.tag or not (event.value or event.style):
            raise _Unusual
        return event.value
    if kind is AliasEvent or event.anchor or event.tag or depth >= DEPTH:
        raise _Unusual
    return _mapping(next_event, depth + 1) if kind is MappingStartEvent else _list(next_event, depth + 1)


def _mapping(next_event: Callable[[], Any], depth: int) -> dict[str, Any]:
    items: dict[str, Any] = {}
    while type(key := next_event()) is ScalarEvent and not (key.anchor or key.tag or key.value in items):
        if key.value[:1] == "-":  # a blank is missing, perhaps
            raise _Unusual
        items[key.value] = _value(next_event, next_event(), depth)
    if type(key) is not MappingEndEvent:
        raise _Unusual
    return items


def _list(next_event: Callable[[], Any], depth: int) -> list[Any]:
    items: list[Any] = []
    while type(event := next_event()) is not SequenceEndEvent:
        items.append(_value(next_event, event, depth))
    return items
