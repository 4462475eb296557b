"""Every place where an entry names something else: read once, for the rules and for the links back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import prose
from generator.model import Actor, Development, Entity, Entry, Publisher, Source, Theme, Words, is_id
from generator.model.named import Place

Path = tuple[str | int, ...]

ACTOR = frozenset({"actors"})
VOICE = frozenset({"actors", "publishers"})
ORIGIN = frozenset({"actors", "publishers", "sources"})
SOURCE = frozenset({"sources"})
CLAIM = frozenset({"claims"})
ANY = frozenset({"developments", "actors", "places", "themes", "publishers"})


class Use(NamedTuple):
    """One naming of `target`, which must be of one of the `kinds`; a target `entry#claim` names a claim.

    `how` says in what part of the entry it stands; `where`, `needle` and `occurrence` place it; of a link in prose,
    `prose` is the whole text and `offset` its place there.
    """

    target: str
    kinds: frozenset[str]
    how: str
    where: Path
    needle: str = ""
    occurrence: int = 0
    prose: str = ""
    offset: int = 0

    @property
    def sentence(self) -> str:
        """The sentence in which a link stands; empty for whatever is no link in prose."""
        return prose.sentence_around(self.prose, self.offset) if self.prose else ""


def uses(entry: Entry) -> Iterator[Use]:
    """All namings of an entry, in the order of its fields."""
    if isinstance(entry, Development):
        yield from _of_development(entry)
    elif isinstance(entry, Entity):
        yield from _of_entity(entry)


def _of_development(entry: Development) -> Iterator[Use]:
    for how, kind, ids in (
        ("theme", "themes", entry.themes),
        ("place", "places", entry.places),
        ("actor", "actors", entry.actors),
    ):
        yield from (Use(id_, frozenset({kind}), how, (kind, n)) for n, id_ in enumerate(ids))
    for key, source in entry.sources.items():
        yield from _of_source(source, ("sources", key))
    for key, claim in entry.claims.items():
        yield from (Use(id_, ACTOR, "about", ("claims", key, "about", n)) for n, id_ in enumerate(claim.about))
    for number, statement in enumerate(entry.statements):
        where: Path = ("statements", number)
        yield from _of_claims(entry, statement.claim, where)
        if statement.based_on:
            yield Use(statement.based_on, ORIGIN, "based-on", (*where, "based-on"))
        yield from _of_words(statement, where)
    for number, quotation in enumerate(entry.quotations):
        yield from _of_words(quotation, ("quotations", number))
    for number, relation in enumerate(entry.relations):
        yield Use(relation.to, frozenset({"developments"}), "relation", ("relations", number, "to"))
    yield from _of_prose(entry.text, "text")
    yield from _of_prose(entry.assessment, "assessment")


def _of_source(source: Source, where: Path) -> Iterator[Use]:
    if is_id(source.publisher):
        yield Use(source.publisher, frozenset({"publishers"}), "publisher", (*where, "publisher"))
    if source.origin:
        yield Use(source.origin, ORIGIN, "origin", (*where, "origin"))


def _of_claims(entry: Development, claims: tuple[str, ...], where: Path) -> Iterator[Use]:
    for number, reference in enumerate(claims):
        target = reference if "#" in reference else f"{entry.id}#{reference}"
        yield Use(target, CLAIM, "claim", (*where, "claim", number))


def _of_words(words: Words, where: Path) -> Iterator[Use]:
    yield from (Use(id_, VOICE, "by", (*where, "by", n)) for n, id_ in enumerate(words.by))
    yield from (Use(id_, SOURCE, "source", (*where, "source", n)) for n, id_ in enumerate(words.source))
    if words.speaker and is_id(words.speaker):
        yield Use(words.speaker, ACTOR, "speaker", (*where, "speaker"))
    if words.translator and words.translator != "editors" and is_id(words.translator):
        yield Use(words.translator, SOURCE, "source", (*where, "translator"))


def _of_entity(entity: Entity) -> Iterator[Use]:
    if isinstance(entity, Actor | Publisher) and entity.speaks_for:
        yield Use(entity.speaks_for, VOICE, "speaks-for", ("speaks-for",))
    if isinstance(entity, Actor) and entity.part_of:
        yield Use(entity.part_of, ACTOR, "part-of", ("part-of",))
    if isinstance(entity, Place) and entity.part_of:
        yield Use(entity.part_of, frozenset({"places"}), "part-of", ("part-of",))
    if isinstance(entity, Theme) and entity.broader:
        yield Use(entity.broader, frozenset({"themes"}), "broader", ("broader",))
    yield from _of_prose(entity.description, "description")


def _of_prose(text: str | None, field: str) -> Iterator[Use]:
    text = text or ""
    for reference in prose.references(text):
        written = reference.written
        occurrence = text.count(written, 0, reference.start)
        if reference.is_citation:
            yield Use(reference.target, SOURCE, "citation", (field,), written, occurrence)
        else:
            kinds = CLAIM if "#" in reference.target else ANY
            yield Use(reference.target, kinds, "link", (field,), written, occurrence, text, reference.start)
