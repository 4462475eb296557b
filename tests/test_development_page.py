"""What the page of a development tells of its sources, sides and links, and how it is cited."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import build
from generator.corpus import Corpus
from generator.site import Site
from generator.views import cite, linked, previews, sides, sources
from tests.entries_of import A_SOURCE, actor, corpus, corpus_of, development, publisher, statement, the_claim

DAY = datetime.date(2026, 11, 24)
URL = "https://example.org/site/"


def site(*entries: Any, url: str = "") -> Site:
    return Site(corpus(*entries), "Example Lake & shores", url)


def forms(entry: Any, url: str = "", *, claim: bool = False) -> dict[str, str]:
    """The citations of an entry's page, or of a claim on it, as text."""
    made = (cite.of_claim if claim else cite.of_page)(site(entry, url=url), entry, DAY)
    return {citation.form: citation.text.striptags() for citation in made}


# Citing.


def test_page_is_cited_by_its_title_collection_day_and_full_address() -> None:
    assert forms(development("ferry", title="The ferry stops"), URL) == {
        "Chicago": "“The ferry stops.” Example Lake & shores. Last modified November 24, 2026. "
        "https://example.org/site/developments/ferry.html.",
        "APA": "The ferry stops. (2026, November 24). Example Lake & shores. "
        "https://example.org/site/developments/ferry.html",
        "BibTeX": "@misc{ferry, title = {{The ferry stops}}, howpublished = {Example Lake \\& shores}, year = {2026}, "
        "note = {Last modified November 24, 2026}, url = {https://example.org/site/developments/ferry.html} }",
        "Link": "https://example.org/site/developments/ferry.html",
    }


def test_page_of_a_site_whose_address_is_not_known_is_cited_by_its_place_in_it() -> None:
    assert forms(development("ferry"))["Link"] == "developments/ferry.html"


def test_claim_is_cited_with_the_page_that_it_stands_on() -> None:
    entry = development("ferry", title='Arland: "we stopped nothing"', claims={"stopped": {"text": "It stopped."}})
    told = forms(entry, URL, claim=True)
    assert told["Link"].endswith("developments/ferry.html#‹claim›")
    assert told["Chicago"].startswith("“‹words›.” Claim in “Arland: ‘we stopped nothing’,” Example Lake")
    assert told["APA"].startswith("‹words› [Claim in “Arland: ‘we stopped nothing’”]. (2026, November 24).")
    assert told["BibTeX"].startswith("@misc{ferry.‹claim›, title = {{‹code›}},")


@pytest.mark.parametrize(
    ("title", "begins"),
    [("Who stopped it?", "“Who stopped it?” Example"), ("Pyongyang: 50 % of it", "“Pyongyang: 50 % of it.” Example")],
)
def test_title_that_asks_takes_no_full_stop(title: str, begins: str) -> None:
    assert forms(development("ferry", title=title))["Chicago"].startswith(begins)


@given(st.text("&%$#_{}~^\\ab", min_size=1, max_size=20).filter(lambda text: text.strip()))
def test_no_character_of_a_title_means_anything_in_bibtex(title: str) -> None:
    code = cite.of_page(site(), development("ferry", title=title), DAY)[2].text.unescape()
    line = code.splitlines()[1].removeprefix("  title = {{").removesuffix("}},")
    for name, sign in (("textbackslash", "\\"), ("textasciitilde", "~"), ("textasciicircum", "^")):
        line = line.replace(f"\\{name}{{}}", f"\0{ord(sign)}\0")
    plain = line.replace("\\", "")
    assert not any(sign in line.replace(f"\\{sign}", "") for sign in "&%$#_{}~^")
    for sign in "\\~^":
        plain = plain.replace(f"\0{ord(sign)}\0", sign)
    assert plain == title.strip()


# Sources.


def repeats(id_: str, found: Corpus) -> list[str]:
    return [link.words for link in sources.view(Site(found, "Site"), id_, 1).repeats]


def test_source_tells_whom_it_repeats_step_by_step() -> None:
    found = corpus(
        publisher("agency", speaks_for="arland"),
        publisher("paper", name="The Paper"),
        actor("arland", kind="state", name="Republic of Arland", short="Arland"),
        actor("ministry", name="Ministry of Ferries", speaks_for="arland"),
        development(
            "ferry",
            sources={
                "own": A_SOURCE | {"publisher": "agency"},
                "own-in-english": A_SOURCE | {"publisher": "agency", "origin": "own"},
                "of-the-state": A_SOURCE | {"publisher": "agency", "origin": "ministry"},
                "copy": A_SOURCE | {"publisher": "paper", "origin": "own-in-english"},
                "copy-of-a-copy": A_SOURCE | {"origin": "copy"},
                "of-the-ministry": A_SOURCE | {"origin": "ministry"},
            },
        ),
    )
    assert repeats("own", found) == []
    assert repeats("own-in-english", found) == [], "another version of one's own text repeats nobody"
    assert repeats("of-the-state", found) == [], "a medium of the state is its voice"
    assert repeats("copy", found) == ["Agency"]
    assert repeats("copy-of-a-copy", found) == ["The Paper", "Agency"]
    assert repeats("of-the-ministry", found) == ["Ministry of Ferries"]


