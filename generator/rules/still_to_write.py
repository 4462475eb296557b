"""What a scaffold leaves to be written is written before readers see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.corpus import Corpus
from generator.diagnostics import Finding
from generator.model import Development, Where

# What stands for it, as the whole of a text or, before its citations, as a line of one.
TO_WRITE = "…"
_LINE = re.compile(rf"^\s*{TO_WRITE}(\s*\[@[^\[\]\s]+\])*\s*$", re.MULTILINE)
# How it can stand in a file: most have none, and need not be looked through.
_WRITTEN = re.compile(rf"(^|[\s\[{{]){TO_WRITE}\s*($|[\[\]}},])", re.MULTILINE)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Texts still to be written, in entries that are no drafts."""
    for entry in corpus.entries:
        written = corpus.loaded.texts.get(entry.path, "")
        if entry.is_draft or TO_WRITE not in written or not _WRITTEN.search(written):
            continue
        help_ = "write it; what is not known is left out"
        if isinstance(entry, Development):
            help_ += ", and what is not ready is a draft: `state: draft`"
        for where, occurrence in _places(entry.model_dump(by_alias=True)):
            field = next(step for step in reversed(where) if isinstance(step, str))
            message = f"`{field}` is still to be written"
            yield Finding("still-to-write", message, entry.path, where, help_, needle=TO_WRITE, occurrence=occurrence)


def _places(value: Any, where: Where = ()) -> Iterator[tuple[Where, int]]:
    """The texts that hold it, each with the number of the first that counts, among all that stand there."""
    if isinstance(value, str) and (match := _LINE.search(value)):
        yield where, value.count(TO_WRITE, 0, match.start())
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _places(inner, (*where, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _places(inner, (*where, number))
