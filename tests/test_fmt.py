"""The one layout of entries: nothing is lost, every comment stays at its item, and doing it again changes nothing."""

import argparse
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.editing.layout import LayoutError, keys_at, lay_out, prove
from generator.model import KINDS, validate
from generator.model.order import Keys, keys
from generator.report.columns import width
from generator.verbs import fmt
from generator.yaml_text import is_plain, one_line, parse
from tests.entries_of import write
from tests.untidy import NASTY, nasty_entry, untidy

ROOT = Path(__file__).parent.parent
ENTRIES = sorted((ROOT / "entries").rglob("*.yaml"))
HERE = "entries/developments/2024/a.yaml"
RANDOM = st.randoms(use_true_random=True)
COMMENT = re.compile(r"#\s?\d+ at (\S+)")

UNTIDY = """\
# Words on the whole file.

# yaml-language-server: $schema=../../../schema/development.schema.json
revisions: [{kind: added, date: 2024-05-20, what: First version}]   # the only one
# what it is called
title: 'Port closed: "for good"'
"date": '2024-05-14'
summary: >-
  Short.
text: |
    One line
    and another.
sources:
    b-source: {url: "https://example.org/b", publisher: b}
    # the older one
    a-source: {publisher: a, url: https://example.org/a}
statements:
- by: [exampleland,  # the state
       ministry]
  # whose claim
  claim: port-closed
  stance: denies
  source: b-source # seen
  quote: "A quotation that takes so many words that nobody would ever get all of them
    into one single line, however wide."
  # nothing more was said
- {claim: port-closed, by: exampleland, source: [a-source, b-source], stance: asserts} # twice
# the end
"""
TIDY = """\
# yaml-language-server: $schema=../../../schema/development.schema.json
# Words on the whole file.

# what it is called
title: 'Port closed: "for good"'
date: 2024-05-14
summary: Short.
text: |
  One line
  and another.
sources:
  b-source:
    publisher: b
    url: https://example.org/b
  # the older one
  a-source:
    publisher: a
    url: https://example.org/a
statements:
  # whose claim
  - claim: port-closed
    by:
      - exampleland  # the state
      - ministry
    stance: denies
    source: b-source  # seen
    quote: >-
      A quotation that takes so many words that nobody would ever get all of them into one single line, however wide.
    # nothing more was said
  - {claim: port-closed, by: exampleland, stance: asserts, source: [a-source, b-source]}  # twice
revisions:  # the only one
  - {date: 2024-05-20, kind: added, what: First version}
# the end
"""


