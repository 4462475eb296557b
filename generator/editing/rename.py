"""Another id for an entry, a source or a claim: every link to it follows, and the old id leads on.

No revision tells of it, neither in the entry nor in those that link to it: what they say is the same as before, and
`check --against` takes links that follow an alias for no change. The layout of files stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.corpus import Corpus, DeclaredSource
from generator.editing.move import Move
from generator.editing.names import Named, check_free, check_free_on_page, id_of, named, path_of
from generator.editing.refusal import MisuseError
from generator.editing.working import Working
from generator.model import Claim, Development, Entry, Where


def rename(corpus: Corpus, old: str, new: str) -> Move:
    """Give what is called `old` the id `new`. Raises `MisuseError` where there is no such thing, or the id is taken."""
    found = named(corpus, old)
    if ("#" in new) != isinstance(found, Claim):
        wanted = "`entry#claim`" if isinstance(found, Claim) else "an id"
        raise MisuseError(f"`{old}` is renamed to {wanted}, and `{new}` is none")
    if isinstance(found, Claim):
        return _claim(corpus, found, new)
    check_free(corpus, new, found)
    if isinstance(found, DeclaredSource):
        return _key(corpus, found, new, ("sources", old), found.source.aliases)
    return _entry(corpus, found, new)


def leads_of(found: Named, new: str) -> dict[str, str]:
    """Where links to something lead when it has another id: those to an entry, with all that name its claims."""
    if isinstance(found, Claim):
        names = {found.reference, *(alias if "#" in alias else f"{found.entry}#{alias}" for alias in found.aliases)}
        return dict.fromkeys(sorted(names), new)
    leads = {id_of(found): new}
    if isinstance(found, Development):
        ids = (id_ for claim in found.claims.values() for id_ in (claim.id, *claim.aliases) if "#" not in id_)
        leads |= {f"{found.id}#{id_}": f"{new}#{id_}" for id_ in ids}
    return leads


def _entry(corpus: Corpus, entry: Entry, new: str) -> Move:
    working, leads = Working(corpus), leads_of(entry, new)
    working.link(leads, {entry.id: new})
    working.alias(entry.path, (), [alias for alias in (*entry.aliases, entry.id) if alias != new])
    path = entry.path.removesuffix(f"{entry.id}.yaml") + f"{new}.yaml"
    return Move({**working.texts, path: working.text(entry.path), entry.path: None}, leads, {path: entry.path})


def _claim(corpus: Corpus, claim: Claim, new: str) -> Move:
    home, _, id_ = new.partition("#")
    if home != claim.entry:
        raise MisuseError(f"`{claim.reference}` would leave its entry: `merge` makes it part of a claim there")
    check_free_on_page(corpus, id_, claim, home)
    return _key(corpus, claim, new, ("claims", claim.id), claim.aliases)


def _key(corpus: Corpus, found: Claim | DeclaredSource, new: str, where: Where, aliases: Iterable[str]) -> Move:
    """Rename what has its id for a key in the file of an entry."""
    working, leads, path = Working(corpus), leads_of(found, new), path_of(corpus, found)
    key = new.rpartition("#")[2]
    working.link(leads, {})
    working.alias(path, where, [alias for alias in (*aliases, str(where[-1])) if alias != key])
    working.key(path, where, key)
    return Move(working.texts, leads)
