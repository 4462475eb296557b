"""A sentence stands in one entry: where another needs it, a link leads to it, and a correction reaches it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import prose
from generator.corpus import Corpus
from generator.diagnostics import Also, Finding, Severity
from generator.model import Development

# Numbers and abbreviations have full stops too; what follows these has no capital letter.
_END = re.compile(r"\.\s+(?=[A-Z“\"\[])")
# Shorter ones may well be written twice: `Seoul did not answer.`
LEAST = 60


class _Place(NamedTuple):
    entry: Development
    field: str
    text: str
    written: str


def check(corpus: Corpus) -> Iterator[Finding]:
    """Sentences of text, summary and assessment that another entry has too, whatever they cite."""
    first: dict[str, tuple[Development, str, str, str]] = {}
    for entry in corpus.developments.values():
        for field, text in (("text", entry.text), ("summary", entry.summary), ("assessment", entry.assessment)):
            for sentence, written in _sentences(text) if text else ():
                earlier = first.setdefault(sentence, (entry, field, text or "", written))
                if earlier[0] is not entry and _is_own(place := _Place(entry, field, text or "", written)):
                    yield _finding(place, _Place(*earlier))


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """The longer sentences of a prose, without links, citations and capitals, and each as it is written."""
    for written in _END.split(text):
        if len(written) < LEAST:
            continue
        sentence = _after_citations(written)
        if "[" in sentence:
            sentence = _bare(sentence)
        if len(sentence) >= LEAST:
            yield sentence.replace("\n", " ").strip(" .").lower(), written


def _after_citations(sentence: str) -> str:
    """A sentence without the citations of the one before it."""
    while sentence.startswith("[@"):
        sentence = sentence.partition("]")[2].lstrip()
    return sentence


def _bare(sentence: str) -> str:
    """A sentence without citations, and with links as their words."""
    return prose.REFERENCE.sub(lambda match: match["words"] or match["link"] or "", sentence)


def _is_own(place: _Place) -> bool:
    """Whether enough of a sentence is left without what stands in quotation marks."""
    start = place.text.find(place.written)
    left = prose.unquoted(place.text)[start : start + len(place.written)]
    return len(" ".join(_bare(left).split())) >= LEAST


def _finding(place: _Place, earlier: _Place) -> Finding:
    message = f"this sentence stands in `{earlier.entry.id}` too"
    help_ = f"say it once, and link to it: `[[{earlier.entry.id}]]`"
    there = Also(earlier.entry.path, (earlier.field,), "here too", needle=_after_citations(earlier.written))
    return Finding(
        "same-sentence",
        message,
        place.entry.path,
        (place.field,),
        help_,
        severity=Severity.WARNING,
        needle=_after_citations(place.written),
        also=(there,),
    )
