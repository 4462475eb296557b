"""Entries as nobody should write them and somebody will: the same data in any style of YAML, with comments anywhere.

A comment says what it stands at, `# 7 at title`, so that a test can see whether it still does; those at the end of a
list or mapping, which stand at no key, say so.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Any

from benchmarks import synthetic

# What is written differently from how it reads, or read differently by others.
NASTY = [
    *("NO", "on", "Yes", "~", "null", "y", "12:30", "010", "08", "0x1F", "0o17", "1e3", "1_000", ".inf", "=", "<<"),
    *("2024-10-18", "2024-02-30", "2024-10", "2024", "37.96", "41.90", "-3", "+5", "about 600", "500..600", "2024?"),
    *("KCNA: a title", "[Roundup] said", "{so to say}", '"If" he said', "'tis", 'It\'s "no"', 'a\\b "c"', "-", "|"),
    *("No. 2 #5", "#first", "a:", ":a", "- a", "? a", "a, b", "a]b", "x: {y}", "% of it", "@home", "`so`", "*all"),
    *(" at both ends ", "", " ", "two  spaces", "tab\there", "--- a", "...", "!bang", ">-", "a ? b", "[[id]] [@s]"),
    *(
        "😀 and 👩👩👧",
        "조선민주주의인민공화국",
        unicodedata.normalize("NFD", "각 나라의 말"),
        "x" * 150,
        "\u00a0kept\u00a0",
    ),
    "https://example.org/" + unicodedata.normalize("NFD", "가나") + "?a=b,c#d: e",
    "가나다라 " * 60 + "끝",
    "Words that go on, and on: " + "with a colon, a comma and so on " * 9 + "to the end",
    "A paragraph.\n\nAnother one, with `code` #1\n\n    indented\n\nand  \na break",
    "One line.\n",
    "Lines\nat the end\n\n",
    "  begins with spaces\nand goes on",
]
_SAFE = re.compile(r"[A-Za-z가-힣][A-Za-z가-힣.’“”–-]*( [A-Za-z가-힣.’“”–-]+)*")
_BY_ID = ("sources", "claims")


def nasty_entry(random: Random) -> tuple[str, dict[str, Any]]:
    """The path of an entry and its data: a synthetic one, in which some texts are made hard to write."""
    path, fields = random.choice(_ENTRIES)
    return f"entries/{path}", _spoilt(fields, random)


_ENTRIES = [(path, fields) for path, fields in synthetic.entries(24)]


def _spoilt(value: Any, random: Random) -> Any:
    if isinstance(value, dict):
        kept = {key: _spoilt(inner, random) for key, inner in value.items() if inner is not None}
        return kept | ({"unknown": random.choice(NASTY)} if random.random() < 0.05 else {})
    if isinstance(value, list):
        return [_spoilt(inner, random) for inner in value]
    return random.choice(NASTY) if random.random() < 0.15 else str(value)


def untidy(data: dict[str, Any], random: Random, *, comments: bool = True) -> str:
    """A text with these data."""
    writer = _Writer(random, comments)
    lines = writer.mapping(data, 0)
    top = random.choice([[], ["---"], ["# 0 at nothing", ""], ["%YAML 1.1", "--- # 0 at nothing"]]) if comments else []
    if comments and random.random() < 0.5:
        top.append("# yaml-language-server: $schema=../made-up.json")
    end = [""] * random.randint(0, 2) if lines[-1] else []
    return random.choice(["\n", "\n", "\r\n"]).join([*top, *lines, *end, ""])


class _Writer:
    """Writes data in lines, each time in some other way."""

    def __init__(self, random: Random, comments: bool) -> None:
        self.random = random
        self.comments = comments
        self.count = 0

    def mapping(self, data: dict[str, Any], column: int, *, is_by_id: bool = False) -> list[str]:
        items = list(data.items())
        if not is_by_id and self._happens(0.3):
            self.random.shuffle(items)
        lines = []
        for key, value in items:
            lines += [*self._above(key, column), *self._pair(key, value, column)]
        return lines + self._above("nothing", column)

    def sequence(self, data: list[Any], column: int) -> list[str]:
        lines = []
        for value in data:
            lines += [*self._above("nothing", column), *self._element(value, column)]
        return lines + self._above("nothing", column)

    def _pair(self, key: str, value: Any, column: int) -> list[str]:
        head = " " * column + self.random.choice([key, f'"{key}"', f"'{key}'"]) + ":"
        if isinstance(value, str):
            return self._text(head, value, column, key)
        if not value or self._happens(0.3):
            return self._flow(head, value, column, key)
        inner = column + self.random.choice([0, 1, 2, 4] if isinstance(value, list) else [1, 2, 4])
        head += self._beside(key)
        if isinstance(value, list):
            return [head, *self.sequence(value, inner)]
        return [head, *self.mapping(value, inner, is_by_id=key in _BY_ID)]

    def _element(self, value: Any, column: int) -> list[str]:
        dash = " " * column + "-"
        if isinstance(value, str):
            return self._text(dash, value, column, "nothing")
        if not value or self._happens(0.3):
            return self._flow(dash, value, column, "nothing")
        inner = column + self.random.choice([2, 4])
        lines = self.sequence(value, inner) if isinstance(value, list) else self.mapping(value, inner)
        if lines[0].lstrip().startswith("#") or self._happens(0.1):
            return [dash + self._beside("nothing"), *lines]
        return [dash + lines[0][column + 1 :], *lines[1:]]

    def _text(self, head: str, text: str, column: int, at: str) -> list[str]:
        style = self.random.choice([style for style in _STYLES if _STYLES[style](text)])
        if style in ("literal", "folded"):
            return self._block(head, text, column, at, style)
        value = self._quoted(text) if style == "double" else _single(text) if style == "single" else text
        if style == "plain" and self._happens(0.3):
            value = value.replace(" ", "\n" + " " * (column + self.random.randint(1, 4)), 3)
        start = [f"{head} {value}"]
        if self._happens(0.1):
            start = [head + self._beside(at), *self._above(at, column + 1), " " * (column + 1) + value]
        return [*"\n".join(start).split("\n")[:-1], "\n".join(start).split("\n")[-1] + self._beside(at)]

    def _block(self, head: str, text: str, column: int, at: str, style: str) -> list[str]:
        body = text.rstrip("\n")
        ending = {0: "-", 1: ""}.get(len(text) - len(body), "+")
        lines = text.split("\n")[: len(text.split("\n")) - (ending != "-")]
        if style == "folded":
            lines = re.sub(" ", lambda _: "\n" if self._happens(0.2) else " ", body).split("\n")
        margin = " " * (column + self.random.choice([1, 2, 5]))
        sign = {"literal": "|", "folded": ">"}[style] + ending
        return [f"{head} {sign}{self._beside(at)}", *(margin + line if line else "" for line in lines)]

    def _flow(self, head: str, value: Any, column: int, at: str) -> list[str]:
        if self._happens(0.5):
            return [f"{head} {self._one_line(value)}{self._beside(at)}"]
        items = value.items() if isinstance(value, dict) else (("nothing", inner) for inner in value)
        first, last = "{}" if isinstance(value, dict) else "[]"
        margin = " " * (column + self.random.choice([1, 2, 5]))
        lines = [f"{head} {first}{self._beside(at)}"]
        for key, inner in items:
            name = f"{key}: " if isinstance(value, dict) else ""
            comma = self.random.choice([f"{self._beside(key)}\n{margin},", f",{self._beside(key)}"])
            lines += [*self._above(key, column + 1), *f"{margin}{name}{self._one_line(inner)}{comma}".split("\n")]
        return [*lines, *self._above("nothing", column + 1), f"{margin}{last}{self._beside(at)}"]

    def _one_line(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self._one_line(inner)}" for key, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._one_line(inner) for inner in value) + "]"
        return value if _SAFE.fullmatch(value) and self._happens(0.7) else self._quoted(value)

    def _quoted(self, text: str) -> str:
        escaped = json.dumps(text, ensure_ascii=False)
        return re.sub("[가-힣]", lambda match: f"\\u{ord(match[0]):04x}", escaped) if self._happens(0.1) else escaped

    def _above(self, at: str, column: int) -> list[str]:
        return [" " * column + self._note(at)] if self.comments and self._happens(0.12) else []

    def _beside(self, at: str) -> str:
        space = self.random.choice([" ", "   "])
        return space + self._note(at) if self.comments and self._happens(0.12) else ""

    def _note(self, at: str) -> str:
        self.count += 1
        return self.random.choice(["# {} at {}", "#{} at {}", "# {} at {}   "]).format(self.count, at)

    def _happens(self, share: float) -> bool:
        return self.random.random() < share


def _single(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


# The styles of YAML, each with what it can write.
_STYLES: dict[str, Callable[[str], object]] = {
    "plain": _SAFE.fullmatch,
    "single": lambda text: "\n" not in text and "\t" not in text,
    "double": lambda text: True,
    "literal": lambda text: text.strip() and not text[0].isspace(),
    "folded": lambda text: text.strip() and not re.search(r"^ |  | $|\t|\n|\u00a0", text),
}
