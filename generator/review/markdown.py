"""An account as Markdown, for the summary of a job on GitHub: whatever an entry says stays plain text there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.report.columns import visible
from generator.review.change import Account, Change, Part

# GitHub takes summaries of up to 1 MiB; what is longer it does not show at all.
LIMIT = 1024 * 1024 - 1024

_CODE = re.compile(r"(?<!`)(`[a-zA-Z0-9#/._-]+`)(?!`)")
# What Markdown or HTML takes for more than a sign of text; at the beginning of an item also what begins a list.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#|~@$^]")
_BEGINNING = re.compile(r"(\d*)([-+=:.)])")
# Behind these GitHub makes more of plain text, once it is HTML: a mention, an issue, a commit, an address, a picture.
_LINKED = re.compile(
    r"(?<=[@#])(?=\w)|(?<=:)(?=//|[\w+-]+:)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=\b[0-9a-f]{6})(?=[0-9a-f]+\b)",
    re.IGNORECASE,
)
_NOTHING = "\u200b"


def render(account: Account, opening: str, *, limit: int = LIMIT) -> str:
    """The whole account, or as much of it as goes into so many bytes, and how much that leaves out."""
    text = "\n\n".join(["## What this change means", *map(literal, [opening, account.counted, *account.notes])])
    blocks = [_part(part) for part in account.parts]
    if account.linked:
        blocks.append("\n".join(["### Linked from others than before", "", *_changes(account.linked)]))
    room = limit - len(_rest(len(blocks)).encode()) - len(text.encode())
    for number, block in enumerate(blocks):
        room -= len(block.encode()) + 2
        if room < 0:
            return f"{text}\n\n{_rest(len(blocks) - number)}"
        text += f"\n\n{block}"
    return text + "\n"


def literal(text: str) -> str:
    """A text as Markdown that shows it as it is, in one line: no link, no HTML, nobody is mentioned. Names are code."""
    pieces = _CODE.split(" ".join(visible(text).split()))
    escaped = "".join(piece if number % 2 else _escaped(piece) for number, piece in enumerate(pieces))
    beginning = _BEGINNING.match(escaped)
    return f"{beginning[1]}&#{ord(beginning[2])};{escaped[beginning.end() :]}" if beginning else escaped


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", _LINKED.sub(_NOTHING, text))


def _rest(number: int) -> str:
    return f"… and {number} more {'part' if number == 1 else 'parts'}, for which there is no room here.\n"


def _part(part: Part) -> str:
    heading = f"### {part.what.capitalize()}: {literal(part.title)}"
    return "\n".join([heading, "", f"{literal(f'`{part.id}`')}, {literal(part.path)}", "", *_changes(part.changes)])


def _changes(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        yield f"- {literal(change.words)}"
        for sign, words in change.details:
            yield f"  - {f'**{sign}** '.replace('-', '−') if sign else ''}{literal(words)}"
