"""A development is withdrawn: a tombstone with the reason remains at its address, and nothing rests on its claims.

Links to the entry stay, and lead to the tombstone. What was said on its claims at other developments goes to another
claim or is left out, as its contributor says; each of those entries tells so in a revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.editing import items
from generator.editing.move import Move
from generator.editing.names import named, what
from generator.editing.refusal import MisuseError, RefusedError
from generator.editing.rename import leads_of
from generator.editing.working import Working
from generator.model import Claim, Development, Entity, Where


def retire(
    corpus: Corpus, name: str, reason: str, day: str, *, claims_to: str = "", drop_statements: bool = False
) -> Move:
    """Retract the development called `name`.

    Statements of others on its claims go to the claim `claims_to`, or are left out with `drop_statements`; with
    neither, `RefusedError` lists them. Raises `MisuseError` where there is nothing to retract.
    """
    entry = _development(corpus, name)
    target = named(corpus, claims_to) if claims_to else None
    if target and (not isinstance(target, Claim) or target.entry == entry.id):
        raise MisuseError(f"`{claims_to}` is not a claim of another entry")
    said = list(_said(corpus, entry))
    if said and not target and not drop_statements:
        raise RefusedError(_listed(entry, [f"{other.path}: statement {number + 1}" for other, number, _ in said]))
    working = Working(corpus)
    if not target:
        _drop(working, said)
    leads = {claim: claims_to or entry.id for claim in leads_of(entry, entry.id) if "#" in claim}
    working.link(leads, {}, but=[entry.path])
    for path in list(working.texts):
        working.revise(path, day, "update", f"It no longer leans on an entry that was retracted: {entry.title}")
    working.change(entry.path, lambda tree: items.with_value(tree, "state", "retracted"))
    working.revise(entry.path, day, "retraction", reason)
    return Move(working.texts, leads)


def _development(corpus: Corpus, name: str) -> Development:
    found = named(corpus, name)
    if isinstance(found, Entity):
        namers = (entry for entry in corpus.entries if any(use.target == name for use in corpus.uses[entry.path]))
        held = "".join(f"\n  {entry.path}" for entry in namers)
        message = f"`{name}` is {what(found)}, which is not retracted: `merge {name} …` leads to what takes its place"
        raise MisuseError(message + (f"; it is named in{held}" if held else ""))
    if not isinstance(found, Development):
        raise MisuseError(f"`{name}` is {what(found)}: only developments are retracted")
    if found.state in ("draft", "retracted"):
        ways = "delete the file: readers never saw it" if found.is_draft else "it was retracted already"
        raise MisuseError(f"`{name}` is {found.state}: {ways}")
    return found


def _said(corpus: Corpus, entry: Development) -> Iterator[tuple[Development, int, list[int]]]:
    """Statements of other entries on its claims: which entry and statement, and where in its list of claims."""
    for other in corpus.developments.values():
        if other is entry or other.state in ("draft", "retracted"):
            continue
        for number, statement in enumerate(other.statements):
            claims = [corpus.claim(reference, other.id) for reference in statement.claim]
            if places := [place for place, claim in enumerate(claims) if claim and claim.entry == entry.id]:
                yield other, number, places


def _listed(entry: Development, said: list[str]) -> str:
    places = "".join(f"\n  {place}" for place in said)
    ways = "`merge` its claims into others first, or give --claims-to entry#claim or --drop-statements"
    return f"statements of other entries are on claims of `{entry.id}`: {ways}{places}"


def _drop(working: Working, said: list[tuple[Development, int, list[int]]]) -> None:
    """Leave the statements out, and sources that nothing cites without them."""
    cited = set[str]()
    for other, number, places in reversed(said):
        statement = other.statements[number]
        where: Where = ("statements", number)
        if len(places) < len(statement.claim):
            for place in reversed(places):
                working.without(other.path, (*where, "claim", place))
        else:
            cited |= {*statement.source, statement.translator or "", statement.based_on or ""}
            working.without(other.path, where)
    for id_ in sorted((cited & working.corpus.sources.keys()) - working.named()):
        working.without(working.corpus.sources[id_].entry.path, ("sources", id_))
