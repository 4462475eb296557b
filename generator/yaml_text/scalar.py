"""How a text is written as a value on one line, so that every reader of YAML, old or new, reads that text again."""

from __future__ import annotations

import datetime
import re

import yaml
from yaml.resolver import Resolver

_STRING = "tag:yaml.org,2002:str"
_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_IN_FLOW = re.compile(r"[,\[\]{}?]")
_NEVER_PLAIN = re.compile(r"[\t\n]|: | #|:$|^(---|\.\.\.)")
# Beside what PyYAML takes for something else by the rules of YAML 1.1: its short words, and what a reader of YAML 1.2
# takes for a number, or for one that it then cannot read (`._`).
_NO_STRING = re.compile(r"[yYnN]|0o[0-7]+|(?=[-+.\d])[-+]?[\d_]*\.?[\d_]*([eE][-+]?\d+)?")
# A number that every reader takes for the same, whatever else it may make of it.
_DECIMAL = re.compile(r"(?!-0$)-?(0|[1-9]\d{0,14})(\.\d{1,6})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_RESOLVER = Resolver()


def one_line(text: str, *, in_flow: bool = False) -> str:
    """The text as written on one line: plain if it can be, else quoted. `in_flow` is within one-line `{…}` or `[…]`."""
    return text if is_plain(text, in_flow=in_flow) else quoted(text)


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Whether a text needs no quotation marks: `NO` and `12:30` need them, days and decimal numbers do not."""
    if not text or text != text.strip() or text[0] in _INDICATORS or _NEVER_PLAIN.search(text):
        return False
    if in_flow and _IN_FLOW.search(text):
        return False
    if _DECIMAL.fullmatch(text) or _is_day(text):
        return True
    return text[0] not in "-?:" and not _is_something_else(text)


def quoted(text: str) -> str:
    """The text in double quotation marks, or in single ones where these save escapes."""
    if ('"' in text or "\\" in text) and not re.search(r"['\t\n]", text):
        return f"'{text}'"
    return f'"{text.translate(_ESCAPES)}"'


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def _is_something_else(text: str) -> bool:
    """Whether some reader takes a plain text for a truth value, a number, a time or nothing."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != _STRING or bool(_NO_STRING.fullmatch(text))
