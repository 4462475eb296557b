"""What is probably told twice: by its main source, or by day, first actor and title; and what is akin to a draft."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus import Corpus, similar
from generator.corpus.address import address
from generator.dates import parse_date
from generator.model import Development
from tests.entries_of import actor, corpus, development, statement

SHUT, CLOSED = "The guard shuts the northern lock", "Northern lock: shut by the guard"


def source(url: str) -> dict[str, str]:
    return {"publisher": "Example Gazette", "url": url}


def resting_on(id_: str, url: str, **fields: Any) -> Development:
    """A development that declares one source, and says nothing by it."""
    return development(id_, f"2024-0{len(id_)}-01", sources={f"{id_}-source": source(url)}, **fields)


def found(*entries: Development) -> list[tuple[str, str]]:
    """The pairs, each with the one that is told again first."""
    return [(entry.id, likeness.entry.id) for entry, likeness in similar.pairs(corpus(*entries))]


def draft(title: str, date: str = "2024-10-18", **fields: Any) -> similar.Draft:
    return similar.Draft(title, parse_date(date), **fields)


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/B?id=1&page=2",
        "http://example.org/a/B?id=1&page=2",
        "https://www.example.org/a/B?id=1&page=2",
        "https://m.example.org/a/B?id=1&page=2",
        "https://EXAMPLE.org/a/B/?page=2&id=1",
        "https://example.org/a/B?id=1&page=2#part",
        "https://example.org/a/B?utm_source=x&id=1&fbclid=y&page=2&",
    ],
)
def test_addresses_of_one_text_are_the_same(url: str) -> None:
    assert address(url) == "example.org/a/B?id=1&page=2"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.org/a/b"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
        ("https://example.org/", "https://news.example.org/"),
        ("https://example.org/a?b", "https://example.org/a/b"),
    ],
)
def test_addresses_of_two_texts_differ(one: str, other: str) -> None:
    assert address(one) != address(other)


def test_an_address_without_a_path_is_its_host() -> None:
    assert address("https://www.example.org") == address("http://example.org/") == "example.org"
    assert address("https://example.org?id=1") == address("https://example.org/?id=1")


# Pairs with one main source


def test_two_entries_with_one_main_source_are_a_pair_whatever_their_days() -> None:
    assert found(resting_on("a", "https://example.org/1"), resting_on("bb", "http://www.example.org/1/")) == [
        ("bb", "a")
    ]
    assert found(resting_on("a", "https://example.org/1"), resting_on("bb", "https://example.org/2")) == []


def test_main_source_is_the_first_of_what_was_first_said() -> None:
    sources = {"one": source("https://example.org/1"), "two": source("https://example.org/2")}
    said = [statement("done", "north", source=["two", "one"]), statement("done", "south", source="one")]
    quoted = [{"by": "north", "source": "one", "quote": "Done."}]
    assert similar.main_source(development("a", sources=sources, statements=said, quotations=quoted)) == "two"
    assert similar.main_source(development("a", sources=sources, quotations=quoted)) == "one"
    assert similar.main_source(development("a", sources=sources)) == "one"
    assert similar.main_source(development("a")) is None


def test_an_entry_that_cites_the_main_source_of_another_is_its_pair() -> None:
    said = [statement("done", "north", source="a-source")]
    assert found(resting_on("a", "https://example.org/1"), development("b", statements=said)) == [("b", "a")]


@pytest.mark.parametrize(
    "fields",
    [
        {"relations": [{"type": "distinct-from", "to": "a"}]},
        {"relations": [{"type": "part-of", "to": "a"}]},
        {"text": "As [[a]] has it."},
        {"statements": [statement("a#done", "north", source="a-source")]},
    ],
)
def test_a_pair_of_which_one_names_the_other_was_looked_at(fields: dict[str, Any]) -> None:
    one = resting_on("a", "https://example.org/1", claims={"done": {"text": "It was done."}})
    assert found(one, resting_on("bb", "https://example.org/1", **fields)) == []
    assert found(one, resting_on("bb", "https://example.org/1", aliases=["cc"])) == [("bb", "a")]


def test_of_three_each_is_paired_with_the_first_that_it_was_not_told_apart_from() -> None:
    one, two = resting_on("a", "https://example.org/1"), resting_on("bb", "https://example.org/1")
    apart = [{"type": "distinct-from", "to": "a"}]
    assert found(one, two, resting_on("ccc", "https://example.org/1")) == [("bb", "a"), ("ccc", "a")]
    assert found(one, two, resting_on("ccc", "https://example.org/1", relations=apart)) == [("bb", "a"), ("ccc", "bb")]


def test_the_later_added_is_told_again_and_what_was_retracted_is_not() -> None:
    older = [{"date": "2025-01-01", "kind": "added", "what": "First version"}]
    one, two = resting_on("a", "https://example.org/1"), resting_on("bb", "https://example.org/1", revisions=older)
    assert found(one, two) == [("a", "bb")]
    assert found(one, resting_on("bb", "https://example.org/1", state="retracted")) == []


# Pairs of one day


def of_one_day(*titles: str, **fields: Any) -> list[tuple[str, str]]:
    return found(*(development(f"entry-{n}", title=title, **fields) for n, title in enumerate(titles)))


def test_similar_titles_of_one_day_and_actor_are_a_pair_once() -> None:
    assert of_one_day(SHUT, CLOSED, actors=["guard"]) == [("entry-1", "entry-0")]
    claims = {"shut": {"text": "It was shut.", "about": ["guard"]}}
    said = [statement("shut", "guard")]
    assert of_one_day(SHUT, CLOSED, actors=["guard"], claims=claims, statements=said) == [("entry-1", "entry-0")]


def test_first_actors_are_those_of_the_first_statement_claim_and_list() -> None:
    claims = {"shut": {"text": "It was shut.", "about": ["south", "b"]}, "more": {"text": "More.", "about": ["c"]}}
    said = [statement("shut", ["north", "d"]), statement("shut", "e")]
    entry = development("a", claims=claims, statements=said, actors=["guard", "f"])
    assert similar.first_actors(entry) == {"north", "south", "guard"}
    assert similar.first_actors(development("a")) == set()


def test_without_the_same_day_or_a_first_actor_in_common_there_is_no_pair() -> None:
    one = development("a", "2024-10-18", title=SHUT, actors=["guard"])
    assert found(one, development("b", "2024-10-19", title=CLOSED, actors=["guard"])) == []
    assert found(one, development("b", "2024-10", title=CLOSED, actors=["guard"])) == []
    assert found(one, development("b", "2024-10-18", title=CLOSED, actors=["pilots", "guard"])) == []
    assert found(one, development("b", "2024-10-18?", title=CLOSED, actors=["guard"])) == [("b", "a")]


@pytest.mark.parametrize(
    ("one", "other", "are_similar"),
    [
        (SHUT, CLOSED, True),
        ("Guard shuts lock", "The guard has shut the lock, and the pilots protest against it at the gate", True),
        ("Guard shuts the lock", "Guard opens the lock", False),
        ("Guard shuts the lock of the north", "Guard shuts the lock of the south", True),
        ("Guard counts 300 ships at the lock", "Guard counts 400 ships at the lock", False),
        ("Guard counts 1,300 ships at the lock", "Ships at the lock, as the guard counts them", True),
        ("Guard shuts the lock", "The pilots and the guard of the harbour speak of a lock that was shut by ice", True),
        ("Guard tells all pilots where ships may wait", "Guard shuts the northern lock, so ships wait", False),
        ("The guard has it that it was", "The guard has it that it was", False),
    ],
)
def test_titles_are_similar_by_half_of_the_words_of_the_shorter(one: str, other: str, are_similar: bool) -> None:
    assert (of_one_day(one, other, actors=["guard"]) != []) == are_similar


@given(st.lists(st.sampled_from([SHUT, CLOSED, "A ship", "Guard shuts a lock"]), min_size=2, max_size=6))
def test_an_entry_is_told_again_once_and_by_what_was_added_before(titles: list[str]) -> None:
    pairs = of_one_day(*titles, actors=["guard"])
    assert len({entry for entry, _ in pairs}) == len(pairs)
    assert all(other < entry for entry, other in pairs)


# Drafts


@pytest.fixture(scope="module")
def known() -> Corpus:
    sources = {"gazette-lock": source("https://example.org/lock")}
    shut = development("lock-shut", title=SHUT, actors=["guard"], sources=sources)
    wait = development("ships-wait", "2024-10-20", title="Ships wait at the lock", summary="The northern one.")
    gone = development("lock-sold", title=SHUT, actors=["guard"], state="retracted")
    feast = development("feast", "2020", title="A feast of the pilots", actors=["pilots"])
    return corpus(shut, wait, gone, feast, actor("guard"), actor("pilots"))


def test_a_draft_tells_again_what_rests_on_its_source_or_has_its_day_and_title(known: Corpus) -> None:
    by_source = similar.duplicates(known, draft("Quite another", "2023-01-01", urls=("http://m.example.org/lock#top",)))
    assert [(each.entry.id, each.common, each.is_by_source) for each in by_source] == [
        ("lock-shut", "the same main source", True)
    ]
    by_title = similar.duplicates(known, draft(CLOSED))
    assert [(each.entry.id, each.common) for each in by_title] == [("lock-shut", "the same day and a similar title")]


def test_a_draft_tells_again_what_has_its_day_and_title_whoever_acts_in_it(known: Corpus) -> None:
    found = similar.duplicates(known, draft(CLOSED, actors=("pilots", "guard")))
    assert [each.common for each in found] == ["the same day, `guard` and a similar title"]
    found = similar.duplicates(known, draft(CLOSED, actors=("pilots",)))
    assert [each.common for each in found] == ["the same day and a similar title"]
    assert similar.duplicates(known, draft(CLOSED, "2024-10-19")) == []
    assert similar.duplicates(known, similar.Draft(CLOSED)) == []


def test_akin_is_what_shares_rare_words_and_actors_the_likeliest_first(known: Corpus) -> None:
    assert [entry.id for entry in similar.akin(known, draft("Ships at the northern lock"))] == [
        "ships-wait",
        "lock-shut",
    ]
    assert [entry.id for entry in similar.akin(known, draft("Northern lock", "2024-10-20"))] == [
        "ships-wait",
        "lock-shut",
    ]
    assert [entry.id for entry in similar.akin(known, draft("Northern lock", "2024-10-01"))] == [
        "lock-shut",
        "ships-wait",
    ]
    assert [entry.id for entry in similar.akin(known, draft("Feast", actors=("pilots",)))] == ["feast"]
    assert [entry.id for entry in similar.akin(known, draft("Ships at the northern lock"), 1)] == ["ships-wait"]
    assert similar.akin(known, draft("Lock")) == []


def test_what_weighs_little_in_a_title_makes_nothing_akin() -> None:
    guard = actor("guard", name="Northern Guard", also_known_as=["Guard of the North"])
    days = [development(f"day-{n}", title="The guard stands at the north gate", actors=["guard"]) for n in range(9)]
    of = corpus(guard, *days, development("parade", title="Parade of the guard at the old lock"))
    assert similar.akin(of, draft("Northern Guard at a gate", actors=("guard",)), 1) != []
    found = similar.akin(of, draft("Northern Guard holds a parade by the lock", actors=("guard",)))
    assert [entry.id for entry in found] == ["parade"]
    assert similar.akin(of, draft("Guard of the North fires at whales near a gate", actors=("guard",))) == []


def test_a_source_that_is_declared_already_is_known_by_its_address(known: Corpus) -> None:
    urls = ["https://www.example.org/lock/", "https://example.org/other"]
    (url, declared), *more = similar.declared(known, urls).items()
    assert (url, declared.source.id, declared.entry.id, more) == (urls[0], "gazette-lock", "lock-shut", [])
