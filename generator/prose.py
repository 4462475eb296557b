"""Prose of entries as text: its `[[links]]` and `[@citations]`, its sentences, its plain words.

How prose becomes HTML is left to `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

REFERENCE = re.compile(r"\[\[(?P<link>[^\[\]|\s]+)(?:\|(?P<words>[^\[\]]+))?\]\]|\[@(?P<cite>[^\[\]\s]+)\]")
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"\[])|\n\s*\n")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_EMPHASIS = re.compile(r"(\*\*|\*|__|`)(?=\S)([^*_`]+)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link (`[[target|words]]`) or a citation (`[@target]`) in prose; `start` is its offset."""

    target: str
    words: str
    is_citation: bool
    start: int

    @property
    def written(self) -> str:
        """The text by which a report finds it: the words, which may be folded over lines, are left out."""
        return f"[@{self.target}]" if self.is_citation else f"[[{self.target}" + ("|" if self.words else "]]")


def references(text: str) -> Iterator[Reference]:
    """All links and citations of a text, in order.

    Also those inside code, which are not linked: where code begins is Markdown's to say, and none may be missed.
    """
    return map(reference_in, REFERENCE.finditer(text))


def sentence_around(text: str, start: int) -> str:
    """The sentence that holds the offset `start`, as written."""
    begin, end = 0, len(text)
    # A full stop in the words of a link ends no sentence.
    closed = REFERENCE.sub(lambda match: "[" * len(match[0]), text)
    for boundary in _SENTENCE_END.finditer(closed):
        if boundary.end() <= start:
            begin = boundary.end()
        elif boundary.start() >= start:
            end = boundary.start()
            break
    return text[begin:end].strip()


def unquoted(text: str) -> str:
    """A text with blanks for what stands in double quotation marks; all else keeps its offset."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def plain(text: str, name: Callable[[str], str] = str) -> str:
    """Prose without its markup: links as their words, or as what `name` calls their target; citations left out."""
    unmarked = _EMPHASIS.sub(r"\2", text)  # before the names, which are no prose, come in
    words = REFERENCE.sub(lambda match: match["words"] or (name(match["link"]) if match["link"] else ""), unmarked)
    return " ".join(words.split()).replace(" .", ".").replace(" ,", ",")


def reference_in(match: re.Match[str]) -> Reference:
    """The reference that a match of `REFERENCE` is."""
    target = match["link"] or match["cite"]
    words = " ".join((match["words"] or "").split())
    return Reference(target, words, match["cite"] is not None, match.start())
