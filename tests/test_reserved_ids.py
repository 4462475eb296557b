"""No claim or source can take an id that a page with claims uses for a part of its own."""

import re

from generator import build, links
from tests.built import MADE_UP

_ID = re.compile(r'\sid="([^"]+)"')
_WITH_CLAIMS = re.compile(r"developments/[a-z0-9-]+\.html|claims/[a-z0-9-]+\.[a-z0-9-]+\.html")


def test_every_id_of_a_page_with_claims_is_that_of_a_claim_or_source_or_reserved() -> None:
    corpus = build.build(MADE_UP).corpus
    assert corpus
    named = set(corpus.sources)
    for claim in corpus.claims.values():
        named |= {claim.id, *claim.aliases}
    pages = [page for page in build.pages(corpus, "Made up") if _WITH_CLAIMS.fullmatch(page.path)]
    ids = {id_ for page in pages for id_ in _ID.findall(page.body)}
    assert len(ids & named) > 10
    assert {id_ for id_ in ids - named if not links.is_taken(id_)} == set()
