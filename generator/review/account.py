"""The account of a change: everything that reviewers are told of it, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.model import Development, Entry
from generator.review import claims, findings, sources, statements
from generator.review.change import Account, Change, Detail, Part, Rank, rewording
from generator.review.claims import Statuses
from generator.review.content import content
from generator.review.linked import BrokenLinks, links_back
from generator.review.presence import arrival, departure, passage
from generator.review.sides import Sides, title
from generator.review.texts import text_changes
from generator.review.values import differing, field_change
from generator.words import RELATIONS

_TOLD_APART = ("title", "name", "summary", "date", "occurrence", "state", "sources", "claims", "statements")
_PROSE = ("text", "assessment", "description")


def account(sides: Sides) -> Account:
    """All that a change comes to."""
    teller = _Teller(sides)
    parts = sorted(teller.parts(), key=lambda part: part.order)
    return Account(tuple(parts), tuple(links_back(sides)), tuple(_notes(sides)))


class _Teller:
    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._statuses = Statuses(sides)
        self._broken = BrokenLinks(sides)
        self._faults: dict[str, list[Diagnostic]] = {}
        for fault in findings.check(sides):
            self._faults.setdefault(fault.path, []).append(fault)

    def parts(self) -> Iterator[Part]:
        """A part for each entry that says or comes to something else than before."""
        for entry in self._sides.removed:
            what = "merged" if self._sides.successor(entry) else "removed"
            yield self._part(entry, what, [*self._told(entry), departure(self._sides, entry)])
        for entry in self._sides.added:
            changes = [*self._told(entry), *self._broken.of(None, entry), arrival(self._sides, entry)]
            yield self._part(entry, "added", changes)
        for old, new in self._sides.kept:
            changes = [*self._told(new), *self._broken.of(old, new), *self._own(old, new)]
            changes += self._statuses.of(new) if isinstance(new, Development) else []
            if changes:
                what = "renamed" if old.id != new.id else "affected" if self._sides.is_same(old, new) else "changed"
                name = title(new) if self._sides.is_whole(old, new) else title(old)
                yield self._part(new, what, changes, name)

    def _part(self, entry: Entry, what: str, changes: list[Change], name: str = "") -> Part:
        ordered = tuple(sorted(changes, key=lambda change: change.rank))
        return Part(entry.id, name or title(entry), entry.path, what, ordered)

    def _told(self, entry: Entry) -> Iterator[Change]:
        """What the change must not do to an entry."""
        return (Change(Rank.FAULT, fault.message) for fault in self._faults.get(entry.path, ()))

    def _own(self, old: Entry, new: Entry) -> Iterator[Change]:
        """How an entry differs from what it was."""
        if self._sides.is_same(old, new):
            return
        yield from passage(old, new)
        before, after = content(old, self._sides.name), content(new, self._sides.name)
        if not self._sides.is_whole(old, new):
            yield Change(Rank.FAULT, "its file has faults: what is missing below may only be what cannot be read")
        for name in differing(before, after, [name for side in (before, after) for name in side if side[name] == "…"]):
            if name in ("date", "occurrence"):
                yield field_change(Rank.DATE, name, before, after, name)
            elif name in ("title", "name", "summary"):
                yield rewording(Rank.WORDING, name, before.get(name, ""), after.get(name, ""))
            elif name in _PROSE:
                yield from text_changes(name, before.get(name, ""), after.get(name, ""))
            elif name not in (*_TOLD_APART, "quotations", "relations"):
                yield field_change(Rank.FIELD, name, before, after)
        if isinstance(old, Development) and isinstance(new, Development):
            yield from claims.changes(self._sides, old, new, before, after)
            yield from statements.changes(self._sides, old, new, before, after)
            yield from sources.changes(self._sides, old, new, before, after)
            yield from _relations(before.get("relations", []), after.get("relations", []))
        yield from _revisions(old, new)


def _relations(was: list[dict[str, str]], now: list[dict[str, str]]) -> Iterator[Change]:
    before, after = ({(relation["type"], relation["to"]): relation for relation in side} for side in (was, now))
    for key in dict.fromkeys([*after, *before]):
        words = f"{RELATIONS[key[0]][0].lower()} `{key[1]}`"
        if key not in before or key not in after:
            note = {**before, **after}[key].get("note", "")
            verb = "added" if key in after else "removed"
            yield Change(Rank.RELATION, f"relation {verb}: {words}" + (f" ({note})" if note else ""))
        elif before[key] != after[key]:
            yield field_change(Rank.RELATION, "note", before[key], after[key], f"note on the relation, {words}")


def _revisions(old: Entry, new: Entry) -> Iterator[Change]:
    for revision in new.revisions:
        if revision not in old.revisions:
            was = (Detail("", f"was: {revision.was}"),) if revision.was else ()
            words = f"{revision.kind} of {revision.date.words()}: {revision.what}"
            yield Change(Rank.REVISION, f"new revision, {words}", was)


def _notes(sides: Sides) -> Iterator[str]:
    """What could not be compared, and why."""
    for side, words in ((sides.before, "could not be read before"), (sides.after, "cannot be read now")):
        if side.loaded.broken:
            yield f"Told in part or not at all, because they {words}: {', '.join(sorted(side.loaded.broken))}"
