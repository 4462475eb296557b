"""Values that YAML takes for something else than the text that they are."""

from __future__ import annotations

import re

from generator.yaml_text.misread.trouble import Misreading, Trouble
from generator.yaml_text.misread.written import Line, in_quotes, line_at

_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_CLOSING = {"[": "]", "{": "}"}
_ITEM_IN_BRACES = re.compile(r"(?:^|[{,])\s*(?:([\w-]+)\s*:\s+)?(?=([^\s,{}]))")
# Up to the next key, or the brace that ends them all.
IN_BRACES = re.compile(r"(.*?)\s*(?=,\s*[\w-]+\s*:\s|\}\s*(?:,\s*\{|[\]}]|$)|$)", re.MULTILINE)
_KEY = re.compile(r"[a-z][a-z-]*")
_SIGNS = "@`%,]}*&!?|>"


def merge_marks(trouble: Trouble) -> Misreading | None:
    """Marks of a merge, from the first to the last."""
    opened = next((line for line in trouble.lines if line.text.startswith("<<<<<<< ")), None)
    closed = next((line for line in trouble.lines if line.text.startswith(">>>>>>> ")), None)
    if opened is None or closed is None or closed.number < opened.number:
        return None
    help_ = "keep what is right of the two versions, and delete these marks"
    return Misreading("a merge left two versions of these lines", opened.start, closed.end, help_)


def unclosed_quotation(trouble: Trouble) -> Misreading | None:
    """A quotation mark that nothing closes, or only the next one somewhere below."""
    for line in trouble.lines[: trouble.line.number]:
        if _is_open(line, trouble):
            return _unclosed(line)
    if "unexpected end of stream" in trouble.problem and "quoted" in trouble.context:
        line, began = trouble.line_begun, trouble.began
        return _unclosed(line) if began == line.value_at else Misreading(_NOT_CLOSED, began, began + 1, "close it")
    return None


_NOT_CLOSED = "this quotation mark is not closed"


def _is_open(line: Line, trouble: Trouble) -> bool:
    """Whether a text in quotation marks does not end on its line, though the next line begins with a key."""
    mark = line.value[:1]
    if mark not in _CLOSED or line.is_empty or _CLOSED[mark].match(line.value):
        return False
    below = next((below for below in trouble.lines[line.number + 1 :] if not below.is_empty), None)
    return below is not None and bool(below.key or below.dash) and len(below.indent) <= len(line.indent + line.dash)


def _unclosed(line: Line) -> Misreading:
    inner = line.value[1:]
    help_ = line.corrected(in_quotes(inner))
    return Misreading(_NOT_CLOSED, line.value_at, line.value_at + 1, help_)


def within_braces(trouble: Trouble) -> Misreading | None:
    """A value within brackets of one line that should be in quotation marks."""
    if "flow" not in trouble.context or trouble.line is not trouble.line_begun:
        return None
    item = None
    for match in _ITEM_IN_BRACES.finditer(trouble.text, trouble.began, trouble.line.end):
        if match.start(2) <= trouble.noticed:
            item = match
    value = IN_BRACES.match(trouble.text, item.start(2)) if item else None
    if item is None or value is None or value.end(1) <= trouble.noticed:
        return None
    start, meant = value.start(), value[1].rstrip(" ]")
    key = f"{item[1]}: " if item[1] else ""
    help_ = f"write `{key}{in_quotes(_meant(meant))}`"
    if trouble.text[trouble.noticed] == ":" and ": " in meant:
        help_ += _or_comma(trouble.text[start : trouble.noticed])
        return Misreading(_COLON, trouble.noticed, trouble.noticed + 1, help_)
    return Misreading(_more(meant), start, start + len(meant), help_)


def _or_comma(before: str) -> str:
    """More help where one word stands before what may be a key."""
    words = before.split()
    return f", or put a comma before `{words[1]}`" if len(words) == 2 and _KEY.fullmatch(words[1]) else ""


_COLON = "a colon and a blank within a text begin a new value"


def _more(value: str) -> str:
    return f"the value ends where its {'quotation mark' if value[0] in _CLOSED else 'bracket'} does, and more follows"


def unclosed_bracket(trouble: Trouble) -> Misreading | None:
    """A bracket that nothing closes."""
    opened = _open_bracket(trouble) if "flow" in trouble.context else None
    if opened is None:
        return None
    line, sign = line_at(trouble.lines, opened), trouble.text[opened]
    help_ = "close it"
    if opened == line.value_at and (line.key or line.dash) and not line.value.endswith(","):
        close = line.corrected(f"{_without_wrong_end(line.value)}{_CLOSING[sign]}")
        help_ = close + ("" if sign == "{" else f", or put a text that begins with `{sign}` into quotation marks")
    return Misreading("this bracket is not closed", opened, opened + 1, help_)


