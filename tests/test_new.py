"""New entries: what is recognised in words, how ids are found, and that the file passes as it is."""

import argparse
import datetime
import os
import pty
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import build, yaml_text
from generator.corpus import Corpus
from generator.dates import parse_date
from generator.diagnostics import Diagnostic
from generator.editing.layout import lay_out
from generator.editing.scaffold import request
from generator.editing.scaffold.development import Cited, day_in, publisher
from generator.editing.scaffold.dialogue import Talk
from generator.editing.scaffold.ids import entry_id, host_of, site_of, source_id, taken_ids
from generator.editing.scaffold.known import called, happened, known, publisher_of
from generator.editing.scaffold.lines import clean, comment, item
from generator.editing.scaffold.typed import FLAGS, Typed
from generator.load import load
from generator.model import ID_LENGTH, KINDS, RESERVED_FILE_NAMES, is_id
from generator.verbs import new
from tests.entries_of import actor, corpus, development, place, theme, write
from tests.entries_of import publisher as outlet

DAY = datetime.date(2026, 1, 1)
ADDED = "revisions: [{date: 2026-01-01, kind: added, what: First version}]"
GRADE = "reliability: {grade: F, reason: Made up}"
FILES = {
    "actors/exampleland.yaml": f"name: Republic of Exampleland\nalso-known-as: [Exampleland]\nkind: state\n"
    f"country: XA\ndescription: Made up.\n{ADDED}\n",
    "actors/navy.yaml": f"name: Navy of Exampleland\nkind: armed-force\nspeaks-for: exampleland\n"
    f"part-of: exampleland\ndescription: Made up.\n{ADDED}\n",
    "places/northhaven.yaml": f"name: Northhaven\nnames: {{hangul: 노스헤븐}}\ndescription: Made up.\n{ADDED}\n",
    "themes/shipping.yaml": f"name: Shipping\ndescription: Made up.\n{ADDED}\n",
    "publishers/example-times.yaml": f"name: The Example Times\nkind: newspaper\nurl: https://times.example.org/\n"
    f"description: Made up.\n{GRADE}\n{ADDED}\n",
    "developments/2024/port-opened.yaml": "title: Port of Northhaven opened to ships of Exampleland\n"
    "date: 2024-05-14\nsummary: The navy did it.\nplaces: [northhaven]\nthemes: [shipping]\nactors: [navy]\n"
    "text: It did. [@times-20240514]\n"
    "sources:\n  times-20240514: {publisher: example-times, url: https://times.example.org/1, published: 2024-05-14}\n"
    f"{ADDED}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def run(root: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    new.arguments(parser)
    return new.run(parser.parse_args([*arguments, "--date-added=2026-01-01"]), root)


def reported(root: Path) -> tuple[Diagnostic, ...]:
    return build.build(root).diagnostics


def written(root: Path, id_: str) -> str:
    (file,) = (root / "entries").rglob(f"{id_}.yaml")
    return file.read_text(encoding="utf-8")


def enabled(text: str) -> str:
    """A new file with all its examples: the lines on which a `#` touches what it disables, or the indentation of it."""
    return re.sub(r"^( *)#(?=[^ ]|  )", r"\1", text, flags=re.MULTILINE)


def answering(*answers: str) -> tuple[Talk, list[str]]:
    """Somebody who gives these answers, and what was asked and told."""
    left, shown = list(answers), []

    def ask(prompt: str) -> str:
        shown.append(prompt)
        return left.pop(0)

    return Talk(ask, shown.append), shown


def typed(folder: str = "developments", **flags: str) -> Typed:
    return {flag: [flags[flag.replace("-", "_")]] if flag.replace("-", "_") in flags else [] for flag in FLAGS[folder]}


# Files


def test_a_new_development_passes_as_a_draft(root: Path) -> None:
    assert run(root, "--title=Navy closes Northhaven", "--date=2024-05-16", "--url=https://times.example.org/2") == 0
    assert reported(root) == ()
    made = load(root).entries[2]
    assert (made.id, made.path) == ("navy-closes-northhaven", "entries/developments/2024/navy-closes-northhaven.yaml")
    assert "\nstate: draft\n" in written(root, "navy-closes-northhaven")


@pytest.mark.parametrize(
    "flags",
    [
        ["--title=Navy of Exampleland closes Northhaven to shipping", "--date=2024-05-16"],
        ["--title=Somebody does something elsewhere", "--date=2024"],
        ["--title=A: b", "--date=2024-05/..", "--url=https://times.example.org/2", "--url=https://example.org/3"],
        ["--title=x", "--date=..2024-05", "--summary=It was: done #1", "--url=https://times.example.org/1"],
        ["--title=x", "--date=2031-05", "--publisher=Some Outlet", "--url=https://a.example.org/", "--published=2025"],
        ["--title=x", "--date=2024-05-16T10:00+09:00", "--source-title='quoted' - [x]", "--url=https://example.org/"],
        ["actor", "--name=Ministry of Fish of Exampleland", "--kind=government-body", "--description=Made up."],
        ["actor", "--name=Ada Sample", "--kind=person", "--description=Head of the Navy of Exampleland."],
        ["actor", "--name=Court", "--kind=court", "--description=Made up.", "--instance=first instance"],
        ["place", "--name=Southhaven", "--description=Near Northhaven.", "--hangul=사우스헤븐"],
        ["theme", "--name=Fishing", "--description=Made up.", "--broader=shipping", "--also-known-as=Angling"],
        ["publisher", "--name=The Sample", "--kind=online", "--description=Made up.", "--url=https://example.org/"],
        ["publisher", "--name=B", "--kind=online", "--description=C", "--grade=B", "--reason=It corrects itself"],
    ],
)
def test_a_new_file_has_no_fault_and_none_once_all_its_examples_count(root: Path, flags: list[str]) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    assert run(root, *flags) == 0
    (made,) = set(root.rglob("*.yaml")) - before.keys()
    assert all(path.read_bytes() == text for path, text in before.items())
    assert [fault.code for fault in reported(root)] == (["unmentioned"] if "title" not in flags[0] else [])
    text = made.read_text(encoding="utf-8")
    assert lay_out(text, made.relative_to(root).as_posix()) == text
    assert enabled(text).count("\n#") < text.count("\n#")
    made.write_text(enabled(text), encoding="utf-8")
    allowed = {"unmentioned", "unused-source", "not-yet-said", "duplicate-source"}
    allowed |= {"still-to-write"} if "title" not in flags[0] else set()
    assert {fault.code for fault in reported(root)} <= allowed


@pytest.mark.parametrize("folder", KINDS)
def test_a_new_file_explains_or_shows_every_field_of_its_kind(root: Path, folder: str) -> None:
    made = request.made(Corpus(load(root)), folder, typed(folder, title="A", name="A", date="2024"), DAY)
    text = made.edit.text or ""
    left_out = {"aliases", "label", "instance"} | ({"speaks-for", "part-of"} if folder != "developments" else set())
    assert {
        info.alias for info in KINDS[folder].model_fields.values() if not re.search(rf"^#?{info.alias}:", text, re.M)
    } <= left_out | ({"broader"})
    for line in text.splitlines():
        assert len(line) <= 120


def test_what_is_still_to_be_written_stands_in_no_braces_where_a_comma_would_cut_it(root: Path) -> None:
    assert run(root, "--title=Navy closes Northhaven", "--date=2024-05-16", "--url=https://times.example.org/2") == 0
    text = written(root, "navy-closes-northhaven")
    assert "…" in text
    assert not re.search(r"\{.*…", text)


def test_no_example_makes_up_a_day_or_a_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(root, "--title=Navy closes Northhaven", "--date=2024-05", "--url=https://a.example.org/", "--stdout") == 0
    )
    text = capsys.readouterr().out
    assert "#    date: 2024-05\n" in text
    assert "#published: 2024-05\n" in text
    assert run(root, "place", "--name=Southhaven", "--description=Made up.", "--stdout") == 0
    assert "#  hangul: …\n" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["development", "actor", "place", "theme", "publisher"])
