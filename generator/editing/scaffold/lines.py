"""Lines of YAML for values of the simplest kinds: what is read back is what was given."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from generator.rules.still_to_write import TO_WRITE
from generator.yaml_text.scalar import one_line

# What a key of an entry holds, before it is text.
Value: TypeAlias = "str | Sequence[str | Mapping[str, Value]] | Mapping[str, Value]"

_SPACES = frozenset(["Cc", "Zl", "Zp", "Zs"])
_DROPPED = frozenset(["Cf", "Cs", "Co", "Cn"])
_WIDTH = 100


def clean(text: str) -> str:
    """Text as it may stand in an entry: on one line, in NFC, without what is invisible or turns the way of writing."""
    categories = ((letter, unicodedata.category(letter)) for letter in text)
    kept = "".join(" " if of in _SPACES else "" if of in _DROPPED else letter for letter, of in categories)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def item(key: str, value: Value) -> list[str]:
    """The lines of a key with its value: a text of one line or several, a list, or further keys with values."""
    if isinstance(value, str):
        lines = value.rstrip("\n").split("\n")
        return [f"{key}: |", *indented(lines)] if "\n" in value else [f"{key}: {one_line(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *indented(items(value))]
    if all(isinstance(one, str) for one in value):
        return [f"{key}: [{', '.join(one_line(str(one), in_flow=True) for one in value)}]"]
    return [f"{key}:", *indented(line for one in value if isinstance(one, Mapping) for line in _list_item(one))]


def items(fields: Mapping[str, Value]) -> list[str]:
    """The lines of all keys with their values."""
    return [line for key, value in fields.items() for line in item(key, value)]


def comment(words: str, mark: str = "#") -> list[str]:
    """A remark as lines of comment, folded, each with the mark before it; it cannot end early."""
    lines, line = [], mark
    for word in clean(words).split():
        if line != mark and len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = mark
        line += f" {word}"
    return [*lines, line]


def quoted(words: str) -> list[str]:
    """Somebody else's words as lines of comment that no editor takes for a setting: a mark stands before each."""
    return [line for part in words.splitlines() if clean(part) for line in comment(part, "# >")]


def disabled(lines: Iterable[str]) -> list[str]:
    """Lines that count once the `#` before them is deleted."""
    return [f"#{line}" for line in lines]


def indented(lines: Iterable[str]) -> list[str]:
    """The same lines, one step further in."""
    return [f"  {line}" for line in lines]


def _list_item(fields: Mapping[str, Value]) -> list[str]:
    """An item of a list: on one line in braces if it is short and done, as a comma typed into braces would cut it."""
    is_done = TO_WRITE not in fields.values()
    if is_done and len(fields) <= 3 and all(isinstance(value, str) for value in fields.values()):
        short = ", ".join(f"{key}: {one_line(str(value), in_flow=True)}" for key, value in fields.items())
        return [f"- {{{short}}}"]
    first, *rest = items(fields)
    return [f"- {first}", *indented(rest)]
