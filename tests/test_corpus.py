"""The corpus as a graph: links both ways, what readers see, the chronology, and whose voice a word is."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus import Corpus
from generator.corpus.voices import Voices
from generator.model import Source
from tests.entries_of import (
    A_SOURCE,
    FIRST_VERSION,
    actor,
    corpus,
    corpus_of,
    day,
    development,
    place,
    publisher,
    statement,
    the_claim,
    theme,
)

TYPES = st.sampled_from(["responds-to", "implements", "part-of", "supersedes", "appeals", "related", "distinct-from"])
NAMES = ["a", "b", "c", "d"]
STATES = st.sampled_from(["published", "draft", "superseded", "retracted"])


def linked(relations: dict[str, list[tuple[str, str]]], states: dict[str, str], *, drafts: bool = False) -> Corpus:
    """Developments with the given relations (kind and target) and states."""
    entries = (
        development(name, state=states.get(name, "published"), relations=[{"type": kind, "to": to} for kind, to in own])
        for name, own in relations.items()
    )
    return corpus(*entries, drafts=drafts)


RELATIONS = st.fixed_dictionaries(
    {name: st.lists(st.tuples(TYPES, st.sampled_from(NAMES)), max_size=3) for name in NAMES}
)
ALL_STATES = st.fixed_dictionaries(dict.fromkeys(NAMES, STATES))


# Links both ways


@given(RELATIONS, ALL_STATES, st.booleans())
def test_every_relation_of_what_readers_see_is_known_at_its_other_end_and_no_other(
    relations: dict[str, list[tuple[str, str]]], states: dict[str, str], drafts: bool
) -> None:
    made = linked(relations, states, drafts=drafts)
    there = sorted((e.id, r.type, r.to) for e in made.shown.values() for r in e.relations)
    back = sorted((entry.id, r.type, to) for to, answers in made.answers.items() for entry, r in answers)
    assert there == back


@given(RELATIONS, ALL_STATES)
def test_every_naming_by_what_readers_see_is_a_mention_of_what_is_named(
    relations: dict[str, list[tuple[str, str]]], states: dict[str, str]
) -> None:
    made = linked(relations, states)
    named = sorted((e.id, use.target) for e in made.shown.values() for use in made.uses[e.path])
    mentioned = sorted((m.entry.id, target) for target, mentions in made.mentions.items() for m in mentions)
    assert named == mentioned


def test_an_entry_names_whatever_stands_in_any_of_its_fields() -> None:
    entry = development(
        "here",
        themes=["a-theme"],
        places=["a-place"],
        actors=["an-actor"],
        text="See [[linked]] and [[other#claim]]. [@cited]",
        assessment="And [[linked]].",
        sources={"gazette": A_SOURCE | {"publisher": "a-publisher", "origin": "an-origin"}},
        claims={"done": {"text": "It was done.", "about": ["a-party"]}},
        statements=[
            {"claim": "done", "by": "an-office", "speaker": "a-speaker", "stance": "asserts", "source": "a-source"}
            | {"based-on": "a-basis", "quote": "x", "translation": "y", "translator": "a-translator"}
        ],
        quotations=[{"by": "a-voice", "speaker": "Jan Example", "quote": "x", "source": "a-source"}],
        relations=[{"type": "related", "to": "related-to"}],
    )
    made = corpus(entry)
    assert {use.how: use.target for use in made.uses[entry.path]} | {"linked": ""} == {
        "theme": "a-theme",
        "place": "a-place",
        "actor": "an-actor",
        "link": "linked",
        "linked": "",
        "citation": "cited",
        "publisher": "a-publisher",
        "origin": "an-origin",
        "about": "a-party",
        "claim": "here#done",
        "by": "a-voice",
        "speaker": "a-speaker",
        "based-on": "a-basis",
        "source": "a-source",
        "relation": "related-to",
    }
    assert {"an-office", "a-translator", "other#claim"} <= {use.target for use in made.uses[entry.path]}


def test_a_mention_in_prose_carries_its_sentence() -> None:
    entry = development("here", text="Before. The army closed [[there|the bridge]] at noon. After.")
    (mention,) = corpus(entry, development("there")).mentions["there"]
    assert mention.use.sentence == "The army closed [[there|the bridge]] at noon."


def test_old_names_lead_to_what_bears_them_now() -> None:
    entry = development("new", aliases=["old"], claims={"done": {"text": "Done.", "aliases": ["did"]}})
    made = corpus(entry)
    assert made.aliases["old"].id == "new"
    assert made.claim("new#did") == made.claim("did", "new") == made.claims["new#done"]
    assert made.claim("new#never") is None


def test_claim_has_the_names_of_all_entries_in_which_it_stood_and_of_what_these_were_called() -> None:
    claims = {"done": {"text": "Done.", "aliases": ["did", "left#seen", "gone#heard"]}}
    made = corpus(development("new", aliases=["old"], claims=claims), development("moved", aliases=["left"]))
    claim = made.claims["new#done"]
    assert made.references_of(claim) == [
        *("new#done", "old#done", "new#did", "old#did"),
        *("moved#seen", "left#seen", "gone#heard"),
    ]
    assert made.claim("left#seen") == claim
    assert made.moved_claims == {"moved": {"seen": claim}, "gone": {"heard": claim}}


def test_source_is_known_by_what_it_was_called() -> None:
    made = corpus(development("new", sources={"gazette": A_SOURCE | {"aliases": ["paper"]}}))
    assert made.source_aliases == {"paper": "gazette"}


# What readers see


@given(ALL_STATES, st.booleans())
def test_readers_see_all_but_drafts_and_what_was_retracted(states: dict[str, str], drafts: bool) -> None:
    made = linked({name: [] for name in NAMES}, states, drafts=drafts)
    hidden = {"retracted"} if drafts else {"retracted", "draft"}
    assert set(made.shown) == {name for name, state in states.items() if state not in hidden}
    assert {entry.id for entry in made.retracted} == {name for name, state in states.items() if state == "retracted"}
    reachable = {name for name, entry in made.developments.items() if made.is_reachable(entry)}
    assert reachable == set(made.shown) | {entry.id for entry in made.retracted}


@given(
    st.lists(
        st.sampled_from(["2024", "2024-10", "2024-10-18", "2024-10/..", "../2024-10", "2024-09..2024-10"]), max_size=6
    )
)
def test_the_chronology_is_in_order_of_what_is_known(dates: list[str]) -> None:
    made = corpus(*(development(f"entry-{number}", date) for number, date in enumerate(dates)))
    for before, after in pairwise(made.developments.values()):
        assert (before.date.anchor, before.date.latest, before.id) < (after.date.anchor, after.date.latest, after.id)


def test_the_day_of_the_corpus_is_that_of_its_newest_revision() -> None:
    newer = {"date": "2026-03-04", "kind": "update", "what": "More"}
    made = corpus(theme("old"), theme("new", revisions=[FIRST_VERSION, newer, FIRST_VERSION]))
    assert made.day == day("2026-03-04")


def test_a_hidden_draft_does_not_move_the_day() -> None:
    late = [{"date": "2026-03-01", "kind": "added", "what": "Draft"}]
    entries = (development("a"), development("b", state="draft", revisions=late))
    assert str(corpus(*entries).day) == "2026-01-01"
    assert str(corpus(*entries, drafts=True).day) == "2026-03-01"


def test_entities_stand_in_the_order_of_their_names() -> None:
    made = corpus(
        actor("a", name="zeta"), actor("b", name="Alpha"), place("c", name="Beta"), publisher("d"), theme("e")
    )
    assert list(made.actors) == ["b", "a"]
    assert {entity.id for entity in made.entities} == {"a", "b", "c", "d", "e"}
    assert (made.name("b"), made.name("No Page")) == ("Alpha", "No Page")


def test_a_claim_has_a_history_from_five_statements_on() -> None:
    lines: list[dict[str, Any]] = [statement("affair#done", "south", date=f"2024-10-0{n}") for n in range(1, 6)]
    for number, expected in ((4, False), (5, True)):
        made = corpus_of(*lines[:number])
        assert made.has_history(the_claim(made)) == expected


# Voices


def voices(speaks_for: dict[str, str], **sources: dict[str, str]) -> Voices:
    actors = {id_: actor(id_, speaks_for=to) for id_, to in speaks_for.items()}
    return Voices(actors, {}, {id_: Source.model_validate(A_SOURCE | source) for id_, source in sources.items()})


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_a_voice_is_the_end_of_its_chain_and_circles_come_to_an_end(speaks_for: dict[str, str]) -> None:
    made = voices(speaks_for)
    for name in NAMES:
        voice = made.voice(name)
        if voice not in speaks_for:
            assert made.voice(voice) == voice
        if name not in speaks_for:
            assert voice == name


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_origins_of_sources_come_to_an_end(origins: dict[str, str]) -> None:
    made = voices({}, **{id_: {"origin": to} for id_, to in origins.items()})
    for name in NAMES:
        assert made.origin(name)


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ({"publisher": "Example Gazette"}, "Example Gazette"),
        ({"publisher": "gazette-daily"}, "gazette-daily"),
        ({"publisher": "gazette-daily", "origin": "agency"}, "north"),
        ({"publisher": "gazette-daily", "origin": "first"}, "north"),
    ],
)
def test_the_origin_of_a_source_is_whom_it_finally_repeats(source: dict[str, str], origin: str) -> None:
    made = voices({"agency": "north"}, first={"publisher": "agency"}, asked=source)
    assert made.origin("asked") == origin


def test_whoever_has_more_than_a_copy_of_its_own_is_its_own_origin() -> None:
    sources = {
        "copy": A_SOURCE | {"publisher": "echo", "origin": "gazette-daily"},
        "own": A_SOURCE | {"publisher": "echo"},
    }
    claims = {"done": {"text": "It was done."}}
    cited = {"echo": ["copy", "own"], "gazette-daily": "own", "south": "copy"}
    statements = [statement("done", by, source=source) for by, source in cited.items()]
    made = corpus(development("affair", sources=sources, claims=claims, statements=statements), publisher("echo"))
    assert [row.origin for row in made.rows["affair#done"]] == list(cited)
