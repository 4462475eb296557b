"""The command line: one verb per thing that can be done. Only it ends the program."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
import traceback
from pathlib import Path

from generator.verbs import ANYWHERE, VERBS

ROOT = Path.cwd()

_WORDS = "Begin, check and change the entries of a collection, and build the site that they make."
_EXIT_CODES = (
    "Exit codes: 0 fine, warnings included; 1 faults in entries, or dangling links in hand-written pages; 2 wrong usage"
    " or settings; 3 an internal error, or a disk that cannot be written."
)

# Entries live to the end, and as Python has it the collector would go over all of them for garbage again and again: at
# 3,000 entries, a tenth of the time of a build.
_YOUNG, _MIDDLE, _OLD = 10_000, 10, 30

# A disk that is full or may not be written to is no fault of ours, and needs no traceback.
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM}


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and give its exit code."""
    options = _parser().parse_args(arguments)
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    if options.verb not in ANYWHERE and not (ROOT / "entries").is_dir():
        print(f"there is no folder `entries` in {ROOT}: run this where it is", file=sys.stderr)
        return 2
    try:
        code = int(options.run(options, ROOT))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads the output has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # a fault of ours: say so, with the place
        if isinstance(error, OSError) and (refused := _refused(error)):
            print(refused, file=sys.stderr)
            return 3
        traceback.print_exc()
        notes = "; ".join(getattr(error, "__notes__", ()))
        print(f"internal error: {error}{f' ({notes})' if notes else ''}", file=sys.stderr)
        return 3


def _refused(error: OSError) -> str:
    """What the system does not let us do, in one line; empty for what is a fault of ours."""
    if str(error.filename).startswith(f"{ROOT / 'entries'}{os.sep}"):
        return f"cannot read or write {Path(error.filename).relative_to(ROOT)}: {error.strerror}"
    return f"cannot write the site: {error}" if error.errno in _DISK else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=_WORDS, epilog=_EXIT_CODES)
    verbs = parser.add_subparsers(required=True, title="verbs", metavar="VERB")
    for name, verb in VERBS.items():
        of_verb = verbs.add_parser(name, help=verb.WORDS, description=verb.WORDS)
        verb.arguments(of_verb)
        of_verb.set_defaults(run=verb.run, verb=name)
    return parser


if __name__ == "__main__":
    sys.exit(main())
