"""Builds a small site and kills itself at the nth moment at which it touches the disk; with 0, it tells their number.

Usage: killed_build.py SITE WORDS MOMENT [in-two-steps]
"""

import os
import signal
import sys
from pathlib import Path

from generator import publish

FILES = 4
TOUCHES = {
    "open",
    "os.mkdir",
    "os.rename",
    "os.rmdir",
    "os.remove",
    "shutil.rmtree",
    "ctypes.dlsym",
    "ctypes.get_errno",
}


def make(folder: Path, words: str) -> None:
    """All pages of the site say the same."""
    for number in range(FILES):
        page = folder / f"part-{number}" / "page.html"
        page.parent.mkdir(parents=True)
        page.write_text(words, encoding="utf-8")


def replace(site: Path, words: str, *, in_one_step: bool = True) -> None:
    """Publish a site of these words."""
    with publish.beside(site) as folder:
        make(folder, words)
        publish.swap(folder, site, in_one_step=in_one_step)


def main(site: str, words: str, moment: str, *in_two_steps: str) -> None:
    """Publish, with a hook that counts what Python does to the disk."""
    touched = 0

    def hook(event: str, _: tuple[object, ...]) -> None:
        nonlocal touched
        if event in TOUCHES:
            touched += 1
            if touched == int(moment):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    replace(Path(site), words, in_one_step=not in_two_steps)
    print(touched)


if __name__ == "__main__":
    main(*sys.argv[1:])
