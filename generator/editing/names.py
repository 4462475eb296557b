"""What contributors call a thing: the id of an entry or a source, or `entry#claim`."""

from __future__ import annotations

from typing import TypeAlias

from generator import links
from generator.corpus import Corpus, DeclaredSource
from generator.editing.refusal import MisuseError
from generator.model import RESERVED_FILE_NAMES, Claim, Entry, is_id
from generator.spelling import likely

Named: TypeAlias = Entry | DeclaredSource | Claim


def named(corpus: Corpus, name: str) -> Named:
    """What has this name at present. Raises `MisuseError` with the likely spelling where nothing has."""
    found = corpus.claims.get(name) or corpus.by_id.get(name) or corpus.sources.get(name)
    if found:
        return found
    if (present := _present(corpus, name)) != name:
        raise MisuseError(f"`{name}` is now called `{present}`")
    known = corpus.claims if "#" in name else [*corpus.by_id, *corpus.sources]
    close = likely(name, known)
    raise MisuseError(f"nothing has the id `{name}`" + (f": did you mean `{close}`?" if close else ""))


def _present(corpus: Corpus, name: str) -> str:
    """What something with an old name is called now; a name that nothing ever had stays."""
    home, mark, claim = name.partition("#")
    if not mark:
        return corpus.source_aliases.get(name) or corpus.names_of(name)[0]
    found = corpus.claim(name) or corpus.claim(f"{corpus.names_of(home)[0]}#{claim}")
    return found.reference if found else name


def what(found: Named) -> str:
    """What kind of thing it is, as said of one: `an actor`."""
    if isinstance(found, Claim):
        return "a claim"
    kind = found.folder.removesuffix("s") if isinstance(found, Entry) else "source"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def id_of(found: Named) -> str:
    """Its present name."""
    if isinstance(found, Claim):
        return found.reference
    return found.id if isinstance(found, Entry) else found.source.id


def path_of(corpus: Corpus, found: Named) -> str:
    """The file in which it stands."""
    if isinstance(found, Claim):
        return corpus.developments[found.entry].path
    return found.path if isinstance(found, Entry) else found.entry.path


def check_free(corpus: Corpus, id_: str, found: Named) -> None:
    """Raise `MisuseError` where an id cannot become that of an entry or a source; its own old ids can."""
    _check_form(id_)
    if id_ in RESERVED_FILE_NAMES or (isinstance(found, DeclaredSource) and links.is_taken(id_)):
        raise MisuseError(f"`{id_}` is a reserved name")
    holder: Named | None = corpus.by_id.get(id_) or corpus.sources.get(id_) or corpus.aliases.get(id_)
    if holder is None and id_ in corpus.source_aliases:
        holder = corpus.sources[corpus.source_aliases[id_]]
    if holder and (holder is not found or id_of(found) == id_):
        raise MisuseError(f"the id `{id_}` is taken by {what(holder)}, in `{path_of(corpus, holder)}`")


def check_free_on_page(corpus: Corpus, id_: str, claim: Claim, home: str) -> None:
    """Raise `MisuseError` where an id cannot become that of a claim in the entry `home`; its own old ids can."""
    _check_form(id_)
    if links.is_taken(id_):
        raise MisuseError(f"`{id_}` is a reserved name: it is that of a part of the page")
    entry = corpus.developments[home]
    old = corpus.claim_aliases.get(f"{home}#{id_}") or corpus.moved_claims.get(home, {}).get(id_)
    of_sources = {name for key, source in entry.sources.items() for name in (key, *source.aliases)}
    if id_ in entry.claims or id_ in of_sources or (old and old is not claim):
        holder = "a source" if id_ in of_sources else "a claim"
        raise MisuseError(f"the id `{id_}` is taken by {holder}, in `{entry.path}`")


def _check_form(id_: str) -> None:
    if not is_id(id_):
        raise MisuseError(f"`{id_}` cannot be an id: lower-case letters, digits and single hyphens, at most 80 in all")
