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


def check(corpus: Corpus) -> Iterator[Finding]:
    """Brackets that were meant to link or to cite."""
    for entry in corpus.entries:
        for where, text in _prose(entry):
            read = prose.REFERENCE.sub(lambda match: "." * len(match[0]), text or "")
            yield from _findings(entry, where, text or "", read, _IN_PROSE)
        for where, text in _plain(entry):
            yield from _findings(entry, where, text or "", text or "", _IN_PLAIN_TEXT)


def _findings(entry: Entry, where: Where, text: str, unread: str, help_: str) -> Iterator[Finding]:
    for match in _OPENED.finditer(unread):
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


def _prose(entry: Entry) -> Iterator[tuple[Where, str | None]]:
    if isinstance(entry, Development):
        yield from ((("text",), entry.text), (("assessment",), entry.assessment))
    if isinstance(entry, Entity):
        yield ("description",), entry.description


def _plain(entry: Entry) -> Iterator[tuple[Where, str | None]]:
    for number, revision in enumerate(entry.revisions):
        yield ("revisions", number, "what"), revision.what
    if not isinstance(entry, Development):
        return
    yield from ((("title",), entry.title), (("summary",), entry.summary))
    for id_, claim in entry.claims.items():
        yield ("claims", id_, "text"), claim.text
        if claim.credibility:
            yield ("claims", id_, "credibility", "reason"), claim.credibility.reason
    for kind, group in (("statements", entry.statements), ("quotations", entry.quotations)):
        yield from (((kind, number, "note"), words.note) for number, words in enumerate(group))
    for number, relation in enumerate(entry.relations):
        yield ("relations", number, "note"), relation.note
