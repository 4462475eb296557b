"""Sources as a reviewer weighs them: who published what, how far that can be relied on, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.model import Development, Source
from generator.review.change import Change, Detail, Rank
from generator.review.content import Content
from generator.review.sides import Sides
from generator.review.values import differing, field_change


def changes(sides: Sides, old: Development, new: Development, before: Content, after: Content) -> Iterator[Change]:
    """What became of the sources that an entry declares."""
    was, now = before["sources"], after["sources"]
    for id_ in now:
        if id_ not in was:
            yield added(sides, new, id_, [other for other in was if other in now])
    for old_id, source in old.sources.items():
        id_ = sides.name(old_id)
        if id_ not in now:
            declared = sides.after.sources.get(id_)
            words = f"is declared in `{declared.entry.id}` now" if declared else "removed"
            yield Change(Rank.SOURCE, f"source `{old_id}` {words}: {_text(sides.before, source)}")
        elif id_ != old_id:
            yield Change(Rank.SOURCE, f"source `{id_}` renamed: it was `{old_id}`")
    for id_, facts in now.items():
        for name in differing(was.get(id_, facts), facts):
            yield field_change(Rank.SOURCE, name, was[id_], facts, f"`{name}` of source `{id_}`")


def added(sides: Sides, entry: Development, id_: str, others: list[str]) -> Change:
    """That a source is new, and whether its word is that of the `others` which the entry has already."""
    source = entry.sources[id_]
    declared = sides.before.sources.get(id_)
    verb = f"was declared in `{declared.entry.id}`" if declared and declared.entry.id != entry.id else "added"
    details = (Detail("", source.url), Detail("", _origin(sides.after, id_, others)))
    return Change(Rank.SOURCE, f"source `{id_}` {verb}: {_text(sides.after, source)}", details)


def _text(side: Corpus, source: Source) -> str:
    publisher = side.publishers.get(source.publisher)
    reliability = source.reliability or (publisher.reliability if publisher else None)
    title = source.title_translation or source.title
    date = source.published.words() if source.published else "no date"
    facts = [side.name(source.publisher), f"grade {reliability.grade if reliability else 'F'}", date]
    return ", ".join([*facts, *([f"“{title}”"] if title else [])])


def _origin(side: Corpus, id_: str, others: list[str]) -> str:
    source, origin = side.sources[id_].source, side.voices.origin(id_)
    name = side.name(origin)
    same = [other for other in others if other != id_ and side.voices.origin(other) == origin]
    copy = f"repeats `{source.origin}`; " if source.origin else ""
    if same:
        return f"{copy}no further origin: its word is that of {name}, as is `{same[0]}`"
    return f"{copy}{'a further origin' if others else 'origin'}: {name}"
