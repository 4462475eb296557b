"""What a development is linked with: arcs to what is nearest; in words, the rest and the texts that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator import words
from generator.charts import arcs
from generator.model import Development
from generator.prose import references
from generator.render import mark_hangul
from generator.site import Site, unique
from generator.views import events

# Fewer links need no drawing.
LEAST = 3
# Kinds of relation that lead from what came later to what was before.
DIRECTED = ("responds-to", "implements", "supersedes", "appeals")
# No link: it says that two are not one thing, and is told in words alone.
DISTINCT = "distinct-from"
# So many texts that name an entry are quoted; of the others the titles stand in a list that is closed at first.
QUOTED = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation seen from one of its ends, or a link in the text."""

    other: Development
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a development: drawn ones, further relations by kind, texts that name it and those not quoted."""

    drawing: Markup
    relations: list[tuple[str, list[events.Event]]]
    naming: list[events.Event]

    def __bool__(self) -> bool:
        return bool(self.drawing or self.relations or self.naming)

    @property
    def quoted(self) -> list[events.Event]:
        """The texts of which the sentences are shown."""
        return self.naming[:QUOTED]

    @property
    def further(self) -> list[events.Event]:
        """The texts of which the titles must do."""
        return self.naming[QUOTED:]


def linked(site: Site, entry: Development, path: str) -> Linked:
    """What an entry is linked with, for its page at `path`."""
    ties = list(_relations(site, entry))
    links = [tie for tie in ties if tie.kind != words.RELATIONS[DISTINCT][0]]
    near = [*links, *_named(site, entry, ties)][: arcs.MOST]
    drawn = near if len(near) >= LEAST else []
    left = [tie for tie in ties if tie not in drawn]
    grouped = [(kind, [_event(site, tie) for tie in group]) for kind, group in groupby(left, key=lambda tie: tie.kind)]
    return Linked(_drawing(site, entry, drawn, path), grouped, _naming(site, entry, ties))


def _relations(site: Site, entry: Development) -> Iterator[Tie]:
    """Relations both ways, in the order of their kinds, then of time; also to what was retracted, and not from it."""
    there = [(relation, _reachable(site, relation.to)) for relation in entry.relations]
    here = site.corpus.answers.get(entry.id, [])
    for kind, (label, inverse) in words.RELATIONS.items():
        outward = [(other, relation.note) for relation, other in there if other and relation.type == kind]
        inward = [(other, relation.note) for other, relation in here if relation.type == kind]
        if label == inverse:
            known = {other.id for other, _ in outward}
            outward, inward = outward + [pair for pair in inward if pair[0].id not in known], []
        for name, pairs in ((label, outward), (inverse, inward)):
            pairs.sort(key=lambda pair: pair[0].order)
            yield from (Tie(other, name, note or "") for other, note in pairs)


def _reachable(site: Site, id_: str) -> Development | None:
    found = site.corpus.developments.get(id_)
    return found if found and site.corpus.is_reachable(found) else None


def _named(site: Site, entry: Development, ties: Sequence[Tie]) -> Iterator[Tie]:
    """What the text of an entry names, apart from what relates to it."""
    known = {entry.id, *(tie.other.id for tie in ties)}
    named = unique(reference.target.partition("#")[0] for reference in references(entry.text or ""))
    yield from (Tie(site.corpus.shown[id_], "Names") for id_ in named if id_ in site.corpus.shown and id_ not in known)


def _event(site: Site, tie: Tie) -> events.Event:
    return events.event(site, tie.other, [tie.note] if tie.note else [])


def _naming(site: Site, entry: Development, ties: Sequence[Tie]) -> list[events.Event]:
    """The developments whose text names this one or a claim of it, in order, each with the sentences.

    Those that relate to it stand among the relations; those that speak to its claims, beside these.
    """
    known = {entry.id, *(tie.other.id for tie in ties)}
    found: dict[str, list[str]] = {}
    for target in (entry.id, *(claim.reference for claim in entry.claims.values())):
        for mention in site.corpus.mentions.get(target, ()):
            if mention.use.how == "link" and mention.entry.id in site.corpus.shown and mention.entry.id not in known:
                found.setdefault(mention.entry.id, []).append(events.reason(site, mention))
    others = sorted((site.corpus.shown[id_] for id_ in found), key=lambda other: other.order)
    return [events.event(site, other, unique(found[other.id])) for other in others]


def _drawing(site: Site, entry: Development, drawn: Sequence[Tie], path: str) -> Markup:
    if not drawn:
        return Markup()
    nodes = [_node(site, tie.other, _kind(tie)) for tie in drawn]
    return arcs.draw(_node(site, entry, ""), nodes, _arcs(entry, [tie.other for tie in drawn]), path)


def _kind(tie: Tie) -> str:
    told = f"{tie.kind}: {tie.note}" if tie.note else tie.kind
    return f"{told} (retracted)" if tie.other.state == "retracted" else told


def _node(site: Site, entry: Development, kind: str) -> arcs.Node:
    date, title = words.brief(entry.date.words()), mark_hangul(entry.title)
    return arcs.Node(
        entry.id, entry.date.anchor, entry.date.latest, date, title, site.address(entry), mark_hangul(kind)
    )


def _arcs(entry: Development, others: Sequence[Development]) -> Iterator[arcs.Arc]:
    """The links of the entry, and the relations among the others, but for those that were retracted."""
    yield from (arcs.Arc(entry.id, other.id, is_mutual=True) for other in others)
    for one in (one for one in (entry, *others) if one.state != "retracted"):
        for relation in one.relations:
            if relation.type != DISTINCT:
                yield arcs.Arc(one.id, relation.to, is_mutual=relation.type not in DIRECTED)
