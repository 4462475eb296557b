"""Entries with one thing changed, by kinds of changes: what the model and the schemas must judge alike.

Left out is what no schema can tell: days that no calendar has, an end before its beginning, the smaller number last, an
address of colons that is none, letters that are composed differently. So is a line break at the end of a value, which
Python's `$` passes over and that of editors does not.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from generator.model import KINDS, forms
from generator.model.base import Model
from generator.model.guidance import Form
from generator.model.shape import Choice, Keyed, Many, Part, Scalar, Shape, fields

Where: TypeAlias = tuple[str | int, ...]

TEXTS = {
    forms.ID.pattern: ["an-id", "Upper", "a_b", "a--b", "-a", "a-", "한글", "a" * 80, "a" * 81, "2024", "con"],
    forms.OLD_ID.pattern: ["an-id", "con", "lpt9", "con-a", "index", "Upper", "a" * 80, "a" * 81],
    forms.CLAIM.pattern: [
        *("a", "a#b", "a#b#c", "#b", "a#", "A#b", "a#B", "a" * 81),
        *("a" * 80 + "#" + "b" * 80, "a" * 81 + "#b", "a#" + "b" * 81),
    ],
    forms.DATE.pattern: [
        *("2024", "2024-10", "2024-10-18", "2024?", "2024-10~", "2024-10-18%", "0000", "2024-13", "2024-00", "2024-1"),
        *(
            "2024-10-32",
            "2024-10-00",
            "24-10-18",
            "18 October 2024",
            "2024-04/..",
            "../2024-04",
            "../..",
            "2024/",
            "/2024",
        ),
        *(
            "2024-04/2024-05~",
            "2024-04..2024-05",
            "..2024",
            "2024..",
            "..",
            "2024-04...2024-05",
            "2024-04/2024-05/2024-06",
        ),
        *("2024-10-11T21:08+09:00", "2024-10-11T21:08Z", "2024-10-11T21:08", "2024-10T21:08Z", "2024-10-11T24:00Z"),
        *("2024-10-11T21:08:59+14:59", "2024-10-11T21:60Z", "2024-10-11T21:08+15:00", "2024-10-11?T21:08Z", "٢٠٢٤"),
    ],
    forms.DAY.pattern: [
        *("2024-10-18", "2024-10-18~", "2024-10", "2024", "2024-10-18/2024-10-18", "2024-10-18T10:00Z", "18-10-2024"),
    ],
    forms.FIGURE.pattern: [
        *("600", "about 600", "over 600", "up to 600", "at least 600", "500..600", "about 500..600", "10,000", "-5"),
        *("some 600", "600 men", "about  600", "1234567890123", "123456789012", "5.5", "500..", "..600", "٦٠٠"),
    ],
    forms.URL.pattern: [
        *(
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "http://a@example.org:80/",
            "https://[::1]/",
            "https://",
        ),
        *(
            "example.org",
            "ftp://example.org/",
            "javascript:alert(1)",
            "https:///path",
            "https://:80/",
            "https://a@/",
            "//a",
        ),
        *("https://example.org/a b", "https://example.org/<a>", 'https://example.org/"', "https://example.org/{a}"),
        *(
            "https://example.org/a|b",
            "https://example.org\\a",
            "https://[::1",
            "https://한국.example.org/한글",
            "https:/a",
        ),
        *("https://?a", "https://a@b@example.org/", "https://example.org/^", "https://example.org/[a]", "https://a]b/"),
    ],
    forms.LANGUAGE.pattern: ["ko", "en-GB", "zh-Hant", "zh-Hant-TW", "es-419", "Korean", "KO", "ko-kr", "k", "ko_KR"],
    forms.COUNTRY.pattern: ["KP", "NO", "kp", "KPR", "K", "K1", "한국"],
    forms.SHA256.pattern: ["0" * 64, " " + "a" * 64, "0" * 63, "0" * 65, "A" * 64, "g" * 64],
    forms.WIKIDATA.pattern: ["Q42", " Q42 ", "Q0", "q42", "42", "Q4٣", "Q"],
    forms.DECIMAL.pattern: ["5", "-3.5", "007", "1234", "1e3", "1,5", ".5", "5.", "+5", "north"],
    forms.LATITUDE.pattern: [
        "37.96",
        "90",
        "-90.0",
        "90.1",
        "-90.5",
        "091",
        "090",
        "089.9",
        "180",
        "1,5",
        "north",
        "00",
    ],
    forms.LONGITUDE.pattern: [
        "126.68",
        "180",
        "-180.00",
        "180.1",
        "181",
        "199",
        "099.5",
        "-179.9",
        "05",
        "east",
        "1e2",
    ],
    forms.DISTANCE.pattern: ["0.5", "1", "0", "0.0", "-1", "000.01", "999", "1000", "far"],
}
OF_TEXT = ["words", " words ", "한국", "2024", "null", "NO", "", "  ", "\n", "\u3000"]
NOT_SCALAR: list[Any] = [[], ["a"], {}, {"a": "b"}]
NO_PART: list[Any] = ["words", "", [], ["words"]]
NO_LIST: list[Any] = ["words", "", {}, {"a": "b"}, [], [[]], [["words"]]]
NO_PARTS_BY_ID: list[Any] = ["words", "", [], {}, {"an-id": "words"}, {"an-id": {}}, {"An Id": {}}]


class Case(NamedTuple):
    """An entry as it would be loaded, with what was done to it."""

    change: str
    folder: str
    data: Any


def cases(entries: list[tuple[str, Any]], seed: int) -> list[Case]:
    """A case of each value in each field, and some of each other kind of change; the same each time."""
    by_change: dict[tuple[str, str], list[tuple[int, Where, Any]]] = {}
    for number, (folder, data) in enumerate(entries):
        for change, where, value in _changes(KINDS[folder], data, ()):
            which = repr(value) if " in " in change else ""
            by_change.setdefault((change, which), []).append((number, where, value))
    chance = random.Random(seed)
    chosen = []
    for (change, which), found in sorted(by_change.items()):
        for number, where, value in chance.sample(found, 1 if which else min(OF_EACH, len(found))):
            folder, data = entries[number]
            chosen.append(Case(change, folder, _changed(data, where, value)))
    return chosen


OF_EACH = 5
GONE = object()


def _changes(model: type[Model], data: dict[str, Any], where: Where) -> Iterator[tuple[str, Where, Any]]:
    """Changes within a part of an entry: what kind, where, and what stands there then."""
    known = {field.name: field for field in fields(model)}
    yield "a field that does not exist", (*where, "unheard-of"), "words"
    yield "nothing in a part", where, {}
    yield from _together(data, where)
    for name, field in known.items():
        place = (*where, name)
        if name in data:
            yield f"gone is {name}", place, GONE
            yield f"misspelt is {name}", where, {f"{key}s" if key == name else key: data[key] for key in data}
            yield from _inner(field.shape, data[name], place)
        yield from ((f"{kind} in {name}", place, value) for kind, value in _values(field.shape))


def _inner(shape: Shape, value: Any, where: Where) -> Iterator[tuple[str, Where, Any]]:
    match shape:
        case Part(model):
            yield from _changes(model, value, where)
        case Keyed(key=Scalar(form=Form(pattern)), value=Part(model)):
            for key in value:
                yield from _changes(model, value[key], (*where, key))
                yield from ((f"another id in {where[-1]}", where, {id_: value[key]}) for id_ in TEXTS[pattern])
        case Many(item=item) if isinstance(value, list):
            for number, inner in enumerate(value):
                yield from _inner(item, inner, (*where, number))
                yield from ((f"{kind} in a list", (*where, number), other) for kind, other in _values(item))


def _values(shape: Shape) -> Iterator[tuple[str, Any]]:
    """What might stand in a field of a shape, right and wrong."""
    match shape:
        case Scalar(form, most=most):
            for text in TEXTS[form.pattern] if form else OF_TEXT:
                yield "another text", text
            if not form and most:
                yield from (
                    ("a long text", text) for text in ("x" * most, f" {'x' * most}\t", "x" * (most + 1), "x y" * most)
                )
            yield from (("no text", value) for value in NOT_SCALAR)
            yield "an empty text", ""
        case Choice(meanings):
            yield from (("a value", value) for value in [*meanings, "confirms", "", "Draft", *NOT_SCALAR])
        case Part():
            yield from (("no part", value) for value in NO_PART)
        case Many(item):
            yield from (("a list of one", [value]) for _, value in _values(item))
            yield from (("one alone", value) for _, value in _values(item))
            yield from (("no list", value) for value in NO_LIST)
        case Keyed():
            yield from (("no parts by id", value) for value in NO_PARTS_BY_ID)


def _together(data: dict[str, Any], where: Where) -> Iterator[tuple[str, Where, Any]]:
    """Fields of a statement or a quotation that exclude or need each other."""
    if "by" not in data or "source" not in data:
        return
    without = {key: value for key, value in data.items() if key not in ("stance", "value", "speaker", "unnamed")}
    own = {key: data[key] for key in ("stance", "value") if key in data}
    yield "speaker and unnamed", where, without | own | {"speaker": "Ada Sample", "unnamed": "an official"}
    yield "unnamed alone", where, without | own | {"unnamed": "an official"}
    yield "stance and value", where, without | {"stance": "denies", "value": "600"}
    yield "value alone", where, without | {"value": "about 600"}
    yield "neither stance nor value", where, without
    yield "translation without quote", where, {k: v for k, v in data.items() if k != "quote"} | {"translation": "Words"}
    yield "translation with quote", where, data | {"quote": "말", "translation": "Words"}
    yield "another key", where, {**data, "Quote": "Words"}


def _changed(data: Any, where: Where, value: Any) -> Any:
    """A copy with another value at a place, or without it."""
    if not where:
        return value
    changed = copy.deepcopy(data)
    inner = changed
    for step in where[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[where[-1]]
    else:
        inner[where[-1]] = value
    return changed