def test_the_first_file_of_a_collection_passes(tmp_path: Path, what: str) -> None:
    (tmp_path / "entries").mkdir()
    flags = ["--title=A", "--date=2024"] if what == "development" else ["--name=A", "--description=Made up."]
    kinds = {"actor": ["--kind=state"], "publisher": ["--kind=online"]}
    assert run(tmp_path, what, *flags, *kinds.get(what, [])) == 0
    assert {fault.code for fault in reported(tmp_path)} <= {"unmentioned"}


def test_a_file_names_the_schema_of_its_kind_from_where_it_lies(root: Path) -> None:
    run(root, "--title=Navy closes Northhaven", "--date=2024")
    run(root, "theme", "--name=Fishing", "--description=Made up.")
    assert written(root, "navy-closes-northhaven").startswith(
        "# yaml-language-server: $schema=../../../schema/development.schema.json\n"
    )
    assert written(root, "fishing").startswith("# yaml-language-server: $schema=../../schema/theme.schema.json\n")


# The command


def test_nothing_is_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written(root, "port-opened")
    assert run(root, "--title=x", "--date=2024", "--id=port-opened") == 2
    assert "the id `port-opened` is taken by `entries/developments/2024/port-opened.yaml`" in capsys.readouterr().err
    assert written(root, "port-opened") == before


