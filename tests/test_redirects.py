"""Former addresses: of an entry, of each further page that it has, and of its claims."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.corpus import Corpus
from generator.exports import redirects
from tests.entries_of import A_SOURCE, corpus, development, publisher, statement, theme

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
    """Where each former address leads."""
    return {
        file.path: re.findall(r'content="0; url=([^"]*)"', file.content.decode())[0] for file in redirects.files(of)
    }


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


@pytest.mark.parametrize("state", ["draft", "retracted"])
def test_nothing_leads_to_a_page_that_readers_cannot_see(state: str) -> None:
    led = {path for path in targets(collection(state=state)) if not path.startswith("themes/")}
    assert led == ({"developments/old.html"} if state == "retracted" else set())


def test_the_place_in_a_page_is_kept_where_scripts_run_and_before_anything_else_leads_on() -> None:
    page = next(redirects.files(collection())).content.decode()
    script = page.index('<script>location.replace("new.html" + location.hash)</script>')
    assert script < page.index('http-equiv="refresh"')
