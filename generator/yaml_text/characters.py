"""Characters that may not stand in an entry because nobody sees them, and those that are not composed (NFC)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.yaml_text.document import Document, Fault

# Control characters, and what no text of Unicode holds.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# Signs for the direction of writing, which can make a line read otherwise than it is; signs without width; letters
# without shape; tags.
_INVISIBLE = (
    "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
# One class of characters and no more: a pattern with alternatives takes three times as long.
FORBIDDEN = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"}
_SHORT_ESCAPES |= {"N": "\x85", "L": "\u2028", "P": "\u2029"}
_REMEDIES = {
    "\r": "save the file with line ends as on Linux (LF) or Windows (CRLF)",
    "\x85": "begin a new line instead",
    "\u2028": "begin a new line instead",
    "\u2029": "begin a new line instead",
}
# Stands for what may not be there until values are read, so that places stay where they are.
_PLACEHOLDER = "\u200b"


def is_composed(text: str) -> bool:
    """Whether every letter is written as one character (NFC)."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def readable(text: str) -> str | None:
    """The text, as long as it was, without what a parser stumbles over; None where lines do not end as they should."""
    return None if _LONE_RETURN.search(text) else FORBIDDEN.sub(_PLACEHOLDER, text)


def without(value: str) -> str:
    """A value without what may not be in it."""
    return FORBIDDEN.sub("", value).replace("\r\n", "\n").replace("\r", "")


def faults(document: Document) -> Iterator[Fault]:
    """One fault for each character that may not be there, at its first place."""
    text = document.text
    if not FORBIDDEN.search(text) and "\r" not in text:
        return
    found = [*FORBIDDEN.finditer(text), *_LONE_RETURN.finditer(text)]
    places: dict[str, list[int]] = {}
    for match in sorted(found, key=lambda match: match.start()):
        places.setdefault(match[0], []).append(match.start())
    for character, (first, *others) in places.items():
        yield _fault(document, character, first, first + 1, len(others), _REMEDIES.get(character, "delete it"))


def escaped(document: Document, start: int, end: int) -> Iterator[Fault]:
    """The escapes of a value in double quotation marks that would bring in what may not be there."""
    for match in _ESCAPE.finditer(document.text, start, end):
        number = match[1] or match[2] or match[3]
        character = chr(min(int(number, 16), 0x10FFFF)) if number else _SHORT_ESCAPES.get(match[4], match[4])
        if FORBIDDEN.match(character) or character == "\r":
            yield _fault(document, character, match.start(), match.end())


def _fault(
    document: Document, character: str, start: int, end: int, others: int = 0, help_: str = "delete it"
) -> Fault:
    code = "invisible-character" if _IS_INVISIBLE.match(character) else "control-character"
    kind, name = code.partition("-")[0], unicodedata.name(character, "").lower()
    message = f"the {kind} character U+{ord(character):04X}{f' ({name})' if name else ''} may not stand in an entry"
    message += f"; it is in {others} more place{'s' * (others > 1)}" if others else ""
    return Fault(code, message, document.span_between(start, end), help_)


def uncomposed(document: Document) -> Iterator[Fault]:
    """The first stretch of letters that are written in parts, as macOS writes Hangul."""
    text = document.text
    if is_composed(text):
        return
    composed = unicodedata.normalize("NFC", text)
    start = next(n for n, letters in enumerate(zip(text, composed, strict=False)) if letters[0] != letters[1])
    while start and _joins(text[start]):
        start -= 1
    end = start
    while (after := _end_of_letter(text, end)) > end and not unicodedata.is_normalized("NFC", text[end:after]):
        end = after
    message = f"`{composed_of(text[start:end])}` is written in parts of letters, not in whole ones (NFC)"
    yield Fault("not-nfc", message, document.span_between(start, max(end, start + 1)), "`make fmt` puts it right")


def composed_of(text: str) -> str:
    """A text as it should be written."""
    return unicodedata.normalize("NFC", text)


def _end_of_letter(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and _joins(text[end]):
        end += 1
    return min(end, len(text))


def _joins(letter: str) -> bool:
    """Whether it belongs to the letter before it: an accent, or the vowel or end of a syllable of Hangul."""
    return unicodedata.combining(letter) > 0 or "\u1160" <= letter <= "\u11ff"
