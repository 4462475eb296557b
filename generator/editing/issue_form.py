"""What readers report by the forms in `.github/ISSUE_TEMPLATE/`: a draft of what is new, a note on what is wrong.

A form arrives as Markdown: `### Label`, then the answer. Nothing in it is trusted: the reporter's words become
comments, and only a headline, a date and web addresses, each checked, become fields of a draft.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.corpus import Corpus
from generator.corpus.similar import declared
from generator.dates import DateError, parse_date
from generator.editing.scaffold import faults
from generator.editing.scaffold.development import Cited, Scaffold, Wanted, proposed_id, scaffold
from generator.editing.scaffold.ids import entry_id, taken_ids
from generator.editing.scaffold.lines import clean, comment, quoted
from generator.model import Entry
from generator.model.remedies import date_meant
from generator.rules.still_to_write import TO_WRITE

# The fields of both forms, by their ids, with their labels, in the order in which they are asked.
DEVELOPMENT = {
    "headline": "What happened, in one line",
    "date": "When it happened",
    "sources": "Where it can be read",
    "known": "What is known",
}
CORRECTION = {
    "entry": "Which page",
    "wrong": "What is wrong",
    "right": "What would be right",
    "sources": "Where that can be read",
}
_NO_ANSWER = "_No response_"
# GitHub takes no longer text.
_LONGEST = 65_536
_SOURCES = 20
_TITLE_LENGTH = 140
_URL_LENGTH = 2_000
_URL = re.compile(r"https?://[^\s<>\"\\^`{|}\[\]]+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PRECISIONS = (len("2024-10-18"), len("2024-10"), len("2024"))
# In a title, a link or a citation is no more than its letters.
_MARKUP = re.compile(r"\[\[|\]\]|\[@")


def answers(text: str, form: Mapping[str, str]) -> dict[str, str]:
    """The answers in the text of a form, by the ids of its fields; none where the text is not of that form.

    A heading within an answer is part of it, unless it is the label of a field that is still to come.
    """
    found: dict[str, list[str]] = {}
    ahead = list(form)
    for line in re.split("\r\n?|\n", text[:_LONGEST]):
        field = next((field for field in ahead if line.strip() == f"### {form[field]}"), "")
        if field:
            ahead = ahead[ahead.index(field) + 1 :]
            found[field] = []
        elif found:
            found[list(found)[-1]].append(line)
    joined = {field: "\n".join(answer).strip() for field, answer in found.items()}
    return {field: "" if answer == _NO_ANSWER else answer for field, answer in joined.items()}


def draft(corpus: Corpus, told: Mapping[str, str], day: datetime.date) -> Scaffold:
    """A draft of what the answers to the form tell; `day` is the day on which it is added."""
    typed = clean(told.get("date", ""))
    date = _date(typed, day)
    remarks = [*comment("The report, in the words of whoever sent it. Nothing of it is checked; delete it when done.")]
    if date not in (typed, date_meant(typed)):
        remarks += comment("Its date was not understood as a whole: the one above is no more than a guess.")
    for field, label in DEVELOPMENT.items():
        remarks += [*comment(f"{label}:"), *quoted(told.get(field, "") or "no answer")]
    wanted = Wanted(_title(told.get("headline", "")), date, remarks=tuple(remarks))
    urls = _urls(f"{told.get('sources', '')}\n{told.get('known', '')}")
    cited = [Cited(url) for url in urls if not faults.of_development(corpus, replace(wanted, sources=(Cited(url),)))]
    id_ = "" if proposed_id(corpus, wanted) else entry_id(f"reported {date}", taken_ids(corpus))
    return scaffold(corpus, replace(wanted, id=id_, sources=tuple(cited[:_SOURCES])), day)


def reported_entry(corpus: Corpus, told: Mapping[str, str]) -> Entry | None:
    """The entry that is to be corrected, by its id, an old one, or the address of one of its pages."""
    typed = clean(told.get("entry", ""))
    for part in reversed(re.split(r"[/\s]+", typed.partition("#")[0].partition("?")[0])):
        for name in (part.partition(".")[0], *part.split(".")[:2]):
            if entry := corpus.by_id.get(name) or corpus.aliases.get(name):
                return entry
    return None


def note(corpus: Corpus, told: Mapping[str, str], entry: Entry | None, day: datetime.date) -> Iterator[str]:
    """What is to be corrected, in lines for whoever does it; `entry` is where, if that is known."""
    yield f"{entry.path} is said to be wrong" if entry else "no such entry is known; perhaps its address tells"
    for field, label in CORRECTION.items():
        if told.get(field):
            yield f"{label}:"
            yield from (line.removeprefix("#").lstrip() for line in quoted(told[field]))
    for url, source in declared(corpus, _urls(told.get("sources", ""))).items():
        yield f"already there: {url} is the source `{source.source.id}`, declared in `{source.entry.id}`"
    if entry:
        yield "next: look at the sources; if it is so, correct the entry and tell readers of it under `revisions`:"
        yield f"  - {{date: {day.isoformat()}, kind: correction, what: {TO_WRITE}}}"
        yield f"then: make check, make preview ENTRY={entry.id}"


def _title(headline: str) -> str:
    """A headline that is short enough, cut between words where it can be."""
    title = clean(_MARKUP.sub(" ", headline))
    if len(title) > _TITLE_LENGTH:
        title = title[: _TITLE_LENGTH - 1].rpartition(" ")[0] or title[: _TITLE_LENGTH - 1]
        title += "…"
    return title or TO_WRITE


def _date(answer: str, day: datetime.date) -> str:
    """The date that is told, in any way, or the most precise in it; if there is none, some day up to the report's."""
    parts = (found[:length] for length in _PRECISIONS for found in _DATE.findall(answer) if len(found) >= length)
    for text in (answer, date_meant(answer), *parts):
        try:
            return parse_date(text).text
        except DateError:
            continue
    return f"..{day.isoformat()}"


def _urls(answer: str) -> list[str]:
    """The web addresses in an answer, each once, without the punctuation that follows them."""
    found = (match[0] for line in answer.splitlines() for match in _URL.finditer(clean(line)))
    trimmed = (_without_end(url) for url in found)
    return list(dict.fromkeys(url for url in trimmed if len(url) <= _URL_LENGTH))


def _without_end(url: str) -> str:
    url = url.rstrip(".,;:!?*_~'\"”’")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return url
