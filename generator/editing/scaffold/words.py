"""What there is to tell of a new file before and after it is written, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.editing.scaffold.development import Scaffold
from generator.editing.scaffold.known import Known


def findings(made: Scaffold) -> Iterator[str]:
    """What was recognised in the words, what is cited from another entry, and which entries are akin."""
    for one in made.known:
        if not one.is_doubtful:
            yield f"recognised: {_noun(one)} `{one.entity.id}`"
    for name in dict.fromkeys(one.name for one in made.known if one.is_doubtful):
        named = [one for one in made.known if one.name == name and one.is_doubtful]
        or_else = ", or whoever governs there" if all(one.is_place for one in named) else ""
        yield f"not decided: “{name}” may be {' or '.join(f'{_noun(one)} `{one.entity.id}`' for one in named)}{or_else}"
    for source in made.cited:
        yield f"already there: the source `{source.source.id}`, declared in `{source.entry.id}`, is cited"
    told_twice = {likeness.entry.id for likeness in made.duplicates}
    for entry in made.akin:
        if entry.id not in told_twice:
            yield f"akin: `{entry.id}` – {entry.title}"


def warnings(made: Scaffold, after: Iterable[Diagnostic]) -> Iterator[str]:
    """Entries that are probably the same, and what is at fault in the file `after` it is written."""
    for likeness in made.duplicates:
        yield f"warning: this is probably `{likeness.entry.id}` again: it has {likeness.common}"
        yield f"  {likeness.entry.path} – {likeness.entry.title}"
    for one in made.namesakes:
        yield f"warning: this is probably `{one.entity.id}` again: “{one.name}” is there already"
        yield f"  {one.entity.path} – {one.entity.name}"
    told = {"unmentioned"} | ({"likely-duplicate"} if made.duplicates else set())
    for fault in after:
        if fault.path == made.edit.path and fault.code not in told:
            yield f"{fault.severity}: {fault.message}; {fault.help}".removesuffix("; ")


def next_steps(made: Scaffold) -> Iterator[str]:
    """What to do with the file."""
    path = made.edit.path
    if path.startswith("entries/developments/"):
        yield f"{path} is written, as a draft"
        yield "next: write what stands as “…”, and look at what was recognised; then"
    else:
        yield f"{path} is written"
        yield "next: name it in an entry: until then `make check` warns that nothing mentions it; then"
    yield "  make check"
    yield f"  make preview ENTRY={made.id}"


def _noun(one: Known) -> str:
    return one.entity.folder.removesuffix("s")
