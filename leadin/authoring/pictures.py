"""Draw pics/ from code: the same bytes each time, as SVG and as PNG."""

import io
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.style
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.patches import Circle, FancyArrowPatch, Patch, Rectangle

from leadin.authoring import graphs, layer_graphs
from leadin.authoring.graphs import Arrow, Frame, Graph, Node, Note, Place
from leadin.authoring.notebooks import write_if_changed
from leadin.authoring.verdict import verdict_figure

#: Every graph by name, with the sample that its lesson starts from.
PICTURES: Mapping[str, Callable[[], Graph]] = {
    "BP01": lambda: layer_graphs.affine_layer(framed=False),
    "BP02": lambda: layer_graphs.affine_layer(framed=True),
    "BP03": lambda: layer_graphs.two_layers(nonlinear=False),
    "BP04": lambda: layer_graphs.two_layers(nonlinear=True),
    "BP05": layer_graphs.one_node,
    "08_graph": lambda: graphs.linear(x=1, y=2, w=1),
    "09_graph": lambda: graphs.quadratic(x=1, y=2, w1=1, w2=2, b=1),
}

# Lengths are px at the width at which a picture is read; the PNG has twice as many, for sharp
# screens. matplotlib counts lines and letters in points, 72 an inch.
WIDTH = 700
DPI = 100
PT = 72 / DPI
LETTERS = 13 * PT
BOX_HEIGHT = 30
#: Half the distance between the two arrows of one edge.
LANE = 5

FORWARD = "#1f5fa8"
BACK = "#b3400f"
FILL = {"operation": "white", "data": "#eeeeee", "weight": "#fdeadd", "result": "#e3eefa"}

# `path` draws letters as outlines, so that no font is needed to read them. The salt makes the ids
# in the SVG the same each time. Hinting would make letters depend on how FreeType was built.
STYLE: dict[str, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "leadin",
    "text.hinting": "no_hinting",
}
#: The font that comes with matplotlib, not the system's copy of another version.
FONT = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")

#: A pixel counts as different beyond this (of 1), and a picture beyond this share of its pixels:
#: processors round the edges of lines differently, while a changed digit moves far more pixels.
PIXEL_TOLERANCE = 0.1
SHARE_TOLERANCE = 2e-4

_VERSION = re.compile(r"matplotlib (\d[\w.+]*)")
_TEXTS = re.compile(r"<!-- (.*?) -->", re.DOTALL)


def draw_all(folder: Path) -> list[Path]:
    """Draw every picture as SVG and PNG.

    Args:
        folder: where the pictures go; made if need be.

    Returns:
        The files that changed.
    """
    return [folder / name for name, new in _files().items() if write_if_changed(folder / name, new)]


def stale(folder: Path) -> list[Path]:
    """List the pictures that are missing or not what the code draws now. Nothing is written.

    Args:
        folder: where the pictures are.

    Returns:
        The files to draw anew.
    """
    return [folder / name for name, new in _files().items() if not _agrees(folder / name, new)]


def _agrees(path: Path, new: bytes) -> bool:
    if not path.is_file():
        return False
    return (_same_svg if path.suffix == ".svg" else _same_png)(path.read_bytes(), new)


def _same_svg(old: bytes, new: bytes) -> bool:
    """Compare all of it, or what is written in it where another matplotlib drew it.

    Versions of matplotlib round and order the same drawing differently. The words and numbers,
    which it keeps as comments, are what a stale picture gets wrong.
    """
    # Git may hand out text with another line ending.
    old_text, new_text = (content.decode("utf-8", "replace") for content in (old, new))
    if _VERSION.findall(old_text) == _VERSION.findall(new_text):
        return old_text.splitlines() == new_text.splitlines()
    return _TEXTS.findall(old_text) == _TEXTS.findall(new_text)


def _same_png(old: bytes, new: bytes) -> bool:
    """Compare pixels, since the bytes depend on the zlib and the processor that made them.

    The SVG beside it comes from the same drawing and is compared in full, so a few pixels are let
    go, and all of them where another matplotlib, with other letter spacing, drew the PNG.
    """
    try:
        before, after = (imread(io.BytesIO(content), format="png") for content in (old, new))
    except (OSError, SyntaxError):  # what Pillow raises on broken PNG
        return False
    if before.shape != after.shape:
        return False
    if _png_version(old) != _png_version(new):
        return True
    different = np.abs(before - after).max(axis=-1) > PIXEL_TOLERANCE
    return bool(different.mean() <= SHARE_TOLERANCE)


def _png_version(content: bytes) -> list[str]:
    return _VERSION.findall(content.decode("latin-1"))


