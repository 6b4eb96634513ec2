"""pics/ is drawn by code: the same each time, small, and with the numbers of the lessons."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import matplotlib as mpl
import pytest

from leadin.authoring import pictures

NAMES = {f"{name}.svg" for name in (*pictures.DIAGRAMS, *pictures.GRAPHS, "verdict")}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("pics")
    pictures.draw_all(folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def pics(drawn: Mapping[str, bytes], tmp_path: Path) -> Path:
    for name, content in drawn.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_every_picture_is_drawn_once(drawn: Mapping[str, bytes]) -> None:
    assert drawn.keys() == NAMES


def test_what_was_just_drawn_is_not_stale_and_not_drawn_again(pics: Path) -> None:
    assert pictures.stale(pics) == []
    assert pictures.draw_all(pics) == []


def test_another_process_with_other_settings_draws_the_same_bytes(
    drawn: Mapping[str, bytes], tmp_path: Path
) -> None:
    code = (
        "import sys, pathlib, matplotlib as mpl; mpl.use('svg')\n"
        "mpl.rcParams.update({'font.size': 30, 'savefig.facecolor': 'red', 'axes.grid': True})\n"
        "from leadin.authoring.pictures import draw_all; draw_all(pathlib.Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == drawn


def test_drawing_leaves_the_callers_settings_alone(pics: Path) -> None:
    with mpl.rc_context({"font.size": 31, "svg.fonttype": "none"}):
        before = dict(mpl.rcParams)
        pictures.stale(pics)
        assert dict(mpl.rcParams) == before


def test_a_missing_a_changed_and_a_broken_picture_are_stale(pics: Path) -> None:
    (pics / "BP01.svg").unlink()
    (pics / "BP02.svg").write_bytes(b"no picture \xff")
    svg = pics / "09_graph.svg"
    svg.write_text(svg.read_text("utf-8").replace("= 4<", "= 5<"), "utf-8")
    stale = {path.name for path in pictures.stale(pics)}
    assert stale == {"BP01.svg", "BP02.svg", "09_graph.svg"}


def test_pictures_by_another_matplotlib_are_compared_by_their_words(
    pics: Path, drawn: Mapping[str, bytes]
) -> None:
    path = pics / "BP01.svg"
    other = drawn[path.name].decode().replace(f"matplotlib {mpl.__version__}", "matplotlib 3.8.0")
    path.write_text(other.replace("stroke-width: 1", "stroke-width: 1.0"), "utf-8")
    assert pictures.stale(pics) == []
    path.write_text(other.replace("ADD: vector", "AND: vector"), "utf-8")
    assert pictures.stale(pics) == [path]


def test_diagrams_need_no_font_and_all_pictures_are_small(drawn: Mapping[str, bytes]) -> None:
    for name, content in drawn.items():
        if name.removesuffix(".svg") not in pictures.GRAPHS:
            assert b"<text" not in content
        assert b"dc:date" not in content
        # The verdict has a paragraph of text in outlines.
        assert len(content) < (140_000 if name == "verdict.svg" else 60_000)


def test_the_background_is_opaque_white(drawn: Mapping[str, bytes]) -> None:
    for name, content in drawn.items():
        assert re.search(rb"fill: ?(#ffffff|#fff\b|white)", content), name


def described(picture: bytes) -> str:
    """What a graph's picture says to those who can't see it, and every text in it."""
    return " ".join(re.findall(r">([^<>]+)<", picture.decode()))


def test_the_linear_graph_shows_the_numbers_of_the_second_sample(
    drawn: Mapping[str, bytes],
) -> None:
    told = described(drawn["08_graph.svg"])
    assert "Computational graph of loss = 4" in told
    assert "w = 1 with gradient −8" in told
    assert told.count(" −4") >= 2  # the edges above the last factor


def test_the_quadratic_graph_shows_the_numbers_of_the_second_sample(
    drawn: Mapping[str, bytes],
) -> None:
    told = described(drawn["09_graph.svg"])
    assert "Computational graph of loss = 25" in told
    for leaf in ("w1 = 1 with gradient 40", "w2 = 2 with gradient 20", "b = 1 with gradient 10"):
        assert leaf in told
