"""The schemas of editors: in step with the model, with the entries, and with what two engines make of them."""

from __future__ import annotations

import copy
import json
import re
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

from generator import files, schema, yaml_text
from generator.corpus.uses import uses
from generator.dates import DATE_PATTERN, parse_date
from generator.editing import Edit
from generator.load import load
from generator.model import KINDS, Entry, choices, validate
from generator.model.base import Model
from generator.model.figure import parse_figure
from generator.model.forms import FIGURE
from generator.model.guidance import Meanings
from generator.model.shape import Many, Part, Scalar, fields, part_of, parts
from generator.verbs import desk
from generator.verbs import schema as verb
from tests import ajv
from tests.entries_of import FIRST_VERSION, actor, publisher
from tests.mutations import Case, cases

ROOT = Path(__file__).resolve().parent.parent
SEED = 20241018
# What few or none of the shipped entries have.
SAID = {
    "by": "office",
    "source": "gazette",
    "quote": "말",
    "language": "ko",
    "translation": "Word",
    "translator": "editors",
}
RARE = {
    "title": "T",
    "date": "2024",
    "summary": "S",
    "themes": ["shipping"],
    "places": ["northhaven"],
    "sources": {
        "gazette": {
            "publisher": "Example Gazette",
            "url": "https://example.org/",
            "archived": {"url": "https://example.org/copy", "captured": "2024-05-20", "sha256": "0" * 64},
            "reliability": {"grade": "B", "reason": "R", "date": "2024-05-20"},
        }
    },
    "claims": {"men": {"text": "Men", "credibility": {"grade": "3", "reason": "R", "date": "2024-05-20"}}},
    "statements": [SAID | {"claim": "men", "value": "600", "based-on": "office"}],
    "quotations": [SAID],
    "relations": [{"type": "related", "to": "another", "note": "N"}],
    "revisions": [FIRST_VERSION | {"was": "W"}],
}


@cache
def shipped() -> tuple[Entry, ...]:
    return load(ROOT).entries


@cache
def committed() -> dict[str, Any]:
    """The schemas by the name that they have for each other."""
    return {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / schema.FOLDER).glob("*.json")}


def read(path: str) -> tuple[str, Any]:
    """An entry's folder and its data, as the loader sees them."""
    return path.split("/")[1], yaml_text.parse((ROOT / path).read_text("utf-8")).data


@cache
def changed() -> list[Case]:
    """Entries of each kind, changed: the longest and some others of each, so that every field occurs."""
    chosen: set[str] = set()
    for folder in KINDS:
        paths = [path for path in files.paths(ROOT)[0] if path.split("/")[1] == folder]
        chosen |= {*sorted(paths, key=lambda path: -(ROOT / path).stat().st_size)[:2], *paths[::24]}
    return cases([("developments", RARE), *(read(path) for path in sorted(chosen))], SEED)


def name_of(folder: str) -> str:
    return schema.path(folder).rpartition("/")[2]


def validators(schemas: dict[str, Any], *names: str) -> list[jsonschema.Draft7Validator]:
    found = ((name, Resource.from_contents(one)) for name, one in schemas.items())
    registry: Registry[Any] = Registry().with_resources(found)
    return [jsonschema.Draft7Validator(schemas[name], registry=registry) for name in names]


def by_jsonschema(judged: list[tuple[str, Any]]) -> list[bool]:
    by_name = dict(zip(committed(), validators(committed(), *committed()), strict=True))
    return [by_name[name].is_valid(data) for name, data in judged]


def by_model(judged: list[tuple[str, Any]]) -> list[bool]:
    kinds = {name_of(folder): kind for folder, kind in KINDS.items()}
    return [not validate(kinds[name], data, "entries/a/b.yaml")[1] for name, data in judged]


def questions() -> list[tuple[str, Any]]:
    return [(name_of(case.folder), case.data) for case in changed()]


@cache
def expected() -> list[bool]:
    return by_model(questions())


def disagreements(verdicts: list[bool]) -> list[str]:
    pairs = zip(changed(), expected(), verdicts, strict=True)
    return [f"{case.change}: the model says {model}: {case.data}"[:500] for case, model, got in pairs if got != model]


# What is committed


def test_schemas_of_the_model_are_those_that_it_gives() -> None:
    for path, text in schema.files(shipped()):
        if path != schema.KNOWN:
            assert (ROOT / path).read_text("utf-8") == text, f"{path}: run `make schema`"


def test_ids_that_editors_propose_are_those_of_the_entries() -> None:
    assert (ROOT / schema.KNOWN).read_text("utf-8") == schema.completions(shipped()), "run `make schema`"


def test_schemas_are_schemas() -> None:
    for one in committed().values():
        jsonschema.Draft7Validator.check_schema(one)
    assert {f"{schema.FOLDER}/{name}" for name in committed()} == {path for path, _ in schema.files(())}


