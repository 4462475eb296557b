"""Reading `entries/`: which files, under which names, and that a file which cannot be read takes no other with it."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import build, files
from generator.diagnostics import Diagnostic, Span
from generator.load import load, with_texts
from tests.entries_of import write

THEME = """\
name: Bridges
description: Made up.
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
"""
ENTRY = """\
title: A title
date: 2024-10-18
summary: In short.
themes: [bridges]
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
"""
PLACE = "developments/2024/an-entry.yaml"


def faults(root: Path) -> tuple[Diagnostic, ...]:
    return load(root).diagnostics


def the_fault(root: Path) -> Diagnostic:
    (fault,) = faults(root)
    return fault


def test_entries_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, {"themes/bridges.yaml": THEME, PLACE: ENTRY, "themes/arches.yaml": THEME})
    assert [entry.id for entry in load(tmp_path).entries] == ["an-entry", "arches", "bridges"]


def test_reading_ahead_in_another_process_gives_the_same(tmp_path: Path) -> None:
    written = {f"themes/theme-{number:03}.yaml": THEME for number in range(230)}
    write(tmp_path, {**written, "themes/theme-100.yaml": "name: [", "themes/theme-200.yaml": "name: 북한 # cut"})
    paths = files.paths(tmp_path)[0]
    alone, ahead = list(files.read(tmp_path, paths)), list(files.read(tmp_path, paths, few=0))
    assert ahead == alone
    assert [file.path for file in ahead] == paths
    assert {file.path for file in ahead if file.data is None} == {f"entries/themes/theme-{n}.yaml" for n in (100, 200)}


def test_a_file_that_cannot_be_opened_is_named_when_read_ahead(tmp_path: Path) -> None:
    write(tmp_path, {f"themes/theme-{number}.yaml": THEME for number in range(5)})
    gone = "entries/themes/gone.yaml"
    with pytest.raises(FileNotFoundError, match=gone):
        list(files.read(tmp_path, [*files.paths(tmp_path)[0], gone], few=0))


def test_nobody_waits_for_files_that_nobody_wants(tmp_path: Path) -> None:
    write(tmp_path, {f"themes/theme-{number:04}.yaml": THEME + "#" * 500 for number in range(600)})
    reading = files.read(tmp_path, files.paths(tmp_path)[0], few=0)
    assert next(reading).path == "entries/themes/theme-0000.yaml"
    reading.close()


def test_an_empty_collection_is_no_fault(tmp_path: Path) -> None:
    assert files.paths(tmp_path)[0] == []
    result = build.build(tmp_path)
    assert result.diagnostics == ()
    assert result.corpus


def test_what_is_no_yaml_file_is_left_alone(tmp_path: Path) -> None:
    others = [
        "LICENSE",
        "themes/README.md",
        "themes/.bridges.yaml",
        ".git/a.yaml",
        "themes/bridges.yaml~",
        "themes/a.json",
    ]
    write(tmp_path, dict.fromkeys(others, "not an entry"))
    (tmp_path / "entries" / "themes" / "a-folder.yaml").mkdir()
    assert files.paths(tmp_path)[0] == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("themes/Bridges.yaml", "bad-file-name"),
        ("themes/BRIDGES.YAML", "bad-file-name"),
        ("themes/bridges.yml", "bad-file-name"),
        ("themes/the_bridges.yaml", "bad-file-name"),
        ("themes/the bridges.yaml", "bad-file-name"),
        ("themes/-bridges.yaml", "bad-file-name"),
        ("themes/bridges.old.yaml", "bad-file-name"),
        (f"themes/{'b' * 81}.yaml", "bad-file-name"),
        ("themes/다리.yaml", "bad-file-name"),
        (f"themes/{unicodedata.normalize('NFD', '다리')}.yaml", "bad-file-name"),
        ("themes/cafe\u0301.yaml", "bad-file-name"),
        ("themes/index.yaml", "reserved-file-name"),
        ("themes/con.yaml", "reserved-file-name"),
        ("themes/lpt1.yaml", "reserved-file-name"),
        ("bridges.yaml", "wrong-folder"),
        ("rivers/bridges.yaml", "wrong-folder"),
        ("themes/stone/bridges.yaml", "wrong-folder"),
        ("Themes/bridges.yaml", "wrong-folder"),
    ],
)
def test_a_name_that_is_no_address_everywhere_is_reported_once(tmp_path: Path, path: str, code: str) -> None:
    fault = the_fault(write(tmp_path, {path: THEME}))
    assert (fault.code, fault.path, fault.span) == (code, f"entries/{path}", Span(1, 1, 1, 1))


@pytest.mark.parametrize("name", ["The_Bridges.yaml", "the bridges.yml", "the-bridges.yaml.yaml"])
def test_a_name_that_is_no_id_is_told_with_one_that_is(tmp_path: Path, name: str) -> None:
    assert the_fault(write(tmp_path, {f"themes/{name}": THEME})).help == "call it `the-bridges.yaml`"


def test_a_development_lies_in_the_folder_of_a_year(tmp_path: Path) -> None:
    assert the_fault(write(tmp_path, {"developments/an-entry.yaml": ENTRY})).code == "wrong-folder"


def test_a_file_under_a_bad_name_is_checked_within_too(tmp_path: Path) -> None:
    write(tmp_path, {"themes/Bridges.yaml": THEME.replace("name", "nmae")})
    assert [fault.code for fault in faults(tmp_path)] == ["unknown-field", "bad-file-name"]


def test_names_in_two_forms_of_one_text_are_both_refused_and_not_mixed_up(tmp_path: Path) -> None:
    forms = [f"themes/{unicodedata.normalize(form, '다리')}.yaml" for form in ("NFC", "NFD")]
    write(tmp_path, dict.fromkeys(forms, THEME))
    assert {fault.code for fault in faults(tmp_path)} == {"bad-file-name"}
    assert load(tmp_path).entries == ()


# Bytes


def test_a_byte_order_mark_at_the_start_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"themes/bridges.yaml": "\ufeff" + THEME})
    assert faults(tmp_path) == ()


def test_what_is_not_utf8_is_reported_where_it_begins(tmp_path: Path) -> None:
    root = write(tmp_path, {"themes/bridges.yaml": THEME})
    file = root / "entries" / "themes" / "bridges.yaml"
    file.write_bytes("name: 다리\ndescription: 다리 caf".encode() + b"\xe9\n")
    assert the_fault(root).span == Span(2, 20, 2, 21)
    assert the_fault(root).code == "not-utf8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "euc-kr"])
def test_another_encoding_is_one_located_fault(tmp_path: Path, encoding: str) -> None:
    root = write(tmp_path, {"themes/bridges.yaml": THEME})
    (root / "entries" / "themes" / "bridges.yaml").write_bytes(THEME.replace("Bridges", "다리").encode(encoding))
    assert the_fault(root).code in ("not-utf8", "control-character")


@pytest.mark.parametrize("brackets", ["[", "{a: ", "[{a: "])
def test_a_file_of_30000_nested_brackets_is_one_located_fault(tmp_path: Path, brackets: str) -> None:
    text = ENTRY.replace("[bridges]", brackets * 30_000)
    fault = the_fault(write(tmp_path, {PLACE: text}))
    assert (fault.code, fault.span.line) == ("too-deep", 4)


def test_a_file_cut_off_in_the_middle_is_one_located_fault(tmp_path: Path) -> None:
    fault = the_fault(write(tmp_path, {PLACE: ENTRY[: ENTRY.index("bridges]") + 3]}))
    assert (fault.code, fault.span) == ("yaml-syntax", Span(4, 9, 4, 10))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(ENTRY.encode()) - 1), st.binary(max_size=3))
def test_whatever_befalls_a_file_is_reported_and_never_raised(tmp_path: Path, place: int, noise: bytes) -> None:
    root = write(tmp_path, {"themes/bridges.yaml": THEME})
    file = root / "entries" / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    content = ENTRY.encode()
    file.write_bytes(content[:place] + noise + content[place + 1 :])
    loaded = load(root)
    assert len(loaded.entries) == 2 or loaded.diagnostics
    for fault in loaded.diagnostics:
        assert 1 <= fault.span.line <= loaded.texts[fault.path].count("\n") + 1


# A file that cannot be read, and those that lean on it


LEANING = """\
title: An entry that leans on another file
date: 2024-10-20
summary: In short.
text: See [[an-entry]], [[an-entry#done]] and [[bridges]]. [@gazette]
themes: [bridges]
statements:
  - {claim: an-entry#done, by: office, stance: denies, source: gazette}
  - {claim: an-entry#done, by: office, stance: denies, date: 2026-01-02, source: new-gazette}
sources:
  new-gazette: {publisher: Example Gazette, url: https://example.org/new}
relations:
  - {type: responds-to, to: an-entry}
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
"""
OFFICE = "name: Office\nkind: state\n" + THEME.split("\n", 1)[1]
LEANT_ON = """\
title: An entry that others lean on
date: 2024-10-18
summary: In short.
sources:
  gazette: {publisher: Example Gazette, url: https://example.org/}
claims:
  done: {text: It was done.}
statements:
  - {claim: done, by: office, stance: asserts, source: gazette}
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
"""
WHOLE = {
    PLACE: LEANT_ON.replace("2026-01-01", "2026-01-02"),
    "developments/2024/leaning.yaml": LEANING,
    "themes/bridges.yaml": THEME,
    "actors/office.yaml": OFFICE,
}


def test_the_leaning_entries_are_sound_while_all_can_be_read(tmp_path: Path) -> None:
    assert build.build(write(tmp_path, WHOLE)).diagnostics == ()


@pytest.mark.parametrize(
    ("path", "broken_path", "fault"),
    [
        (PLACE, PLACE, ("An entry", "[An entry")),
        (PLACE, PLACE, ("title:", "titel:")),
        (PLACE, PLACE, ("2024-10-18", "2024-10-32")),
        (PLACE, PLACE, ("summary:", "summary: a\nsummary:")),
        (PLACE, "developments/2024/An_Entry.yaml", ("", "")),
        (PLACE, "developments/2024/an-entry.yml", ("", "")),
        (PLACE, "developments/an-entry.yaml", ("", "")),
        ("themes/bridges.yaml", "themes/bridges.yaml", ("name: ", "name: [")),
        ("themes/bridges.yaml", "themes/Bridges.yaml", ("", "")),
        ("themes/bridges.yaml", "bridges.yaml", ("", "")),
        ("actors/office.yaml", "actors/office.yaml", ("state", "empire")),
        ("developments/2024/leaning.yaml", "developments/2024/leaning.yaml", ("title", "- title")),
    ],
)
def test_a_fault_in_one_file_is_not_reported_again_where_others_lean_on_it(
    tmp_path: Path, path: str, broken_path: str, fault: tuple[str, str]
) -> None:
    files = WHOLE | {broken_path: WHOLE[path].replace(*fault, 1)}
    if path != broken_path:
        del files[path]
    (only,) = build.build(write(tmp_path, files)).diagnostics
    assert only.path == f"entries/{broken_path}"


def test_a_file_that_is_not_utf8_hides_what_it_declares_but_is_no_cause_of_other_faults(tmp_path: Path) -> None:
    root = write(tmp_path, WHOLE)
    file = root / "entries" / PLACE
    file.write_bytes(file.read_bytes().replace(b"In short", b"In sh\xf6rt"))
    (only,) = build.build(root).diagnostics
    assert only.code == "not-utf8"


def test_warnings_alone_leave_the_site(tmp_path: Path) -> None:
    result = build.build(write(tmp_path, {"themes/bridges.yaml": THEME}))
    assert [fault.code for fault in result.diagnostics] == ["unmentioned"]
    assert result.corpus


def test_the_place_of_a_fault_of_meaning_is_right_behind_a_part_that_was_left_out(tmp_path: Path) -> None:
    lines = "  - {type: wrong, to: an-entry}\n  - {type: related, to: nowhere}\n"
    root = write(tmp_path, {PLACE: ENTRY.replace("themes: [bridges]\n", "relations:\n" + lines)})
    found = [(fault.code, fault.span.line, fault.span.column) for fault in build.build(root).diagnostics]
    assert found == [("unknown-value", 5, 12), ("dangling-link", 6, 25)]


@pytest.mark.parametrize("fault", ["state: unclear", "stat: draft", "date: 2024-10-32"])
def test_an_entry_whose_date_or_state_is_unknown_is_not_judged_further(tmp_path: Path, fault: str) -> None:
    lines = [line for line in ENTRY.splitlines() if not line.startswith(fault.split(":")[0] + ":")]
    loaded = load(write(tmp_path, {PLACE: "\n".join([*lines, fault, ""])}))
    assert (loaded.entries, len(loaded.diagnostics)) == ((), 1)


@pytest.mark.parametrize(
    "texts",
    [
        {f"entries/{PLACE}": ENTRY.replace("A title", "Another")},
        {f"entries/{PLACE}": None},
        {f"entries/{PLACE}": "title: [", "entries/actors/a-new-one.yaml": THEME},
        {f"entries/{PLACE}": ENTRY.replace("title", "titel"), "entries/themes/bridges.yaml": THEME},
        {f"entries/{PLACE}": None, "entries/themes/bridges.yaml": None, "entries/themes/roads.yaml": THEME},
    ],
)
@pytest.mark.parametrize("before", [ENTRY, "title: ]", ENTRY + "relations: no\n"])
def test_files_with_other_texts_are_loaded_as_if_they_had_been_written(
    tmp_path: Path, before: str, texts: dict[str, str | None]
) -> None:
    loaded = with_texts(load(write(tmp_path, {PLACE: before, "themes/bridges.yaml": THEME})), texts)
    for path, text in texts.items():
        (tmp_path / path).unlink(missing_ok=True)
        if text is not None:
            write(tmp_path, {path.removeprefix("entries/"): text})
    found = load(tmp_path)
    assert [(entry.path, entry) for entry in loaded.entries] == [(entry.path, entry) for entry in found.entries]
    assert (loaded.texts, loaded.broken, loaded.left_out) == (found.texts, found.broken, found.left_out)
    assert sorted(loaded.diagnostics, key=lambda fault: fault.order) == list(found.diagnostics)
