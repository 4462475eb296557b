"""References in hand-written pages, and what only looks like one."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import references
from generator.output import Neighbour

KNOWN = {"a": Neighbour("developments/a.html", "Title"), "a#sent": Neighbour("developments/a.html#sent", "Claim")}


def link(text: str, here: str = "contribute/index.html") -> str:
    return references.link(text, here, KNOWN.get)


def test_id_becomes_a_link_with_the_title_of_its_page() -> None:
    assert link("See [[a]].") == 'See <a href="../developments/a.html">Title</a>.'
    assert link("[[a#sent]]", "method.html") == '<a href="developments/a.html#sent">Claim</a>'


def test_words_stand_in_place_of_the_title() -> None:
    assert link("[[a|that one]]") == '<a href="../developments/a.html">that one</a>'
    assert link("[[ a | that one ]]") == '<a href="../developments/a.html">that one</a>'
    assert link("[[a|that\none]]") == '<a href="../developments/a.html">that one</a>'


@pytest.mark.parametrize(
    "text",
    [
        "[[unknown]]",
        "`[[a]]`",
        "``a ` [[a]]``",
        "```yaml\ntext: [[a]]\n```",
        "~~~\n[[a]]\n~~~\n",
        "```\n[[a]]\nnever closed",
        "\\[[a]]",
        "[a](b.md)",
        "[[a]",
    ],
)
def test_code_and_other_brackets_stay_as_they_are(text: str) -> None:
    assert link(text) == text


def test_reference_after_code_is_one() -> None:
    assert link("`x` [[a]] `y`").count("<a ") == 1
    assert link("```\nx\n```\n\n[[a]]").count("<a ") == 1


def test_targets_are_those_that_would_be_linked() -> None:
    assert list(references.targets("[[a]] `[[b]]` [[c#d|words]]\n```\n[[e]]\n```")) == ["a", "c#d"]


@given(st.text(alphabet="ab*_`[]()<>&!#\\~|.국 ", min_size=1).filter(str.strip))
def test_title_is_shown_as_it_is(title: str) -> None:
    text = references.link("[[a]]", "b.html", {"a": Neighbour("c.html", title)}.get)
    shown = re.fullmatch(r'<p><a href="c.html">(.*)</a></p>', markdown.markdown(text), re.DOTALL)
    assert shown
    assert html.unescape(re.sub("</?span[^>]*>", "", shown[1])) == title.strip()