def test_an_entry_names_the_schema_of_its_kind_in_its_first_line() -> None:
    for path in files.paths(ROOT)[0]:
        first = (ROOT / path).read_text("utf-8").split("\n", 1)[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, path
        assert ((ROOT / path).parent / named[1]).resolve() == ROOT / schema.path(path.split("/")[1]), path


def test_an_editor_without_that_line_finds_the_schema_by_the_folder() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"./{schema.path(folder)}": f"entries/{folder}/**/*.yaml" for folder in KINDS}


# What is proposed


def test_known_ids_come_with_their_names_each_in_a_line() -> None:
    text = schema.completions([publisher("b-daily"), actor("a-office", name='The "A" office, {Arland}')])
    known = json.loads(text)["definitions"]
    (snippet,) = known["actors"]["defaultSnippets"]
    assert snippet == {"label": "a-office", "description": 'The "A" office, {Arland}', "bodyText": "a-office"}
    assert [one["label"] for one in known["publishers"]["defaultSnippets"]] == ["b-daily"]
    assert known["themes"] == known["places"] == {"defaultSnippets": []}
    assert len([line for line in text.splitlines() if '"label"' in line]) == 2
    assert schema.completions([actor("b"), actor("a")]) == schema.completions([actor("a"), actor("b")])


def test_writing_entries_brings_the_ids_that_editors_propose_up_to_date(tmp_path: Path) -> None:
    text = (ROOT / "tests/site/entries/themes/ferries.yaml").read_text("utf-8")
    (tmp_path / schema.FOLDER).mkdir()
    desk.write(tmp_path, [Edit("entries/themes/boats.yaml", text)])
    known = tmp_path / schema.KNOWN
    assert '"bodyText": "boats"' in known.read_text("utf-8")
    (tmp_path / "entries/themes/boats.yaml").write_text("name: [", "utf-8")
    desk.write(tmp_path, [Edit("entries/themes/trams.yaml", text)])
    assert '"bodyText": "boats"' in known.read_text("utf-8"), "an entry that cannot be read lost its id"
    desk.write(tmp_path, [Edit("entries/themes/boats.yaml", None)])
    assert re.findall('"bodyText": "(.*)"', known.read_text("utf-8")) == ["trams"]


def test_where_there_are_no_schemas_none_are_written_beside_entries(tmp_path: Path) -> None:
    desk.write(tmp_path, [Edit("entries/themes/boats.yaml", "name: Boats\n")])
    assert not (tmp_path / schema.FOLDER).exists()


def test_schemas_are_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "entries").mkdir()
    assert verb.run(Namespace(), tmp_path) == 0
    assert set(capsys.readouterr().out.splitlines()) == {f"{path} was written" for path, _ in schema.files(())}
    assert verb.run(Namespace(), tmp_path) == 0
    assert capsys.readouterr().out == "the schemas were up to date\n"


# What the schemas say, and what the model


def test_every_field_of_the_model_has_a_description_and_examples_that_it_takes() -> None:
    for kind in KINDS.values():
        for part in parts(kind):
            for field in fields(part):
                assert field.description.endswith("."), (part, field.name)
                for example in field.examples:
                    assert takes(part, field.name, example), (part, field.name, example)


def takes(part: type[Model], name: str, value: Any) -> bool:
    try:
        part.model_validate({name: value})
    except ValueError as error:
        return not any(fault["loc"][:1] == (name,) for fault in error.errors())  # type: ignore[attr-defined]
    return True


def test_rules_look_for_what_a_field_takes() -> None:
    named = {(entry.folder, use) for entry in shipped() for use in uses(entry) if use.how not in ("link", "citation")}
    different = [(folder, use) for folder, use in named if set(takes_at(KINDS[folder], use.where)) != use.kinds]
    assert len({use.kinds for _, use in named}) > 5
    assert different == []


def takes_at(model: type[Model], where: tuple[str | int, ...]) -> tuple[str, ...]:
    """What the field at a place names."""
    shape = next(field.shape for field in fields(model) if field.name == where[0])
    inner = part_of(shape)
    if inner:
        return takes_at(inner, where[1:] if isinstance(shape, Part) else where[2:])
    while isinstance(shape, Many):
        shape = shape.item
    return shape.takes if isinstance(shape, Scalar) else ()


def test_every_value_of_a_choice_has_a_meaning_and_no_other_has() -> None:
    for name, choice in vars(choices).items():
        if meanings := [told for told in getattr(choice, "__metadata__", ()) if isinstance(told, Meanings)]:
            assert list(meanings[0].of) == list(choice.__origin__.__args__), name
            assert all(meanings[0].of.values()), name