def test_sources_that_repeat_each_other_end_where_the_circle_closes() -> None:
    given_sources = {"one": A_SOURCE | {"origin": "two"}, "two": A_SOURCE | {"publisher": "Two", "origin": "one"}}
    assert repeats("one", corpus(development("ferry", sources=given_sources))) == ["Two"]


def test_day_of_reading_is_told_where_it_is_not_the_usual_one() -> None:
    days = {"a": "2024-10-19", "b": "2024-10-20", "c": "2024-10-20"}
    given_sources = {id_: A_SOURCE | {"accessed": day} for id_, day in days.items()}
    found = Site(corpus(development("ferry", sources=given_sources)), "Site")
    assert sources.usual_day([sources.view(found, id_, 1) for id_ in given_sources]) == "20 October 2024"
    assert sources.usual_day([]) == ""


# Sides.


def test_voices_stand_on_the_side_that_they_took_last() -> None:
    said = [
        statement("affair#done", "north", "denies", date="2025-01-02"),
        statement("affair#done", "south", date="2025-01-03"),
        statement("affair#done", "north-office", "ambiguous", date="2025-01-04"),
        statement("affair#done", "gazette-daily", date="2025-01-05"),
    ]
    found = corpus_of(*said)
    taken = sides.sides(Site(found, "Site"), the_claim(found))
    assert [(side.stance.word, [voice.name for voice in side.voices]) for side in taken] == [
        ("asserts", ["South", "Gazette Daily"]),
        ("ambiguous", ["North Office"]),
    ]
    assert taken[1].voices[0].date == "4 Jan 2025"
    assert taken[1].voices[0].address == "developments/said-02.html#statement-1"


# Links.


def related(*ids: str, kind: str = "related") -> list[dict[str, str]]:
    return [{"type": kind, "to": id_, "note": f"Note on {id_}"} for id_ in ids]


def found_links(entry: Any, *others: Any) -> linked.Linked:
    return linked.linked(site(entry, *others), entry, "developments/own.html")


def test_few_links_are_told_in_words_alone() -> None:
    own = development("own", relations=related("one"))
    two = development("two", "2024-10-20", relations=related("own", kind="responds-to"))
    found = found_links(own, development("one", "2024-10-19"), two)
    assert found.drawing == ""
    assert [(kind, [event.title for event in events]) for kind, events in found.relations] == [
        ("Answered by", ["Title of two"]),
        ("Related to", ["Title of one"]),
    ]


def test_what_was_retracted_is_among_the_links_of_what_relates_to_it_and_its_own_relations_are_not_told() -> None:
    own = development("own", relations=related("gone", kind="responds-to") + related("one", "two"))
    few = development("few", relations=related("gone"))
    gone = development("gone", "2024-10-01", state="retracted", relations=related("own", "one", kind="part-of"))
    others = [development(id_, "2024-10-01") for id_ in ("one", "two")]
    ((_, (event,)),) = found_links(few, gone).relations
    assert (event.address, event.note, event.badge) == ("developments/gone.html", "retracted", None)
    drawing = found_links(own, gone, *others).drawing
    assert "Responds to: Note on gone (retracted)" in drawing.striptags()
    assert drawing.count("<path") == 3


def test_more_links_are_drawn_and_told_once() -> None:
    own = development("own", relations=related("one", "two"), text="It led to [[three]].")
    others = [development(id_, f"2024-10-2{number}") for number, id_ in enumerate(("one", "two", "three"))]
    found = found_links(own, *others)
    words = found.drawing.striptags()
    assert "Related to: Note on one Title of one" in words
    assert "Names Title of three" in words
    assert found.relations == []


def test_what_an_entry_is_not_to_be_confused_with_is_told_on_both_pages_and_not_drawn() -> None:
    own = development("own", relations=[*related("one", "two", "three"), *related("other", kind="distinct-from")])
    others = [development(id_, f"2024-10-2{n}") for n, id_ in enumerate(("one", "two", "three"))]
    other = development("other", "2024-11", relations=related("one", "two"))
    found, back = found_links(own, *others, other), found_links(other, own, *others)
    assert "Title of other" not in found.drawing
    for links, title in ((found, "Title of other"), (back, "Title of own")):
        told = [(kind, [event.title for event in events]) for kind, events in links.relations]
        assert ("Not to be confused with", [title]) in told


def test_that_two_are_distinct_is_no_arc_between_them() -> None:
    own = development("own", relations=related("one", "two", "three"))
    one = development("one", "2024-10-19", relations=related("two", kind="distinct-from"))
    others = one, development("two", "2024-10-20"), development("three", "2024-10-21")
    assert 'class="others"' not in found_links(own, *others).drawing
    plain = development("one", "2024-10-19", relations=related("two"))
    assert 'class="others"' in found_links(own, plain, *others[1:]).drawing


