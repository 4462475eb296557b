"""Shells: cut at their tokens and filled with values, in which nothing counts as a token."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from generator import shell
from generator.output import Heading, Neighbour, Page, outline

FREE = st.text(alphabet=st.characters(codec="utf-8"))
NAMES = st.sampled_from(["title", "body", "before_url"])
ADDRESSES = shell.Addresses(
    site="https://example.org/",
    edit="https://example.org/edit/{path}",
    report="https://example.org/report?p={path}&t={title}",
)


def page(path: str = "developments/a.html", title: str = "A", body: str = '<h1 id="top">A</h1>') -> Page:
    return Page(path, title, "", body, "chronology", datetime.date(2024, 10, 18))


@given(st.lists(st.tuples(FREE, NAMES)), st.fixed_dictionaries(dict.fromkeys(["title", "body", "before_url"], FREE)))
def test_filling_replaces_every_token_and_nothing_else(pieces: list[tuple[str, str]], values: dict[str, str]) -> None:
    html = "".join(text + shell.token(name) for text, name in pieces)
    assert shell.fill(shell.cut(html), values) == "".join(text + values[name] for text, name in pieces)


def test_token_in_a_title_is_text() -> None:
    html = shell.fill(shell.cut(shell.token("title")), {"title": shell.token("body")})
    assert html == shell.token("body")


def test_frame_is_asked_for_once_per_variant() -> None:
    asked: list[shell.Variant] = []

    def frame(kind: shell.Variant) -> str:
        asked.append(kind)
        return f"{kind.folder}: {shell.token('title')}"

    stamper = shell.Stamper(frame, shell.Addresses())
    pages = [page(title="A & B"), page(title="C"), page("actors/x.html")]
    assert [stamper.stamp(each, outline(each.body)) for each in pages] == [
        "developments: A &amp; B",
        "developments: C",
        "actors: A",
    ]
    assert [kind.folder for kind in asked] == ["developments", "actors"]


def test_variants_tell_apart_all_that_changes_a_frame() -> None:
    plain = page()
    fields = {
        "description": "About it",
        "before": Neighbour("a.html", "A"),
        "after": Neighbour("a.html", "A"),
        "source": "a.yaml",
        "section": "actors",
        "path": "actors/a.html",
        "body": '<h1 id="top">A</h1><h2 id="more">More</h2>',
    }
    kinds = {shell.variant(plain, outline(plain.body))}
    for name, value in fields.items():
        changed = _changed(plain, name, value)
        kinds.add(shell.variant(changed, outline(changed.body)))
    assert len(kinds) == 1 + len(fields)


def _changed(plain: Page, name: str, value: object) -> Page:
    given = {field: getattr(plain, field) for field in Page.__slots__}
    return Page(**{**given, name: value})


def test_tokens_stand_only_where_such_a_page_has_a_value() -> None:
    kind = shell.variant(page(), outline(page().body))
    present = {name for name, value in shell.tokens(kind, shell.Addresses()).items() if value}
    assert present == {"title", "head", "skip", "body"}
    assert shell.tokens(kind, ADDRESSES)["canonical"]
    assert shell.neighbours(kind) == (None, None)


def test_contents_leave_out_the_title_and_nest_by_level() -> None:
    levels = [(1, "top"), (2, "a"), (3, "b"), (4, "c"), (2, "d")]
    html = shell.contents([Heading(level, id_, f"<{id_}>", "") for level, id_ in levels])
    assert html.count("<ul") == 2
    assert [html.index(f'href="#{id_}"') for _, id_ in levels[1:]] == sorted(
        html.index(f'href="#{id_}"') for _, id_ in levels[1:]
    )
    assert "&lt;b&gt;" in html
    assert '"#top"' not in html


@given(st.lists(st.integers(2, 6)))
def test_contents_list_every_heading_once(levels: list[int]) -> None:
    headings = [Heading(1, "top", "Top", ""), *(Heading(level, f"h{n}", "X", "") for n, level in enumerate(levels))]
    html = shell.contents(headings)
    assert [html.count(f'href="#h{n}"') for n in range(len(levels))] == [1] * len(levels)
    assert html.count("<li") == html.count("</li>") == len(levels)


@given(FREE)
def test_addresses_quote_whatever_a_title_holds(title: str) -> None:
    link = ADDRESSES.report_link("a/b.html", title)
    assert link.startswith("https://example.org/report?p=a%2Fb.html&t=")
    assert not set(link) & set(" <>\"'\n")


def test_addresses_that_are_not_set_give_no_link() -> None:
    nowhere = shell.Addresses()
    assert (nowhere.canonical("a.html"), nowhere.edit_link("a.yaml"), nowhere.report_link("a.html", "A")) == (
        "",
        "",
        "",
    )
    assert ADDRESSES.edit_link("") == ""
