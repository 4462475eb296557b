"""Addresses: every one from any page, and none that two things share."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import links

IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
REFERENCES = st.tuples(IDS, IDS).map("#".join)
PAGES = st.one_of(
    st.just(links.HOME),
    st.sampled_from(sorted(links.INDEXES.values())),
    st.tuples(st.sampled_from(sorted(links.INDEXES)), IDS).map(lambda pair: links.entry(*pair)),
    REFERENCES.map(links.history),
    st.integers(1, 9999).map(links.chronology),
)
TARGETS = st.one_of(
    PAGES, REFERENCES.map(links.claim), st.tuples(IDS, st.integers(0, 99)).map(lambda p: links.statement(*p))
)


@given(PAGES, TARGETS)
def test_a_relative_link_leads_where_it_should_from_any_page(origin: str, target: str) -> None:
    for root in ("https://example.org/", "https://example.org/a/folder/", "file:///a/site/"):
        assert urljoin(root + origin, links.relative(origin, target)) == root + target


@given(PAGES)
def test_a_link_to_the_page_itself_is_never_empty(page: str) -> None:
    assert links.relative(page, page)
    assert links.relative(page, f"{page}#top") == "#top"


@given(REFERENCES, REFERENCES)
def test_no_two_claims_share_an_address(one: str, other: str) -> None:
    if one != other:
        assert links.claim(one) != links.claim(other)
        assert links.history(one) != links.history(other)


def test_a_link_goes_up_no_further_than_it_must() -> None:
    assert links.relative("actors/a.html", "actors/b.html") == "b.html"
    assert links.relative("actors/a.html", "index.html") == "../index.html"


def test_a_link_to_the_web_is_left_as_it_is() -> None:
    assert links.relative("actors/a.html", "https://example.org/a#b") == "https://example.org/a#b"


@pytest.mark.parametrize(
    "anchor", ["summary", "sources", "backlinks", "statement-1", "quotation-12", "2024", "2024-10"]
)
def test_an_anchor_that_pages_use_themselves_is_taken(anchor: str) -> None:
    assert links.is_taken(anchor)


@pytest.mark.parametrize(
    "anchor", ["sent", "statement", "statement-one", "summary-of-it", "2024-10-18", "gazette-2024"]
)
def test_any_other_anchor_is_free(anchor: str) -> None:
    assert not links.is_taken(anchor)


@given(st.integers(0, 999))
def test_the_anchor_of_a_statement_is_taken(number: int) -> None:
    assert links.is_taken(links.statement_anchor(number))