def _files() -> dict[str, bytes]:
    """Draw every picture; the content of the files by their names."""
    files = {}
    creator = f"matplotlib {mpl.__version__}"
    # Only inside are the settings ours: a caller's own plots keep theirs.
    with matplotlib.style.context(["default", STYLE]):
        figures = {name: _figure(graph()) for name, graph in PICTURES.items()}
        for name, figure in {**figures, "verdict": verdict_figure()}.items():
            files[f"{name}.svg"] = _saved(figure, "svg", DPI, {"Creator": creator, "Date": None})
            files[f"{name}.png"] = _saved(figure, "png", 2 * DPI, {"Software": creator})
    return files


def _saved(figure: Figure, ending: str, dpi: int, metadata: dict[str, str | None]) -> bytes:
    content = io.BytesIO()
    figure.savefig(content, format=ending, dpi=dpi, metadata=metadata)
    return content.getvalue()


def _figure(graph: Graph) -> Figure:
    figure = Figure(figsize=(WIDTH / DPI, graph.height / DPI), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, graph.height)
    _draw_heading(axes, graph)
    for frame in graph.frames:
        _draw_frame(axes, frame)
    nodes = {node.name: node for node in graph.nodes}
    shapes = {node.name: _draw_node(axes, node) for node in graph.nodes}
    for arrow in graph.arrows:
        _draw_arrow(axes, arrow, nodes, shapes)
    for note in graph.notes:
        _draw_note(axes, note)
    return figure


def _draw_heading(axes: Axes, graph: Graph) -> None:
    y = graph.height - 20
    _write(axes, (16, y), graph.heading, size=15 * PT, ha="left")
    if not any(arrow.back for arrow in graph.arrows):
        return  # all arrows lead forward, there is nothing to tell apart
    _line(axes, (222, y), (258, y), back=False)
    _write(axes, (266, y), "forward: values", color=FORWARD, ha="left")
    _line(axes, (426, y), (390, y), back=True)
    _write(axes, (434, y), "backward: local · incoming gradient", color=BACK, ha="left")


def _draw_frame(axes: Axes, frame: Frame) -> None:
    x, y = frame.at
    width, height = frame.size
    shape = Rectangle((x, y), width, height, facecolor="none", edgecolor="0.45")
    shape.set(linewidth=1.2 * PT, linestyle=(0, (5, 3)))
    axes.add_patch(shape)
    _write(axes, (x + 10, y + height - 15), frame.text, color="0.3", ha="left")


def _draw_node(axes: Axes, node: Node) -> Patch:
    x, y = node.at
    edge = BACK if node.kind == "weight" else "black"
    shape: Patch
    if node.kind == "operation":
        shape = Circle((x, y), node.radius)
    else:
        width = 26 + 8.5 * len(node.text)
        corner = (x - width / 2, y - BOX_HEIGHT / 2)
        shape = Rectangle(corner, width, BOX_HEIGHT)
    shape.set(facecolor=FILL[node.kind], edgecolor=edge, linewidth=1.5 * PT, zorder=3)
    axes.add_patch(shape)
    _write(axes, (x, y), node.text, size=15 * PT, zorder=4)
    return shape


def _draw_arrow(
    axes: Axes, arrow: Arrow, nodes: Mapping[str, Node], shapes: Mapping[str, Patch]
) -> None:
    """Draw the value's way forward and, where a gradient flows, its way back beside it."""
    (x1, y1), (x2, y2) = nodes[arrow.start].at, nodes[arrow.end].at
    length = math.hypot(x2 - x1, y2 - y1)
    lane = LANE if arrow.back else 0
    # To the left of the way forward: above it when it leads to the right.
    dx, dy = -(y2 - y1) / length * lane, (x2 - x1) / length * lane
    first, last = shapes[arrow.start], shapes[arrow.end]
    _line(axes, (x1 + dx, y1 + dy), (x2 + dx, y2 + dy), back=False, ends=(first, last))
    if arrow.back:
        _line(axes, (x2 - dx, y2 - dy), (x1 - dx, y1 - dy), back=True, ends=(last, first))


def _line(
    axes: Axes,
    start: Place,
    end: Place,
    *,
    back: bool,
    ends: tuple[Patch | None, Patch | None] = (None, None),
) -> None:
    """Draw one arrow, from the edge of the first shape to the edge of the last."""
    line = FancyArrowPatch(
        start,
        end,
        arrowstyle="-|>",
        mutation_scale=11 * PT,
        shrinkA=0,
        shrinkB=2 * PT,
        patchA=ends[0],
        patchB=ends[1],
        color=BACK if back else FORWARD,
        linewidth=1.8 * PT,
        # Dashes tell the way back without colour.
        linestyle=(0, (4, 2)) if back else "solid",
    )
    axes.add_patch(line)


def _draw_note(axes: Axes, note: Note) -> None:
    colors = {True: BACK, False: FORWARD, None: "black"}
    _write(axes, note.at, note.text, color=colors[note.back], zorder=5)


def _write(axes: Axes, at: Place, text: str, size: float = LETTERS, **style: Any) -> None:
    style = {"ha": "center", "va": "center", **style}
    axes.text(*at, text, font=FONT, fontsize=size, linespacing=1.3, **style)
