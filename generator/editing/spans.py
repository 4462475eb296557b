"""Exact changes of a file's text: at the places that its parser gives, and nowhere else.

Comments, quotation marks, line breaks and everything that is not changed stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.corpus import Use
from generator.corpus.uses import uses
from generator.editing.refusal import RefusedError
from generator.model import Entry, Where
from generator.yaml_text import Document, Slot, parse


class Change(NamedTuple):
    """What stands from one offset to another, and what is to stand there."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text with all changes, which do not overlap."""
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def with_links(entry: Entry, text: str, leads: Mapping[str, str], id_: str) -> str:
    """The file of an entry with every link as `leads` has it; `id_` is what the entry will be called.

    A claim of the entry's own stays without the entry's name where it was so, and loses it where it becomes one. A
    statement stays on its claim where links to that are to lead to an entry.
    Raises `RefusedError` where a link is written in a way that has no place of its own, as with escapes.
    """
    document = parse(text)
    changes = []
    for use in uses(entry):
        if use.target in leads and (use.how != "claim" or "#" in leads[use.target]):
            written = _written(document, use)
            found = _place(document, use, written)
            if found < 0:
                raise RefusedError(f"write `{use.target}` without escapes in `{entry.path}` first")
            lead = _as_written(leads[use.target], written, use, entry.id, id_)
            changes.append(Change(found, found + len(written), lead))
    return changed(text, changes)


def with_key(text: str, where: Where, key: str) -> str:
    """The text with another key at a place."""
    start, end = slot(parse(text), where).key
    old = str(where[-1])
    found = text.index(old, start, end)
    return changed(text, [Change(found, found + len(old), key)])


def with_aliases(text: str, where: Where, ids: Sequence[str]) -> str | None:
    """The text with other old ids for what stands at a place; None where that takes more than a line."""
    document = parse(text)
    of_owner = slot(document, where).items if where else document.slots
    row = f"[{', '.join(ids)}]"
    if "aliases" in of_owner:
        start, end = of_owner["aliases"].value
        is_row = ids and text[start] == "[" and not re.search(r"[\n#]", text[start:end])
        return changed(text, [Change(start, end, row)]) if is_row else None
    if where and text[slot(document, where).value[0]] == "{":
        end = max(item.value[1] for item in of_owner.values())
        return changed(text, [Change(end, end, f", aliases: {row}")])
    return _with_line(text, of_owner, f"aliases: {row}")


def _with_line(text: str, of_owner: Mapping[str | int, Slot], line: str) -> str | None:
    """The text with another line among the keys of a block: before the revisions, or after the last of them."""
    first = next(iter(of_owner.values())).key[0]
    margin = text[text.rfind("\n", 0, first) + 1 : first]
    if margin.strip():
        return None
    if "revisions" in of_owner:
        place = of_owner["revisions"].key[0] - len(margin)
    else:
        place = text.find("\n", max(_end(text, item) for item in of_owner.values())) + 1
    ending = "\r\n" if "\r\n" in text else "\n"
    return changed(text, [Change(place, place, f"{margin}{line}{ending}")]) if place else None


def _end(text: str, item: Slot) -> int:
    """Where a value ends, comments below it left out."""
    start, end = item.value
    if item.items and text[start] not in "[{":
        return max(_end(text, inner) for inner in item.items.values())
    return start + len(text[start:end].rstrip())


def slot(document: Document, where: Where) -> Slot:
    """Where an item stands. Raises `KeyError` where there is none."""
    found = document.slots[where[0]]
    for step in where[1:]:
        found = found.items[step]
    return found


def _place(document: Document, use: Use, written: str) -> int:
    """Where in the file a link begins; negative where it is not written as it reads."""
    text, (start, end) = document.text, _slot_of(document, use).value
    if text[start] in "|>":
        start = text.index("\n", start)  # a comment may stand beside the sign
    if not use.needle:
        return text.find(written, start, end)
    for _ in range(use.occurrence + 1):
        start = text.find(use.needle, start, end) + 1
        if not start:
            return -1
    return start + 1


def _written(document: Document, use: Use) -> str:
    """What stands there now: the target, or an own claim without the entry's name."""
    if use.needle:
        return use.target
    value: Any = document.data
    for step in use.where:
        value = value if isinstance(value, str) else value[step]
    return str(value)


def _slot_of(document: Document, use: Use) -> Slot:
    """The item that holds a link: of a value that may be one or a list, the value itself."""
    above = slot(document, use.where[:-1]) if len(use.where) > 1 else None
    return above if above and use.where[-1] not in above.items else slot(document, use.where)


def _as_written(lead: str, written: str, use: Use, before: str, after: str) -> str:
    home, _, claim = lead.partition("#")
    was_full = written.startswith(f"{before}#")
    return claim if use.how == "claim" and home == after and not was_full else lead
