"""Keys, hyphens and indentation that YAML takes for something else than they were meant for."""

from __future__ import annotations

import re

from generator.yaml_text.misread import lists, values
from generator.yaml_text.misread.trouble import Misreading, Trouble
from generator.yaml_text.misread.written import Line

# A blank that does not break a line is none for YAML.
_NO_BLANK = re.compile(r"([A-Za-z][\w-]*):(?=[^ \t/])(.*)")
_WORD = re.compile(r"[A-Za-z][\w-]*")
_OTHER_SIGN = re.compile(r"([A-Za-z][\w-]*)\s*[=;：]\s*(\S.*)")
_NO_BLANK_AFTER_DASH = re.compile(r"-[A-Za-z][\w-]*:(?:\s|$)")
_COMMENT = re.compile(r"[ \t]#")


def tab(trouble: Trouble) -> Misreading | None:
    """A tab that indents a line."""
    start = trouble.line.start
    indent = re.match(r"[ \t]*", trouble.line.text)
    if not indent or "\t" not in indent[0] or ("expected" in trouble.problem and "tab" not in trouble.problem):
        return None
    at = start + indent[0].index("\t")
    end = start + len(indent[0])
    return Misreading("a tab indents this line", at, end, "indent with blanks, as many as the lines beside it have")


def missing_blank(trouble: Trouble) -> Misreading | None:
    """`key:value`, in the line that was being read or in the one above."""
    if trouble.problem.startswith("could not find expected ':'"):
        line: Line | None = trouble.line_begun
    elif _begins_with_key(trouble):
        line = trouble.before(trouble.line)
    else:
        return None
    if line and _NO_BLANK_AFTER_DASH.match(line.value):
        help_ = f"write `- {line.value[1:]}`"
        return Misreading("a blank is missing after the hyphen", line.value_at, line.value_at + 1, help_)
    if not line or line.key or not (match := _NO_BLANK.match(line.value)):
        return None
    at = line.value_at + len(match[1])
    return Misreading(
        "a blank is missing after the colon", at, at + 1, f"write `{line.dash}{match[1]}: {match[2].strip()}`"
    )


def _begins_with_key(trouble: Trouble) -> bool:
    """Whether a line of its own key was taken for more of the text above it."""
    line = trouble.line
    return "mapping values are not allowed" in trouble.problem and bool(line.key) and trouble.noticed < line.value_at


def no_colon(trouble: Trouble) -> Misreading | None:
    """A key without its colon, above the lines that belong to it."""
    if trouble.problem.startswith("could not find expected ':'"):
        line: Line | None = trouble.line_begun
    else:
        line = trouble.before(trouble.line) if _begins_with_key(trouble) else None
    below = next((below for below in trouble.lines[line.number + 1 :] if not below.is_empty), None) if line else None
    if line is None or below is None or line.key or not _WORD.fullmatch(line.value) or not (below.key or below.dash):
        return None
    if len(below.indent) <= len(line.indent + line.dash):
        return None
    help_ = f"write `{line.dash}{line.value}:`"
    return Misreading("a colon is missing after this key", line.value_at, line.end, help_)


def no_key(trouble: Trouble) -> Misreading | None:
    """A line without a key, or one in a list without its hyphen."""
    if trouble.problem.startswith("could not find expected ':'"):
        line: Line | None = trouble.line_begun
    elif _begins_with_key(trouble) and (above := trouble.before(trouble.line)) and not above.key:
        line = above if len(above.indent + above.dash) == len(trouble.line.indent) else None
    else:
        return None
    if line is None or line.key:
        return None
    above = trouble.before(line)
    if above and above.dash and above.indent == line.indent:
        return Misreading(lists.NO_DASH, line.value_at, line.end, f"write `- {line.value}`", _first_item(above))
    match = _OTHER_SIGN.fullmatch(line.value)
    help_ = f"write `{match[1]}: {match[2]}`" if match else "put a colon and a blank after its key"
    help_ += ", or indent the line if it goes on with the text above" if above else ""
    return Misreading("this line has no key", line.value_at, line.end, help_)


def _first_item(line: Line) -> tuple[tuple[int, int, str], ...]:
    return ((line.content_at, line.content_at + 1, "an item of the list"),)


def too_far_in(trouble: Trouble) -> Misreading | None:
    """A line that is indented further than the one beside which it belongs, and so goes on with its text."""
    above = trouble.before(trouble.line)
    if not _begins_with_key(trouble) or not above or not above.key:
        return None
    line, column = trouble.line, above.key_at - above.start
    if len(line.indent) <= column:
        return None
    message = f"this line is indented further than `{above.key}`, and is read as part of its text"
    also = ((above.key_at, above.key_at + len(above.key), "the line above"),)
    help_ = (
        f"begin `{line.key}` in column {column + 1}, below `{above.key}`, or put the whole text into quotation marks"
    )
    return Misreading(message, line.start + column, line.content_at, help_, also)


def first_line(trouble: Trouble) -> Misreading | None:
    """A first line that is indented, though those below it are not."""
    first = next((line for line in trouble.lines if not line.is_empty), None)
    if first is None or not first.indent or trouble.line.indent:
        return None
    between = trouble.lines[first.number : trouble.line.number]
    if any(line.text.startswith("...") for line in between):
        return None
    if first.key and "expected <document start>" in trouble.problem:
        help_ = f"begin `{first.key}` in column 1"
        return Misreading("this line is indented, and those below it are not", first.start, first.content_at, help_)
    if any(line.key or line.dash for line in between):
        return None
    help_ = "delete it, or put a colon and a blank after its key"
    return Misreading("this line has no key", first.content_at, first.end, help_)


def comment_in_text(trouble: Trouble) -> Misreading | None:
    """A text of several lines that a comment ends before its last."""
    above = trouble.before(trouble.line)
    if "did not find expected key" not in trouble.problem or trouble.line.key or not above:
        return None
    match = _COMMENT.search(above.text)
    if not match or above.value[:1] in ("", '"', "'", "[", "{"):
        return None
    at = above.start + match.start() + 1
    help_ = "write the text after `>-`, on lines of its own, or in quotation marks"
    return Misreading("a comment begins here, and ends the text that goes on below", at, above.end, help_)


def odd_indentation(trouble: Trouble) -> Misreading | None:
    """A line that begins in a column where nothing above it does."""
    line = trouble.line
    if "did not find expected key" not in trouble.problem or trouble.noticed > line.content_at or not line.indent:
        return None
    above = trouble.before(line)
    while above and len(above.indent) > len(line.indent) and above.number and not above.key and not above.dash:
        above = trouble.before(above)
    start, end = line.content_at, line.content_at + len(line.dash + line.key or line.value)
    if above is None or not above.key:
        help_ = "indent it as the lines that it belongs to"
    elif above.value[:1] in (">", "|"):
        help_ = f"indent it as the other lines of `{above.key}`"
    else:
        help_ = f"begin it in column {above.key_at - above.start + 1}, below `{above.key}`, if it belongs there"
    return Misreading("this line is indented as none above it is", start, end, help_)


def after_the_end(trouble: Trouble) -> Misreading | None:
    """What stands after dots that end the document."""
    if "expected <document start>" not in trouble.problem:
        return None
    start, end = trouble.line.start, trouble.line.end
    return Misreading("an entry ends with a line `...`, and this stands after it", start, end, "delete the line `...`")


FIRST = (values.merge_marks, tab, missing_blank)
READINGS = (
    no_colon,
    no_key,
    too_far_in,
    first_line,
    *lists.READINGS,
    values.colon,
    comment_in_text,
    odd_indentation,
    after_the_end,
)
