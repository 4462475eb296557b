"""The pages of claims: the ledger as of any day, matrices, histories, disagreements and evidence gaps."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import build, links, words
from generator.corpus import Corpus
from generator.model import Claim
from generator.output import Page
from generator.site import Site
from generator.views import groups, histories, matrix
from tests import ledger_page
from tests.entries_of import A_SOURCE, actor, corpus, corpus_of, day, development, publisher, statement, theme
from tests.html_page import Element, HtmlPage

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "tests" / "site"
# What the frame of a page adds to its body, about.
FRAME = 16_000
HEAVIEST = 200_000


def pages_of(found: Corpus) -> dict[str, Page]:
    return {page.path: page for page in build.pages(found, "Example")}


def html(found: Corpus, path: str) -> HtmlPage:
    return HtmlPage(pages_of(found)[path].body)


def texts(page: HtmlPage, tag: str, within: Element) -> list[str]:
    return [page.text(e) for e in page.of(tag) if within in e.ancestors() and e is not within]


def section(page: HtmlPage, anchor: str) -> str:
    """The text between a heading and the next one of its level."""
    heading = next(e for e in page.elements if e.attributes.get("id") == anchor)
    after = page.elements[page.elements.index(heading) + 1 :]
    end = next((e for e in after if e.tag == heading.tag), None)
    inside = False
    found = []
    for element, text in page.pieces:
        inside = (inside or heading in element.ancestors()) and not (end and end in element.ancestors())
        found.append(text if inside else "")
    return " ".join("".join(found).split())


@pytest.fixture(scope="module", params=["made up", "shipped"])
def known(request: pytest.FixtureRequest) -> Corpus:
    """The made-up entries, and those of this repository."""
    found = build.build(MADE_UP if request.param == "made up" else ROOT).corpus
    assert found
    return found


# The ledger as of any day.


def days_of(found: Corpus, claim: Claim) -> Iterator[datetime.date]:
    """Every day on which something was said of a claim, with the days around it, up to the corpus' own."""
    around = (row.day + datetime.timedelta(by) for row in found.rows[claim.reference] for by in (-1, 0, 1))
    yield from sorted({date for date in around if date <= found.day})


def test_ledger_tells_of_every_day_what_the_corpus_makes_of_it(known: Corpus) -> None:
    page = html(known, links.LEDGER)
    told = {row.claim: row for row in ledger_page.rows(page)}
    assert len(told) == len(known.shown_claims)
    for claim in known.shown_claims.values():
        row = told[links.relative(links.LEDGER, links.claim(claim.reference))]
        for date in days_of(known, claim):
            assert row.told(date) == ledger_page.told_by_corpus(known, claim, date), (claim.reference, date)


def test_row_of_the_ledger_says_in_words_how_its_status_was_before() -> None:
    found = corpus_of(
        statement("affair#done", "gazette-daily", date="2024-10-01"),
        statement("affair#done", "north", "denies", date="2024-10-02"),
        statement("affair#done", "north", date="2024-10-05"),
        about=("north",),
    )
    row = html(found, links.LEDGER).text()
    assert "Since 5 Oct 2024; before that contested from 2 Oct 2024, single origin from 1 Oct 2024." in row


def test_claim_that_nobody_has_spoken_to_stands_in_the_ledger_of_the_latest_day_alone() -> None:
    page = html(corpus_of(), links.LEDGER)
    (row,) = ledger_page.rows(page)
    assert row.told(day("2026-01-01")) is None
    assert "nobody yet" in page.text()
    assert page.of("form") == []


def ledger_of(count: int) -> Corpus:
    """So many claims as long as the collection's are, each asserted by one voice and denied by another."""
    text = "Mines were laid along the road that leads from the pier over the hill to the lake."
    both = {"gazette": A_SOURCE}
    entries = [
        development(
            f"said-of-the-pier-and-the-road-{number:04}",
            f"{2024 + number % 2}-10-18",
            title="Lake Gazette: mines are laid along the road to the pier",
            sources=both if not number else {},
            claims={"mines-laid": {"text": text, "about": ["north"]}},
            statements=[statement("mines-laid", "gazette-daily")]
            + ([statement("mines-laid", "north", "denies")] if number % 3 == 0 else []),
        )
        for number in range(count)
    ]
    return corpus(*entries, actor("north", kind="state"), publisher("gazette-daily"))