def test_a_file_that_cannot_be_read_keeps_its_id(root: Path) -> None:
    write(root, {"developments/2024/broken.yaml": "title: ["})
    assert run(root, "--title=Broken", "--date=2024") == 0
    assert (root / "entries/developments/2024/broken-2024.yaml").exists()


def test_without_a_terminal_what_is_missing_is_named_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "--summary=x") == 2
    assert capsys.readouterr().err == "missing: --title, --date\n"
    assert run(root, "publisher") == 2
    assert capsys.readouterr().err == "missing: --name, --kind, --description\n"


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--title=x", "--date=2024-02-30"], "--date: there is no day `2024-02-30` in the calendar"),
        (["--title=x", "--date=May 2024"], "--date: `May 2024` is not a date such as 2024"),
        (["--title=" + "x" * 141, "--date=2024"], "--title: `title` is longer than 140 characters"),
        (["--title=x", "--date=2024", "--url=example.org"], "--url: `example.org` is not a web address"),
        (["--title=x", "--date=2024", "--url=https://example.org/", "--published=no"], "--published: `no` is not a"),
        (["--title=x", "--date=2024", "--url=https://example.org/", "--language=Korean"], "--language: `Korean` is"),
        (["--title=x", "--date=2024", "--actor=nvay"], "no actor is known as `nvay`; did you mean `navy`?"),
        (["--title=x", "--date=2024", "--place=moon"], "no place is known as `moon`; `new place` makes one"),
        (["--title=x", "--date=2024", "--url=https://example.org/", "--publisher=example-time"], "`example-times`?"),
        (["--title=x", "--date=2024", "--id=X y"], "--id: `X y` is not an id"),
        (["--title=x", "--date=2024", "--id=index"], "--id: `index` is a reserved name"),
        (["--title=항구 폐쇄", "--date=2024"], "--id: none can be made of these words"),
        (["--title=x", "--title=y", "--date=2024"], "--title is given more than once"),
        (["--title=x", "--date=2024", "--grade=A"], "--grade is no flag for a new development"),
        (
            ["--title=x", "--date=2024", "--publisher=A"],
            "--publisher: a source is known by its address: give `url` too",
        ),
        (["actor", "--name=A", "--description=B", "--kind=outlet"], "--kind: `outlet` is not one of the values of"),
        (["actor", "--name=A", "--description=B", "--kind=unit", "--part-of=nvay"], "did you mean `navy`?"),
        (
            ["publisher", "--name=A", "--description=B", "--kind=online", "--grade=G", "--reason=x"],
            "--grade: `G` is not",
        ),
        (["publisher", "--name=A", "--description=B", "--kind=online", "--grade=B"], "--reason: a grade rests on a"),
        (["theme", "--name=A", "--description=B", "--country=KP"], "--country is no flag for a new theme"),
    ],
)
def test_what_is_wrong_is_said_of_its_flag_and_nothing_is_written(
    root: Path, flags: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(root.rglob("*"))
    assert run(root, *flags) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1
    assert sorted(root.rglob("*")) == before


def test_the_day_of_adding_must_be_a_day() -> None:
    options = argparse.ArgumentParser()
    new.arguments(options)
    with pytest.raises(SystemExit, match="2"):
        options.parse_args(["--title=x", "--date=2024", "--date-added=2024-02-30"])


def test_standard_output_takes_the_file_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(root.rglob("*"))
    assert run(root, "--title=Navy closes Northhaven", "--date=2024-05-16", "--actor=navy", "--stdout") == 0
    said = capsys.readouterr()
    data = yaml_text.parse(said.out).data
    assert data is not None
    assert (data["title"], data["actors"], data["places"]) == ("Navy closes Northhaven", ["navy"], ["northhaven"])
    assert "recognised: place `northhaven`" in said.err
    assert sorted(root.rglob("*")) == before


def test_a_likely_duplicate_is_told_before_anything_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--title=Port of Northhaven opened to ships", "--date=2024-05-14", "--actor=navy", "--stdout"]
    assert run(root, *flags) == 0
    assert "warning: this is probably `port-opened` again" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flags", "there"),
    [
        (["actor", "--name=Navy of Exampleland", "--kind=armed-force"], "`navy` again: “Navy of Exampleland” is"),
        (["actor", "--name=The Land", "--kind=state", "--also-known-as=exampleland"], "`exampleland` again: “exampl"),
        (["place", "--name=Old Port", "--hangul=노스헤븐"], "`northhaven` again: “노스헤븐” is there already"),
        (["publisher", "--name=T", "--kind=online", "--url=https://times.example.org/a"], "again: “times.example.org”"),
        (["place", "--name=Navy of Exampleland"], ""),
    ],
)
def test_whoever_is_there_already_is_told_before_anything_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], flags: list[str], there: str
) -> None:
    assert run(root, *flags, "--description=Made up.", "--stdout") == 0
    told = capsys.readouterr().err
    assert (there in told) if there else ("warning" not in told)


