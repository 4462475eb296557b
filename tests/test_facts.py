"""The shipped entries keep what is known of their sources, and cover all of the research."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import build
from generator.corpus import Corpus, Status
from tests.entries_of import A_SOURCE, corpus, development, statement
from tests.facts import deviations
from tests.facts.make import TABLE, Facts, facts, table

ROOT = Path(__file__).parent.parent
KNOWN: dict[str, Facts] = json.loads(TABLE.read_text(encoding="utf-8"))
COVERAGE: Any = yaml.safe_load((TABLE.parent / "coverage.yaml").read_text(encoding="utf-8"))
UNUSED: dict[str, dict[str, str]] = {source["url"]: source for source in COVERAGE["unused"]}


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    """The entries of this repository."""
    found = build.build(ROOT).corpus
    assert found
    return found


def test_every_source_keeps_its_address_title_day_and_language(shipped: Corpus) -> None:
    assert list(deviations.of_sources(shipped, KNOWN)) == []


def test_no_address_is_declared_twice(shipped: Corpus) -> None:
    assert list(deviations.of_addresses(shipped)) == []


def test_every_core_source_is_used_or_has_a_reason_why_not(shipped: Corpus) -> None:
    assert list(deviations.of_core(shipped, KNOWN, UNUSED)) == []
    assert all(source["why"] for source in UNUSED.values())
    assert {source["instead"] for source in UNUSED.values() if "instead" in source} <= deviations.cited(shipped).keys()


def test_every_item_of_the_research_has_developments_and_every_development_an_item(shipped: Corpus) -> None:
    assert list(COVERAGE["items"]) == [f"E{number:02}" for number in range(1, 79)]
    assert list(deviations.of_items(shipped, KNOWN, COVERAGE["items"])) == []


def test_what_was_announced_is_followed_by_what_became_of_it(shipped: Corpus) -> None:
    assert list(deviations.of_scheduled(shipped, COVERAGE["scheduled"])) == []
    assert {thing["item"] for thing in COVERAGE["scheduled"]} <= COVERAGE["items"].keys()


def test_every_development_leads_to_another(shipped: Corpus) -> None:
    assert list(deviations.of_links(shipped)) == []


def test_a_third_of_the_cited_sources_is_not_in_english(shipped: Corpus) -> None:
    languages = Counter(deviations.language(shipped, source) for source in deviations.cited(shipped).values())
    assert 3 * (languages.total() - languages["en"]) >= languages.total()


def test_thirty_claims_have_two_statements(shipped: Corpus) -> None:
    said = Counter({name: len({(row.entry.id, row.number) for row in rows}) for name, rows in shipped.rows.items()})
    assert sum(count >= 2 for count in said.values()) >= 30


def test_claims_are_contested_corroborated_acknowledged_and_counted_on_one_day(shipped: Corpus) -> None:
    found = Counter(shipped.assess(claim, deviations.DAY).status for claim in shipped.claims.values())
    wanted = {Status.CONTESTED: 10, Status.CORROBORATED: 10, Status.ACKNOWLEDGED: 3, Status.FIGURES: 8}
    assert {status: found[status] for status in wanted if found[status] < wanted[status]} == {}


def test_table_has_the_form_that_the_script_gives_it() -> None:
    assert table(KNOWN) == TABLE.read_text(encoding="utf-8")


# What follows shows that each comparison finds what it is there to find.

URL = "https://example.org/"
A_FACT: Facts = {
    "title": None,
    "published": None,
    "language": "en",
    "status": "verified",
    "tier": "core",
    "items": ["E01"],
}


def one(id_: str = "a", **fields: Any) -> Corpus:
    """A development with one source, which it cites, and one claim."""
    source = A_SOURCE | fields.pop("source", {})
    said = [statement("done", "gazette-daily")]
    claims = {"done": {"text": "It was done."}}
    return corpus(development(id_, sources={"gazette": source}, claims=claims, statements=said, **fields))


def test_facts_come_from_the_research_file() -> None:
    source = {"url": URL, "title": "", "published": None, "lang": "ko", "status": "verified", "tier": "core"}
    research = {"sources": {"s": source, "t": source | {"url": URL + "t", "title": "T"}}}
    found = facts(research | {"entries": [{"id": "E02", "src": ["s"]}, {"id": "E01", "src": ["s", "s"]}]})
    assert found[URL] == A_FACT | {"language": "ko", "items": ["E01", "E02"]}
    assert found[URL + "t"]["title"] == "T"
    assert json.loads(table(found)) == found


@pytest.mark.parametrize(
    ("source", "fact", "words"),
    [
        ({"title": "Made up"}, {}, "gazette: title is 'Made up', not None"),
        ({}, {"title": "Left out"}, "gazette: title is None, not 'Left out'"),
        ({"published": "2024-10-18"}, {"published": "2024-10"}, "gazette: published is '2024-10-18', not '2024-10'"),
        ({"published": "2024-10"}, {"published": "2024-10~"}, "gazette: published is '2024-10', not '2024-10~'"),
        ({"language": "ko"}, {}, "gazette: language is 'ko', not 'en'"),
        ({}, {"status": "not re-found"}, "gazette: to be kept out"),
        ({}, {"tier": "out"}, "gazette: to be kept out"),
        (
            {"url": URL + "other"},
            {},
            "gazette: address unknown to the research; if it was read later, `accessed` says when",
        ),
    ],
)
def test_departure_from_a_fact_is_found(source: dict[str, str], fact: dict[str, str], words: str) -> None:
    known: Any = {URL: A_FACT | fact}
    assert list(deviations.of_sources(one(source=source), known)) == [words]


def test_what_came_after_the_research_is_not_measured_by_it() -> None:
    later = [{"date": "2026-11-25", "kind": "added", "what": "First version"}]
    assert list(deviations.of_sources(one(revisions=later), {})) == []
    assert list(deviations.of_sources(one(source={"accessed": "2026-11-25"}), {})) == []
    assert list(deviations.of_items(one(revisions=later, occurrence="scheduled"), {}, {})) == []
    assert list(deviations.of_scheduled(one(revisions=later, occurrence="scheduled"), [])) == []


def test_address_of_two_sources_is_found() -> None:
    twice = corpus(development("a", sources={"one": A_SOURCE, "two": A_SOURCE}))
    assert list(deviations.of_addresses(twice)) == ["two: the address of one"]


def test_core_source_without_use_or_reason_is_found() -> None:
    known: dict[str, Facts] = {URL: A_FACT, URL + "b": A_FACT}
    because = {"why": "Adds nothing"}
    assert list(deviations.of_core(one(), known, {URL + "b": because})) == []
    assert list(deviations.of_core(one(), known, {})) == [f"{URL}b: neither used nor explained"]
    assert list(deviations.of_core(one(), {URL: A_FACT}, {URL: because})) == [f"{URL}: explained, but used"]
    assert list(deviations.of_core(one(), {}, {"c": because})) == ["c: explained, but no core source"]


def test_item_or_development_that_is_left_out_is_found() -> None:
    known: dict[str, Facts] = {URL: A_FACT}
    assert list(deviations.of_items(one(), known, {"E01": ["a"]})) == []
    assert list(deviations.of_items(one(), known, {"E01": ["a", "b"]})) == ["E01: there is no development b"]
    assert list(deviations.of_items(one(), known, {})) == ["a: belongs to no item", "E01: not covered"]
    elsewhere = one(source={"url": URL + "other"})
    assert list(deviations.of_items(elsewhere, known, {"E01": ["a"]})) == ["E01: no development cites a source of it"]


def test_development_that_leads_nowhere_is_found() -> None:
    linked = development("a", text="As [[b]] has it."), development("b")
    assert list(deviations.of_links(corpus(*linked))) == ["b: leads to no other development"]


def test_announced_thing_without_its_entries_is_found() -> None:
    due = corpus(development("a", "2024-12-01", occurrence="scheduled"), development("b"))
    thing = {"what": "Drills", "said-in": "b", "entry": "a", "then": []}
    assert list(deviations.of_scheduled(due, [thing])) == []
    assert list(deviations.of_scheduled(due, [])) == ["a: scheduled in one place only"]
    assert list(deviations.of_scheduled(due, [thing | {"then": ["c"]}])) == ["Drills: there is no development c"]
    assert list(deviations.of_scheduled(due, [thing | {"said-in": "a", "then": ["b"]}])) == ["Drills: b came before"]