def test_ledger_stays_whole_and_light_up_to_three_hundred_claims() -> None:
    made = pages_of(ledger_of(300))
    assert len(ledger_page.rows(HtmlPage(made[links.LEDGER].body))) == 300
    assert len(made[links.LEDGER].body.encode()) < HEAVIEST - FRAME
    assert "claims/2024.html" not in made


def test_longer_ledger_leads_to_its_years_below_what_is_contested() -> None:
    made = pages_of(ledger_of(302))
    landing = HtmlPage(made[links.LEDGER].body)
    assert {row.status for row in ledger_page.rows(landing)} == {"contested"}
    assert landing.of("form") == []
    assert {"2024.html", "2025.html"} <= {e.attributes.get("href") for e in landing.of("a")}
    for year in ("claims/2024.html", "claims/2025.html"):
        part = HtmlPage(made[year].body)
        assert len(ledger_page.rows(part)) == 151
        assert len(part.of("form")) == 1


def test_shipped_pages_of_claims_are_light() -> None:
    found = build.build(ROOT).corpus
    assert found
    sizes = {path: len(page.body.encode()) for path, page in pages_of(found).items() if path.startswith("claims/")}
    assert {path: size for path, size in sizes.items() if size > HEAVIEST - FRAME} == {}


# Matrices.


def cells(page: HtmlPage) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """Each claim of a matrix by its address, and the positions in its row: of a cell with its column, and of others."""
    for row in (e for e in page.of("tr") if e.parent and e.parent.tag == "tbody"):
        inside = [e for e in page.elements if row in e.ancestors()]
        names = [e.attributes["data-v"] for e in inside if "data-v" in e.attributes]
        positions = [page.text(e) for e in inside if e.tag == "b"]
        others = [page.text(e) for e in inside if e.tag == "a" and e.parent and e.parent.tag == "li"]
        link = next(e for e in inside if e.tag == "a")
        yield link.attributes["href"], set(zip([*names, *others], positions, strict=True))


def test_matrix_of_a_theme_or_development_holds_every_position_once(known: Corpus) -> None:
    site = Site(known, "Example")
    made = pages_of(known)
    for entry in (*known.shown.values(), *known.themes.values()):
        path = links.matrix(site.address(entry))
        found = matrix.claims_of(site, entry)
        assert (path in made) == matrix.has_matrix(site, found)
        if path in made:
            told = dict(cells(HtmlPage(made[path].body)))
            assert len(told) == len(found)
            for claim in found:
                expected = ledger_page.told_by_corpus(known, claim, known.day)
                positions = set(expected.positions) if expected else set()
                assert told[links.relative(path, links.claim(claim.reference))] == positions, claim.reference


def wide(speakers: int, claims: int = 3) -> Corpus:
    """A development with three claims, or more, on which so many voices speak."""
    voices = [f"voice-{number:02}" for number in range(speakers)]
    home = development(
        "affair",
        themes=["crossings"],
        sources={"gazette": A_SOURCE},
        claims={f"done-{number:03}": {"text": "It was done.", "about": ["north"]} for number in range(claims)},
        statements=[statement(f"done-{number:03}", voices) for number in range(claims)],
    )
    return corpus(home, theme("crossings"), actor("north", kind="state"), *(actor(voice) for voice in voices))


def test_matrix_has_few_columns_and_says_who_stands_under_others() -> None:
    page = html(wide(12), "developments/affair.matrix.html")
    assert len(page.of("th", scope="col")) == 1 + matrix.COLUMNS + 1
    assert page.texts("th")[1] == "North"
    assert "Voice 06, Voice 07, Voice 08, Voice 09, Voice 10 and Voice 11 stand under Others." in page.text()


def test_party_that_never_spoke_has_a_marked_and_empty_column() -> None:
    page = html(wide(2), "developments/affair.matrix.html")
    marked = page.of("td", **{"class": "party"})
    assert [page.text(cell) for cell in marked] == ["–"] * 3


def test_few_claims_or_one_voice_alone_make_no_matrix() -> None:
    assert "developments/affair.matrix.html" not in pages_of(wide(1))
    assert "developments/affair.matrix.html" not in pages_of(wide(2, claims=2))


