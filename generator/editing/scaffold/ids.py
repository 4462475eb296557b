"""Ids for what is new: of an entry from its title, of a source by the custom of the collection. None is taken."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator import links
from generator.corpus import Collection
from generator.dates import Date
from generator.model import ID_LENGTH, RESERVED_FILE_NAMES

WORDS_OF_AN_ID = 6
# The rest is left for a year or a number that tells two apart.
_LONGEST = ID_LENGTH - 12
_STOP = frozenset(
    [
        *("a", "about", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before"),
        *("being", "but", "by", "can", "could", "did", "do", "does", "during", "for", "from", "had", "has", "have"),
        *("he", "her", "his", "how", "if", "in", "into", "is", "it", "its", "may", "more", "of", "off", "on", "or"),
        *("our", "over", "said", "say", "says", "she", "should", "so", "some", "such", "than", "that", "the", "their"),
        *(
            "them",
            "there",
            "these",
            "they",
            "this",
            "those",
            "to",
            "told",
            "up",
            "was",
            "were",
            "what",
            "when",
            "where",
        ),
        *("which", "while", "who", "will", "with", "would"),
    ]
)
_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’‘`]s\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`](?=\w)")
# `dailynk` of `dailynk-20241022`, `dailynk-20241022-b` and `dailynk-1022`.
_CUSTOM = re.compile(r"(?P<prefix>[a-z0-9]+(?:-[a-z]+)*?)-(?:\d{8}|\d{6}|\d{4})(?:-[a-z0-9]+)*")
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gov", "mil", "ne", "net", "or", "org", "re", "rep"])


def taken_ids(corpus: Collection) -> frozenset[str]:
    """All ids that name something, once did, or may not: of files, readable or not, of sources, and old ones."""
    stems = (path.rpartition("/")[2].rpartition(".")[0] for path in corpus.loaded.texts)
    return frozenset([*stems, *corpus.aliases, *corpus.sources, *RESERVED_FILE_NAMES])


def entry_id(words: str, taken: frozenset[str], year: str = "") -> str:
    """An id from the words of a title that say something, in ASCII; nothing where there are none.

    If it is taken, the year tells the two apart, or else a number.
    """
    found = _ascii_words(words)
    telling = [word for word in found if word not in _STOP] or found
    id_ = _cut("-".join(telling[:WORDS_OF_AN_ID]))
    endings = [year, *(f"{year}-{n}".lstrip("-") for n in range(2, len(taken) + 3))]
    return next(free for free in (id_, *(f"{id_}-{end}" for end in endings if end)) if free not in taken) if id_ else ""


def source_id(corpus: Collection, publisher: str, url: str, date: Date | None, taken: frozenset[str]) -> str:
    """An id as the collection gives them: the outlet in short and the day of publication, as far as it is known."""
    prefix = _custom(corpus, publisher) or _short(publisher, url)
    id_ = f"{prefix}-{_digits(date)}" if date else prefix
    endings = (*"bcdefghijklmnopqrstuvwxyz", *(str(n) for n in range(2, len(taken) + 3)))
    ids = (id_, *(f"{id_}-{end}" for end in endings))
    return next(free for free in ids if free not in taken and not links.is_taken(free))


def site_of(host: str) -> str:
    """The part of a host that somebody owns: `yna.co.kr` of `en.yna.co.kr`."""
    labels = host.split(".")
    is_deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if is_deep else labels[-2:])


def host_of(url: str) -> str:
    """The host of an address, in small letters, without `www.` or `m.`; empty where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def _custom(corpus: Collection, publisher: str) -> str:
    """How the sources of a publisher begin most often."""
    matches = (_CUSTOM.fullmatch(id_) for id_, found in corpus.sources.items() if found.source.publisher == publisher)
    counted = Counter(match["prefix"] for match in matches if match)
    return min(counted, key=lambda prefix: (-counted[prefix], prefix), default="")


def _short(publisher: str, url: str) -> str:
    """An outlet in one word: from its id or name, or else from its host."""
    return next(filter(None, (_cut("".join(_ascii_words(words)), 30) for words in _names(publisher, url))), "source")


def _names(publisher: str, url: str) -> Iterator[str]:
    host = host_of(url)
    if publisher and publisher != host:
        yield publisher
    yield site_of(host).partition(".")[0]


def _digits(date: Date) -> str:
    """`20241022`, `202410` or `2024`."""
    if date.is_one_day:
        return date.earliest.isoformat().replace("-", "")
    return re.sub(r"\D", "", date.text)[:6] if date.precision == "month" else f"{date.anchor.year:04}"


def _ascii_words(words: str) -> list[str]:
    plain = _APOSTROPHE.sub("", _POSSESSIVE.sub("", words))
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return _WORD.findall(folded)


def _cut(id_: str, longest: int = _LONGEST) -> str:
    """An id that is short enough, cut between words where it can be."""
    if len(id_) <= longest:
        return id_
    whole = id_[: longest + 1].rpartition("-")[0]
    return whole or id_[:longest]
