"""pics/ is drawn by code: the same each time, legible without colour, with computed numbers."""

import subprocess
import sys

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.image import imread

from leadin.authoring import graphs, pictures

NAMES = {
    f"{name}.{ending}" for name in (*pictures.PICTURES, "verdict") for ending in ("svg", "png")
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pics")
    pictures.draw_all(folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def pics(drawn, tmp_path):
    for name, content in drawn.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_every_picture_is_drawn_as_svg_and_png(drawn):
    assert set(drawn) == NAMES


def test_what_was_just_drawn_is_not_stale_and_not_drawn_again(pics):
    assert pictures.stale(pics) == []
    assert pictures.draw_all(pics) == []


def test_another_process_with_other_settings_draws_the_same_bytes(drawn, tmp_path):
    code = (
        "import sys, pathlib, matplotlib as mpl; mpl.use('svg')\n"
        "mpl.rcParams.update({'font.size': 30, 'savefig.facecolor': 'red', 'axes.grid': True})\n"
        "from leadin.authoring.pictures import draw_all; draw_all(pathlib.Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == drawn


def test_drawing_leaves_the_callers_settings_alone(pics):
    with mpl.rc_context({"font.size": 31, "svg.fonttype": "none"}):
        before = dict(mpl.rcParams)
        pictures.stale(pics)
        assert dict(mpl.rcParams) == before


def test_a_missing_a_changed_and_a_broken_picture_are_stale(pics):
    (pics / "08_graph.png").unlink()
    (pics / "09_graph.png").write_bytes(b"no picture")
    svg = pics / "09_graph.svg"
    svg.write_text(svg.read_text("utf-8").replace("ŷ = 4", "ŷ = 5"), "utf-8")
    stale = {path.name for path in pictures.stale(pics)}
    assert stale == {"08_graph.png", "09_graph.png", "09_graph.svg"}


def test_a_changed_digit_makes_both_files_stale(pics, monkeypatch):
    changed = {**pictures.PICTURES, "08_graph": lambda: graphs.linear(x=1, y=2, w=1.5)}
    monkeypatch.setattr(pictures, "PICTURES", changed)
    assert {path.name for path in pictures.stale(pics)} == {"08_graph.svg", "08_graph.png"}


def test_pictures_by_another_matplotlib_are_compared_by_their_words(pics, drawn):
    path = pics / "08_graph.svg"
    other = drawn[path.name].decode().replace(f"matplotlib {mpl.__version__}", "matplotlib 3.8.0")
    path.write_text(other.replace("stroke-width: 1", "stroke-width: 1.0"), "utf-8")
    assert pictures.stale(pics) == []
    path.write_text(other.replace("ŷ = 1", "ŷ = 2"), "utf-8")
    assert pictures.stale(pics) == [path]


def test_pictures_need_no_font_and_no_background_and_are_small(drawn):
    for name, content in drawn.items():
        if name.endswith(".svg"):
            assert b"<text" not in content
            assert b"dc:date" not in content
            # The verdict has a paragraph of text in outlines.
            assert len(content) < (120_000 if name == "verdict.svg" else 60_000)
        else:
            assert content.startswith(b"\x89PNG")


def test_the_background_is_opaque_white(pics):
    for path in pics.glob("*.png"):
        pixels = imread(path)
        assert np.all(pixels[..., 3] == 1)
        assert np.all(pixels[0, 0] == 1)


def texts_of(graph):
    return {node.text for node in graph.nodes} | {note.text for note in graph.notes}


def test_the_linear_graph_shows_the_numbers_of_the_first_sample():
    minus = graphs.MINUS
    assert texts_of(graphs.linear(x=1, y=2, w=1)) >= {
        "w = 1",
        "ŷ = 1",
        f"(ŷ {minus} y) = {minus}1",
        "loss = 1",
        f"∂loss/∂(ŷ {minus} y)\n{minus}2 · 1 = {minus}2",
        f"∂loss/∂ŷ\n1 · ({minus}2) = {minus}2",
        f"∂loss/∂w\n1 · ({minus}2) = {minus}2",
    }


def test_the_linear_graph_agrees_with_the_paper_exercise():
    minus = graphs.MINUS
    texts = texts_of(graphs.linear(x=2, y=4, w=1))
    assert "loss = 4" in texts
    assert f"∂loss/∂w\n2 · ({minus}4) = {minus}8" in texts


def test_the_quadratic_graph_shows_the_numbers_of_the_first_sample():
    texts = texts_of(graphs.quadratic(x=1, y=2, w1=1, w2=2, b=1))
    assert texts >= {"ŷ = 4", f"(ŷ {graphs.MINUS} y) = 2", "loss = 4"}
    assert {f"∂loss/∂{name}\n1 · 4 = 4" for name in ("w1", "w2", "b", "ŷ")} <= texts
