"""The words and signs by which readers are told of statuses, stances, grades and relations."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.corpus import Assessment, Corpus, Remark, Row, Status
from generator.dates import calendar_month, day
from generator.model import choices


class Label(NamedTuple):
    """A word with its sign, so that nothing is said by colour alone, and what it means."""

    word: str
    sign: str
    meaning: str


STATUSES = {
    Status.CONTESTED: Label("contested", "◐", "some assert it, some deny it"),
    Status.DENIED: Label("denied", "✕", "denied, and asserted by nobody any more"),
    Status.UNSUPPORTED: Label("unsupported", "○", "spoken of, but asserted by nobody any more"),
    Status.ACKNOWLEDGED: Label("acknowledged", "✓", "admitted by whoever it is about, after others had said it"),
    Status.DECLARED: Label("declared", "◇", "said only by those whom it is about"),
    Status.CORROBORATED: Label("corroborated", "◉", "asserted from more than one independent origin"),
    Status.SINGLE_ORIGIN: Label("single origin", "●", "asserted from one origin only"),
    Status.NO_STATEMENT: Label("no statement", "–", "nothing recorded"),
    Status.FIGURES: Label("figures", "#", "a question of how many"),
}
# The order of the ledger: what is disputed comes first.
STATUS_ORDER = tuple(STATUSES)

_STANCE_SIGNS = {"asserts": "●", "denies": "✕", "doubts": "?", "ambiguous": "≈", "silent": "…"}
STANCES = {stance: Label(stance, _STANCE_SIGNS[stance], meaning) for stance, meaning in choices.STANCES.items()}
RELIABILITY = choices.RELIABILITY
CREDIBILITY = choices.CREDIBILITY
RELATIONS = {
    "responds-to": ("Responds to", "Answered by"),
    "implements": ("Implements", "Implemented by"),
    "part-of": ("Part of", "Includes"),
    "supersedes": ("Supersedes", "Superseded by"),
    "appeals": ("Appeals", "Appealed by"),
    "related": ("Related to", "Related to"),
    "distinct-from": ("Not to be confused with", "Not to be confused with"),
}
LANGUAGES = {
    "en": "English",
    "ko": "Korean",
    "ru": "Russian",
    "uk": "Ukrainian",
    "ja": "Japanese",
    "zh": "Chinese",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "vi": "Vietnamese",
    "pl": "Polish",
}


_MONTHS = re.compile("|".join(calendar_month(number) for number in range(1, 13)))


def brief(date: str) -> str:
    """A date in fewer words and letters, for narrow columns: `by 5 Nov 2025`."""
    shorter = date.replace("on a day between", "between").replace("on or before", "by")
    return _MONTHS.sub(lambda month: month[0][:3], shorter)


def language(tag: str) -> str:
    """The English name of a language, or its tag."""
    return LANGUAGES.get(tag.partition("-")[0], tag)


def joined(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = list(words)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + (" and " if items else "") + "".join(items[-1:])


def status(assessment: Assessment) -> str:
    """The status in words; of a figure, the figures themselves."""
    if assessment.status is Status.FIGURES:
        return figures(assessment.figures)
    return STATUSES[assessment.status].word


def figures(rows: tuple[Row, ...]) -> str:
    """`one figure: about 600`, or `figures 600 to 2,000 (3 voices)`."""
    values = [row.statement.value for row in rows if row.statement.value]
    if len(set(values)) == 1:
        return f"one figure: {values[0].words()}" + (f" ({len(rows)} voices)" if len(rows) > 1 else "")
    low, high = min(value.low for value in values), max(value.high for value in values)
    return (
        f"figures {low:,} to {high:,} ({len(rows)} voices)"
        if low < high
        else f"figures around {low:,} ({len(rows)} voices)"
    )


def remarks(corpus: Corpus, assessment: Assessment) -> list[str]:
    """The remarks on a status, in words."""
    return [remark(corpus, item) for item in assessment.remarks]


def badge(corpus: Corpus, assessment: Assessment) -> str:
    """The status and its first remark."""
    first = remarks(corpus, assessment)[:1]
    return "; ".join([status(assessment), *first])


def remark(corpus: Corpus, item: Remark) -> str:
    """One remark in words."""
    names = [corpus.name(voice) for voice in item.voices]
    if item.kind == "acknowledged":
        parts = [f"{name} on {day(date)}" for name, date in zip(names, item.days, strict=True)]
        return "acknowledged by " + joined(parts) + _denied(names, item.details)
    if item.kind in ("evades", "silent"):
        return _evasion(item.kind, names) + _denied(names, item.details)
    if item.kind == "found-by-court":
        return f"found by a court of {item.details[0] or 'unknown instance'} on {day(item.days[0])}"
    if item.kind == "no-longer-asserted":
        return f"no longer asserted since {day(item.days[0])}"
    return _PLAIN[item.kind].format(joined(names))


_PLAIN = {
    "unnamed-only": "unnamed sources only",
    "doubted": "doubted by {}",
    "not-confirmed": "not confirmed by {}",
    "denied-by": "denied by {}",
}


def _evasion(kind: str, names: list[str]) -> str:
    verbs = {"evades": ("evades", "evade"), "silent": ("is silent", "are silent")}[kind]
    return f"{joined(names)} {verbs[len(names) > 1]}"


def _denied(names: list[str], details: tuple[str, ...]) -> str:
    """When those who now evade or admit had denied; the name is left out where there is only one."""
    parts = []
    for name, detail in zip(names, details, strict=True):
        if detail:
            date, _, withdrawn = detail.partition(" ")
            words = "denied, then withdrawn, on" if withdrawn else "denied on"
            who = f"{name} " if len(names) > 1 else ""
            parts.append(f"{who}{words} {day(datetime.date.fromisoformat(date))}")
    return f" ({'; '.join(parts)})" if parts else ""