def test_matrix_of_a_theme_with_hundreds_of_claims_leads_to_its_parts() -> None:
    claims = {f"done-{number}": {"text": "It was done.", "about": ["north"]} for number in range(160)}
    homes = [
        development(f"affair-{year}", str(year), themes=["crossings"], claims=claims, sources=sources)
        for year, sources in ((2023, {"gazette": A_SOURCE}), (2024, {}))
    ]
    said = [
        development(
            f"said-{year}",
            "2025-01-01",
            statements=[statement([f"affair-{year}#{id_}" for id_ in claims], ["north", "south"])],
        )
        for year in (2023, 2024)
    ]
    made = pages_of(corpus(*homes, *said, theme("crossings"), actor("north"), actor("south")))
    assert HtmlPage(made["themes/crossings.matrix.html"].body).of("table") == []
    for year in (2023, 2024):
        assert len(list(cells(HtmlPage(made[f"themes/crossings.matrix.{year}.html"].body)))) == 160


# Histories.

QUARREL = [
    statement("affair#done", "gazette-daily", date="2024-10-01"),
    statement("affair#done", "north-office", "silent", date="2024-10-02"),
    statement("affair#done", "north", "denies", date="2024-10-03"),
    statement("affair#done", "north-agency", "denies", date="2024-10-04"),
    statement("affair#done", "north", "ambiguous", date="2024-10-05"),
    statement("affair#done", "court", "silent", date="2024-10-06"),
]


def test_history_tells_voice_by_voice_how_each_turned_parties_first() -> None:
    page = html(corpus_of(*QUARREL, about=("north", "south")), "claims/affair.done.html")
    told = section(page, "voices")
    assert told.startswith(
        "Voice by voice North party silent 2 Oct 2024denies 3 Oct 2024ambiguous 5 Oct 2024 4 statements Gazette Daily"
    )


def test_history_tells_what_was_asked_and_never_answered() -> None:
    page = html(corpus_of(*QUARREL, about=("north", "south")), "claims/affair.done.html")
    told = section(page, "unanswered")
    assert "No word of South is recorded, though the claim is about it." in told
    assert "2 Oct 2024: North Office was asked and would not say; later denies, 3 Oct 2024." in told
    assert "6 Oct 2024: Court was asked and would not say; no answer since." in told


def test_question_that_all_answered_has_no_such_section() -> None:
    page = html(corpus_of(*[statement("affair#done", "north")] * 5, about=("north",)), "claims/affair.done.html")
    assert "unanswered" not in page.ids


def test_longest_histories_come_first() -> None:
    found = build.build(ROOT).corpus
    assert found
    told = histories.longest(Site(found, "Example"), 3)
    assert [question.statements for question in told] == sorted((q.statements for q in told), reverse=True)
    assert told[0].statements == max(len(rows) for rows in found.rows.values())


# Disagreements.


def test_claims_of_the_same_opponents_stand_together_whoever_asserts() -> None:
    home = development(
        "affair",
        sources={"gazette": A_SOURCE},
        claims={id_: {"text": f"It was {id_}."} for id_ in ("done", "undone", "redone")},
        statements=[
            statement(["done", "redone"], "north"),
            statement("done", "south", "denies"),
            statement("undone", "south"),
            statement("undone", "north", "denies"),
        ],
    )
    page = html(corpus(home, actor("north"), actor("south")), links.DISAGREEMENTS)
    told = section(page, "contested")
    assert told.startswith("Contradicted 2")
    assert "North against South 2 It was done." in told
    assert "It was undone." in told
    assert "redone" not in told


def test_what_was_contested_once_is_told_with_its_days() -> None:
    found = corpus_of(
        statement("affair#done", "gazette-daily", date="2024-10-01"),
        statement("affair#done", "north", "denies", date="2024-10-02"),
        statement("affair#done", "north", date="2024-10-05"),
        about=("north",),
    )
    assert "It was done. Since 5 Oct 2024; before that contested" in section(
        html(found, links.DISAGREEMENTS), "settled"
    )


def test_what_only_one_side_says_is_told_by_who_says_it_of_whom() -> None:
    own = html(corpus_of(statement("affair#done", "north-agency"), about=("north",)), links.DISAGREEMENTS)
    assert "North It was done." in section(own, "declared")
    other = html(corpus_of(statement("affair#done", "south"), about=("north",)), links.DISAGREEMENTS)
    assert "South of North It was done." in section(other, "of-others")
    answered = [statement("affair#done", "south"), statement("affair#done", "north", "ambiguous")]
    assert "None at present." in section(html(corpus_of(*answered, about=("north",)), links.DISAGREEMENTS), "of-others")
    outlet = html(corpus_of(statement("affair#done", "gazette-daily"), about=("north",)), links.DISAGREEMENTS)
    assert "None at present." in section(outlet, "of-others")


