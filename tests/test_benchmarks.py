"""Benchmarks: what they measure is free of faults, realistic, and the same every time. Nothing here is timed."""

import re
from pathlib import Path

import markdown
import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import stock, synthetic, table
from benchmarks.measure import Cost
from benchmarks.to_markdown import to_markdown
from generator import build, report
from generator.output import Page, plain_text

ROOT = Path(__file__).resolve().parent.parent


def written(folder: Path, count: int) -> dict[str, str]:
    """Write a corpus, and return its files."""
    synthetic.write(folder, count)
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*.yaml")}


@pytest.mark.parametrize("count", [50, 100, 121])
def test_a_synthetic_corpus_has_no_faults(tmp_path: Path, count: int) -> None:
    synthetic.write(tmp_path, count)
    result = build.build(tmp_path)
    assert report.render(result.diagnostics, result.texts) == ""
    assert result.corpus
    assert len(result.corpus.developments) == count


def test_a_synthetic_corpus_is_the_beginning_of_every_larger_one(tmp_path: Path) -> None:
    small, large = written(tmp_path / "small", 60), written(tmp_path / "large", 110)
    assert small.items() < large.items()


def test_synthetic_entries_are_as_long_as_those_that_people_write(tmp_path: Path) -> None:
    files = written(tmp_path, 200)
    lengths = [len(text.encode()) for path, text in files.items() if path.startswith("entries/developments/")]
    assert 2_500 < sum(lengths) / len(lengths) < 4_000


def test_every_kind_of_field_is_used(tmp_path: Path) -> None:
    text = "\n".join(written(tmp_path, 100).values())
    for field in (
        "assessment",
        "credibility",
        "quotations",
        "value",
        "occurrence",
        "aliases",
        "was",
        "origin",
        "point",
    ):
        assert f"{field}:" in text


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """All pages of a small synthetic site."""
    folder = tmp_path_factory.mktemp("corpus")
    synthetic.write(folder, 50)
    corpus = build.build(folder).corpus
    assert corpus
    return list(build.pages(corpus, "A synthetic site"))


def words_alone(body: str) -> str:
    """A page without its drawings, and without what only a script shows."""
    innermost = re.compile(r"<(svg|template)\b(?:(?!<\1\b).)*?</\1>", re.DOTALL)
    while innermost.search(body):
        body = innermost.sub("", body)
    return body


def letters(body: str) -> str:
    return "".join(plain_text(words_alone(body)).split())


def ids(body: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', words_alone(body)))


def local_links(body: str) -> list[str]:
    """The links of a page within the site, in order; the empty ones only carry an id."""
    return [link for link in re.findall(r'\shref="([^":]+)"', words_alone(body)) if link]


def test_a_stock_page_has_the_words_ids_and_links_of_ours(pages: list[Page]) -> None:
    converter = markdown.Markdown(extensions=list(stock.EXTENSIONS))
    for page in pages:
        body = converter.reset().convert(to_markdown(page.body))
        assert letters(body) == letters(page.body), page.path
        assert ids(page.body) <= ids(body), page.path
        assert [link.replace(".md", ".html") for link in local_links(body)] == local_links(page.body), page.path


@pytest.mark.parametrize("text", ["- not a list", "1 | 2", "*a* _b_ `c`", "# one", "<b> &amp;", "[a](b)", "{#id}"])
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    body = f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    assert plain_text(markdown.markdown(to_markdown(body), extensions=list(stock.EXTENSIONS))) == text


def test_the_stock_site_leaves_out_what_this_project_adds(tmp_path: Path, pages: list[Page]) -> None:
    stock.write(tmp_path, ROOT, pages)
    settings = (tmp_path / "mkdocs.yml").read_text()
    assert "intelligence-site" not in settings
    assert "custom_dir" not in settings
    assert "- search:" in settings
    assert "chronology/index.md" in settings


def test_the_table_gives_the_least_of_the_runs_and_the_growth_of_what_an_entry_costs() -> None:
    small, large = table.Figures(1_000, ours_bytes=5_000_000), table.Figures(3_000, ours_bytes=15_000_000)
    for figures, seconds in ((small, 6.0), (large, 19.8)):
        figures.ours = [Cost(seconds + 1, 10_000_000, ""), Cost(seconds, 20_000_000, "")]
        figures.stock = [Cost(seconds * 4, 0, "")]
        figures.stages = [{"seconds": {"load": seconds / 10}, "peak": {"load": 0}}]
    rows = [re.split(r" {2,}", line.strip()) for line in table.render([small, large]).splitlines()]
    assert rows[0] == ["entries", "1,000", "3,000", "growth"]
    assert ["load", "0.60 s", "1.98 s", "1.10"] in rows
    assert ["this build: CPU", "6.00 s", "19.80 s", "1.10"] in rows
    assert ["CPU for each entry", "6.00 ms", "6.60 ms"] in rows
    assert ["output", "5.0 MB", "15.0 MB", "1.00"] in rows
    assert rows[-1] == ["CPU of this build / stock build", "0.25", "0.25"]


def test_a_benchmark_builds_both_sites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["--sizes", "30", "--runs", "1"], tmp_path) == 0
    names = [re.split(r" {2,}", line.strip())[0] for line in capsys.readouterr().out.splitlines()]
    assert {"load", "corpus and rules", "pages", "frames", "search", "MkDocs"} <= set(names)
    ours, stock_site = (
        {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
        for site in (tmp_path / "30" / "ours" / "site", tmp_path / "30" / "stock" / "site")
    )
    assert len(stock_site) > 40
    assert stock_site <= ours
