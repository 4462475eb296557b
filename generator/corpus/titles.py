"""What two titles have in common: for entries that may be one."""

from __future__ import annotations

import re

# Titles are similar if they share so many words, and so large a part of the words of the shorter one.
SHARED_WORDS = 3
SHARED_PART = 0.5
# Words are compared by their beginnings, so that `ordered` is the same as `orders`, and `lock` as `locks`.
_STEM = 5
_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]{2,}")
_EMPTY = frozenset(
    [
        *("about", "after", "an", "and", "are", "as", "at", "be", "before", "by", "for", "from", "has", "have", "his"),
        *("in", "is", "it", "its", "not", "of", "off", "on", "over", "says", "than", "that", "the", "their", "they"),
        *("this", "to", "up", "was", "were", "who", "will", "with"),
    ]
)


def title_words(title: str) -> frozenset[str]:
    """The beginnings of the words of a title that say something."""
    words = (match[0] for match in _WORD.finditer(title.casefold()))
    said = (word for word in words if word not in _EMPTY)
    return frozenset(word if word[0].isdigit() else word.removesuffix("s")[:_STEM] for word in said)


def are_similar(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles, as their words, say much the same; not if they give other numbers."""
    numbers, others = ({word for word in words if word[0].isdigit()} for words in (one, other))
    if numbers and others and numbers.isdisjoint(others):
        return False
    shared = len(one & other)
    return shared >= SHARED_WORDS and shared >= SHARED_PART * min(len(one), len(other))