def test_what_is_more_than_a_drawing_holds_stands_in_lists() -> None:
    ids = [f"other-{number:02}" for number in range(15)]
    own = development("own", relations=related(*ids))
    found = found_links(own, *(development(id_, "2024-11") for id_ in ids))
    drawn = found.drawing.count("<a ")
    ((kind, events),) = found.relations
    assert (kind, drawn, len(events)) == ("Related to", 12, 3)


def test_texts_that_name_an_entry_or_its_claims_are_quoted_up_to_twelve() -> None:
    own = development("own", claims={"done": {"text": "It was done."}})
    texts = [development(f"text-{n:02}", "2024-11", text=f"Text {n} names [[own#done|it]].") for n in range(14)]
    speaker = development("speaker", sources={"gazette": A_SOURCE}, statements=[statement("own#done", "paper")])
    found = found_links(own, *texts, speaker, publisher("paper"))
    assert len(found.naming) == 14
    assert (len(found.quoted), len(found.further)) == (12, 2)
    assert found.quoted[0].reasons == ("Text 0 names it.",)


# Old names and old places.


def body(path: str, *entries: Any) -> str:
    """The page at an address, of a site with these entries."""
    return next(page.body for page in build.pages(corpus(*entries), "Example") if page.path == path)


def test_source_is_found_under_its_old_ids_too() -> None:
    own = development("own", sources={"gazette": A_SOURCE | {"aliases": ["gazette-1", "paper"]}}, text="So. [@gazette]")
    assert 'id="gazette" value="1"><span id="gazette-1"></span><span id="paper"></span>' in body(
        "developments/own.html", own
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("published", '<a href="new.html#done">It was done.</a>'),
        ("retracted", "one that is not published"),
        ("draft", "one that is not published"),
    ],
)
def test_claim_that_moved_away_has_its_place_on_the_page(state: str, words: str) -> None:
    claims = {"done": {"text": "It was done.", "aliases": ["did", "before#seen"]}}
    left = development("left", aliases=["before"])
    page = body("developments/left.html", left, development("new", claims=claims, state=state))
    assert f'<p class="aside" id="seen">A claim that stood here is now part of another: {words}</p>' in page
    assert 'id="did"' not in page


def test_claim_that_moved_here_before_its_entry_did_is_found_under_its_old_id() -> None:
    claims = {"done": {"text": "It was done.", "aliases": ["left#seen", "seen", "did"]}}
    page = body("developments/new.html", development("new", aliases=["left"], claims=claims))
    assert [page.count(f'<span id="{id_}"></span>') for id_ in ("seen", "did", "done")] == [1, 1, 0]


def test_tombstone_lists_the_sources_that_others_cite() -> None:
    sources = {"gazette": A_SOURCE, "other": A_SOURCE}
    gone = development("gone", state="retracted", sources=sources, text="So. [@other]")
    north = actor("north", description="An army. [@gazette]")
    page = body("developments/gone.html", gone, north)
    assert 'id="gazette"' in page
    assert 'id="other"' not in page
    assert 'href="../developments/gone.html#gazette"' in body("actors/north.html", gone, north)


def test_publisher_lists_the_texts_that_are_declared_where_something_was_retracted_and_cited_elsewhere() -> None:
    sources = {id_: A_SOURCE | {"publisher": "paper"} for id_ in ("gazette", "other")}
    gone = development("gone", state="retracted", sources=sources, text="So. [@other]")
    page = body("publishers/paper.html", gone, development("own", text="So. [@gazette]"), publisher("paper"))
    assert 'id="gazette"' in page
    assert 'id="other"' not in page


# Previews.


def test_previews_are_of_what_a_text_links_to_each_once_and_not_of_the_page_itself() -> None:
    own = development("own", claims={"done": {"text": "It was done."}})
    text = "See [[one]], [[one|again]], [[own#done]], [[north]] and [[gone]]. [@gazette]"
    one = development("one", summary="Something happened.")
    north = actor("north", kind="armed-force", name="The North", description="An army. It is made up.")
    found = previews.previews(site(own, one, north), "own", (text, None), ["north"])
    assert [(preview.address, preview.title, preview.kind, preview.words) for preview in found] == [
        ("developments/one.html", "Title of one", "18 October 2024", "Something happened."),
        ("actors/north.html", "The North", "armed force", "An army."),
    ]


def test_previews_of_a_page_keep_within_their_room() -> None:
    others = [development(f"other-{number}", summary="word " * 79) for number in range(20)]
    text = " ".join(f"[[{other.id}]]" for other in others)
    found = previews.previews(site(*others), "own", (text,))
    assert 0 < sum(len(preview.title) + len(preview.words) for preview in found) <= previews.ROOM
