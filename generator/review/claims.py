"""Claims of an entry, and claims anywhere that have another status by a change, with who brought that about."""

from __future__ import annotations

from collections.abc import Iterator

from generator import words
from generator.corpus import Corpus, Row
from generator.dates import day
from generator.model import Claim, Development
from generator.review.change import Change, Detail, Rank, rewording
from generator.review.content import Content
from generator.review.sides import Sides
from generator.review.statements import of_row
from generator.review.values import differing, field_change


def changes(sides: Sides, old: Development, new: Development, before: Content, after: Content) -> Iterator[Change]:
    """What became of the claims that live in an entry; their status is another matter."""
    was, now = before["claims"], after["claims"]
    for reference, facts in now.items():
        name, formerly = reference.partition("#")[2], sides.claims_before.get(reference)
        if reference not in was:
            verb = f"stood in `{formerly.entry}`" if formerly else "added"
            yield Change(Rank.CLAIM, f"claim `{name}` {verb}: {facts['text']}")
            continue
        if formerly and formerly.id != name:
            yield Change(Rank.CLAIM, f"claim `{name}` renamed: it was `{formerly.id}`")
        for field in differing(was[reference], facts):
            if field == "text":
                yield rewording(Rank.CLAIM, f"claim `{name}`", was[reference]["text"], facts["text"])
            else:
                yield field_change(Rank.CLAIM, field, was[reference], facts, f"`{field}` of claim `{name}`")
    for reference, facts in was.items():
        if reference not in now:
            id_, present = sides.claims_before[reference].id, sides.after.claims.get(reference)
            verb = f"stands in `{present.entry}` now" if present else "removed"
            yield Change(Rank.CLAIM, f"claim `{id_}` {verb}: {facts['text']}")
    kept = [[reference for reference in one if reference in other] for one, other in ((was, now), (now, was))]
    if kept[0] != kept[1]:
        yield Change(Rank.CLAIM, f"claims in another order: the badge is that of `{next(iter(new.claims))}`")


def status(side: Corpus, claim: Claim) -> str:
    """The status of a claim with all remarks, in words."""
    assessment = side.assess(claim)
    return "; ".join([words.status(assessment), *words.remarks(side, assessment)])


class Statuses:
    """The claims that readers could see before and can see now, and whose status or remarks are not the same."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def of(self, entry: Development) -> Iterator[Change]:
        """The changes of the claims that live in an entry."""
        before, after = self._sides.before, self._sides.after
        for claim in entry.claims.values():
            old = self._sides.claims_before.get(claim.reference)
            if old and self._is_shown(old, claim) and self._state(before, old) != self._state(after, claim):
                was, now = status(before, old), status(after, claim)
                gone, come = self._moved(old, claim)
                if was != now and not (_may_be_lost(gone, after) or _may_be_lost(come, before)):
                    details = (Detail("", claim.text), *self._reasons(gone, come))
                    yield Change(Rank.STATUS, f"claim `{claim.id}`: {was} → {now}", details)

    def _is_shown(self, old: Claim, new: Claim) -> bool:
        """Whether readers could see it before, and can now."""
        sides = self._sides
        return old.reference in sides.before.shown_claims and new.reference in sides.after.shown_claims

    def _state(self, side: Corpus, claim: Claim) -> tuple[object, ...]:
        """All that a status comes to, by present ids and not by names."""
        found = side.assess(claim)
        figures = [(row.statement.value, self._sides.name(row.voice)) for row in found.figures]
        remarks = [(r.kind, [*map(self._sides.name, r.voices)], r.days, r.details) for r in found.remarks]
        return (found.status, figures, remarks)

    def _moved(self, old: Claim, new: Claim) -> tuple[list[Row], list[Row]]:
        """The statements that counted and do not, and those that count now and did not."""
        before, after = self._sides.before, self._sides.after
        was = {self._key(row): row for row in before.rows[old.reference] if row.day <= before.day}
        now = {self._key(row): row for row in after.rows[new.reference] if row.day <= after.day}
        return [row for key, row in was.items() if key not in now], [row for key, row in now.items() if key not in was]

    def _reasons(self, gone: list[Row], come: list[Row]) -> Iterator[Detail]:
        before, after = self._sides.before, self._sides.after
        was, now = [of_row(before, row) for row in gone], [of_row(after, row) for row in come]
        yield from (Detail("-", words) for words in was if words not in now)
        yield from (Detail("+", words) for words in now if words not in was)
        if set(was) == set(now):
            yield Detail("", "no statement changed, but whom the claim is about, or who speaks for whom")
        elif before.day != after.day and any(before.day < row.day for row in come):
            yield Detail("", f"the collection's day is {day(after.day)} now; it was {day(before.day)}")

    def _key(self, row: Row) -> tuple[object, ...]:
        """All of a statement that bears on a status, by present names."""
        name, statement = self._sides.name, row.statement
        who = (name(row.by), name(row.voice), name(row.origin), row.is_unnamed)
        return (name(row.entry.id), row.day, row.moment, row.stance, statement.value, *who)


def _may_be_lost(rows: list[Row], other: Corpus) -> bool:
    """Whether statements may be missing on the other side only because their files cannot be read there."""
    return any(row.entry.path in other.loaded.broken for row in rows)
