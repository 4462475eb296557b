"""Strict YAML: what is read, what is refused, and where in the text it stands."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
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
    (fault,) = parse(text).faults
    return fault


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
        ("---\n", "empty-file", 1, 1),
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
        ('a: "b\\0c"\n', "control-character", 1, 6),
        ('a: "\\L"\n', "control-character", 1, 5),
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
    fault = the_fault(text)
    assert (fault.code, fault.span.line) == ("yaml-syntax", text.count("\n") + 1)
    assert text_at(parse(text), fault.span) == "["


def test_a_file_cut_off_anywhere_is_read_or_gives_one_fault_within_it() -> None:
    for end in range(0, len(LONG_ENTRY), 13):
        document = parse(LONG_ENTRY[:end])
        assert len(document.faults) <= 1
        lines = document.text.split("\n")
        for fault in document.faults:
            assert fault.span.column <= len(lines[fault.span.line - 1]) + 1


@given(st.text(st.sampled_from("ab:- \n\t'\"[]{},#&*!|>%@`?~\\\x00북"), max_size=60))
@example("\n\t")
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
@example("-: >", "a")
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
    assert document.data == {"c": "d\ne [[f]]\n"}


# What contributors write and YAML misreads: the text that is underlined, a part of the message, and the help


@pytest.mark.parametrize(
    ("text", "written", "message", "help_"),
    [
        ("title: KCNA: the order", ":", "a colon and a blank", 'write `title: "KCNA: the order"`'),
        ("a: b\ntitle: KCNA: to: do\nc: d", ":", "a colon and a blank", 'write `title: "KCNA: to: do"`'),
        ('title: Order: "x"', ":", "a colon and a blank", "write `title: 'Order: \"x\"'`"),
        ("a: [{b: c: d}]", ":", "a colon and a blank", 'write `b: "c: d"`'),
        ("title: [News] An order", "[News] An order", "where its bracket does", 'write `title: "[News] An order"`'),
        ("title: {a: b} An order", "{a: b} An order", "where its bracket does", 'write `title: "{a: b} An order"`'),
        ("a:\n  - {b: [c] d, e: f}", "[c] d", "where its bracket does", 'write `b: "[c] d"`'),
        ("title: [a, b]]", "]", "closes nothing", "write `title: [a, b]`"),
        ('title: "If" he said', '"If" he said', "where its quotation mark does", "write `title: '\"If\" he said'`"),
        ("title: 'It's time'", "'It's time'", "where its quotation mark does", 'write `title: "It\'s time"`'),
        ("title: 'Open\nsummary: b", "'", "is not closed", 'write `title: "Open"`'),
        ('title: "Open\nsummary: "b"', '"', "is not closed", 'write `title: "Open"`'),
        ('a: "Open\nb: c\ntext: e "d" f', '"', "is not closed", 'write `a: "Open"`'),
        ("themes: [a, b\nplaces: [c]", "[", "is not closed", "write `themes: [a, b]`, or put"),
        ("a:\n  - {b: c, d: e\n  - {b: f}", "{", "is not closed", "write `- {b: c, d: e}`"),
        ("title: @nobody", "@nobody", "cannot begin with `@`", 'write `title: "@nobody"`'),
        ("title: `code` is", "`code` is", "cannot begin with a backtick", 'write `title: "`code` is"`'),
        ("title: %50", "%50", "cannot begin with `%`", 'write `title: "%50"`'),
        ("title: *urgent* news", "*urgent* news", "cannot begin with `*`", 'write `title: "*urgent* news"`'),
        ("title: > 50 dead", "> 50 dead", "cannot begin with `>`", 'write `title: "> 50 dead"`, or begin'),
        ("text: >- a b\n  c", ">- a b", "cannot begin", "begin the text on the next line, after `>-`"),
        ("themes: - a\n  - b", "- a", "on the line of its key", "write `themes: [a]`, or begin"),
        ("title: - an order", "- an order", "on the line of its key", 'write `title: "- an order"`, or begin'),
        ('title: "C:\\dir"', "\\d", "a backslash", "write `title: 'C:\\dir'`"),
        ("title: {placeholder}", "placeholder", "a key without a value", "put a text that begins with `{`"),
        ("title:Foo\ndate: x", ":", "a blank is missing after the colon", "write `title: Foo`"),
        ("date: x\ntitle:Foo\na: b", ":", "a blank is missing after the colon", "write `title: Foo`"),
        ("date: x\ntitle:Foo", ":", "a blank is missing after the colon", "write `title: Foo`"),
        ("a: {b:1, c: d}", ":", "a blank is missing after the colon", "write a blank between the key and its value"),
        ('title:"A: b"', ":", "a blank is missing after the colon", "write a blank between the key and its value"),
        ("a:\n  -b: c\n   d: e", "-", "a blank is missing after the hyphen", "write `- b: c`"),
        ("a:\n  -b: c", "-", "a blank is missing after the hyphen", "write `- b: …`"),
        (
            "a: b\nThis is more.\nc: d",
            "This is more.",
            "has no key",
            "put a colon and a blank after its key, or indent",
        ),
        ("a: b\nc\n  d: e\nf: g", "c", "a colon is missing after this key", "write `c:`"),
        ("a:\n  b\n    c: d\nf: g", "b", "a colon is missing after this key", "write `b:`"),
        ("a:\n  - {b: c, d: |e, f: g}", "|e", "cannot begin with `|`", 'write `"|e"`'),
        ("a: [b, @c]", "@c", "cannot begin with `@`", 'write `"@c"`'),
        ("a: b\ntitle= c\nd: e", "title= c", "has no key", "write `title: c`, or indent"),
        ("title： c\nd: e", "title： c", "has no key", "write `title: c`"),
        ("title: a\n  summary: b", "  ", "further than `title`", "begin `summary` in column 1, below `title`"),
        ("a:\n  b: c\n    d: e", "  ", "further than `b`", "begin `d` in column 3, below `b`"),
        ("a:\n    b: c\n  d: e", "d", "as none above it", "begin it in column 5, below `b`"),
        ("text: >-\n    a\n  b\nc: d", "b", "as none above it", "indent it as the other lines of `text`"),
        ("a:\n\t- b", "\t", "a tab indents this line", "indent with blanks"),
        ("a: b\n\tc: d", "\t", "a tab indents this line", "indent with blanks"),
        ("a:\n  - b: c\n    d: e\n  b: f\n    d: g", "b", "begins with a hyphen", "write `- b: f`"),
        ("a:\n  - b\n  c", "c", "begins with a hyphen", "write `- c`"),
        ("a:\n  - b: c\n  d: e", "d", "neither in the item above", "begin it in column 5"),
        ("a:\n - b: c\n  - b: d", "-", "not below that of the first", "begin it in column 2"),
        ("text: a b\n  c #5 d\n  e", "#5 d", "ends the text that goes on below", "write the text after `>-`"),
        ("a: b\n...\nc: d", "c: d", "an entry ends with", "delete the line `...`"),
        (" title: a\ndate: b", " ", "this line is indented", "begin `title` in column 1"),
        ("# for editors\n  more of it\ntitle: a", "more of it", "has no key", "delete it, or put a colon"),
        ("  so it is # said\ntitle: a", "so it is # said", "has no key", "delete it, or put a colon"),
        ("a: one\n  and two: three", ":", "a colon and a blank", "put the whole text into quotation marks, or begin"),
        ("a:\n  - b: c\n    d: e\n- b: f\ng: h", "-", "not below that of the first", "begin it in column 3"),
        ("a:\n  - b\n  - c\n- d", "-", "not below that of the first", "begin it in column 3"),
        ("a: [b]\n- c", "-", "belongs to no list", "write all items of a list in the same way"),
        ("title:\u00a0Foo\ndate: x", ":", "a blank is missing after the colon", "write `title: Foo`"),
        ("a: {b: The {c} d, e: f}", "The {c} d", "where its bracket does", 'write `b: "The {c} d"`'),
        ("a: {b: c d: e, f: g}", ":", "a colon and a blank", 'write `b: "c d: e"`, or put a comma before `d`'),
        ("themes: [a}\nb: c", "[", "is not closed", "write `themes: [a]`, or put"),
    ],
)
def test_what_yaml_misreads_is_told_at_its_place_with_what_to_write(
    text: str, written: str, message: str, help_: str
) -> None:
    fault = the_fault(f"{text}\n")
    assert fault.code == "yaml-syntax"
    assert text_at(Document(f"{text}\n"), fault.span) == written
    assert message in fault.message
    assert fault.help.startswith(help_)


def test_a_long_value_is_cut_short_in_the_help() -> None:
    fault = the_fault(f"title: KCNA: {'very ' * 30}long\n")
    assert fault.help == 'write `title: "KCNA: very very very very very very very very very very very …"`'


def test_marks_of_a_merge_are_one_fault_and_the_rest_is_read() -> None:
    document = parse("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> branch\nf: g\n")
    assert [(fault.code, fault.span) for fault in document.faults] == [("yaml-syntax", Span(2, 1, 6, 15))]
    assert document.data == {"a": "b", "f": "g"}
    assert "c" in document.lost


@pytest.mark.parametrize(
    ("text", "written", "help_"),
    [
        ("a: {value: 10,000, unit: men}\n", "000", "write `value: 10000`"),
        ("a: {value: 10,000,000}\n", "000", "write `value: 10000000`"),
        ("a: {quote: yes, we did, by: x}\n", "we did", 'write `quote: "yes, we did"`'),
        ("a: {by: x, quote: a, b, c}\n", "b", 'write `quote: "a, b, c"`'),
        ("a: {url: https://example.org/a,b}\n", "b", 'write `url: "https://example.org/a,b"`'),
    ],
)
def test_a_comma_that_splits_a_text_in_one_line_braces_is_told_once(text: str, written: str, help_: str) -> None:
    fault = the_fault(text)
    assert fault.code == "comma-splits-text"
    assert text_at(Document(text), fault.span) == written
    assert fault.help == help_


@pytest.mark.parametrize("text", ["a: {b: , c: d}\n", "a: {b: '', c: }\n", "a:\nb:\n", "a: [b, c]\n"])
def test_an_empty_value_is_no_comma_that_splits(text: str) -> None:
    assert parse(text).faults == []


@pytest.mark.parametrize(
    "text",
    [
        *("note: Order No. 2 #5\n", "a:\n  - some words   # here\n", "a: b c #\n", "a: 북한 말 #5\n"),
        *("text: Order #5 was signed.\n", "a:\n  - Order #5\n", "title: #5 is signed\n", "a:\n  - #5 is\n"),
    ],
)
def test_a_comment_that_cuts_plain_prose_is_noticed(text: str) -> None:
    document = parse(text)
    (cut,) = document.warnings
    assert text_at(document, cut.span) == text[text.index("#") :].rstrip()
    assert cut.help.endswith('"`, or put the comment on a line of its own')


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
    assert document.warnings == []
    assert document.faults == []


# What can be read of a text with faults


def test_what_is_around_a_fault_is_read() -> None:
    document = parse("a: b\ntitle: KCNA: c\nd:\n  - e: f\n  - g: h: i\n  - {j: k}\nl: m\n")
    assert [fault.span.line for fault in document.faults] == [2, 5]
    assert document.data == {"a": "b", "d": [{"e": "f"}, {"j": "k"}], "l": "m"}
    assert document.lost == {"title"}
    assert document.hidden >= {"title", "g"}
    assert text_at(document, document.value_span(("d", 1, "j"))) == "k"


def test_of_a_value_in_whose_items_there_is_a_fault_the_others_are_read() -> None:
    document = parse("a:\n  b:\n    c: d\n  e:\n    f: g: h\n  i: j\n")
    assert document.data == {"a": {"b": {"c": "d"}, "i": "j"}}
    assert document.lost == set()


def test_a_value_of_which_nothing_is_left_is_lost() -> None:
    document = parse("a:\n  - b: c: d\ne: f\n")
    assert document.data == {"e": "f"}
    assert document.lost == {"a"}


def test_of_a_key_that_stands_twice_neither_is_taken() -> None:
    document = parse("a: b\nc: d\na: e\nf:\n  g: 1\n  h: 2\n  g: 3\n")
    assert document.data == {"c": "d", "f": {"h": "2"}}
    assert [[text_at(document, span) for span, _ in fault.also] for fault in document.faults] == [["a"], ["g"]]
    assert [fault.also[0][0].line for fault in document.faults] == [1, 5]


def test_an_item_without_its_hyphen_repeats_keys_and_is_one_fault() -> None:
    fault = the_fault("a:\n  - b: c\n    d: e\n    b: f\n    d: g\nh: i\n")
    assert (fault.code, fault.span) == ("duplicate-key", Span(4, 5, 4, 6))
    assert fault.help == "keep one of the two, or write `- b: …` if a new item begins here"


def test_each_of_two_keys_that_stand_twice_is_told() -> None:
    faults = parse("a:\n  - b: c\n    d: e\n    d: f\n    g: h\n    b: i\n").faults
    assert [(fault.span.line, fault.help[:20]) for fault in faults] == [
        (4, "keep one of the two"), (6, "keep one of the two,")
    ]  # fmt: skip


def test_line_ends_of_old_are_told_with_what_to_do() -> None:
    assert "line ends" in the_fault("a: b\rc: d\r").help
    assert the_fault('a: "b\\rc"\n').help == "delete it"


def test_what_a_fault_does_to_the_lines_below_it_is_no_fault_of_theirs() -> None:
    for text in (
        "a:\n  b: c\nd\n    e: f\n  g: h\n  i: j\nk: l\n",
        "a:\n  b:\n    c: d\n  \ne:\n    c: f\n  g:\n    c: h\n    c: i\nk: l\n",
    ):
        assert len(parse(text).faults) == 1, parse(text).faults
        assert (parse(text).data or {})["k"] == "l"


TOP_LEVEL = [line.partition(":")[0] for line in LONG_ENTRY.splitlines() if line[:1].isalpha()]


SLIPS = st.text(st.sampled_from("ab:- \n\t'\"[]{},#&*!|>%@`?~\\"), max_size=3)


@given(
    st.lists(st.sampled_from(TOP_LEVEL), min_size=1, max_size=4, unique=True),
    st.sampled_from(["a: b: c", "@x", "[a] b"]),
)
def test_each_fault_in_a_value_is_told_and_all_other_values_stay(keys: list[str], value: str) -> None:
    whole = parse(LONG_ENTRY).data or {}
    lines = LONG_ENTRY.splitlines()
    for key in keys:
        number = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
        end = next((n for n in range(number + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
        lines[number:end] = [f"{key}: {value}"]
    document = parse("\n".join(lines) + "\n")
    assert len(document.faults) == len(keys)
    assert document.data == {key: value for key, value in whole.items() if key not in keys}
    assert document.lost == set(keys)


@given(st.integers(0, len(LONG_ENTRY)), SLIPS, st.integers(0, 3))
def test_a_slip_in_a_long_entry_gives_few_faults(place: int, noise: str, gone: int) -> None:
    document = parse(LONG_ENTRY[:place] + noise + LONG_ENTRY[place + gone :])
    assert document.data is not None or place < 10
    assert len(document.faults) <= 2


# Characters

INVISIBLE = [
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF,
    0xAD, 0x115F, 0x1160, 0x3164, 0xFFA0, 0xE0001, 0xE0041, 0xE007F,
]  # fmt: skip


@pytest.mark.parametrize("number", INVISIBLE)
def test_an_invisible_character_is_refused_with_its_name_and_the_value_read_without_it(number: int) -> None:
    document = parse(f"a: 북{chr(number)}한\nb: c\n")
    (fault,) = document.faults
    assert (fault.code, fault.span) == ("invisible-character", Span(1, 5, 1, 6))
    assert f"U+{number:04X}" in fault.message
    assert unicodedata.name(chr(number)).lower() in fault.message
    assert document.data == {"a": "북한", "b": "c"}
    assert text_at(document, document.value_span(("b",))) == "c"


@pytest.mark.parametrize("number", INVISIBLE)
def test_an_invisible_character_is_found_within_an_escape(number: int) -> None:
    escape = f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08X}"
    document = parse(f'a: "\\\\ b {escape}c"\n')
    (fault,) = document.faults
    assert (fault.code, text_at(document, fault.span)) == ("invisible-character", escape)
    assert document.data == {"a": "\\ b c"}


def test_each_invisible_character_is_told_once_with_the_number_of_its_places() -> None:
    document = parse("a: b\u200bc\nd: \u200be\u00ad\nf: g\u200b\n")
    assert [(fault.span.line, fault.span.column) for fault in document.faults] == [(1, 5), (2, 6)]
    assert document.faults[0].message.endswith("may not stand in an entry; it is in 2 more places")
    assert document.data == {"a": "bc", "d": "e", "f": "g"}


@pytest.mark.parametrize("text", ["\ufefftitle: a\n", "a: b\n\u200bc: d\n", "a:\n\u200b  - b\n", "a: \u2066[b\u2069\n"])
def test_what_an_invisible_character_does_to_its_line_is_no_further_fault(text: str) -> None:
    assert {fault.code for fault in parse(text).faults} == {"invisible-character"}


def test_ordinary_writing_of_any_script_is_sound() -> None:
    document = parse("a: 조선 인민군 é ü ñ 漢字 русский “q” – … ½ ① 😀\u00a0x\n")
    assert document.faults == document.warnings == []


@pytest.mark.parametrize(
    ("before", "written", "after"),
    [
        ("", "한국", ""),
        ("대한 ", "조선", " 사람 한국"),
        ("caf", "é", " au lait"),
        ("", "각", " 나"),
        ("naïve is ", "ï", "ve"),
        ("", "\u212b", "ngstrom"),
    ],
)
def test_letters_in_parts_are_warned_of_at_the_first_stretch(before: str, written: str, after: str) -> None:
    parts = unicodedata.normalize("NFD", written)
    text = f"a: {before}{parts}{unicodedata.normalize('NFD', after)}\n"
    document = parse(text)
    (warning,) = document.warnings
    assert (warning.code, warning.help) == ("not-nfc", "`make fmt` puts it right")
    assert text_at(document, warning.span) == parts
    assert unicodedata.normalize("NFC", written) in warning.message
    assert document.faults == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_a_text_is_warned_of_just_if_its_letters_are_in_parts(text: str) -> None:
    written = f"a: |\n  x{text}\n"
    assert bool(parse(written).warnings) == (unicodedata.normalize("NFC", written) != written)
