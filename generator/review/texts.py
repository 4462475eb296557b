"""Long texts as a reviewer reads them: only the sentences that came and went."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from generator.prose import sentence_around
from generator.review.change import Change, Detail, Rank


def text_changes(name: str, old: str, new: str) -> Iterator[Change]:
    """The sentences in which two texts differ, in their order."""
    was, now = sentences(old), sentences(new)
    details: list[Detail] = []
    for kind, start, end, new_start, new_end in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            details += [Detail("-", sentence) for sentence in was[start:end]]
            details += [Detail("+", sentence) for sentence in now[new_start:new_end]]
    verb = "changed" if old and new else "added" if new else "removed"
    yield Change(Rank.TEXT, f"`{name}` {verb}" + ("" if details else ": its paragraphs"), tuple(details))


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    found = []
    at = 0
    while match := re.compile(r"\S").search(text, at):
        sentence = sentence_around(text, match.start())
        found.append(sentence)
        at = text.index(sentence, at) + len(sentence)
    return found
