"""The reading site is made without fault, twice to the same bytes, and needs nothing from afar."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from leadin.authoring.notebooks import load, notebooks_in
from leadin.authoring.site import site
from leadin.authoring.site.site import (
    EXPLORABLES,
    BookError,
    SphinxError,
    build_site,
    run_sphinx,
    write_sources,
)
from leadin.cli import main

# One build serves all of these, so they stay in one process.
pytestmark = pytest.mark.xdist_group("book")

ROOT = Path(__file__).parents[2]
LESSONS = [path.stem for path in notebooks_in(ROOT / "solutions")]
PAGES = ["index", *LESSONS, "errors", "glossary", "instructors", "lecture_note", "search"]
LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("iframe", "src")}
FIRST_PAGE_LIMIT = 700_000


@dataclass
class Page(HTMLParser):
    """What a page links to and loads, and the places in it that a link may lead to."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    images: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.text = self.path.read_text("utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        for name, value in values.items():
            if (tag, name) in LOADED and values.get("rel") not in ("next", "prev", "search"):
                self.loaded.append(value)
        if tag == "img":
            self.images.append(values)

    def files(self) -> Iterator[Path]:
        """List the files that the page loads when it opens, itself first."""
        yield self.path
        for target in self.loaded:
            if not target.startswith("data:"):
                yield self.path.parent / urlsplit(target).path


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Page]:
    return {path.stem: Page(path) for path in sorted(folder.glob("*.html"))}


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".buildinfo")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_there_is_a_page_for_each_lesson_and_for_each_thing_to_look_up(pages):
    assert sorted(pages) == sorted(PAGES)


def test_a_second_build_makes_the_same_bytes(folder, tmp_path):
    build_site(ROOT, tmp_path / "html")
    again = content(tmp_path / "html")
    assert content(folder).keys() == again.keys()
    assert [name for name, made in content(folder).items() if made != again[name]] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_from_another_host(pages, name):
    page = pages[name]
    assert [target for target in page.loaded if urlsplit(target).netloc] == []
    assert [path for path in page.files() if not path.is_file()] == []
    assert "require.js" not in page.text


def test_no_style_or_script_of_the_site_loads_from_another_host(folder):
    for path in folder.rglob("*.css"):
        assert not re.search(r"@import|url\(['\"]?(https?:)?//", path.read_text("utf-8")), path
    for path in folder.glob("_static/*.js"):
        assert not re.search(r"(fetch|import)\(['\"]https?:", path.read_text("utf-8")), path


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_site_leads_somewhere(pages, name):
    page = pages[name]
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = page.path.parent / unquote(parts.path) if parts.path else page.path
        assert target.is_file(), link
        if parts.fragment and target.suffix == ".html":
            assert unquote(parts.fragment) in pages[target.stem].ids, link


@pytest.mark.parametrize("name", PAGES)
def test_an_id_is_used_once_a_page(pages, name):
    # A drawing may bring its own ids; those of its markers are the same in each drawing.
    page = re.sub(r"<svg.*?</svg>", "", pages[name].text, flags=re.DOTALL)
    uses = Counter(re.findall(r'\sid="([^"]*)"', page))
    assert [name for name, count in uses.items() if count > 1] == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_cell_of_a_lesson_can_be_linked_to(pages, name):
    for cell in load(ROOT / "solutions" / f"{name}.ipynb").cells:
        assert cell.id in pages[name].ids


@pytest.mark.parametrize("name", LESSONS)
def test_the_notebook_of_a_page_is_the_lesson_without_its_solution(pages, folder, name):
    assert f"notebooks/{name}.ipynb" in pages[name].links
    downloaded = (folder / "notebooks" / f"{name}.ipynb").read_bytes()
    assert downloaded == (ROOT / "lessons" / f"{name}.ipynb").read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_has_words_and_a_size_and_waits_until_it_is_needed(pages, name):
    for image in pages[name].images:
        assert image.get("alt"), image
        if not image["src"].startswith("data:"):
            assert image["loading"] == "lazy"
            assert int(image["width"]) > 0
            assert int(image["height"]) > 0


def test_mathjax_is_loaded_by_pages_with_formulas_only(pages):
    with_it = {name for name, page in pages.items() if any("mathjax" in s for s in page.loaded)}
    assert set(LESSONS) - with_it == set()
    assert not with_it & {"index", "search"}
    assert all(re.search(r"<script defer[^>]*mathjax", pages[name].text) for name in with_it)


def test_the_first_page_is_light(pages):
    weight = sum(path.stat().st_size for path in set(pages["index"].files()))
    assert weight < FIRST_PAGE_LIMIT


def test_each_explorable_figure_is_on_its_page(pages):
    for lesson, _ in EXPLORABLES:
        assert "leadin-explorable" in pages[lesson].text


def test_the_start_page_has_a_player_and_leads_to_everything(pages):
    start = pages["index"]
    assert "leadin-player" in start.text
    assert {f"{name}.html" for name in PAGES} - {"index.html", "search.html"} <= set(start.links)


def test_no_line_begins_with_the_comma_after_a_formula(pages):
    formula = re.compile(r'(?<!"keep">)<span class="math[^>]*>[^<]*</span>[.,;:!?)]')
    assert [name for name, page in pages.items() if formula.search(page.text)] == []


def test_a_lesson_leads_to_the_next_and_back(pages):
    for earlier, later in pairwise(LESSONS):
        assert f'rel="next" title="{int(later[:2]):02}' in pages[earlier].text
        assert f'rel="prev" title="{int(earlier[:2]):02}' in pages[later].text


def test_a_warning_of_sphinx_is_an_error(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    shutil.copy(ROOT / "book/conf.py", source)
    for name in ("_static", "_templates"):
        shutil.copytree(ROOT / "book" / name, source / name)
    (source / "extra").mkdir()
    (source / "index.md").write_text("# Start\n\n[nowhere](gone.md)\n", encoding="utf-8")
    with pytest.raises(SphinxError, match=r"index\.md:3: WARNING.*gone\.md"):
        run_sphinx(source, tmp_path / "doctrees", tmp_path / "html")


def test_a_missing_explorable_is_an_error(tmp_path):
    for name in ("solutions", "lessons", "book"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("_build"))
    (tmp_path / "book/explorables/learning_rate.html").unlink()
    with pytest.raises(BookError, match=r"learning_rate\.html can't be read"):
        write_sources(tmp_path, tmp_path / "source")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(BookError, match="choose another folder"):
        build_site(ROOT, tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_the_command_ends_with_2_where_there_is_no_course(tmp_path):
    run = CliRunner().invoke(main, ["book", "--root", str(tmp_path), "--out", str(tmp_path / "x")])
    assert run.exit_code == 2
    assert "has no notebooks" in run.output


def test_the_command_ends_with_1_and_says_what_sphinx_says(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise SphinxError("index.md:3: WARNING: a link leads nowhere")

    monkeypatch.setattr(site, "build_site", fail)
    run = CliRunner().invoke(main, ["book", "--out", str(tmp_path / "x")])
    assert run.exit_code == 1
    assert "a link leads nowhere" in run.output