def test_what_check_would_warn_of_is_told_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--title=Navy brutally closes Northhaven", "--date=2024-05-14") == 0
    assert "warning: `brutally` tells readers what to feel; say what was done" in capsys.readouterr().err
    assert [fault.code for fault in reported(root)] == ["judging-words"]


def test_a_source_that_is_declared_is_cited_and_not_declared_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "--title=Something else", "--date=2024-06", "--url=http://times.example.org/1/") == 0
    assert "the source `times-20240514`, declared in `port-opened`, is cited" in capsys.readouterr().err
    text = written(root, "something-else")
    assert "[@times-20240514]" in text
    assert "\nsources:" not in text


# Questions


def test_questions_are_asked_for_what_no_flag_gave(root: Path) -> None:
    talk, shown = answering("2024-05-16", "", "https://times.example.org/2024/05/17/x", "", "", "")
    full = request.completed(Corpus(load(root)), "developments", typed(title="Navy closes Northhaven"), talk)
    assert full["publisher"] == ["example-times"]
    assert full["published"] == ["2024-05-17"]
    assert full["id"] == ["navy-closes-northhaven"]
    assert [prompt.partition(" (")[0] for prompt in shown][-3:] == [
        "Its outlet, by id or name [example-times]: ",
        "Published on",
        "Id, which is its address for ever [navy-closes-northhaven]: ",
    ]


def test_an_answer_at_fault_is_asked_for_again_in_the_words_of_the_model(root: Path) -> None:
    talk, shown = answering("", "A title", "2024-02-30", "2024-02-28", "", "", "")
    full = request.completed(Corpus(load(root)), "developments", typed(), talk)
    assert (full["title"], full["date"]) == (["A title"], ["2024-02-28"])
    assert "  `title` is empty; fill it in" in shown
    assert "  there is no day `2024-02-30` in the calendar" in shown


def test_a_flag_at_fault_is_asked_for_on_a_terminal(root: Path) -> None:
    talk, shown = answering("2024-05-16", "", "", "")
    full = request.completed(Corpus(load(root)), "developments", typed(title="A title", date="2024-13"), talk)
    assert full["date"] == ["2024-05-16"]
    assert shown[0] == "there is no day `2024-13` in the calendar"


def test_nothing_is_asked_where_nothing_is_missing(root: Path) -> None:
    talk, shown = answering()
    given = typed(title="A title", date="2024")
    assert request.completed(Corpus(load(root)), "developments", given, talk) == given
    assert shown == []


