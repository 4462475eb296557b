"""The likely spelling of a word, among those that are known; among many, without a comparison with each of them."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable

# As many words are compared letter by letter.
_CLOSEST = 8
# As many namings of words by their pieces are looked at, the rarest pieces first: common ones tell little.
_LOOKED_AT = 2_000


def likely(word: str, known: Iterable[str]) -> str:
    """The word of a few known ones that this one probably stands for, or nothing."""
    return next(iter(difflib.get_close_matches(word, list(known), 1)), "")


class Known:
    """Many words that are known, by the pieces they are made of."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._holders: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for piece in _pieces(word):
                self._holders.setdefault(piece, []).append(number)

    def likely(self, word: str) -> str:
        """The known word that this one probably stands for, or nothing."""
        return likely(word, self.candidates(word))

    def candidates(self, word: str) -> list[str]:
        """The few known words that have most pieces in common with this one, the closest first."""
        shared: Counter[int] = Counter()
        looked_at = 0
        for holders in sorted((self._holders.get(piece, []) for piece in _pieces(word)), key=len):
            if looked_at and looked_at + len(holders) > _LOOKED_AT:
                break
            shared.update(holders)
            looked_at += len(holders)
        closeness = {number: common / (len(word) + len(self._words[number]) + 2) for number, common in shared.items()}
        closest = sorted(closeness, key=lambda number: (-closeness[number], number))
        return [self._words[number] for number in closest[:_CLOSEST]]


def _pieces(word: str) -> set[str]:
    """All runs of three letters, more of them at the beginning, where slips are rare; and all letters in order."""
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)} | {"".join(sorted(word))}
