"""Where entries depart from what is known of their sources, or leave something out: each in a line of words.

What was added, or read, after the day of the research is not measured by it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from generator.corpus import Corpus
from generator.corpus.collection import DeclaredSource
from generator.model import Development, Source
from tests.facts.make import Facts

# The day of the research, and of the first version.
DAY = datetime.date(2026, 11, 24)
CITED = {"source", "citation"}
LINKED = {"relation", "link"}


def language(corpus: Corpus, source: Source) -> str:
    """The language of a source: its own, or its publisher's; English for a publisher in words."""
    publisher = corpus.publishers.get(source.publisher)
    return source.language or (publisher.language if publisher else "en")


def cited(corpus: Corpus) -> dict[str, Source]:
    """The sources that something readable cites: a statement, a quotation or a text."""
    mentions = corpus.mentions
    used = (id_ for id_ in corpus.sources if any(one.use.how in CITED for one in mentions.get(id_, ())))
    return {id_: corpus.sources[id_].source for id_ in used}


def _is_newer(found: Development | DeclaredSource) -> bool:
    day = found.added if isinstance(found, Development) else found.source.accessed or found.entry.added
    return day.latest > DAY


def of_sources(corpus: Corpus, known: Mapping[str, Facts]) -> Iterator[str]:
    """Sources whose address is unknown, or whose title, day or language is another; and those that are to stay out."""
    for id_, declared in corpus.sources.items():
        facts = known.get(declared.source.url)
        if facts:
            yield from (f"{id_}: {what}" for what in _of_source(corpus, declared.source, facts))
        elif not _is_newer(declared):
            yield f"{id_}: address unknown to the research; if it was read later, `accessed` says when"


def _of_source(corpus: Corpus, source: Source, facts: Facts) -> Iterator[str]:
    published = source.published.text if source.published else None
    told = {"title": source.title, "published": published, "language": language(corpus, source)}
    wanted = {"title": facts["title"], "published": facts["published"], "language": facts["language"]}
    yield from (f"{name} is {told[name]!r}, not {wanted[name]!r}" for name in told if told[name] != wanted[name])
    if facts["status"] == "not re-found" or facts["tier"] == "out":
        yield "to be kept out"


def of_addresses(corpus: Corpus) -> Iterator[str]:
    """Addresses that two sources share."""
    seen: dict[str, str] = {}
    for id_, declared in corpus.sources.items():
        other = seen.setdefault(declared.source.url, id_)
        if other != id_:
            yield f"{id_}: the address of {other}"


def of_core(corpus: Corpus, known: Mapping[str, Facts], unused: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Core sources that are neither cited nor explained, or both; and explained ones that are no core source."""
    used = {source.url for source in cited(corpus).values()}
    core = {url for url, facts in known.items() if facts["tier"] == "core"}
    yield from (f"{url}: neither used nor explained" for url in sorted(core - used - unused.keys()))
    yield from (f"{url}: explained, but used" for url in sorted(used & unused.keys()))
    yield from (f"{url}: explained, but no core source" for url in sorted(unused.keys() - core))


def of_items(corpus: Corpus, known: Mapping[str, Facts], items: Mapping[str, list[str]]) -> Iterator[str]:
    """Items without a development that cites a source of theirs, and developments without an item or unknown."""
    for item, ids in items.items():
        yield from (f"{item}: there is no development {id_}" for id_ in ids if id_ not in corpus.developments)
        if not any(item in _items_cited(corpus, known, id_) for id_ in ids):
            yield f"{item}: no development cites a source of it"
    mapped = {id_ for ids in items.values() for id_ in ids}
    rest = (entry for entry in corpus.developments.values() if entry.id not in mapped and not _is_newer(entry))
    yield from (f"{entry.id}: belongs to no item" for entry in rest)
    wanted = {item for facts in known.values() for item in facts["items"]}
    yield from (f"{item}: not covered" for item in sorted(wanted - items.keys()))


def _items_cited(corpus: Corpus, known: Mapping[str, Facts], id_: str) -> set[str]:
    entry = corpus.developments.get(id_)
    uses = corpus.uses[entry.path] if entry else ()
    urls = {corpus.sources[use.target].source.url for use in uses if use.how in CITED and use.target in corpus.sources}
    return {item for url in urls if url in known for item in known[url]["items"]}


def of_links(corpus: Corpus) -> Iterator[str]:
    """Developments that neither relate nor link to another."""
    for entry in corpus.developments.values():
        if not _linked(corpus, entry):
            yield f"{entry.id}: leads to no other development"


def _linked(corpus: Corpus, entry: Development) -> set[str]:
    targets = {use.target.partition("#")[0] for use in corpus.uses[entry.path] if use.how in LINKED}
    return targets & (corpus.developments.keys() - {entry.id})


def of_scheduled(corpus: Corpus, scheduled: list[Any]) -> Iterator[str]:
    """Announced things whose entries are unknown or out of order, and scheduled entries that are no announced thing."""
    for thing in scheduled:
        told = [thing["said-in"], *thing["then"], *([thing["entry"]] if "entry" in thing else [])]
        missing = [id_ for id_ in told if id_ not in corpus.developments]
        yield from (f"{thing['what']}: there is no development {id_}" for id_ in missing)
        if not missing:
            said = corpus.developments[thing["said-in"]].date.earliest
            before = (id_ for id_ in thing["then"] if corpus.developments[id_].date.latest < said)
            yield from (f"{thing['what']}: {id_} came before" for id_ in before)
    entries = {thing["entry"] for thing in scheduled if "entry" in thing}
    due = {entry.id for entry in corpus.developments.values() if entry.occurrence == "scheduled"}
    odd = (id_ for id_ in sorted(entries ^ due) if id_ in entries or not _is_newer(corpus.developments[id_]))
    yield from (f"{id_}: scheduled in one place only" for id_ in odd)
