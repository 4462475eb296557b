"""Strict YAML: what is read, what is refused, and where in the text it stands."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.yaml_text import Document, Fault, parse, plain_data

ENTRIES = Path(__file__).parent.parent / "entries"
LONG_ENTRY = (ENTRIES / "developments" / "2024" / "mine-laying-order.yaml").read_text(encoding="utf-8")

# What a contributor can type, Hangul, emoji and YAML's own signs among it.
LETTERS = st.text(st.sampled_from("ab 1:#,-[]{}'\"&*!|>%@`?~\\북한다😀é"), max_size=12)
KEYS = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
VALUES = st.recursive(LETTERS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


def the_fault(text: str) -> Fault:
    document = parse(text)
    assert document.data is None or document.faults[0].code in ("duplicate-key", "comma-splits-text")
    assert len(document.faults) == 1, document.faults
    return document.faults[0]


def text_at(document: Document, span: Span) -> str:
    lines = document.text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([first, *lines[span.line : span.end_line - 1], last])


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    below = [place for key, value in items for place in places(value, (*path, key))]
    return [(path, data), *below] if path else below


# What is read


@pytest.mark.parametrize(
    "scalar", ["NO", "on", "yes", "~", "null", "12:30", "010", "0x1F", "1e3", "1_000", ".inf", "2024-02-30", "<<", "="]
)
def test_every_scalar_stays_what_was_written(scalar: str) -> None:
    assert parse(f"a: {scalar}\n").data == {"a": scalar}
    assert parse(f"{scalar}: a\n").data == {scalar: "a"}


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.booleans(), st.integers(20, 200))
def test_what_was_written_is_read_with_the_place_of_every_value(data: dict[str, Any], flow: bool, width: int) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
    document = parse(text)
    assert document.faults == []
    assert document.data == data
    for path, value in places(data):
        written = text_at(document, document.value_span(path))
        if "\n" not in written:
            assert yaml.load(written, Loader=yaml.CBaseLoader) == value or (not written and not value)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_every_key_is_found_where_it_stands(data: dict[str, Any]) -> None:
    document = parse(yaml.safe_dump(data, allow_unicode=True))
    for path, _ in places(data):
        if isinstance(path[-1], str):
            assert text_at(document, document.key_span(path)).strip("'\"") == path[-1]


def test_a_place_that_does_not_exist_is_that_of_the_nearest_item_above_it() -> None:
    document = parse("a:\n  b: c\n")
    assert document.key_span(("a", "x", 0)) == document.key_span(("a",)) == Span(1, 1, 1, 2)
    assert document.value_span(()) == Span(1, 1, 1, 1)


def test_a_link_is_found_where_it_stands_in_its_text() -> None:
    document = parse("text: |\n  북 [[a]], [[ab]]\n  and [[a]] again\n")
    assert document.value_span(("text",), "[[a]]", 0) == Span(2, 5, 2, 10)
    assert document.value_span(("text",), "[[a]]", 1) == Span(3, 7, 3, 12)
    assert document.value_span(("text",), "[[ab]]", 0) == Span(2, 12, 2, 18)
    assert document.value_span(("text",), "[[no]]", 0) == document.value_span(("text",))


# What is refused


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty-file", 1, 1),
        ("# a comment alone\n", "empty-file", 1, 1),
        ("- a\n- b\n", "not-a-mapping", 1, 1),
        ("only words\n", "not-a-mapping", 1, 1),
        ("[a, b]\n", "not-a-mapping", 1, 1),
        ("a: b\n---\nc: d\n", "several-documents", 2, 1),
        ("\n\na: b\na: c\n", "duplicate-key", 4, 1),
        ("a: b\nc: d\na: e\n", "duplicate-key", 3, 1),
        ("a: {b: c, b: d}\n", "duplicate-key", 1, 11),
        ("a: &x b\n", "yaml-tag", 1, 4),
        ("a: b\nc: *x\n", "yaml-alias", 2, 4),
        ("a: &x [*x]\n", "yaml-tag", 1, 4),
        ("*x : b\n", "yaml-alias", 1, 1),
        ("!!bool x: 1\n", "yaml-tag", 1, 1),
        ("a: !!timestamp x\n", "yaml-tag", 1, 4),
        ("a: !!python/object/apply:os.system [x]\n", "yaml-tag", 1, 4),
        ("a: !x {b: c}\n", "yaml-tag", 1, 4),
        ("? [a]\n: b\n", "yaml-key", 1, 3),
        ("{a: b}: c\n", "yaml-key", 1, 1),
        ("a: b\x07c\n", "control-character", 1, 5),
        ("a: b\n\x00", "control-character", 2, 1),
        ("a: \ud800\n", "control-character", 1, 4),
        ("a: 북한\u2028b\n", "control-character", 1, 6),
        ("a: b\rc: d\n", "control-character", 1, 5),
        ('a: "b\\0c"\n', "control-character", 1, 4),
        ('a: "\\L"\n', "control-character", 1, 4),
    ],
)
def test_what_is_no_plain_mapping_of_texts_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    document = parse(text)
    assert [(fault.code, fault.span.line, fault.span.column) for fault in document.faults] == [(code, line, column)]


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 30_000, "a: " + "[" * 30_000, "{a: " * 30_000, "a: " + "[{b: " * 15_000),
        *("a: " + "[" * 30_000 + "]" * 30_000, "a: " + "[" * 500 + "]" * 500),
        *("a:\n" + "".join(" " * depth + "-\n" for depth in range(1, 400)), "a:\n  " + "- " * 30_000 + "b\n"),
    ],
    ids=range(8),
)
def test_deep_nesting_is_one_located_fault(text: str) -> None:
    fault = the_fault(text)
    assert fault.code in ("too-deep", "not-a-mapping", "yaml-key")
    assert fault.span.line < 100
    assert fault.span.column < 1_100


def test_a_file_cut_off_in_the_middle_is_one_located_fault() -> None:
    text = LONG_ENTRY[: LONG_ENTRY.index("kpa-1st-corps, kpa-5th")]
    line = text.count("\n") + 1
    fault = the_fault(text)
    assert (fault.code, fault.span.line) == ("yaml-syntax", line)
    assert text_at(parse(text), fault.span) == ","


def test_a_file_cut_off_anywhere_is_read_or_gives_one_fault_within_it() -> None:
    for end in range(0, len(LONG_ENTRY), 13):
        document = parse(LONG_ENTRY[:end])
        assert len(document.faults) <= 1
        assert (document.data is None) == bool(document.faults)
        lines = document.text.split("\n")
        for fault in document.faults:
            assert fault.span.column <= len(lines[fault.span.line - 1]) + 1


@given(st.text(st.sampled_from("ab:- \n\t'\"[]{},#&*!|>%@`?~\\\x00북"), max_size=60))
def test_whatever_is_written_is_read_or_refused_within_the_text(text: str) -> None:
    document = parse(text)
    assert document.data is not None or document.faults
    for fault in document.faults:
        assert 1 <= fault.span.line <= text.count("\n") + 1


# The quick reading


def read_alike(text: str) -> bool:
    """Whether the quick reading leaves a text to the other, or gives the same data where nothing is to be said."""
    data, document = plain_data(text), parse(text)
    return data is None or (data == document.data and not document.faults and not document.cuts)


@given(st.text(st.sampled_from("ab:- \n\t'\"[]{},#&*!|>%@`?~\\\x00북"), max_size=60), KEYS)
def test_the_quick_reading_gives_the_same_or_nothing(text: str, key: str) -> None:
    assert read_alike(text)
    assert read_alike(f"{key}: a\n{text}")
    assert read_alike(f"{key}: {{b: {text}, c: d}}")


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), st.booleans())
def test_the_quick_reading_knows_what_people_write(data: dict[str, Any], flow: bool) -> None:
    assert read_alike(yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True))


def test_most_entries_need_no_closer_look() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ENTRIES.rglob("*.yaml")]
    assert all(read_alike(text) for text in texts)
    assert sum(plain_data(text) is not None for text in texts) > len(texts) * 0.9


# Where it stands


@pytest.mark.parametrize("before", ["북한", "😀😀", "é", unicodedata.normalize("NFD", "한국"), "\t"])
def test_letters_before_a_fault_count_one_column_each(before: str) -> None:
    fault = the_fault(f"a: b\nc: {{d: '{before}', e: *x}}\n")
    assert (fault.code, fault.span) == ("yaml-alias", Span(2, 15 + len(before), 2, 17 + len(before)))


def test_lines_that_end_as_on_windows_count_as_lines() -> None:
    document = parse("a: b\r\nc: |\r\n  d\r\n  e [[f]]\r\na: g\r\n")
    assert [fault.span for fault in document.faults] == [Span(5, 1, 5, 2)]
    assert document.value_span(("c",), "[[f]]") == Span(4, 5, 4, 10)
    assert document.data == {"a": "b", "c": "d\ne [[f]]\n"}


# What contributors write and YAML misreads


@pytest.mark.parametrize(
    ("text", "column", "help_"),
    [
        ("title: KCNA: the order\n", 12, "a text that holds a colon and a space goes into quotation marks"),
        ("title: [News Today] An order\n", 21, "a text that begins with a quotation mark or a bracket goes into"),
        ('title: "If" he said\n', 13, "a text that begins with a quotation mark or a bracket goes into"),
        ("title: 'Unclosed\nsummary: b\n", 8, "the quotation mark is not closed"),
        ("title: [unclosed\nsummary: b\n", 8, "a bracket must be closed"),
        ("title: {unclosed: a\nsummary: b\n", 8, "a bracket must be closed"),
        ("title: @nobody\n", 8, "quotation marks"),
        ("title: `code`\n", 8, "quotation marks"),
        ("title: a\n summary: b\n", 9, "a text that holds a colon and a space"),
        ("title: a\n\tsummary: b\n", 1, "check"),
    ],
)
def test_what_yaml_cannot_read_is_explained_in_plain_words(text: str, column: int, help_: str) -> None:
    fault = the_fault(text)
    assert fault.code == "yaml-syntax"
    assert fault.span.column == column
    assert help_ in fault.help


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: {value: 10,000, unit: men}\n", "000"),
        ("a: {quote: yes, we did, by: x}\n", "we did"),
        ("a: {url: https://example.org/a,b}\n", "b"),
    ],
)
def test_a_comma_that_splits_a_text_in_one_line_braces_is_named(text: str, written: str) -> None:
    document = parse(text)
    assert [fault.code for fault in document.faults] == ["comma-splits-text"]
    assert text_at(document, document.faults[0].span) == written


@pytest.mark.parametrize("text", ["a: {b: , c: d}\n", "a: {b: '', c: }\n", "a:\nb:\n", "a: [b, c]\n"])
def test_an_empty_value_is_no_comma_that_splits(text: str) -> None:
    assert parse(text).faults == []


@pytest.mark.parametrize(
    "text",
    [
        *("note: Order No. 2 #5\n", "a:\n  - some words   # here\n", "a: b c #\n", "a: 북한 말 #5\n"),
        *("text: Order #5 was signed.\n", "a:\n  - Order #5\n"),
    ],
)
def test_a_comment_that_cuts_plain_prose_is_noticed(text: str) -> None:
    document = parse(text)
    (cut,) = document.cuts
    assert text_at(document, cut.span) == text[text.index("#") :].rstrip()


@pytest.mark.parametrize(
    "text",
    [
        *("a: word # a comment on one word\n", "a: b c\n# a line of its own\n", "a: 'b c' # after quotation marks\n"),
        *(
            "a: b#c d\n",
            "a: |\n  b c #5\n",
            "a: [b, c] # after a list\n",
            "a: # before a text\n  b c\n",
            "# first\na: b c\n",
        ),
    ],
)
def test_a_comment_that_cuts_nothing_is_left_alone(text: str) -> None:
    document = parse(text)
    assert document.cuts == []
    assert document.faults == []
