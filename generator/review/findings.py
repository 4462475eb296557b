"""What a change must not do: rules that need the collection as it was before, with ordinary findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Diagnostic, Finding, Span, handling
from generator.load import locate
from generator.model import Development, Entry
from generator.review.content import content
from generator.review.sides import Sides

# Says where something is drawn, and nothing of the world.
_LAYOUT = ("label",)


def check(sides: Sides) -> Iterator[Diagnostic]:
    """All that the change does and must not."""
    for rule in (missing_revision, revision_after_commit, revision_removed, lost_claims, withdrawn):
        with handling(f"the rule {rule.__name__}"):
            yield from locate(rule(sides), sides.after.loaded)
    yield from lost_entries(sides)


def missing_revision(sides: Sides) -> Iterator[Finding]:
    """Entries that say something else than before, and do not say that they changed."""
    for old, new in _comparable(sides):
        if not any(revision not in old.revisions for revision in new.revisions) and (
            fields := changed_fields(sides, old, new)
        ):
            message = f"no new revision tells that {_listed(fields)} changed"
            help_ = "add a line `- {date: …, kind: update, what: …}`, or `kind: correction`"
            yield Finding("missing-revision", message, new.path, ("revisions",), help_, at_key=True)


def changed_fields(sides: Sides, old: Entry, new: Entry) -> list[str]:
    """The fields in which an entry says something else than before, in their order."""
    if sides.is_same(old, new):
        return []
    before, after = content(old, sides.name), content(new, sides.name)
    names = [name for name in {**after, **before} if name not in _LAYOUT and before.get(name) != after.get(name)]
    orders = [list(side.get("claims", ())) for side in (before, after)]
    return names or (["claims"] if orders[0] != orders[1] else [])


def revision_after_commit(sides: Sides) -> Iterator[Finding]:
    """New revisions that are dated later than the change. Older ones stay as they are, whatever their day."""
    known = {new.path: old.revisions for old, new in sides.kept}
    for entry in sides.after.entries:
        day = sides.days.get(entry.path)
        for number, revision in enumerate(entry.revisions):
            if day and revision.date.latest > day.date and revision not in known.get(entry.path, ()):
                limit = "the newest commit of this file" if day.is_committed else "today"
                message = f"the revision is dated {revision.date.words()}, which is after {limit}"
                help_ = f"date it {day.date} or earlier: the day on which it was written"
                where = ("revisions", number, "date")
                yield Finding("revision-after-commit", message, entry.path, where, help_)


def revision_removed(sides: Sides) -> Iterator[Finding]:
    """Lines of an entry's history that are gone, or say something else now."""
    for old, new in _comparable(sides):
        for number, revision in enumerate(old.revisions):
            if revision in new.revisions:
                continue
            where: tuple[str | int, ...] = ("revisions",)
            told = f"the revision `{revision.what}` of {revision.date.words()}"
            help_ = "put it back: what was done stays on record, and a new line tells what was wrong with it"
            if number < len(new.revisions) and new.revisions[number] not in old.revisions:
                where, told = ("revisions", number), f"{told} was changed"
            else:
                told = f"{told} is gone"
            yield Finding("revision-removed", told, new.path, where, help_, at_key=len(where) == 1)


def lost_claims(sides: Sides) -> Iterator[Finding]:
    """Claims whose addresses lead nowhere, though those of their entries still do."""
    for old in sides.before.entries:
        new = sides.successor(old)
        if old.is_draft or not (isinstance(old, Development) and isinstance(new, Development)):
            continue
        for claim in old.claims.values():
            for id_ in (claim.id, *claim.aliases):
                reference = id_ if "#" in id_ else f"{old.id}#{id_}"
                if not (sides.after.claim(sides.name(reference)) or sides.after.is_lost(new.id)):
                    message = f"the claim `{id_}` is gone, and its address with it"
                    help_ = f"if it has another name now, put `{id_}` into its `aliases`; else put it back"
                    yield Finding("id-removed", message, new.path, ("claims",), help_, at_key=True)


def lost_entries(sides: Sides) -> Iterator[Diagnostic]:
    """Entries whose addresses lead nowhere; their files are gone, so that there is no line to show."""
    for old in sides.before.entries:
        if old.is_draft:
            continue
        for id_ in (old.id, *old.aliases):
            if not (_has(sides.after, id_) or sides.after.is_lost_mention(id_) or sides.after.is_lost(id_)):
                message = f"nothing has the id `{id_}` any more, and its address leads nowhere"
                help_ = f"put `{id_}` into the `aliases` of what takes its place, or retract the entry"
                yield Diagnostic("id-removed", message, old.path, Span(1, 1, 1, 1), help_)


def withdrawn(sides: Sides) -> Iterator[Finding]:
    """Entries that readers could see, and that are drafts now, so that their addresses lead nowhere."""
    for old in sides.before.entries:
        new = sides.successor(old)
        if new and new.is_draft and not old.is_draft:
            message = f"`{old.id}` is a draft now, and its address leads nowhere"
            help_ = "leave it published; what turned out to be wrong is retracted: see `make retire`"
            yield Finding("id-removed", message, new.path, ("state",), help_)


def _has(side: Corpus, id_: str) -> bool:
    return id_ in side.by_id or id_ in side.aliases


def _comparable(sides: Sides) -> Iterator[tuple[Entry, Entry]]:
    """The entries on both sides that readers could see before, and that could be read whole."""
    for old, new in sides.kept:
        if not old.is_draft and sides.is_whole(old, new):
            yield old, new


def _listed(fields: list[str]) -> str:
    names = [f"`{field}`" for field in fields]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
