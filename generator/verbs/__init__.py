"""What the command line can do: one module per verb, each with `WORDS`, `arguments(parser)` and `run(options, root)`.

A new verb is a module and a line here. A verb imports what it needs within `run`, so that all of them start at once;
`run` gives the exit code. Only verbs and `publish` write files.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from generator.verbs import (
    build,
    check,
    diff,
    explain,
    fmt,
    from_issue,
    merge,
    new,
    offline,
    preview,
    rename,
    retire,
    schema,
    serve,
    sources,
)


class Verb(Protocol):
    """One thing that can be done."""

    WORDS: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the verb."""

    def run(self, options: argparse.Namespace, root: Path) -> int:
        """Do it in the folder that holds `entries/`, and give the exit code."""


# In the order of the targets of the Makefile.
VERBS: dict[str, Verb] = {
    "build": build,
    "offline": offline,
    "serve": serve,
    "new": new,
    "preview": preview,
    "from-issue": from_issue,
    "check": check,
    "fmt": fmt,
    "rename": rename,
    "merge": merge,
    "retire": retire,
    "diff": diff,
    "explain": explain,
    "schema": schema,
    "sources": sources,
}
# Those that do without entries.
ANYWHERE = frozenset(["explain"])
