"""The made-up words of synthetic entries: states that are on no map, and sentences about what they are said to do."""

from __future__ import annotations

from random import Random
from typing import NamedTuple


class State(NamedTuple):
    """A state that does not exist; ISO 3166 leaves codes from XA on to users."""

    id: str
    name: str
    hangul: str
    country: str


STATES = (
    State("garam", "Garam", "가람국", "XA"),
    State("narae", "Narae", "나래국", "XB"),
    State("dasol", "Dasol", "다솔국", "XC"),
    State("haneul", "Haneul", "하늘국", "XD"),
    State("byeolbit", "Byeolbit", "별빛국", "XE"),
)
WORKS = ["bridge", "ferry", "causeway", "mast", "weir", "beacon", "tunnel", "quay", "lock", "cable", "dyke", "depot"]
DEEDS = ["closed", "moved", "raised", "flooded", "guarded", "rebuilt", "opened", "searched", "measured", "fenced"]
PLACES = ["Seln", "Orrow", "Tavik", "Munda", "Ishre", "Calder", "Wenna", "Ryll", "Sotto", "Brae", "Quill", "Noven"]
CREWS = ["engineers", "ferrymen", "surveyors", "wardens", "divers", "masons", "signallers", "carters", "pilots"]
REASONS = ["the flood", "a drill", "an inspection", "the harvest", "a dispute over tolls", "a missed letter"]
MANNERS = ["in public", "in a letter", "at a briefing", "on the radio", "before its council", "at the gate", "by night"]
MATTERS = ["the order", "the schedule", "the number of crews", "the map", "the toll", "the depth", "the rota"]

# Each list of Korean nouns ends alike, so that the particle after it is right.
HANGUL_WORKS = ["다리", "나룻배", "배다리", "신호대", "보", "등대", "수로", "부두", "도르래", "부표", "나루", "창고"]
HANGUL_DEEDS = ["폐쇄했다", "옮겼다", "높였다", "지켰다", "세웠다", "열었다", "수색했다", "재었다", "둘러쳤다"]
HANGUL_PLACES = ["샛별", "구름", "이슬", "보람", "물결", "노을", "바위", "솔숲", "달무리", "미르", "누리", "아람"]
HANGUL_CREWS = ["공병단", "측량반", "뱃사공들", "경비단", "잠수반"]

_SENTENCES = (
    "The {crew} of {state} were seen at the {work} {manner}, {number} of them, and knew of {reason}. [@{source}]",
    "{state} put works No. {number} down to {reason}; {rival} spoke {manner} of {matter} and named no day. [@{source}]",
    "What [[{near}]] had left open came back {manner}: {matter}, with the question who {deed} {work} No. {number}.",
    "By then [[{body}]] had **{deed}** {number} of the sections, if the account in [[{near}|an older report]] holds.",
    "The {crew} counted {number} boats at [[{place}]] twice, and came to other figures than {rival} did. [@{source}]",
    "{rival} had asked for {matter} before, most plainly in [[{near}]], and got no answer for {number} hours.",
    "None of the {number} papers that were shown {manner} bears a seal, and {matter} stands in one only. [@{source}]",
    "The older question, [[{claim}]], is not settled by this: it turns on {matter}, not on {work} No. {number}.",
)
_KOREAN = (
    "{state}의 {who}이 {place}의 {work}를 {deed}",
    "우리는 {place}에서 {work}를 두고 어떤 명령도 내린 바 없다",
    "{place}의 {work}에 관한 {state}의 주장은 근거가 없으며 대꾸할 가치도 없다",
    "{who}이 {place}에 닿은 것은 이른 새벽이었고 {work}는 이미 비어 있었다",
)


def paragraph(random: Random, count: int, **names: str) -> str:
    """So many sentences of prose with links and citations, of which `names` gives the ids, names and one number."""
    return " ".join(sentence.format(**words(random), **names) for sentence in random.sample(_SENTENCES, count))


def words(random: Random) -> dict[str, str]:
    """One word of every kind that sentences leave open."""
    return {
        "crew": random.choice(CREWS),
        "work": random.choice(WORKS),
        "deed": random.choice(DEEDS),
        "manner": random.choice(MANNERS),
        "matter": random.choice(MATTERS),
        "reason": random.choice(REASONS),
    }


def korean(random: Random, state: State) -> str:
    """A sentence in Korean."""
    return random.choice(_KOREAN).format(
        state=state.hangul,
        who=random.choice(HANGUL_CREWS),
        place=random.choice(HANGUL_PLACES),
        work=random.choice(HANGUL_WORKS),
        deed=random.choice(HANGUL_DEEDS),
    )
