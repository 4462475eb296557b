"""The actors, places, themes and publishers that synthetic developments name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from benchmarks.cast import FIRST_DAY, PER_BODY, PER_PERSON, PER_PLACE, PER_PUBLISHER, PER_THEME, Step
from benchmarks.developments import Fields
from benchmarks.phrases import HANGUL_PLACES, PLACES, STATES, State

_BODIES = ("unit", "armed-force", "government-body", "organization")
_OUTLETS = ("newspaper", "news-agency", "broadcaster", "online")
_GRADE_REASON = "Quotes in full, and has corrected what it got wrong, but names few of its witnesses."


def states() -> Iterator[tuple[str, Fields]]:
    """What developments of all times name: each state with its ministry and its news agency."""
    for state in STATES:
        yield f"actors/{state.id}.yaml", _state(state)
        yield f"actors/{state.id}-ministry.yaml", _ministry(state)
        yield f"publishers/{state.id}-agency.yaml", _agency(state)


def first_named_at(step: Step) -> Iterator[tuple[str, Fields]]:
    """The entries for what no earlier development names."""
    if step.number % PER_BODY == 0:
        yield f"actors/{step.body}.yaml", _body(step)
    if step.number % PER_PERSON == 0:
        yield f"actors/{step.person}.yaml", _person(step)
    if step.number % PER_PLACE == 0:
        yield f"places/{step.place}.yaml", _place(step)
    if step.number % PER_THEME == 0:
        yield f"themes/{step.theme}.yaml", _theme(step)
    if step.number % PER_PUBLISHER == 0:
        yield f"publishers/{step.publisher}.yaml", _outlet(step)


def _state(state: State) -> Fields:
    description = f"A state that is on no map. What its ministry says counts as the word of {state.name}."
    return _entity(state.name, state.hangul, description, FIRST_DAY) | {"kind": "state", "country": state.country}


def _ministry(state: State) -> Fields:
    description = f"Speaks for [[{state.id}]] in all that concerns the river."
    fields = _entity(f"Ministry of Rivers of {state.name}", f"{state.hangul} 강물성", description, FIRST_DAY)
    return fields | {"kind": "government-body"} | _belonging(state)


def _agency(state: State) -> Fields:
    fields = _entity(f"{state.name} News Agency", f"{state.hangul} 소식", "Prints what the state says.", FIRST_DAY)
    grade = {"grade": "C", "reason": _GRADE_REASON, "date": FIRST_DAY}
    return fields | {"kind": "news-agency", "speaks-for": state.id, "reliability": grade}


def _body(step: Step) -> Fields:
    number, state = step.number // PER_BODY, step.accused
    description = f"Crews of [[{state.id}]] that keep the works at [[{step.place}]], and were there before the reports."
    fields = _entity(f"River Brigade {number}", f"{state.hangul} 제{number}강물여단", description, step.day)
    return fields | {"kind": _BODIES[number % len(_BODIES)]} | _belonging(state)


def _person(step: Step) -> Fields:
    number, ministry = step.number // PER_PERSON, f"{step.accused.id}-ministry"
    name, hangul = f"{PLACES[number % len(PLACES)]} Speaker {number}", HANGUL_PLACES[number % len(HANGUL_PLACES)]
    fields = _entity(name, hangul, f"Speaks to the press for [[{ministry}|the ministry]].", step.day)
    return fields | {"kind": "person", "country": step.accused.country, "part-of": ministry}


def _place(step: Step) -> Fields:
    number = step.number // PER_PLACE
    name, hangul = f"{PLACES[number % len(PLACES)]} Ford {number}", f"{HANGUL_PLACES[number % len(HANGUL_PLACES)]}나루"
    description = "A ford with a gate, a bridge on the upper side and a landing on the lower, on a river on no map."
    point = {"lat": f"{36 + number % 70 / 10:.3f}", "lon": f"{125 + number % 50 / 10:.3f}", "source": "made up"}
    return _entity(name, hangul, description, step.day) | {"country": step.accused.country, "point": point}


def _theme(step: Step) -> Fields:
    description = "Works on the river and along it, and the disputes over who may close them and for how long."
    return _entity(f"Works on the river, part {step.number // PER_THEME}", "강물 공사", description, step.day)


def _outlet(step: Step) -> Fields:
    number, state = step.number // PER_PUBLISHER, step.accused
    description = f"An outlet in {state.name} that reports on the river."
    fields = _entity(f"The Riverside Observer No. {number}", f"강가 소식 {number}", description, step.day)
    grade = {"grade": "BCD"[number % 3], "reason": _GRADE_REASON, "date": step.day}
    own = {"country": state.country, "language": "ko", "url": f"https://{step.publisher}.example.org/"}
    return fields | {"kind": _OUTLETS[number % len(_OUTLETS)]} | own | {"reliability": grade}


def _entity(name: str, hangul: str, description: str, day: datetime.date) -> Fields:
    revisions = [{"date": day, "kind": "added", "what": "First version"}]
    return {"name": name, "names": {"hangul": hangul}, "description": description, "revisions": revisions}


def _belonging(state: State) -> Fields:
    return {"country": state.country, "part-of": state.id, "speaks-for": state.id}
