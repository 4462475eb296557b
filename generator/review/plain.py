"""An account as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.report.columns import visible, width
from generator.review.change import Account, Change, Part

_BULLET, _INDENT = "  * ", "      "


def render(account: Account, opening: str, *, columns: int = 100) -> str:
    """The whole account; `opening` says what was compared. Nothing in it is obeyed by a terminal."""
    blocks = [_paragraphs([opening, account.counted, *account.notes], columns)]
    blocks += [_part(part, columns) for part in account.parts]
    if account.linked:
        blocks.append("\n".join(["Linked from others than before:", *_changes(account.linked, columns)]))
    return "\n\n".join(blocks) + "\n"


def filled(text: str, columns: int, first: str = "", further: str = "") -> str:
    """A text in lines that are no wider than a number of columns, of which Hangul takes two a letter."""
    lines, line = [], first
    for word in visible(text).split():
        if line.strip() and width(line) + 1 + width(word) > columns and line != first:
            lines.append(line)
            line = further
        line += word if line in (first, further) else f" {word}"
    return "\n".join([*lines, line])


def _paragraphs(texts: list[str], columns: int) -> str:
    return "\n".join(filled(text, columns) for text in texts)


def _part(part: Part, columns: int) -> str:
    heading = filled(f"{part.id}: {part.title}", columns)
    return "\n".join([heading, f"{part.what}, {visible(part.path)}", *_changes(part.changes, columns)])


def _changes(changes: tuple[Change, ...], columns: int) -> Iterator[str]:
    for change in changes:
        yield filled(change.words, columns, _BULLET, "    ")
        for sign, words in change.details:
            yield filled(words, columns, _INDENT + (f"{sign} " if sign else ""), _INDENT + "  " * bool(sign))