def _without_wrong_end(value: str) -> str:
    """A value without a bracket at its end that is not of the kind of any that is open."""
    opening = {closing: sign for sign, closing in _CLOSING.items()}.get(value[-1])
    return value[:-1] if opening and value.count(opening) < value.count(value[-1]) else value


def _open_bracket(trouble: Trouble) -> int | None:
    """The last bracket that nothing closes before the parser gave up."""
    if trouble.text[trouble.began : trouble.began + 1] in ("[", "{"):
        return trouble.began
    closed = 0
    for at in range(min(trouble.noticed, len(trouble.text)) - 1, -1, -1):
        if trouble.text[at] in "]}":
            closed += 1
        elif trouble.text[at] in "[{":
            closed -= 1
            if closed < 0:
                return at
    return None


def colon(trouble: Trouble) -> Misreading | None:
    """A colon and a blank within a text."""
    line, at = trouble.line, trouble.noticed
    if "mapping values are not allowed" not in trouble.problem or at < line.value_at:
        return None
    help_ = "put the whole text into quotation marks, or begin it on the line below its key, after `>-`"
    return Misreading(_COLON, at, at + 1, line.corrected(in_quotes(line.value)) if line.key or line.dash else help_)


def more_after_value(trouble: Trouble) -> Misreading | None:
    """A text that begins with a bracket or a quotation mark, which ends before the text does."""
    line = trouble.line
    if "did not find expected key" not in trouble.problem or not line.value_at < trouble.noticed < line.end:
        return None
    sign, rest = line.value[0], line.text[trouble.noticed - line.start :].rstrip()
    if set(rest) <= set("]}"):
        help_ = line.corrected(line.value.removesuffix(rest).rstrip())
        return Misreading("this bracket closes nothing", trouble.noticed, line.end, help_)
    if sign not in "[{\"'":
        return None
    return Misreading(_more(line.value), line.value_at, line.end, line.corrected(in_quotes(_meant(line.value))))


def _meant(value: str) -> str:
    """The text that a value was meant to be: without its quotation marks where an apostrophe ended it early."""
    mark = value[0]
    is_around = mark in _CLOSED and len(value) > 1 and value.endswith(mark) and value.count(mark) % 2 == 1
    return value[1:-1] if is_around else value


def sign(trouble: Trouble) -> Misreading | None:
    """A text that begins with a sign of YAML's own."""
    line = trouble.line_begun
    if "cannot start any token" in trouble.problem and line.value_at < trouble.noticed < line.end:
        value = IN_BRACES.match(trouble.text, trouble.noticed)
        written = value[1].rstrip(" ]") if value else ""
        return _sign(written, trouble.noticed, f"write `{in_quotes(written)}`") if written else None
    if trouble.line is not line or not line.value or trouble.began != line.value_at or line.value[0] not in _SIGNS:
        return None
    help_ = line.corrected(in_quotes(line.value))
    if mark := re.match(r"[>|][-+]?", line.value):
        help_ = f"{help_}, or " * (len(mark[0]) == 1) + f"begin the text on the next line, after `{mark[0]}`"
    return _sign(line.value, line.value_at, help_)


def _sign(value: str, start: int, help_: str) -> Misreading:
    name = "a backtick" if value[0] == "`" else f"`{value[0]}`"
    return Misreading(f"a text cannot begin with {name}", start, start + len(value), help_)


def escape(trouble: Trouble) -> Misreading | None:
    """A backslash within double quotation marks."""
    if "escape" not in trouble.problem:
        return None
    line, start = trouble.line_begun, trouble.text.rfind("\\", trouble.began, trouble.noticed + 1)
    help_ = "write two backslashes for one, or use single quotation marks"
    inner = line.value[1:-1]
    if trouble.began == line.value_at and line.value[-1:] == '"' and len(line.value) > 1 and '"' not in inner:
        help_ = line.corrected(in_quotes(inner))
    return Misreading(
        "a backslash within double quotation marks has a meaning, and this one has none", start, start + 2, help_
    )


READINGS = (
    escape,
    within_braces,
    unclosed_bracket,
    unclosed_quotation,
    more_after_value,
    sign,
)
