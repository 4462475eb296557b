"""A link or citation that is not written as one, or not in prose, would stand on the page as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import prose
from generator.corpus import Corpus
from generator.diagnostics import Finding, Severity
from generator.model import Development, Entity, Entry, Where

_OPENED = re.compile(r"\[\[|\[@")
_IN_PROSE = "write `[[id]]`, `[[id|words]]` or `[@source]`, without blanks and with nothing else in it"
_IN_PLAIN_TEXT = "write the name in words: links and citations stand in `text`, `assessment` and `description`"
_IN_QUOTE = "leave it out, unless it is quoted: links and citations stand in `text`, `assessment` and `description`"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Brackets that were meant to link or to cite."""
    for entry in corpus.entries:
        if _has_more(corpus, entry):
            yield from _of_entry(corpus, entry)


def _has_more(corpus: Corpus, entry: Entry) -> bool:
    """Whether more references are opened in a file than were read: as a rule all were, and that is soon told."""
    text = corpus.loaded.texts[entry.path]
    read = sum(bool(use.needle) for use in corpus.uses[entry.path])
    return not text or text.count("[[") + text.count("[@") > read


def _of_entry(corpus: Corpus, entry: Entry) -> Iterator[Finding]:
    for where, text in _prose(entry):
        read = prose.REFERENCE.sub(lambda match: "." * len(match[0]), text or "")
        yield from _findings(entry, where, text or "", _OPENED.finditer(read), _IN_PROSE)
    for where, text in _plain(entry):
        yield from _findings(entry, where, text or "", _OPENED.finditer(text or ""), _IN_PLAIN_TEXT)
    for where, text in _quoted(entry):
        yield from _findings(entry, where, text or "", _meant(corpus, text or ""), _IN_QUOTE)


def _findings(entry: Entry, where: Where, text: str, found: Iterator[re.Match[str]], help_: str) -> Iterator[Finding]:
    for match in found:
        yield Finding(
            "malformed-reference",
            "this is shown as it is written, not as a link or citation",
            entry.path,
            where,
            help_,
            severity=Severity.WARNING,
            needle=match[0],
            occurrence=text.count(match[0], 0, match.start()),
        )


def _meant(corpus: Corpus, text: str) -> Iterator[re.Match[str]]:
    """Those brackets in words of others that name something here: any other may stand in the original."""
    for match in prose.REFERENCE.finditer(text):
        reference = prose.reference_in(match)
        home = reference.target.partition("#")[0]
        if home in (corpus.sources if reference.is_citation else corpus.by_id):
            yield match


def _prose(entry: Entry) -> Iterator[tuple[Where, str | None]]:
    if isinstance(entry, Development):
        yield from ((("text",), entry.text), (("assessment",), entry.assessment))
    if isinstance(entry, Entity):
        yield ("description",), entry.description


def _plain(entry: Entry) -> Iterator[tuple[Where, str | None]]:
    for number, revision in enumerate(entry.revisions):
        yield ("revisions", number, "what"), revision.what
    if isinstance(entry, Entity):
        yield from ((("name",), entry.name), (("short",), entry.short))
        yield from ((("also-known-as", number), name) for number, name in enumerate(entry.also_known_as))
    if not isinstance(entry, Development):
        return
    yield from ((("title",), entry.title), (("summary",), entry.summary))
    for id_, claim in entry.claims.items():
        yield from ((("claims", id_, "text"), claim.text), (("claims", id_, "unit"), claim.unit))
        if claim.credibility:
            yield ("claims", id_, "credibility", "reason"), claim.credibility.reason
    for kind, group in (("statements", entry.statements), ("quotations", entry.quotations)):
        for number, words in enumerate(group):
            for field in ("speaker", "unnamed", "note"):
                yield (kind, number, field), getattr(words, field)
    for number, relation in enumerate(entry.relations):
        yield ("relations", number, "note"), relation.note


def _quoted(entry: Entry) -> Iterator[tuple[Where, str | None]]:
    """Words of others, and ours for them."""
    if not isinstance(entry, Development):
        return
    for id_, source in entry.sources.items():
        yield ("sources", id_, "title"), source.title
        yield ("sources", id_, "title-translation"), source.title_translation
    for kind, group in (("statements", entry.statements), ("quotations", entry.quotations)):
        for number, words in enumerate(group):
            yield from (((kind, number, "quote"), words.quote), ((kind, number, "translation"), words.translation))
