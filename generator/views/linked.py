"""What a development is linked with, in words: relations both ways, and the texts that name it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import words
from generator.model import Development
from generator.site import Site, unique
from generator.views import events

# So many texts that name an entry are quoted; of the others the titles stand in a list that is closed at first.
QUOTED = 12


def relations(site: Site, entry: Development) -> Iterator[tuple[str, list[events.Event]]]:
    """Relations both ways, each kind under its own heading, in the order of the kinds."""
    there = [(relation, site.corpus.shown.get(relation.to)) for relation in entry.relations]
    here = site.corpus.answers.get(entry.id, [])
    for kind, (label, inverse) in words.RELATIONS.items():
        outward = [(other, relation.note) for relation, other in there if other and relation.type == kind]
        inward = [(other, relation.note) for other, relation in here if relation.type == kind]
        if label == inverse:
            known = {other.id for other, _ in outward}
            outward, inward = outward + [pair for pair in inward if pair[0].id not in known], []
        for heading, pairs in ((label, outward), (inverse, inward)):
            if pairs:
                pairs.sort(key=lambda pair: pair[0].order)
                yield heading, [events.event(site, other, [note] if note else []) for other, note in pairs]


def naming(site: Site, entry: Development) -> list[events.Event]:
    """The developments whose text names this one or a claim of it, in order, each with the sentences.

    Those that relate to it stand among the relations; those that speak to its claims, beside these.
    """
    grouped: dict[str, list[str]] = {}
    for target in (entry.id, *(claim.reference for claim in entry.claims.values())):
        for mention in site.corpus.mentions.get(target, ()):
            if mention.use.how == "link":
                grouped.setdefault(mention.entry.id, []).append(events.reason(site, mention))
    related = {entry.id} | {relation.to for relation in entry.relations}
    related |= {other.id for other, _ in site.corpus.answers.get(entry.id, ())}
    found = [site.corpus.shown[id_] for id_ in grouped if id_ in site.corpus.shown and id_ not in related]
    return [events.event(site, other, unique(grouped[other.id])) for other in sorted(found, key=lambda e: e.order)]
