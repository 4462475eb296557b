"""The stock site to compare with: the same pages as Markdown, built by MkDocs and Material without this project.

It has the project's theme, search and hand-written pages; its navigation lists the landing pages only, since one that
lists all pages makes any build quadratic.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.to_markdown import to_markdown
from generator.output import Page

EXTENSIONS = ("attr_list", "tables", "footnotes", "toc")

# The folder of theme files that this project adds, and the icon that lies in it.
_OUR_THEME = ("custom_dir", "icon")


def write(folder: Path, project: Path, pages: Iterable[Page]) -> None:
    """Write the stock site of these pages into `folder`, ready for `mkdocs build`."""
    docs = folder / "docs"
    shutil.copytree(project / "docs", docs)
    for page in pages:
        file = docs / f"{page.path.removesuffix('.html')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_markdown(page.body), encoding="utf-8")
    settings = configuration(yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), _Loader), docs)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")


def configuration(ours: dict[str, Any], docs: Path) -> dict[str, Any]:
    """The project's configuration without what this project adds."""
    theme = {name: value for name, value in ours["theme"].items() if name not in _OUR_THEME}
    search = next(plugin for plugin in ours["plugins"] if "search" in plugin)
    nav = [item for item in ours["nav"] if all((docs / path).exists() for path in item.values())]
    return {
        "site_name": ours["site_name"],
        "site_url": ours["site_url"],
        "use_directory_urls": False,
        "theme": theme,
        "plugins": [search],
        "markdown_extensions": list(EXTENSIONS),
        "nav": nav,
    }


class _Loader(yaml.SafeLoader):
    """Takes values from the environment, as MkDocs does."""


def _from_environment(loader: _Loader, node: yaml.ScalarNode) -> str | None:
    return os.environ.get(loader.construct_scalar(node))


_Loader.add_constructor("!ENV", _from_environment)
