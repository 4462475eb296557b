"""How a text is written as a value: on one line if it fits, else folded; one with line breaks keeps its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editing.layout.arranging import WIDTH
from generator.editing.layout.tree import Item
from generator.report.columns import width
from generator.yaml_text import one_line, quoted

_BREAK = re.compile("(?<=[^ ]) (?=[^ ])")
# Within a folded text a line that begins with white space is not folded, and one that ends so would lose it.
_NOT_FOLDED = re.compile(r"^\n|\t|(^|\n) | (\n|$)")


def with_comment(line: str, comment: str) -> str:
    """A line with the comment that stands at its end, if there is one."""
    return f"{line}  {comment}" if comment else line


def lines_of_text(item: Item, text: str, column: int, margin: int) -> list[str]:
    """The lines of the text of an item: the first begins at a column, the others have a margin."""
    line = _line(item, text)
    fits = column + width(line) <= WIDTH or not _BREAK.search(text) or item.is_pinned
    can_fold = bool(text.strip()) and not _NOT_FOLDED.search(text.rstrip("\n"))
    if can_fold and (item.style == ">" if item.keeps_lines else not fits):
        return _block(">", text, _folded(text, WIDTH - margin), item.beside, margin)
    if item.keeps_lines:
        return _block("|", text, text.split("\n"), item.beside, margin)
    return [with_comment(line, item.beside)]


def _line(item: Item, text: str) -> str:
    """The text on one line. A comment after several plain words looks like the rest of them: they are quoted."""
    if item.is_pinned:
        return text
    is_told_apart = not item.beside or (" " not in text and item.beside[1:2] in ("", " "))
    return one_line(text) if is_told_apart else quoted(text)


def _block(sign: str, text: str, lines: list[str], comment: str, margin: int) -> list[str]:
    """The lines of a block of text, below a header that tells of its end and of white space at its start."""
    ending = len(text) - len(text.rstrip("\n"))
    start = "2" if re.match(r"\n*[ \t]", text) else ""
    header = f"{sign}{start}{'-' if not ending else '+' if ending > 1 else ''}"
    body = lines[:-1] if ending else lines
    return [with_comment(header, comment), *(" " * margin + line if line else "" for line in body)]


def _folded(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, if its words allow; each line break of its own takes a blank line more."""
    body = text.rstrip("\n")
    lines: list[str] = []
    for paragraph in body.split("\n"):
        if lines and paragraph:
            lines.append("")
        lines += _wrapped(paragraph, columns)
    return lines + [""] * (len(text) - len(body))


def _wrapped(paragraph: str, columns: int) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(paragraph):
        if line and width(line) + 1 + width(word) > columns:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