# Evidence gaps.


def gaps(*said: dict[str, object], **more: object) -> HtmlPage:
    return html(corpus_of(*said, about=("north",), **more), links.GAPS)


def test_claims_of_one_origin_are_told_by_that_origin() -> None:
    assert "Gazette Daily It was done." in section(gaps(statement("affair#done", "gazette-daily")), "single-origin")
    repeated = statement("affair#done", "south", **{"based-on": "gazette-daily"})
    assert "Gazette Daily It was done." in section(gaps(repeated), "single-origin")
    both = (statement("affair#done", "gazette-daily"), statement("affair#done", "south"))
    assert "None at present." in section(gaps(*both), "single-origin")


def test_claims_on_unnamed_sources_alone_are_told_by_who_tells_of_them() -> None:
    unnamed = statement("affair#done", "gazette-daily", unnamed="an official")
    assert "Gazette Daily It was done." in section(gaps(unnamed), "unnamed")
    assert "unnamed sources It was done." in section(gaps(unnamed), "single-origin")
    assert "None at present." in section(gaps(unnamed, statement("affair#done", "south")), "unnamed")


def copied(*cited: str) -> str:
    """What is told of a claim that these sources carry, of which `copy` repeats the south."""
    home = development(
        "affair",
        sources={"gazette": A_SOURCE, "copy": {**A_SOURCE, "origin": "south"}},
        claims={"done": {"text": "It was done."}},
        statements=[statement("done", "south") | {"source": list(cited)}],
    )
    return section(html(corpus(home, actor("south")), links.GAPS), "copies")


def test_claims_known_from_copies_alone_are_told_by_whom_these_repeat() -> None:
    assert "South It was done." in copied("copy")
    assert "None at present." in copied("copy", "gazette")


def test_parties_without_a_word_are_told_until_they_speak() -> None:
    assert "North It was done." in section(gaps(statement("affair#done", "south")), "unheard")
    silent = statement("affair#done", "north-office", "silent")
    assert "None at present." in section(gaps(statement("affair#done", "south"), silent), "unheard")


def test_what_was_due_is_told_until_an_entry_tells_what_became_of_it() -> None:
    due = development("due", "2024-12-01", occurrence="scheduled")
    ahead = development("ahead", "2027-12-01", occurrence="scheduled")
    told = section(html(corpus(due, ahead), links.GAPS), "due")
    assert "Title of due" in told
    assert "Title of ahead" not in told
    held = development("held", "2024-12-01", relations=[{"type": "implements", "to": "due"}])
    assert "None at present." in section(html(corpus(due, held), links.GAPS), "due")


def test_headlines_and_days_not_seen_are_counted_by_publisher() -> None:
    sources = {
        "seen": {**A_SOURCE, "publisher": "gazette-daily", "title": "A title", "published": "2024-10-01"},
        "headless": {**A_SOURCE, "publisher": "gazette-daily", "published": "2024-10-01"},
        "bare": A_SOURCE,
    }
    told = section(
        html(corpus(development("affair", sources=sources), publisher("gazette-daily")), links.GAPS), "unseen"
    )
    assert "without their headline (2) or without the day on which they were published (1)" in told
    assert "Gazette Daily 1 without headline" in told
    assert "Example Gazette 1 without headline, 1 without a day" in told


def test_groups_tell_of_all_and_list_what_fits() -> None:
    found = ledger_of(200)
    told = groups.gather(Site(found, "Example"), ((claim, [[claim.entry[-1]]]) for claim in found.claims.values()))
    assert told.total == 200
    assert sum(group.total for group in told.groups) == 200
    assert sum(len(group.items) for group in told.groups) == 150
    one = groups.gather(Site(found, "Example"), ((claim, [["all"]]) for claim in found.claims.values()))
    assert [(group.total, len(group.items)) for group in one.groups] == [(200, 60)]
    each = groups.gather(Site(found, "Example"), ((claim, [[claim.entry]]) for claim in found.claims.values()))
    assert (len(each.groups), each.left) == (40, 160)


# Signs.


def test_styles_put_the_signs_that_the_words_have() -> None:
    styles = (ROOT / "generator" / "assets" / "claims.css").read_text(encoding="utf-8")
    signs = dict(re.findall(r'^\.(\w+)::before { content: "(.) " / ""; }$', styles, re.MULTILINE))
    assert signs == {label.word: label.sign for label in words.STANCES.values()}
