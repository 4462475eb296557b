"""Synthetic developments: some three kilobytes each of prose, sources, claims, statements and relations."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, TypeAlias

from benchmarks import phrases
from benchmarks.cast import GROUP, Step

Fields: TypeAlias = dict[str, Any]


def fields(step: Step) -> Fields:
    """The fields of the development with this cast."""
    return _umbrella(step) if step.is_umbrella else _development(step)


def _umbrella(step: Step) -> Fields:
    source = f"{step.publisher}-{step.number:05}"
    about = [step.accused.id]
    return {
        "title": f"Crossings of the {phrases.PLACES[step.number // GROUP % 12]} by crews of {step.accused.name}",
        "date": f"{step.day}/..",
        "summary": f"What has been said on the crews that {step.accused.name} is said to have sent over the river, "
        f"by {step.accuser.name} and others, {step.number} in all; the single reports stand in entries of their own.",
        "text": _prose(step, source),
        "themes": [step.theme],
        "places": [step.place],
        "actors": [step.body, step.person],
        "sources": {source: _source(step, step.publisher, language="ko")},
        "claims": {
            "crossing": {"text": f"Crews of {step.accused.name} crossed the river by night.", "about": about},
            "purpose": {"text": f"{step.accused.name} crossed the river in order to move the marks.", "about": about},
            "boats": {"text": "Boats used for the crossings so far", "unit": "boats", "about": about},
        },
        "revisions": _revisions(step),
    }


def _development(step: Step) -> Fields:
    outlet, agency, copy = (
        f"{name}-{step.number:05}" for name in (step.publisher, f"{step.onlooker.id}-agency", "copy")
    )
    said = phrases.words(step.random)
    found = {
        **_headline(step, said),
        "text": _prose(step, outlet, agency, copy),
        "assessment": phrases.paragraph(step.random, 1, **_names(step, outlet)) if step.number % 4 == 1 else None,
        "themes": [step.theme],
        "places": [step.place],
        "sources": {
            outlet: _source(step, step.publisher, language="ko"),
            agency: _source(step, f"{step.onlooker.id}-agency"),
            copy: {**_source(step, "The Copying Courier"), "origin": outlet},
        },
        "claims": _claims(step, said),
        "statements": [*_own_statements(step, outlet, agency), _shared_statement(step, agency, copy)],
        "quotations": _quotations(step, agency),
        "relations": _relations(step),
        "aliases": [f"{step.id}-old"] if step.number % 50 == 7 else None,
        "revisions": _revisions(step),
    }
    return {name: value for name, value in found.items() if value}


def _headline(step: Step, said: dict[str, str]) -> Fields:
    accused, accuser = step.accused.name, step.accuser.name
    return {
        "title": f"{accuser} says that crews of {accused} {said['deed']} the {said['work']}, No. {step.number}",
        "date": str(step.day)[:7] if step.number % 11 == 5 else step.day,
        "occurrence": "scheduled" if step.number % 97 == 96 else None,
        "summary": f"{accuser} said {said['manner']} that the {said['crew']} of {accused} had {said['deed']} "
        f"{said['work']} No. {step.number} because of {said['reason']}; {accused} spoke of {said['matter']} alone.",
    }


def _prose(step: Step, *sources: str) -> str:
    paragraphs = [phrases.paragraph(step.random, 3, **_names(step, sources[0]))]
    paragraphs.append(f"Also read were the reports of the next day. [@{sources[-1]}]")
    if step.number % 5 == 2:
        items = (f"- {phrases.words(step.random)['matter']}, as [[{step.near().id}]] has it" for _ in range(3))
        paragraphs.append("\n".join(items))
    return "\n\n".join(paragraphs) + "\n"


def _names(step: Step, source: str) -> dict[str, str]:
    return {
        "state": step.accused.name,
        "rival": step.accuser.name,
        "source": source,
        "near": step.near().id,
        "body": step.body,
        "place": step.place,
        "claim": f"{step.umbrella.id}#crossing",
        "number": str(step.number),
    }


def _source(step: Step, publisher: str, *, language: str = "en") -> Fields:
    title = {"title": f"{step.accuser.name} and {step.accused.name} at odds over the river, day {step.number}"}
    if language == "ko":
        title = {"title": phrases.korean(step.random, step.accused), "title-translation": title["title"]}
    path = publisher.replace(" ", "-").lower()
    return {
        "publisher": publisher,
        **title,
        "url": f"https://{path}.example.org/{step.day:%Y/%m/%d}/report-{step.number:05}.html",
        "published": step.day + datetime.timedelta(step.number % 2),
        "language": language,
    }


def _claims(step: Step, said: dict[str, str]) -> Fields:
    done: Fields = {
        "text": f"Crews of {step.accused.name} {said['deed']} the {said['work']} in the night.",
        "about": [step.body],
    }
    ordered: Fields = {
        "text": f"The ministry of {step.accused.name} gave the order for it {said['manner']}.",
        "about": [f"{step.accused.id}-ministry"],
    }
    if step.number % 10 == 3:
        reason = "One unnamed witness of one outlet, and nobody else who was near."
        ordered["credibility"] = {"grade": 3, "reason": reason, "date": step.day + datetime.timedelta(3)}
    counted = {"text": f"{said['crew'].capitalize()} who took part", "unit": said["crew"], "about": [step.body]}
    return {"done": done, "ordered": ordered, **({"strength": counted} if step.number % 3 == 0 else {})}


def _own_statements(step: Step, outlet: str, agency: str) -> Iterator[Fields]:
    yield {
        "claim": ["done", "ordered"],
        "by": step.publisher,
        "unnamed": "a warden at the gate",
        "stance": "asserts",
        "date": step.day,
        "source": outlet,
        "quote": phrases.korean(step.random, step.accused),
        "translation": "The works were gone before it was light, and of the order nobody at the gate had heard",
        "translator": "editors",
    }
    yield {
        "claim": "done",
        "by": f"{step.accused.id}-ministry",
        "speaker": step.person,
        "stance": ("denies", "ambiguous", "silent")[step.number % 3],
        "date": step.day,
        "source": [agency, outlet],
        "quote": phrases.korean(step.random, step.accuser),
        "language": "ko",
        "translation": "We have given no such order at that place, and what is said of it deserves no answer",
        "translator": agency,
        "note": "In answer to a question at the weekly briefing",
    }
    if step.number % 3 == 0:
        value = f"about {step.random.randrange(20, 900)}"
        yield {"claim": "strength", "by": step.publisher, "value": value, "date": step.day, "source": outlet}


def _shared_statement(step: Step, agency: str, copy: str) -> Fields:
    """What is said here on a claim of the umbrella entry: first its assertion, then each voice in turn."""
    place = step.number % GROUP
    claim = ("purpose", "crossing", "boats")[place % 3]
    by = (step.publisher, f"{step.accuser.id}-ministry", f"{step.accused.id}-ministry", f"{step.onlooker.id}-ministry")
    stances = ("asserts", "asserts", "denies" if place < 30 else "asserts", "doubts")
    claims = ["crossing", "purpose"] if place == 1 else [claim]
    said = {"value": f"{place}..{place * 3}"} if claim == "boats" else {"stance": stances[place // 3 % 4]}
    return {
        "claim": [f"{step.umbrella.id}#{name}" for name in claims],
        "by": by[place // 3 % 4],
        **said,
        "date": step.day,
        "source": [agency, copy],
        "quote": f"{step.accuser.name} has seen what it has seen, and {step.random.choice(phrases.MATTERS)} with it.",
        "language": "en",
    }


def _quotations(step: Step, source: str) -> list[Fields] | None:
    if step.number % 9 != 4:
        return None
    by, quote = f"{step.accuser.id}-ministry", "We regret what the flood has done, and thank those who kept the gate."
    return [{"by": by, "speaker": step.person, "date": step.day, "source": source, "quote": quote, "language": "en"}]


def _relations(step: Step) -> list[Fields]:
    before = step.near()
    relations = [{"type": "part-of", "to": step.umbrella.id}]
    if not before.is_umbrella:
        relations.append({"type": "responds-to", "to": before.id, "note": "Takes up what was left open there"})
    if step.number > GROUP:
        older = Step(step.number - GROUP).id
        relations.append({"type": "related", "to": older, "note": "The same works in another year"})
    return relations


def _revisions(step: Step) -> list[Fields]:
    revisions = [{"date": step.day + datetime.timedelta(2), "kind": "added", "what": "First version"}]
    if step.number % 6 == 5:
        day = step.day + datetime.timedelta(9)
        revisions.append({"date": day, "kind": "correction", "what": "The name of the works", "was": "the old works"})
    return revisions
