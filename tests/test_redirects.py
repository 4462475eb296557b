"""Former addresses: of an entry, of each further page that it has, and of its claims."""

import re
from collections.abc import Iterator
from typing import Any

from generator.corpus import Corpus
from generator.exports import redirects
from tests.entries_of import A_SOURCE, corpus, development, place, publisher, statement, theme

CLAIMS: dict[str, Any] = {name: {"text": f"It was {name}.", "about": []} for name in ("done", "made", "seen")}
CLAIMS["done"]["aliases"] = ["did"]


def said() -> Iterator[dict[str, Any]]:
    for voice in ("one", "two", "three", "four", "five"):
        yield statement(["done", "made"] if voice == "one" else "done", f"the-{voice}")


def collection(**fields: Any) -> Corpus:
    """A development that was renamed, with a claim that was, too, and has a history; and a theme that was renamed."""
    new = development(
        "new",
        aliases=["old"],
        themes=["crossings"],
        sources={"gazette": A_SOURCE},
        claims=CLAIMS,
        statements=list(said()),
        **fields,
    )
    voices = (publisher(f"the-{voice}") for voice in ("one", "two", "three", "four", "five"))
    return corpus(new, theme("crossings", aliases=["bridges"]), *voices)


def targets(of: Corpus) -> dict[str, str]:
    """Where each former address leads, those of statuses left out."""
    files = (file for file in redirects.files(of) if not file.path.startswith("chronology/"))
    return {file.path: re.findall(r'content="0; url=([^"]*)"', file.content.decode())[0] for file in files}


def test_every_page_of_a_renamed_entry_leads_on() -> None:
    assert targets(collection()) == {
        "developments/old.html": "new.html",
        "developments/old.matrix.html": "new.matrix.html",
        "claims/old.done.html": "new.done.html",
        "claims/old.did.html": "new.done.html",
        "claims/new.did.html": "new.done.html",
        "themes/bridges.html": "crossings.html",
        "themes/bridges.matrix.html": "crossings.matrix.html",
    }


def test_further_pages_of_a_renamed_entry_lead_on() -> None:
    days = [(year, number) for year in (2023, 2024) for number in range(160)]
    named = [development(f"on-{year}-{number}", f"{year}", places=["pier"]) for year, number in days]
    led = targets(corpus(place("pier", aliases=["quay"]), *named))
    assert led == {
        "places/quay.html": "pier.html",
        "places/quay.2023.html": "pier.2023.html",
        "places/quay.2024.html": "pier.2024.html",
    }


def test_further_pages_of_texts_of_a_renamed_publisher_lead_on() -> None:
    source = A_SOURCE | {"publisher": "paper"}
    sources = {f"text-{number}": source | {"published": f"{2023 + number % 2}"} for number in range(301)}
    led = targets(corpus(development("new", sources=sources), publisher("paper", aliases=["gazette"])))
    assert led["publishers/gazette.sources-2024.html"] == "paper.sources-2024.html"


def test_retracted_entry_keeps_all_its_addresses_and_tells_nothing() -> None:
    led = targets(collection(state="retracted"))
    names = [f"claims/{home}.{claim}" for home in ("new", "old") for claim in ("done", "did", "made", "seen")]
    assert led == {
        "developments/old.html": "new.html",
        **dict.fromkeys(("developments/old.matrix.html", "developments/new.matrix.html"), "new.html"),
        **dict.fromkeys((f"{name}.html" for name in names), "../developments/new.html"),
        **dict.fromkeys(("themes/bridges.matrix.html", "themes/crossings.matrix.html"), "crossings.html"),
        "themes/bridges.html": "crossings.html",
    }


def test_draft_has_no_old_addresses() -> None:
    assert targets(collection(state="draft")) == {"themes/bridges.html": "crossings.html"}


def test_history_that_has_too_few_statements_left_leads_to_its_claim() -> None:
    last = development("last", "2024-10-19", state="retracted", statements=[statement("new#made", "the-one")] * 4)
    led = targets(corpus(*collection().entries, last))
    assert led["claims/new.made.html"] == "../developments/new.html#made"
    assert led["claims/old.made.html"] == "../developments/new.html#made"


def test_claim_that_moved_to_another_entry_is_found_under_all_its_names() -> None:
    said = [statement("done", f"the-{voice}") for voice in ("one", "two", "three", "four", "five")]
    claims = {"done": {"text": "It was done.", "aliases": ["left#seen"]}}
    new = development("new", sources={"gazette": A_SOURCE}, claims=claims, statements=said)
    led = targets(corpus(new, development("gone", aliases=["left"])))
    assert led == {
        "developments/left.html": "gone.html",
        "claims/left.seen.html": "new.done.html",
        "claims/gone.seen.html": "new.done.html",
    }


def test_status_that_no_claim_has_any_more_leads_to_the_chronology() -> None:
    led = {file.path for file in redirects.files(corpus(development("one", claims=CLAIMS)))}
    assert "chronology/contested.html" in led
    assert "chronology/no-statement.html" not in led


def test_the_place_in_a_page_is_kept_where_scripts_run_and_before_anything_else_leads_on() -> None:
    page = next(redirects.files(collection())).content.decode()
    script = page.index('<script>location.replace("new.html" + location.hash)</script>')
    assert script < page.index('http-equiv="refresh"')


def test_a_place_that_is_in_the_target_stands_alone() -> None:
    last = development("last", "2024-10-19", state="retracted", statements=[statement("new#made", "the-one")] * 4)
    pages = {file.path: file.content.decode() for file in redirects.files(corpus(*collection().entries, last))}
    assert 'location.replace("../developments/new.html#made")' in pages["claims/new.made.html"]
