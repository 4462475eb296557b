"""Fields of entries: what each takes, and how a value that it does not take is named."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import StringConstraints, ValidationError

from generator.model import KINDS, RESERVED_FILE_NAMES, Development, Figure, is_id, remedies, validate
from generator.model.base import Model, models_in
from generator.model.figure import FigureError, parse_figure
from tests.entries_of import FIRST_VERSION, development

ARCHIVED = {"url": "https://example.org/kept", "captured": "2024-10-18", "sha256": "abc"}
PATH = "entries/developments/2024/an-entry.yaml"
WHOLE: dict[str, Any] = {
    "title": "A title",
    "date": "2024-10-18",
    "summary": "In short.",
    "sources": {"gazette": {"publisher": "Example Gazette", "url": "https://example.org/"}},
    "claims": {"done": {"text": "It was done.", "about": ["office"]}, "men": {"text": "Men", "unit": "men"}},
    "statements": [{"claim": "done", "by": "office", "stance": "denies", "source": "gazette"}],
    "quotations": [{"by": "office", "source": "gazette", "quote": "Words"}],
    "relations": [{"type": "related", "to": "another"}],
    "revisions": [FIRST_VERSION],
}


def changed(place: tuple[str | int, ...], value: Any, of: dict[str, Any] = WHOLE) -> dict[str, Any]:
    """An entry with another value at a place; None takes the key away."""

    def within(data: Any, steps: tuple[str | int, ...]) -> Any:
        if not steps:
            return value
        copy = data.copy()
        if isinstance(copy, list):
            return [within(item, steps[1:]) if number == steps[0] else item for number, item in enumerate(copy)]
        copy[steps[0]] = within(copy.get(steps[0], {}), steps[1:])
        return {key: item for key, item in copy.items() if item is not None}

    changed: dict[str, Any] = within(of, place)
    return changed


def found(data: dict[str, Any], kind: str = "developments") -> list[tuple[str, tuple[str | int, ...]]]:
    _, findings = validate(KINDS[kind], data, PATH)
    return [(finding.code, finding.where) for finding in findings]


def test_the_whole_entry_is_sound() -> None:
    assert found(WHOLE) == []


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("title",), "", "empty-value"),
        (("title",), "  ", "empty-value"),
        (("title",), ["a"], "wrong-shape"),
        (("title",), {"a": "b"}, "wrong-shape"),
        (("title",), "x" * 141, "too-long"),
        (("summary",), "x" * 401, "too-long"),
        (("date",), "2024-02-30", "bad-date"),
        (("date",), ["2024"], "wrong-shape"),
        (("date",), {"text": "2024", "kind": "point", "start": "", "end": ""}, "wrong-shape"),
        (("statements", 0, "value"), {"low": "1", "high": "2"}, "wrong-shape"),
        (("state",), "final", "unknown-value"),
        (("state",), ["draft"], "wrong-shape"),
        (("occurrence",), "happened", "unknown-value"),
        (("themes",), "borders", "wrong-shape"),
        (("themes",), "", "empty-value"),
        (("sources",), ["a"], "wrong-shape"),
        (("sources", "gazette"), "words", "wrong-shape"),
        (("sources", "gazette", "url"), "example.org", "bad-url"),
        (("sources", "gazette", "url"), "javascript:alert(1)", "bad-url"),
        (("sources", "gazette", "url"), "https://", "bad-url"),
        (("sources", "gazette", "url"), "https://[::1", "bad-url"),
        (("sources", "gazette", "url"), 'https://example.org/"><script>', "bad-url"),
        (("sources", "gazette", "url"), "https://example.org/a b", "bad-url"),
        (("sources", "gazette", "accessed"), "2024-10", "bad-date"),
        (("sources", "gazette", "accessed"), "2024-10-18/2024-10-18", "bad-date"),
        (("sources", "gazette", "language"), "Korean", "bad-language"),
        (("sources", "gazette", "archived"), {"url": "https://example.org/", "captured": "2024"}, None),
        (("sources", "gazette", "reliability"), {"grade": "G", "reason": "Why"}, None),
        (("claims", "done", "about"), ["Office"], None),
        (("claims", "men", "unit"), "", "empty-value"),
        (("claims", "done", "credibility"), {"grade": "1", "reason": "Why"}, None),
        (("statements",), {"claim": "done"}, "wrong-shape"),
        (("statements", 0, "claim"), [], "empty-value"),
        (("statements", 0, "claim"), {"a": "b"}, "wrong-shape"),
        (("statements", 0, "claim"), "a#b#c", None),
        (("statements", 0, "by"), "The Office", None),
        (("statements", 0, "stance"), "confirms", "unknown-value"),
        (("quotations", 0, "quote"), "", "empty-value"),
        (("relations", 0, "type"), "answers", "unknown-value"),
        (("relations", 0, "to"), "an--other", "bad-id"),
        (("revisions",), [], "empty-value"),
        (("revisions",), "none", "wrong-shape"),
    ],
)
def test_a_value_that_a_field_does_not_take_is_one_finding_at_that_value(
    place: tuple[str | int, ...], value: Any, code: str | None
) -> None:
    ((got, where),) = found(changed(place, value))
    assert where[: len(place)] == place
    if code:
        assert (got, where) == (code, place)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (("title",), ()),
        (("revisions",), ()),
        (("sources", "gazette", "url"), ("sources", "gazette")),
        (("statements", 0, "by"), ("statements", 0)),
        (("quotations", 0, "quote"), ("quotations", 0)),
    ],
)
def test_a_missing_field_is_reported_where_it_belongs(
    place: tuple[str | int, ...], where: tuple[str | int, ...]
) -> None:
    assert found(changed(place, None)) == [("missing-field", where)]


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        (("summry",), "summary"),
        (("Title-",), "title"),
        (("sources", "gazette", "title_translation"), "title-translation"),
        (("claims", "done", "abuot"), "about"),
        (("statements", 0, "based_on"), "based-on"),
        (("revisions", 0, "whot"), "what"),
    ],
)
def test_a_misspelt_field_is_reported_with_the_one_that_was_meant(place: tuple[str | int, ...], meant: str) -> None:
    _, (finding,) = validate(Development, changed(place, "words"), PATH)
    assert (finding.code, finding.where, finding.at_key) == ("unknown-field", place, True)
    assert finding.help == f"did you mean `{meant}`?"


@pytest.mark.parametrize("place", [("title",), ("sources", "gazette", "url"), ("revisions", 0, "what")])
def test_a_misspelt_field_is_not_reported_as_missing_too(place: tuple[str | int, ...]) -> None:
    without = changed(place, None)
    assert [code for code, _ in found(without)] == ["missing-field"]
    misspelt = (*place[:-1], f"{place[-1]}s")
    assert found(changed(misspelt, "words", of=without)) == [("unknown-field", misspelt)]


def test_an_unknown_field_that_resembles_none_is_reported_with_all_there_are() -> None:
    _, (finding,) = validate(Development, changed(("relations", 0, "zzz"), "x"), PATH)
    assert finding.help == "the fields are `type`, `to`, `note`"


@pytest.mark.parametrize("id_", ["Upper", "a_b", "a--b", "-a", "a-", "한글", "a" * 81, ""])
def test_a_key_that_is_no_id_is_reported_at_the_key(id_: str) -> None:
    data = changed(("claims",), {id_: {"text": "It was done."}})
    assert ("bad-id", ("claims", id_)) in found(data)


@pytest.mark.parametrize(
    ("statement", "code", "place", "also"),
    [
        ({"stance": "denies", "value": "600"}, "stance-or-value", ("value",), ("stance",)),
        ({"stance": None}, "stance-or-value", (), ()),
        ({"speaker": "Ada Sample", "unnamed": "an official"}, "speaker-and-unnamed", ("unnamed",), ("speaker",)),
        ({"translation": "Words"}, "translation-without-quote", ("translation",), ()),
    ],
)
def test_fields_of_a_statement_that_contradict_each_other_are_reported(
    statement: dict[str, Any], code: str, place: tuple[str, ...], also: tuple[str, ...]
) -> None:
    merged = WHOLE["statements"][0] | statement
    data = changed(("statements", 0), {key: value for key, value in merged.items() if value is not None})
    assert found(data) == [(code, ("statements", 0, *place))]
    _, (finding,) = validate(Development, data, PATH)
    assert [other.where for other in finding.also] == [("statements", 0, key) for key in also]
    assert finding.help


@pytest.mark.parametrize(
    ("place", "value", "help_"),
    [
        (("title",), ["a"], "put a text that begins with `[` into quotation marks"),
        (("title",), {"a": "b"}, "put a text that begins with `{` into quotation marks"),
        (("state",), ["draft"], "write one value, without brackets"),
        (
            ("state",),
            "publised",
            "did you mean `published`? the values are `published`, `draft`, `superseded` or `retracted`",
        ),
        (("themes",), "roads, ports", "write `themes: [roads, ports]`"),
        (("themes",), "", "fill it in, or leave it out"),
        (("themes",), ["The Roads"], "an id is written like `the-roads`"),
        (("themes",), ["도로"], ""),
        (("themes",), "-roads -ports", "write `themes: [roads, ports]`"),
        (("statements", 0, "by"), "an-office, a-court", "several ids are a list: `[an-office, a-court]`"),
        (
            ("statements", 0, "source"),
            "https://example.org/a",
            "declare the address below `sources` of an entry, and write the id that it has there",
        ),
        (("statements", 0, "stance"), "", "fill it in, or leave it out"),
        (("statements", 0, "by"), [], "fill it in"),
        (("date",), "", "fill it in"),
        (("date",), "2024-5-4", "write `2024-05-04`"),
        (("date",), "2024. 5. 14.", "write `2024-05-14`"),
        (("date",), "2024년 5월", "write `2024-05`"),
        (("date",), "2024.05.14.", "write `2024-05-14`"),
        (("date",), "2024/05/14", "write `2024-05-14`"),
        (("date",), "20240514", "write `2024-05-14`"),
        (("date",), "14.5.2024", "write `2024-05-14`"),
        (("date",), "14 May 2024", "write `2024-05-14`"),
        (("date",), "May 14, 2024", "write `2024-05-14`"),
        (("date",), "Sept. 2024", "write `2024-09`"),
        (("date",), "about 2024-05-14", "write `2024-05-14~`"),
        (("date",), "2024-05-14 ~", "write `2024-05-14~`"),
        (("date",), "31 June 2024", ""),
        (("date",), "5/6/2024", ""),
        (("sources", "gazette", "language"), "Korean", "write `ko`"),
        (("sources", "gazette", "language"), "EN_us", "write `en-US`"),
        (("sources", "gazette", "language"), "Elvish", ""),
        (("sources", "gazette", "url"), "<https://example.org/a>", "write `https://example.org/a`"),
        (("sources", "gazette", "url"), "[words](https://example.org/a)", "write `https://example.org/a`"),
        (("sources", "gazette", "url"), "https://example.org/a b", "write `%20` for a blank in it, as browsers do"),
        (
            ("sources", "gazette", "url"),
            "https://example.org/a, https://example.org/b",
            "give one address; another one belongs to a source of its own",
        ),
        (("statements",), {"claim": "done"}, "begin each item with a hyphen and a blank"),
        (("claims",), ["a"], "write each below its id, `id:`, indented, without hyphens"),
        (("claims", "done"), "It was done.", "its fields are `text`, `unit`, `about`, `credibility`, `aliases`"),
        (("statements", 0, "value"), "about 10,000", "write `about 10000`"),
        (("statements", 0, "value"), "some", ""),
        (("sources", "gazette", "url"), "www.example.org/a", "write `https://www.example.org/a`"),
        (("sources", "gazette", "url"), "an address", "it begins with http:// or https://"),
    ],
)
def test_help_says_what_to_write_where_that_can_be_told(place: tuple[str | int, ...], value: Any, help_: str) -> None:
    _, findings = validate(Development, changed(place, value), PATH)
    assert help_ in [finding.help for finding in findings]


@pytest.mark.parametrize(("field", "first"), [("sources", "publisher"), ("claims", "text")])
def test_fields_without_the_id_that_they_belong_to_are_one_finding(field: str, first: str) -> None:
    (inner,) = [value for key, value in WHOLE[field].items() if key in ("gazette", "done")]
    _, (finding,) = validate(Development, changed((field,), inner), PATH)
    assert (finding.where, finding.at_key) == ((field, first), True)
    assert finding.message == f"`{first}` stands where an id should be"


def test_a_field_of_the_entry_that_is_indented_is_one_finding() -> None:
    sources = WHOLE["sources"] | {"claims": ""} | WHOLE["claims"]
    _, (finding,) = validate(Development, changed(("sources",), sources), PATH)
    assert (finding.where, finding.help) == (("sources", "claims"), "begin it in column 1")


@pytest.mark.parametrize("written", ["37,96", "37.96°", "37.96N", "37.96° N"])
def test_a_coordinate_written_otherwise_is_told_as_it_should_be(written: str) -> None:
    point = {"lat": written, "lon": "126.68", "source": "GeoNames"}
    place = {"name": "A place", "description": "A place.", "point": point, "revisions": [FIRST_VERSION]}
    _, (finding,) = validate(KINDS["places"], place, "entries/places/a-place.yaml")
    assert (finding.code, finding.help) == ("bad-number", "write `37.96`")


def test_what_is_too_long_is_shown_from_the_first_character_too_many() -> None:
    _, (finding,) = validate(Development, changed(("title",), "ab " * 46 + "ab ends"), PATH)
    assert (finding.needle, finding.occurrence, finding.label) == ("ends", 0, "5 too many")


def patterns_in(annotation: Any) -> set[str]:
    """The patterns of a type and of all within it, models included."""
    if isinstance(annotation, StringConstraints):
        return {str(annotation.pattern)} if annotation.pattern else set()
    fields = annotation.model_fields.values() if annotation in set(models_in(annotation)) else ()
    inner = [*getattr(annotation, "__metadata__", ()), *get_args(annotation)]
    inner += [part for field in fields for part in (field.annotation, *field.metadata)]
    return {pattern for part in inner for pattern in patterns_in(part)}


def test_what_form_is_wanted_is_said_in_words_for_every_pattern_of_the_model() -> None:
    patterns = {pattern for kind in KINDS.values() for pattern in patterns_in(kind)}
    assert len(patterns) >= 3
    for pattern in patterns:
        assert not re.search(r"[\[\]\\^$*{}]", remedies.words_of(pattern))
    _, (finding,) = validate(Development, changed(("sources", "gazette", "archived"), ARCHIVED), PATH)
    assert finding.message == "`sha256` takes 64 digits of base 16"


@pytest.mark.parametrize(
    ("axis", "value"),
    [
        *(("lat", value) for value in (["1"], {"a": "1"}, "north", "1e3", "", "90.1", "-90.1", "1,5")),
        *(("lon", value) for value in ("180.1", "-180.1", "east")),
    ],
)
def test_a_coordinate_is_a_decimal_number_on_the_globe(axis: str, value: Any) -> None:
    point = {"lat": "90", "lon": "-180", "source": "Example Gazetteer", axis: value}
    place = {"name": "A place", "description": "Made up.", "point": point, "revisions": [FIRST_VERSION]}
    ((_, where),) = found(place, "places")
    assert where == ("point", axis)


def test_one_value_stands_for_a_list_of_one() -> None:
    entry, _ = validate(Development, WHOLE, PATH)
    assert entry
    assert (entry.statements[0].by, entry.statements[0].claim) == (("office",), ("done",))


def test_an_entry_its_sources_and_its_claims_know_their_names() -> None:
    entry, _ = validate(Development, WHOLE, PATH)
    assert entry
    assert (entry.id, entry.path, entry.folder) == ("an-entry", PATH, "developments")
    assert entry.sources["gazette"].id == "gazette"
    assert entry.claims["done"].reference == "an-entry#done"


def test_entries_cannot_be_changed() -> None:
    entry = development("an-entry")
    with pytest.raises(ValidationError, match="frozen"):
        entry.title = "Another"


def test_hangul_is_kept_in_its_composed_form() -> None:
    entry = development("an-entry", title="\u1112\u1161\u11ab\u1100\u116e\u11a8")
    assert entry.title == "한국"


@given(st.text(st.sampled_from("az09-A_한é \n"), max_size=8))
def test_an_id_is_words_of_ascii_letters_and_digits_joined_by_single_hyphens(text: str) -> None:
    words = text.split("-")
    assert is_id(text) == all(word.isascii() and word.isalnum() and word == word.lower() for word in words)


def test_device_names_of_windows_are_reserved() -> None:
    assert {"index", "con", "nul", "com1", "lpt9"} <= RESERVED_FILE_NAMES


JSON = st.recursive(
    st.text(st.sampled_from("ab#-1.[]@ 한"), max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from([*WHOLE, "done", "by"]), inner, max_size=3)
    ),
)
PLACES: list[tuple[str | int, ...]] = [
    *((key,) for key in WHOLE),
    *(("sources", "gazette", key) for key in ("publisher", "url", "published", "origin", "archived", "reliability")),
    *(("claims", "done", key) for key in ("text", "about", "unit", "credibility", "aliases")),
    *(("statements", 0, key) for key in ("claim", "by", "stance", "value", "date", "source", "based-on", "quote")),
]


@given(st.sampled_from(PLACES), JSON)
def test_whatever_stands_in_a_field_is_taken_or_named_once(place: tuple[str | int, ...], value: Any) -> None:
    entry, findings = validate(Development, changed(place, value), PATH)
    assert (entry is None) == bool(findings)
    wheres = [(finding.where, finding.at_key, finding.message) for finding in findings]
    assert len(wheres) == len(set(wheres))
    assert all("{" not in finding.message for finding in findings)


@given(
    st.integers(0, 10**12 - 1),
    st.integers(0, 10**12 - 1),
    st.sampled_from(["", "about ", "over ", "up to ", "at least "]),
)
def test_a_figure_says_what_was_written(low: int, high: int, limit: str) -> None:
    assert parse_figure(f"{limit}{low}") == Figure(low, low, limit.strip())
    assert parse_figure(f"{limit}{low}").words().replace(",", "") == f"{limit}{low}"
    low, high = sorted((low, high))
    assert parse_figure(f"{low}..{high}") == Figure(low, high)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "around 600",
        "10,000",
        "6.5",
        "-1",
        "600 men",
        "about",
        "about 5..6",
        "6..5",
        "about  600",
        "٦٠٠",
        "600\n",
        "1" * 13,
    ],
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(FigureError):
        parse_figure(text)


def test_every_field_is_described_for_the_contributors_editor() -> None:
    models = [Model]
    for model in models:  # grows while it is read
        models.extend(model.__subclasses__())
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name}"
