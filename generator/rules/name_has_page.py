"""A name in words is for whoever has no page: a page that exists is named by its id, and lists what names it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.corpus.names import by_name, key
from generator.diagnostics import Finding, Severity
from generator.model import Development, Entity, Where


def check(corpus: Corpus) -> Iterator[Finding]:
    """Outlets, speakers and translators in words that are the name of an outlet or an actor with a page."""
    actors = by_name(corpus.actors.values())
    for id_, declared in corpus.sources.items():
        name = declared.source.publisher
        if name not in corpus.publishers and (outlet := corpus.outlets.get(key(name))):
            yield _finding(declared.entry, ("sources", id_, "publisher"), name, outlet, f"write `{outlet.id}`")
    for entry, where, words in corpus.said:
        speaker, translator = words.speaker, words.translator
        if speaker and speaker not in corpus.actors and (actor := actors.get(key(speaker))):
            yield _finding(entry, (*where, "speaker"), speaker, actor, f"write `{actor.id}`")
        if translator and translator != "editors" and (outlet := corpus.outlets.get(key(translator))):
            help_ = "write the id of its source that translates this"
            yield _finding(entry, (*where, "translator"), translator, outlet, help_)


def _finding(entry: Development, where: Where, name: str, bearer: Entity, help_: str) -> Finding:
    message = f"`{name}` has a page: `{bearer.id}`"
    return Finding("name-has-page", message, entry.path, where, help_, severity=Severity.WARNING)
