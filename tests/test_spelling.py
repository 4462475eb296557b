"""The likely spelling of an id: as good as a comparison with all, at the price of a few."""

import difflib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import rules
from generator.spelling import Known
from tests.entries_of import corpus, development, statement

ENTRIES = Path(__file__).parent.parent / "entries"
IDS = sorted({path.stem for path in ENTRIES.rglob("*.yaml")})
SIMILAR = [f"garam-bridge-{number:05}" for number in range(4_000)]


def slip(word: str, chance: random.Random) -> str:
    """The word with a letter left out, added, changed or swapped with the next."""
    at, letter = chance.randrange(len(word)), chance.choice("abcdefghijklmnopqrstuvwxyz0123456789-")
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
    )


def of_all(word: str, words: list[str]) -> str:
    return next(iter(difflib.get_close_matches(word, words, 1)), "")


@pytest.mark.parametrize("slips", [1, 2])
def test_a_likely_spelling_is_the_one_that_a_comparison_with_all_ids_finds(slips: int) -> None:
    known, chance = Known(IDS), random.Random(slips)
    # With two slips in a word of a few letters, what is closest is a matter of luck.
    for word in (id_ for id_ in IDS[::4] if len(id_) > 4 * slips):
        slipped = word
        for _ in range(slips):
            slipped = slip(slipped, chance)
        assert known.likely(slipped) == of_all(slipped, IDS)


@pytest.mark.parametrize(
    ("word", "likely"),
    [("pwk", "wpk"), ("aarmy", "army"), ("amry", "army"), ("sumit-held", "summit-held"), ("xyz", ""), ("", "")],
)
def test_short_words_are_found_and_what_is_like_nothing_is_not(word: str, likely: str) -> None:
    assert Known(["wpk", "army", "summit-held", "armada", "xenon"]).likely(word) == likely


def test_three_thousand_wrong_ids_are_each_compared_with_a_few() -> None:
    known = Known([*SIMILAR, *IDS])
    wrong = [f"garam-bridg-{number:05}" for number in range(3_000)]
    assert max(len(known.candidates(word)) for word in wrong) <= 8
    assert [known.likely(word) for word in wrong[::100]] == SIMILAR[:3_000:100]


@given(st.lists(st.text(st.sampled_from("ab-"), max_size=6), max_size=8), st.text(st.sampled_from("ab-"), max_size=6))
def test_a_known_word_is_its_own_likely_spelling_and_order_does_not_matter(words: list[str], word: str) -> None:
    assert Known(words).likely(word) == Known(reversed(words)).likely(word)
    if word:
        assert Known([*words, word]).likely(word) == word


def test_a_dangling_link_is_told_with_its_likely_spelling() -> None:
    entries = [development(id_, text="See [[bridge-closd]].") for id_ in ("bridge-closed", "bridge-opened")]
    (first, second) = [finding for finding in rules.check(corpus(*entries)) if finding.code == "dangling-link"]
    assert first.help == second.help == "did you mean `bridge-closed`?"


def test_a_dangling_claim_is_told_with_those_of_its_entry() -> None:
    claims = {"ferry-sailed": {"text": "It sailed."}, "ferry-full": {"text": "It was full."}}
    says = [statement("ferry-sailde", "office"), statement("arrived", "office")]
    here = development("here", claims=claims, statements=says, text="[[here#ferry-ful]] [[there#ferry-sailed]]")
    there = development("there", claims={"bridge-open": {"text": "It opened."}})
    found = [finding.help for finding in rules.check(corpus(here, there)) if finding.code == "dangling-claim"]
    assert found == [
        "did you mean `ferry-sailed`?",
        "claims of `here`: `ferry-sailed`, `ferry-full`",
        "did you mean `here#ferry-full`?",
        "claims of `there`: `bridge-open`",
    ]
