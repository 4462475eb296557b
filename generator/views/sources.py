"""Sources as a reference list shows them: who published what, when, whom it repeats, how far it can be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import words
from generator.model import Grade, Source, Words
from generator.site import Citations, Link, Site


@dataclass(frozen=True, slots=True)
class SourceView:
    """One item of a reference list; `repeats` names whom it repeats, step by step, and is empty at first hand."""

    id: str
    number: int
    source: Source
    href: str
    publisher: Link
    repeats: list[Link]
    language: str
    published: str
    accessed: str
    grade: str
    grade_words: str
    grade_reason: str


def cited(site: Site, citations: Citations) -> list[SourceView]:
    """The reference list of a page."""
    return [view(site, id_, number) for id_, number in citations.numbers.items() if id_ in site.corpus.sources]


def view(site: Site, id_: str, number: int) -> SourceView:
    """A source with its number in a list."""
    declared = site.corpus.sources[id_]
    source = declared.source
    grade = _grade(site, source)
    letter = grade.grade if grade else "F"
    return SourceView(
        id=id_,
        number=number,
        source=source,
        href=source.url.replace("[", "%5B").replace("]", "%5D"),
        publisher=site.publisher(source),
        repeats=list(_repeated(site, source)),
        language=language(site, id_),
        published=source.published.words() if source.published else "no date seen",
        accessed=(source.accessed or declared.entry.added).words(),
        grade=letter,
        grade_words=words.RELIABILITY[letter],
        grade_reason=source.reliability.reason if source.reliability else "",
    )


def usual_day(views: Sequence[SourceView]) -> str:
    """The day on which most of them were read: a list says it once, and at a source only where that differs."""
    return Counter(view.accessed for view in views).most_common(1)[0][0] if views else ""


def language(site: Site, id_: str) -> str:
    """The language of a source: its own, or its publisher's, or English, which a rule has found wanting."""
    return site.corpus.language(id_) or "en"


def quote_language(site: Site, said: Words) -> str:
    """The language of a quote: its own, or its first source's."""
    return said.language or language(site, said.source[0])


def translator(site: Site, said: Words) -> str:
    """Who translated a quote, in words."""
    if said.translator == "editors":
        return "our translation"
    declared = site.corpus.sources.get(said.translator or "")
    name = site.publisher(declared.source).words if declared else said.translator
    return f"translation: {name}" if name else "translator not known"


def _grade(site: Site, source: Source) -> Grade | None:
    publisher = site.corpus.publishers.get(source.publisher)
    return source.reliability or (publisher.reliability if publisher else None)


def _repeated(site: Site, source: Source) -> Iterator[Link]:
    """Whom a source repeats, and whom that one does in turn; an outlet's other version of its own text is no step.

    Circles, which a rule reports, end where they close.
    """
    seen = {source.id}
    while source.origin and source.origin not in seen:
        seen.add(source.origin)
        declared = site.corpus.sources.get(source.origin)
        origin = declared.source.publisher if declared else source.origin
        if site.corpus.voices.voice(origin) != site.corpus.voices.voice(source.publisher):
            yield site.link(origin, short=True)
        if not declared:
            return
        source = declared.source
