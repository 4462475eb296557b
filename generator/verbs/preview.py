"""`preview`: the page of one entry as it will look, in a moment, opened from the disk."""

from __future__ import annotations

import argparse
import gc
import posixpath
import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.build import Result
    from generator.corpus import Corpus
    from generator.model import Entry

WORDS = "show the page of one entry as it will look, without building the site"
FOLDER = ".preview"

_LINK = re.compile(r'(<a\b[^>]*?) href="([^"#][^"]*)"')


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, and whether to open it."""
    parser.add_argument("entry", metavar="ENTRY", help="the id of an entry of any kind, or the path of its file")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the page and say where; 1 where the entry has an error, 2 where there is no such entry."""
    from generator import build

    gc.disable()  # whatever is made lives to the end, which is near: a tenth of the time
    try:
        result = build.build(root)
        path = _path(options.entry, root, result)
        if path is None:
            print(_unknown(options.entry, result.readable), file=sys.stderr)
            return 2
        return _show(root, path, result, in_browser=options.open)
    finally:
        gc.enable()


def _show(root: Path, path: str, result: Result, *, in_browser: bool) -> int:
    """Tell the faults of an entry, and show its page as far as there is one."""
    from generator import report
    from generator.diagnostics import has_errors
    from generator.mkdocs_plugin.single import SettingsError
    from generator.verbs import terminal

    own = [fault for fault in result.diagnostics if fault.path == path]
    terminal.tell(own, result.texts)
    entry = next((entry for entry in result.readable.entries if entry.path == path), None)
    try:
        pages = _written(root, entry, result, report.render(own, result.texts)) if entry else []
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    if not entry or not pages:
        print(
            f"no page can be made of {path} {'with these faults' if own else 'with the faults of others'}",
            file=sys.stderr,
        )
        return 1
    _tell(root, entry, pages, result)
    if in_browser:
        import webbrowser

        webbrowser.open((root / FOLDER / pages[0]).as_uri())
    return 1 if has_errors(own) else 0


def _path(given: str, root: Path, result: Result) -> str | None:
    """The path of an entry's file below `root`, by an id, by an old one, or by the file's own path from here."""
    file = Path(given).resolve()
    if file.is_relative_to(root.resolve()) and (path := file.relative_to(root.resolve()).as_posix()) in result.texts:
        return path
    entry = result.readable.by_id.get(given) or result.readable.aliases.get(given)
    broken = (path for path in result.readable.loaded.broken if Path(path).stem == given)
    return entry.path if entry else next(broken, None)


def _unknown(given: str, corpus: Corpus) -> str:
    from generator.spelling import likely

    close = likely(given, sorted(corpus.by_id))
    return f"no entry has the id or the path `{given}`" + (f": did you mean `{close}`?" if close else "")


def _written(root: Path, entry: Entry, result: Result, faults: str) -> list[str]:
    """Write the pages of an entry, and give their paths, its own first; none where faults do not let them be made."""
    from generator.content import Content, EntryAlone
    from generator.mkdocs_plugin.single import SettingsError, build_single

    corpus, shown = _published(entry, result.readable)

    def content(name: str, url: str) -> Content:
        return EntryAlone(corpus, shown, name, url)

    try:
        pages = build_single(root, root / FOLDER, content, faults)
    except Exception as error:  # pages are made for collections without errors; of others, as far as they can be
        if result.corpus or isinstance(error, SettingsError):
            raise
        return []
    for page in pages:
        file = root / FOLDER / page
        file.write_text(
            led(file.read_text(encoding="utf-8"), page, pages, root / "site"), encoding="utf-8", newline="\n"
        )
    return pages


def _published(entry: Entry, corpus: Corpus) -> tuple[Corpus, Entry]:
    """The collection and the entry as they will be when a draft is published, so that its statements count."""
    from generator.corpus import Corpus

    if not entry.is_draft:
        return corpus, entry
    published = entry.model_copy(update={"state": "published"})
    entries = tuple(published if other is entry else other for other in corpus.entries)
    return Corpus(replace(corpus.loaded, entries=entries), drafts=True), published


def led(text: str, page: str, pages: Iterable[str], site: Path) -> str:
    """A page whose links lead to other previewed pages, else into `site` where that has them, else nowhere."""
    import html

    def lead(match: re.Match[str]) -> str:
        address, mark, anchor = html.unescape(match[2]).partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        if re.match(r"[a-z]+:", address) or path in pages:
            return match[0]
        if not (site / path).is_file():
            return match[1]
        up = "../" * (page.count("/") + 1)
        return f'{match[1]} href="{html.escape(f"{up}{site.name}/{path}{mark}{anchor}")}"'

    return _LINK.sub(lead, text)


def _tell(root: Path, entry: Entry, pages: list[str], result: Result) -> None:
    uris = [(root / FOLDER / page).as_uri() for page in pages]
    print(f"{entry.id}: {uris[0]}")
    for uri in uris[1:]:
        print(f"  and {uri}")
    if entry.is_draft:
        print("it is a draft, and is shown as it will look when it is published")
    if not (root / "site").is_dir():
        print("links to other pages lead nowhere, since site/ is not built")
    others = {fault.path for fault in result.diagnostics} - {entry.path}
    if others:
        print(f"{len(others)} other {'entry has' if len(others) == 1 else 'entries have'} faults: see `check`")
