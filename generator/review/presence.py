"""What came, what went, and what passed from one state to another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.model import Actor, Development, Entity, Entry, Publisher
from generator.review import claims, sources, statements
from generator.review.change import Change, Detail, Rank
from generator.review.content import content
from generator.review.sides import Sides
from generator.words import RELATIONS

_STATES = {
    "published": "published",
    "draft": "a draft, which readers do not see",
    "superseded": "superseded",
    "retracted": "retracted: a tombstone stands in its place",
}


def arrival(sides: Sides, entry: Entry) -> Change:
    """That an entry is new, with what it says."""
    kind = entry.folder.removesuffix("s")
    if isinstance(entry, Development):
        words = "new draft, which readers do not see yet" if entry.is_draft else f"new {kind}"
        return Change(Rank.ADDED, f"{words}: {entry.date.words()}", tuple(_of_development(sides, entry)))
    details = tuple(_of_entity(sides.after, entry)) if isinstance(entry, Entity) else ()
    return Change(Rank.ADDED, f"new {kind}", details)


def departure(sides: Sides, entry: Entry) -> Change:
    """That an entry is no more, and where its address leads."""
    successor = sides.successor(entry)
    if successor:
        return Change(Rank.GONE, f"became part of `{successor.id}`, to which its address leads")
    if entry.is_draft:
        return Change(Rank.GONE, "the draft is gone")
    return Change(Rank.GONE, "the entry is gone")


def passage(old: Entry, new: Entry) -> Iterator[Change]:
    """A new id, old ids that are kept, another state."""
    if old.id != new.id:
        words = "its old address leads on" if old.id in new.aliases else "and its old address leads nowhere"
        yield Change(Rank.STATE, f"renamed: it was `{old.id}`; {words}")
    for alias in new.aliases:
        if alias not in (*old.aliases, old.id):
            yield Change(Rank.STATE, f"the address of `{alias}` leads here now")
    if isinstance(old, Development) and isinstance(new, Development) and old.state != new.state:
        rank = Rank.GONE if new.state == "retracted" else Rank.STATE
        yield Change(rank, f"{_STATES[new.state]}; it was {_STATES[old.state].partition(',')[0].partition(':')[0]}")


def _of_development(sides: Sides, entry: Development) -> Iterator[Detail]:
    facts = content(entry, sides.name)
    yield Detail("", entry.summary)
    for claim in entry.claims.values():
        status = "" if entry.is_draft else f" ({claims.status(sides.after, claim)})"
        yield Detail("+", f"claim `{claim.id}`: {claim.text}{status}")
    for said in facts.get("statements", []):
        yield Detail("+", f"statement: {statements.line(sides.after, entry, said)}")
    for said in facts.get("quotations", []):
        yield Detail("+", f"quotation: {statements.line(sides.after, entry, said)}")
    for number, id_ in enumerate(entry.sources):
        change = sources.added(sides, entry, id_, list(entry.sources)[:number])
        yield Detail("+", f"{change.words}; {change.details[-1].words}".replace(" added:", ":", 1))
    for relation in entry.relations:
        yield Detail("+", f"{RELATIONS[relation.type][0].lower()} `{relation.to}`")


def _of_entity(side: Corpus, entity: Entity) -> Iterator[Detail]:
    yield Detail("", entity.description)
    if isinstance(entity, Actor | Publisher):
        voice = side.voices.voice(entity.id)
        of = "its own word" if voice == entity.id else f"the word of {side.name(voice)}"
        yield Detail("", f"{entity.kind}; what it says is {of}")
    if isinstance(entity, Publisher):
        yield Detail("", f"grade {entity.reliability.grade}: {entity.reliability.reason}")