def test_what_a_name_suggests_is_proposed_and_a_dash_takes_it_back(root: Path) -> None:
    talk, _ = answering("Ministry of Fish of Exampleland", "government-body", "Made up.", "", "", "-", "")
    full = request.completed(Corpus(load(root)), "actors", typed("actors"), talk)
    assert (full["country"], full["part-of"], full["speaks-for"]) == (["XA"], ["exampleland"], [])


def test_the_reason_for_a_grade_is_asked_for_with_the_grade(root: Path) -> None:
    talk, _ = answering("The Sample", "online", "Made up.", "", "B", "", "It corrects itself", "")
    full = request.completed(Corpus(load(root)), "publishers", typed("publishers"), talk)
    assert (full["grade"], full["reason"]) == (["B"], ["It corrects itself"])


@pytest.mark.parametrize(
    ("keys", "code", "is_written"),
    [
        (["2024-06-01\n", "\n", "\n", "\n", "\n"], 0, True),
        (["2024-06-01\n", "\n", "\n", "\n", "n\n"], 0, False),
        # A signal that comes before Python has begun to read is heard only when a line has been read.
        (["2024-06-01\n", "\x03\n"], 130, False),
        (["2024-06-01\n", "\x04"], 130, False),
    ],
)
def test_on_a_terminal_enter_accepts_and_leaving_leaves_nothing_behind(
    root: Path, keys: list[str], code: int, is_written: bool
) -> None:
    before = set(root.rglob("*"))
    shown, ended = on_a_terminal(root, keys, "new", "--title=Fish sold in Northhaven")
    assert ended == code, shown
    assert ("nothing was written" in shown) != is_written
    made = {root / "entries/developments/2024/fish-sold-northhaven.yaml"} if is_written else set()
    assert set(root.rglob("*")) - before == made