def run(root: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    fmt.arguments(parser)
    return fmt.run(parser.parse_args(arguments), root)


def composed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [composed(value) for value in data]
    return data if data.startswith("https://") else unicodedata.normalize("NFC", data)


def texts(data: Any) -> Iterator[Any]:
    """All scalars of some data, keys too, in order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)
    else:
        yield data


def comments(text: str) -> list[str]:
    return sorted(match[0] for match in COMMENT.finditer(text))


def strayed(text: str) -> list[str]:
    """The comments that stand neither on the line of their key nor above it."""
    found = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for match in COMMENT.finditer(line):
            below = (later for later in lines[number:] if not later.lstrip().startswith("#"))
            if match[1] != "nothing" and not re.match(rf"[ {{-]*['\"]?{match[1]}['\"]?:", next(below, "")):
                found.append(match[0])
    return found


# What it looks like


def test_an_untidy_entry_is_laid_out_as_the_documentation_says() -> None:
    assert lay_out(UNTIDY, HERE) == TIDY
    assert lay_out(TIDY, HERE) == TIDY


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        ("a: 'plain words'", "a: plain words"),
        ("a: NO", 'a: "NO"'),
        ("a: 12:30", 'a: "12:30"'),
        ("a: 010", 'a: "010"'),
        ("a: y", 'a: "y"'),
        ("a: '2024-10-18'", "a: 2024-10-18"),
        ("a: '37.96'", "a: 37.96"),
        ("a: 'KCNA: said'", 'a: "KCNA: said"'),
        ('a: "He said: \\"no\\""', "a: 'He said: \"no\"'"),
        ('a: "It\'s: \\"no\\""', 'a: "It\'s: \\"no\\""'),
        ("a:", 'a: ""'),
        ("a: [b,   c]", "a: [b, c]"),
        ("a:\n- b\n- c", "a: [b, c]"),
        ("a: [b, 'c, d']", 'a: [b, "c, d"]'),
        ("a: []", "a: []"),
        ("a:\n  b: c", "a: {b: c}"),
        ("a:\n  b: {c: {d: e}}", "a:\n  b:\n    c: {d: e}"),
        ("a:\n- - b\n  - c", "a:\n  - [b, c]"),
        ("a: |-\n    b\n    c", "a: |-\n  b\n  c"),
        ("a: >\n    b\n    c\n\n    d", "a: >\n  b c\n\n  d"),
        ("a: b\n\n\nc: d\n\n", "a: b\nc: d"),
        ("a: b\r\nc: |\r\n  d\r\n  e\r\n", "a: b\nc: |\n  d\n  e"),
        ("a: b   \nc:   d", "a: b\nc: d"),
        ("--- {a: b}", "a: b"),
    ],
)
def test_a_value_has_one_way_to_be_written(written: str, laid_out: str) -> None:
    assert lay_out(written, "a.yaml") == laid_out + "\n"


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        # A comment after several words looks like the rest of them, and must neither begin nor cease to do so.
        ("note: Order No. 2 #5", "note: Order No. 2  #5"),
        ('note: "Order No. 2" #5', 'note: "Order No. 2"  #5'),
        ("a: {note: two words, # why\n  b: c}", 'a:\n  note: "two words"  # why\n  b: c'),
        ("a: [ # none\n]", "a: []  # none"),
        ("a: [\n# none\n]", "# none\na: []"),
        ("a:\n  # of b\n  b: c", "a:\n  # of b\n  b: c"),
        ("a:\n- # first\n  b: c", "a:\n  - {b: c}  # first"),
        ("a:\n-\n  # of b\n  b: c", "a:\n  # of b\n  - {b: c}"),
        ("a:\n-\n  b: d\n  # of c\n  c: d\n- e", "a:\n  - b: d\n    # of c\n    c: d\n  - e"),
        ("a: | # of a\n  b", "a: |  # of a\n  b"),
        (
            "a:\n  b:\n    c: d\n    # in b\n  # in a\n# of e\ne: f",
            "a:\n  b:\n    c: d\n    # in b\n  # in a\n# of e\ne: f",
        ),
        ("a: b\n  # far right, and the end", "a: b\n# far right, and the end"),
    ],
)
def test_a_comment_stays_where_it_belongs(written: str, laid_out: str) -> None:
    assert lay_out(written, "a.yaml") == laid_out + "\n"


def test_texts_are_composed_but_web_addresses_are_not() -> None:
    apart = unicodedata.normalize("NFD", "가")
    text = lay_out(f"title: {apart}\nurl: https://example.org/{apart}  # {apart}\n", HERE)
    assert text == f"title: 가\nurl: https://example.org/{apart}  # 가\n"


def test_width_counts_columns_and_not_characters() -> None:
    assert lay_out("title:" + " 가나다라" * 12, HERE) == "title:" + " 가나다라" * 12 + "\n"
    folded = lay_out("title:" + " 가나다라" * 13, HERE)
    assert folded == "title: >-\n " + " 가나다라" * 13 + "\n"
    assert [width(line) for line in lay_out("title:" + " 가나다라" * 20, HERE).split("\n")] == [9, 118, 64, 0]


# Laws


@settings(max_examples=1000)
@given(RANDOM)
def test_nothing_is_lost_and_nothing_strays(random: Random) -> None:
    path, data = nasty_entry(random)
    text = untidy(data, random)
    assert parse(text).data == data, "the text is not what the test meant"
    laid_out = lay_out(text, path)
    after = parse(laid_out)
    assert after.faults == []
    assert after.data == composed(data)
    assert comments(laid_out) == comments(text)
    assert strayed(laid_out) == []
    assert lay_out(laid_out, path) == laid_out


@given(RANDOM)
def test_what_an_entry_holds_decides_how_it_is_written(random: Random) -> None:
    path, data = nasty_entry(random)
    short = {key: value for key, value in data.items() if not any("\n" in text for text in texts(value))}
    styles = [lay_out(untidy(short, random, comments=False), path) for _ in range(2)]
    kept_as_blocks = [text for text in styles if re.search(r"(: |- )\|", text)]
    assert styles[0] == styles[1] or kept_as_blocks


@example("-0")
@example("._")
@example("1_.e5")
@given(st.sampled_from(NASTY) | st.text(st.sampled_from("ab1:#,-[]{}'\"&*!|>%@`?~\\ 북e.0_+=<N"), max_size=8))
def test_other_readers_read_the_same(text: str) -> None:
    """YAML 1.1 by PyYAML and 1.2 by ruamel.yaml: a day or a number is one, and nothing else is anything but a text."""
    written = f"a: {one_line(text)}\nb: {{c: {one_line(text, in_flow=True)}, d: [{one_line(text, in_flow=True)}]}}\n"
    assert list(texts(parse(written).data)) == ["a", text, "b", "c", text, "d", text]
    for read in (yaml.safe_load, YAML(typ="safe", pure=True).load):
        a, *others = (read(written)["a"], read(written)["b"]["c"], read(written)["b"]["d"][0])
        assert others == [a, a]
        assert str(a) == text or (isinstance(a, float) and a == float(text) and is_plain(text))


def test_every_shipped_entry_is_the_same_after_any_upheaval() -> None:
    for number, file in enumerate(ENTRIES):
        data = parse(file.read_text(encoding="utf-8")).data
        assert data is not None
        path = file.relative_to(ROOT).as_posix()
        kind = KINDS[path.split("/")[1]]
        after = parse(lay_out(untidy(data, Random(number)), path)).data
        assert after is not None
        assert validate(kind, after, path) == validate(kind, data, path)


# What is in the repository


def test_entries_are_laid_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT, "--check") == 0, capsys.readouterr().out


def test_the_collection_of_the_worked_example_is_laid_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT / "tests" / "example", "--check") == 0, capsys.readouterr().out


# The order of keys


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_field_has_its_place(kind: Any) -> None:
    known = keys(kind)
    assert sorted(known.under) == sorted(info.alias for info in kind.model_fields.values())
    assert next(iter(known.under)) in ("title", "name")
    assert list(known.under)[-2:] == ["aliases", "revisions"]


def test_keys_are_in_order_on_every_level() -> None:
    known = keys_at(HERE)
    assert list(known.of("statements").under)[:3] == ["claim", "by", "speaker"]
    assert list(known.of("sources").of("any-id").of("archived").under) == ["url", "captured", "sha256"]
    assert known.of("sources").arranged(["b", "a"]) == ["b", "a"]
    assert known.arranged(["unknown", "summary", "title"]) == ["title", "summary", "unknown"]


# The proof


@pytest.mark.parametrize(
    "spoilt",
    [
        "a: b  # one\nc: d",
        "a: b\nc: e  # one",
        "c: d\na: b  # one",
        "a: b\nc: d  # two",
        "a: b\n# one\nc: d",
        'a: b\nc: "d"  # one',
        "a: [b\nc: d",
    ],
)
def test_a_layout_that_spoils_a_file_is_noticed(spoilt: str) -> None:
    with pytest.raises(LayoutError):
        prove(parse("a: b\nc: d  # one\n"), parse(spoilt + "\n"), Keys())


# The verb


def test_entries_are_laid_out_and_those_with_faults_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = "title: A\ntitle: B\n"
    write(tmp_path, {"developments/2024/a.yaml": UNTIDY, "developments/2024/b.yaml": TIDY, "themes/c.yaml": twice})
    assert run(tmp_path) == 1
    out, error = capsys.readouterr()
    assert out == "entries/developments/2024/a.yaml\n1 of 3 entries laid out\n"
    assert "error[duplicate-key]" in error
    assert "entries/themes/c.yaml:2:1" in error
    assert (tmp_path / "entries/developments/2024/a.yaml").read_text(encoding="utf-8") == TIDY
    assert (tmp_path / "entries/themes/c.yaml").read_text(encoding="utf-8") == twice
    assert run(tmp_path, "entries/developments") == 0
    assert capsys.readouterr().out == "2 entries, and nothing to lay out\n"


def test_a_check_shows_what_would_change_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"themes/a.yaml": "name: 'A'\n", "themes/b.yaml": "name: B\n", "themes/c.yaml": UNTIDY})
    assert run(tmp_path, "--check", "entries/themes/b.yaml") == 0
    assert run(tmp_path, "--check") == 1
    out = capsys.readouterr().out
    assert "entries/themes/a.yaml\n@@ -1,2 +1,2 @@\n-name: 'A'\n+name: A\n" in out
    assert re.search(r"^… \d+ lines more$", out, re.MULTILINE)
    assert out.endswith("2 of 3 entries would be laid out anew: run `make fmt`\n")
    assert (tmp_path / "entries/themes/a.yaml").read_text(encoding="utf-8") == "name: 'A'\n"


def test_what_editors_propose_follows_the_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theme = "name: A\ndescription: Made up.\nrevisions:\n  - {date: 2026-01-01, kind: added, what: First version}\n"
    write(tmp_path, {"themes/a.yaml": theme})
    (tmp_path / "schema").mkdir()
    assert run(tmp_path, "--check") == 1
    assert run(tmp_path, "entries/themes") == 0
    assert list((tmp_path / "schema").iterdir()) == []
    assert run(tmp_path) == 0
    assert "schema/known.schema.json was brought up to date\n" in capsys.readouterr().out
    assert '"bodyText": "a"' in (tmp_path / "schema/known.schema.json").read_text(encoding="utf-8")
    assert run(tmp_path, "--check") == 0
    write(tmp_path, {"themes/b.yaml": "name: [\n"})
    assert run(tmp_path) == 1
    assert "brought" not in capsys.readouterr().out


def test_byte_order_marks_and_line_ends_of_other_systems_go(tmp_path: Path) -> None:
    write(tmp_path, {"themes/a.yaml": "\ufeffname: A\r\n"})
    assert run(tmp_path) == 0
    assert (tmp_path / "entries/themes/a.yaml").read_bytes() == b"name: A\n"


def test_what_is_no_entry_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"themes/a.txt": ""})
    assert run(tmp_path, "entries/themes/a.txt") == 2
    assert run(tmp_path, "entries/themes/b.yaml") == 2
    assert "`entries/themes/b.yaml` is neither" in capsys.readouterr().err


def test_a_file_that_defeats_the_writer_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """YAML looks for a colon no further than 1,024 characters, unless a question mark announces the key."""
    defeating = f"? {'x' * 1100}\n: a\n"
    write(tmp_path, {"themes/a.yaml": defeating, "themes/b.yaml": "name: 'B'\n"})
    assert run(tmp_path) == 3
    out, error = capsys.readouterr()
    assert "entries/themes/b.yaml\n" in out
    assert "internal error: `entries/themes/a.yaml` is left alone" in error
    assert (tmp_path / "entries/themes/a.yaml").read_text(encoding="utf-8") == defeating