def test_entries_are_valid_as_the_loader_reads_them_and_as_editors_do() -> None:
    paths = files.paths(ROOT)[0]
    assert all(by_jsonschema([(name_of(folder), data) for folder, data in map(read, paths)]))
    as_editors = [(name_of(path.split("/")[1]), yaml.load((ROOT / path).read_text("utf-8"), Editor)) for path in paths]
    assert any(type(data.get("date")) is int for _, data in as_editors)
    assert all(by_jsonschema(as_editors))


class Editor(yaml.CSafeLoader):
    """Reads numbers, booleans and nothing as such, as editors do; days stay texts."""

    yaml_implicit_resolvers = {  # noqa: RUF012 – PyYAML looks for it here
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("value", [2024, 3.5, True, False])
def test_a_scalar_that_an_editor_reads_as_something_else_is_no_fault(value: Any) -> None:
    entry = {"title": value, "date": value, "summary": "S", "revisions": [FIRST_VERSION], "themes": [value]}
    entry["claims"] = {"a": {"text": value, "credibility": {"grade": 3, "reason": "R", "date": value}}}
    entry["statements"] = [{"claim": value, "by": value, "source": [value], "value": value}]
    assert by_jsonschema([(name_of("developments"), entry)]) == [True]


@pytest.mark.parametrize("where", ["title", "date", "state", "themes", "sources", "statements"])
def test_nothing_at_all_is_a_fault_for_editors_as_for_the_loader(where: str) -> None:
    entry = {"title": "T", "date": "2024", "summary": "S", "revisions": [FIRST_VERSION]}
    assert by_model([(name_of("developments"), entry | {where: ""})]) == [False]
    assert by_jsonschema([(name_of("developments"), entry | {where: None})]) == [False]


def test_changed_entries_are_many_of_every_kind_and_of_both_verdicts() -> None:
    verdicts = Counter(expected())
    assert verdicts.total() >= 200
    assert min(verdicts[True], verdicts[False]) >= verdicts.total() / 5
    kinds = {case.change for case in changed()}
    assert {case.folder for case in changed()} == set(KINDS)
    names = {field.name for kind in KINDS.values() for part in parts(kind) for field in fields(part)}
    assert {name for name in names if not any(kind.endswith(f" in {name}") for kind in kinds)} == set()
    assert {"speaker and unnamed", "stance and value", "translation without quote", "misspelt is title"} <= kinds


def test_the_model_and_jsonschema_agree_on_changed_entries() -> None:
    assert disagreements(by_jsonschema(questions())) == []


@pytest.mark.node
def test_the_model_and_ajv_agree_on_changed_entries() -> None:
    assert disagreements(ajv.verdicts(committed(), questions())) == []


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        ((), "additionalProperties"),
        (("properties",), "places"),
        (("required",), "summary"),
        (("properties", "date"), "pattern"),
        (("properties", "themes", "items"), "pattern"),
        (("properties", "revisions"), "minItems"),
        (("properties", "sources"), "propertyNames"),
        (("definitions", "Statement"), "anyOf"),
        (("definitions", "Statement", "dependencies"), "value"),
        (("definitions", "Statement", "dependencies"), "translation"),
        (("definitions", "Relation", "properties", "type", "enum"), "appeals"),
        (("definitions", "Quotation", "dependencies"), "unnamed"),
    ],
)
def test_a_schema_that_is_out_of_step_is_noticed(place: tuple[str, ...], gone: str) -> None:
    schemas = copy.deepcopy(committed())
    name = name_of("developments")
    inner = schemas[name]
    for step in place:
        inner = inner[step]
    inner.remove(gone) if isinstance(inner, list) else inner.pop(gone)
    (validator,) = validators({name: schemas[name], "known.schema.json": schemas["known.schema.json"]}, name)
    judged = [(name, case.data) for case in cases([("developments", RARE)], SEED)]
    assert any(validator.is_valid(data) != model for (_, data), model in zip(judged, by_model(judged), strict=True))


# What patterns say, and what the functions of the model


DATES = st.text(st.sampled_from("0123/.~-"), max_size=12) | st.from_regex(DATE_PATTERN, fullmatch=True)


@given(DATES)
def test_what_is_read_as_a_date_has_the_form_of_one(text: str) -> None:
    assert bool(re.fullmatch(DATE_PATTERN, text)) == (fault_of(parse_date, text, "ends before|no day|beyond") is None)


@given(st.text(st.sampled_from("019. about"), max_size=9) | st.from_regex(FIGURE.pattern, fullmatch=True))
def test_what_is_read_as_a_figure_has_the_form_of_one(text: str) -> None:
    assert bool(re.fullmatch(FIGURE.pattern, text)) == (fault_of(parse_figure, text, "larger") is None)


def fault_of(read: Callable[[str], object], text: str, beyond: str) -> str | None:
    """What the model finds wrong with a text, but for what lies beyond patterns."""
    try:
        read(text)
    except ValueError as error:
        return None if re.search(beyond, str(error)) and re.search(r"\d", text) else str(error)
    return None
