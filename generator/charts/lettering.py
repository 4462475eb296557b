"""How wide words will be, about, and how to shorten them: the type of the reader's machine is not known."""

from __future__ import annotations

_NARROW = frozenset("fijlrt.,:;'’!|()[]- 1I")
_WIDE = frozenset("mwMWGOQ@%—…")
# Hangul and other scripts of the East fill a square.
_SQUARE = "\u1100"


def width(text: str, size: float) -> float:
    """The width of a line in a common sans-serif face, a little on the safe side."""
    return size * sum(_width(character) for character in text)


def shortened(text: str, length: int) -> str:
    """The text, cut after a whole word where it has more characters than `length`; no small word is left hanging."""
    if len(text) <= length:
        return text
    kept = text[:length].rpartition(" ")[0] or text[: length - 1]
    while " " in kept and len(kept.rpartition(" ")[2]) < 4:
        kept = kept.rpartition(" ")[0]
    return kept.rstrip(" ,;:–-") + "…"


def _width(character: str) -> float:
    if character >= _SQUARE:
        return 1.0
    if character in _NARROW:
        return 0.34
    if character in _WIDE:
        return 0.92
    return 0.68 if character.isupper() else 0.57
