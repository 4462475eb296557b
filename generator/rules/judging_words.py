"""Titles, summaries and claims judge nothing: a few words that do are looked for, whatever the entry is about.

Context, in `text`, is left to those who read it; the editors' own judgement has its place in `assessment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import prose
from generator.corpus import Corpus
from generator.diagnostics import Finding, Severity
from generator.model import Development, Where


@dataclass(frozen=True, slots=True)
class Judging:
    """Words of one kind, separated by commas, with what is wrong with them and what to write instead."""

    words: str
    why: str
    instead: str


# The list, which contributors read on the page of this fault. A word is here if it is hardly ever needed.
LIST = (
    Judging(
        "allegedly, reportedly, supposedly, purportedly, apparently, presumably",
        "hedges without naming who says so",
        "name who says so: “the ministry said that …”",
    ),
    Judging(
        "so-called, self-styled, self-proclaimed, alleged",
        "doubts a name or a deed in nobody's name",
        "say who doubts it, or leave the word out",
    ),
    Judging(
        "regime, regimes, puppet, puppets, propaganda, provocation, provocations, provocative",
        "is what one side calls the other",
        "name the state, the body or the deed, or say who calls it so",
    ),
    Judging(
        "infamous, notorious, brutal, brutally, barbaric, heinous, horrific, outrageous, shocking, blatant, blatantly, "
        "shameful",
        "tells readers what to feel",
        "say what was done, and leave the word out",
    ),
    Judging(
        "massive, massively, huge, enormous, dramatic, dramatically",
        "says that something is large, and not how large",
        "give the figure of a source, or leave the word out",
    ),
    Judging(
        "clearly, obviously, undoubtedly, undeniably, of course, surprisingly, unsurprisingly, predictably, finally",
        "says that something was to be expected, or is beyond doubt",
        "leave it out",
    ),
)
_KINDS = {word: kind for kind in LIST for word in kind.words.split(", ")}
_WORD = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, _KINDS))})(?![\w-])", re.IGNORECASE)
# By one of these a text is told that it may hold a listed word, in a small part of the time that the pattern takes.
_SIGNS = ("", ",", ".", ";", ":", "!", "?", ")", "'s", "’s")
_MARKS = frozenset(word.rpartition(" ")[2] + sign for word in _KINDS for sign in _SIGNS)
# What is called so by somebody is no word of the site's: `Seoul calls it a provocation`, `KCNA: …`.
_SAID = re.compile(
    r"\b(according to|accus|announc|answer|argu|ask|brand|call|condemn|declar|den(y|ie)|describ|hold|label|nam|quot|"
    r"reject|report(s|ed)?\b|said|say|spe(a)?k|spoke|tell|term|told|warn|writ|wrot)|:"
)
# A regime may be a set of rules.
_RULES = re.compile(r"(armistice|control|inspection|legal|non-?proliferation|sanctions|tax|verification|visa) $", re.I)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Listed words that are neither quoted nor said by somebody whom the sentence names before them."""
    for entry in corpus.developments.values():
        words = " ".join((entry.title, entry.summary, *(claim.text for claim in entry.claims.values())))
        if not _MARKS.isdisjoint(words.lower().split()):
            for where, text in _texts(entry):
                yield from _findings(entry, where, text)


def _texts(entry: Development) -> Iterator[tuple[Where, str]]:
    yield ("title",), entry.title
    yield ("summary",), entry.summary
    for id_, claim in entry.claims.items():
        yield ("claims", id_, "text"), claim.text


def _findings(entry: Development, where: Where, text: str) -> Iterator[Finding]:
    for match in _WORD.finditer(prose.unquoted(text)):
        before = text[: match.start()]
        sentence = re.split(r"[.!?;]\s+", before)[-1]
        is_name = bool(sentence) and match[0][0].isupper()
        if is_name or _SAID.search(sentence) or _RULES.search(sentence):
            continue
        kind = _KINDS[match[0].lower()]
        yield Finding(
            "judging-words",
            f"`{match[0]}` {kind.why}",
            entry.path,
            where,
            kind.instead,
            severity=Severity.WARNING,
            needle=match[0],
            occurrence=text.count(match[0], 0, match.start()),
        )