def on_a_terminal(root: Path, keys: list[str], *arguments: str) -> tuple[str, int]:
    """What a terminal shows of a verb if keys are pressed, one text at each prompt; and the exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(root)
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
        os.execve(sys.executable, [sys.executable, "-m", "generator", *arguments], environment)
    shown, left = "", list(keys)
    while piece := _read(terminal):
        shown += piece
        if left and shown.endswith(": "):
            os.write(terminal, left.pop(0).encode())
    os.close(terminal)
    return shown, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 4096).decode()
    except OSError:  # the program at the other end is gone
        return ""


# Ids


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Port of Northhaven closed to foreign ships", "port-northhaven-closed-foreign-ships"),
        ("The navy’s ships and Exampleland's port: “closed”", "navy-ships-exampleland-port-closed"),
        ("Kraków, Gümüşhane & Jenča", "krakow-gumushane-jenca"),
        ("We don't know what it is", "we-dont-know"),
        ("What is it", "what-is-it"),
        ("One two three four five six seven eight", "one-two-three-four-five-six"),
        ("항구 폐쇄", ""),
        ("", ""),
        ("Index", "index-2024"),
        ("x" * 100, "x" * 68),
    ],
)
def test_an_id_is_made_of_the_words_that_say_something(title: str, id_: str) -> None:
    assert entry_id(title, RESERVED_FILE_NAMES, "2024") == id_


def test_of_two_that_would_have_one_id_the_year_or_a_number_tells_them_apart() -> None:
    assert entry_id("Port closed", frozenset(["port-closed"]), "2024") == "port-closed-2024"
    assert entry_id("Port closed", frozenset(["port-closed", "port-closed-2024"]), "2024") == "port-closed-2024-2"
    assert entry_id("Port closed", frozenset(["port-closed"])) == "port-closed-2"


@given(st.text(), st.lists(st.sampled_from(["a", "a-2024", "a-2", "b", "x"])), st.sampled_from(["", "2024"]))
def test_whatever_the_title_the_id_is_one_and_free(title: str, taken: list[str], year: str) -> None:
    id_ = entry_id(title, frozenset(taken), year)
    assert not id_ or (is_id(id_) and id_ not in taken and len(id_) <= ID_LENGTH)


def test_ids_old_ids_and_sources_are_taken(root: Path) -> None:
    write(root, {"themes/old.yaml": f"name: Old\ndescription: Made up.\naliases: [older]\n{ADDED}\n"})
    assert {"old", "older", "port-opened", "times-20240514", "index", "con"} <= taken_ids(Corpus(load(root)))


def test_a_source_is_named_as_the_others_of_its_publisher() -> None:
    sources = {
        f"{id_}": {"publisher": "gazette", "url": f"https://example.org/{id_}"}
        for id_ in ("gz-20240514", "gz-en-20240514", "gz-1022", "gzt-20240101")
    }
    of = corpus(outlet("gazette"), development("a", sources=sources))

    def named(publisher: str, url: str = "https://news.example.co.kr/1", date: str = "2024-05-14") -> str:
        return source_id(of, publisher, url, parse_date(date), taken_ids(of))

    assert named("gazette", date="2024-05-15") == "gz-20240515"
    assert named("gazette") == "gz-20240514-b"
    assert named("gazette", date="2024-05") == "gz-202405"
    assert named("The Sample (copy)") == "thesamplecopy-20240514"
    assert named("조선일보") == "example-20240514"


# What is known


def recognised(of: Corpus, words: str) -> list[str]:
    return [one.entity.id + ("?" if one.is_doubtful else "") for one in known(of, words)]


KNOWN = corpus(
    actor("us", name="United States", short="US"),
    actor("state", name="Republic of Exampleland", also_known_as=["Exampleland"], names={"hangul": "예시국"}),
    actor("ministry", name="Ministry of Fish of Exampleland"),
    actor("kim", name="Kim Sam-ple"),
    actor("mod", name="Ministry of Defence (North)"),
    actor("north-guard", short="Guard", name="Guard of the North"),
    actor("south-guard", short="Guard", name="Guard of the South"),
    place("port", name="Port Sample", names={"hangul": "항구"}),
    outlet("times", name="The Example Times", url="https://www.times.example.co.kr/news"),
    outlet("agency", name="Agency"),
    theme("fortification", name="Border fortification"),
    theme("drones", name="Drones"),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("EXAMPLELAND speaks", ["state"]),
        ("Exampleland’s word", ["state"]),
        ("Ministry of Fish of Exampleland speaks", ["ministry"]),
        ("Exampleland's Ministry of Fish of Exampleland", ["state", "ministry"]),
        ("Kim Sam ple and the US", ["kim", "us"]),
        ("they told us", []),
        ("Examplelanders", []),
        ("예시국이 항구에서", ["state", "port"]),
        ("예시국군", []),
        ("the Ministry of Defence said", ["mod"]),
        ("Example Times: a report", ["times"]),
        ("the Guard stands", ["north-guard?", "south-guard?"]),
        ("to fortify the border", ["fortification"]),
        ("the drone", ["drones"]),
        ("the border", []),
    ],
)
def test_names_are_recognised_as_they_are_written(words: str, found: list[str]) -> None:
    assert recognised(KNOWN, words) == found


CAPITAL = corpus(
    place("capital", name="Capital City", also_known_as=["Capital"], names={"hangul": "수도"}),
    place("harbour", name="Harbour"),
    development("a", title="Capital denies it"),
    development("b", title="The Capital City answers"),
    development("c", title="Crowds in the Capital", places=["capital"]),
    development("d", title="Harbour closed", places=["harbour"]),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Capital denies it", ["capital?"]),
        ("A letter to Capital City", ["capital?"]),
        ("Crowds in the Capital", ["capital"]),
        ("Drones over Capital: ministry asks", ["capital"]),
        ("수도는 부인", ["capital?"]),
        ("수도에서 회담", ["capital"]),
        ("Harbour reopened", ["harbour"]),
    ],
)
def test_a_place_that_may_stand_for_its_government_is_left_to_decide(words: str, found: list[str]) -> None:
    assert [one.entity.id + "?" * one.is_doubtful for one in happened(CAPITAL, words)] == found


def test_an_undecided_place_is_told_and_is_the_example(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = written(root, "port-opened").replace("Port of Northhaven opened to ships", "Northhaven answers a letter")
    (root / "entries/developments/2024/answer.yaml").write_text(answer.split("places:")[0] + ADDED, encoding="utf-8")
    assert run(root, "--title=Northhaven denies all", "--date=2024-06-01", "--stdout") == 0
    told = capsys.readouterr()
    assert "not decided: “Northhaven” may be place `northhaven`, or whoever governs there\n" in told.err
    assert "\n#places: [northhaven]\n" in told.out
    assert run(root, "--title=Northhaven denies all", "--date=2024-06-01", "--stdout", "--place=northhaven") == 0
    assert "not decided" not in capsys.readouterr().err


def test_somebody_is_called_by_id_or_by_a_name_that_only_one_has() -> None:
    assert called(KNOWN.actors, "kim sam ple") == "kim"
    assert called(KNOWN.actors, "us") == "us"
    assert called(KNOWN.actors, "Guard") == ""


@pytest.mark.parametrize(
    ("url", "id_"),
    [
        ("https://times.example.co.kr/1", "times"),
        ("https://m.times.example.co.kr/1", "times"),
        ("https://en.example.co.kr/1", "times"),
        ("https://other.co.kr/1", ""),
        ("https://agency.example.org/2", "agency"),
        ("https://shared.example.net/2", ""),
        ("no address", ""),
    ],
)
def test_an_outlet_is_known_by_its_address_unless_others_have_it_too(url: str, id_: str) -> None:
    sources = {
        "a": {"publisher": "agency", "url": "https://agency.example.org/1"},
        "b": {"publisher": "Agency", "url": "https://agency.example.org/3"},
        "c": {"publisher": "agency", "url": "https://shared.example.net/1"},
        "d": {"publisher": "Somebody else", "url": "https://shared.example.net/3"},
    }
    assert publisher_of(corpus(*KNOWN.entries, development("x", sources=sources)), url) == id_


def test_an_outlet_that_is_not_known_is_told_in_words() -> None:
    assert publisher(KNOWN, Cited("https://www.example.net/1")) == "example.net"
    assert publisher(KNOWN, Cited("https://localhost/1")) == "localhost (outlet)"
    assert publisher(KNOWN, Cited("https://example.net/1", "example times")) == "times"
    assert publisher(KNOWN, Cited("https://example.net/1", "Morning Sample")) == "Morning Sample"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/05/14/x", "2024-05-14"),
        ("https://example.org/20240514-1/", "2024-05-14"),
        ("https://example.org/120240514", ""),
        ("https://example.org/20249914", ""),
        ("https://example.org/99999999/20240514", "2024-05-14"),
    ],
)
def test_an_address_may_tell_the_day(url: str, day: str) -> None:
    assert day_in(url) == day


def test_a_host_is_read_without_its_prefix() -> None:
    assert host_of("https://WWW.Example.org:80/x") == "example.org"
    assert host_of("http://[") == ""
    assert [site_of(host) for host in ("en.example.co.kr", "a.example.org", "example.org", "x")] == [
        "example.co.kr",
        "example.org",
        "example.org",
        "x",
    ]


# Lines


@given(st.text())
def test_a_text_is_read_back_as_it_was_cleaned(text: str) -> None:
    wanted = clean(text)
    assert clean(wanted) == wanted
    if wanted:
        lines = [*item("a", wanted), *item("b", [wanted]), *item("c", [{"d": wanted}]), *item("e", {"f": wanted})]
        document = yaml_text.parse("\n".join([*lines, *comment(text)]) + "\n")
        assert (document.faults, document.cuts) == ([], [])
        assert document.data == {"a": wanted, "b": [wanted], "c": [{"d": wanted}], "e": {"f": wanted}}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(max_size=200), st.text(max_size=20))
def test_whatever_is_typed_it_is_refused_or_gives_a_draft_that_says_it(
    root: Path, title: str, summary: str, outlet_: str
) -> None:
    of = Corpus(load(root))
    given_ = typed(title=title, date="2024", summary=summary, url="https://example.org/9", publisher=outlet_, id="new")
    if request.wrong(of, "developments", given_):
        return
    data = yaml_text.parse(request.made(of, "developments", given_, DAY).edit.text or "").data
    assert data is not None
    assert (data["title"], data["state"]) == (clean(title), "draft")
    assert data["summary"] == (clean(summary) or "…")
