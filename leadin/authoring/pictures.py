"""Draw pics/ from code: the same bytes each time."""

import io
import math
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.style
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Patch, Rectangle

from leadin.authoring.diagrams import DIAGRAMS, Arrow, Diagram, Frame, Note, Place, Shape
from leadin.authoring.notebooks import write_if_changed
from leadin.charts.png import draw_figure
from leadin.course import LOOPS, Inputs
from leadin.graph import graph
from leadin.judging import calls, experiments, judge
from leadin.observe import Outcome
from leadin.words import render

# Lengths are px at the width at which a picture is read. matplotlib counts lines and letters in
# points, 72 an inch.
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

#: Of the README's picture, the share of its height that the text takes, and letters on a line.
TEXT_SHARE, COLUMNS = 0.5, 88

_VERSION = re.compile(r"matplotlib (\d[\w.+]*)")
_TEXTS = re.compile(r"<!-- (.*?) -->", re.DOTALL)


def draw_all(folder: Path) -> list[Path]:
    """Draw every picture.

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
    """Compare all of it, or what is written in it where another matplotlib drew it.

    Versions of matplotlib round and order the same drawing differently. The words and numbers,
    which it keeps as comments, are what a stale picture gets wrong.
    """
    if not path.is_file():
        return False
    # Git may hand out text with another line ending.
    old_text, new_text = (each.decode("utf-8", "replace") for each in (path.read_bytes(), new))
    if _VERSION.findall(old_text) == _VERSION.findall(new_text):
        return old_text.splitlines() == new_text.splitlines()
    return _TEXTS.findall(old_text) == _TEXTS.findall(new_text)


def _files() -> dict[str, bytes]:
    """Draw every picture; the content of the files by their names."""
    files = {f"{name}.svg": draw().encode() for name, draw in GRAPHS.items()}
    # Only inside are the settings ours: a caller's own plots keep theirs.
    with matplotlib.style.context(["default", STYLE]):
        figures = {name: _figure(diagram) for name, diagram in DIAGRAMS.items()}
        for name, figure in {**figures, "verdict": _verdict()}.items():
            files[f"{name}.svg"] = _saved(figure)
    return files


def _saved(figure: Figure) -> bytes:
    content = io.BytesIO()
    creator = f"matplotlib {mpl.__version__}"
    figure.savefig(content, format="svg", dpi=DPI, metadata={"Creator": creator, "Date": None})
    return content.getvalue()


def _linear() -> str:
    w = torch.tensor(1.0, requires_grad=True)
    x, y = torch.tensor(2.0), torch.tensor(4.0)
    y_pred = w * x
    diff = y_pred - y
    loss = diff**2
    return graph(loss).svg()


def _quadratic() -> str:
    w1, w2, b = (torch.tensor(start, requires_grad=True) for start in (1.0, 2.0, 1.0))
    x, y = torch.tensor(2.0), torch.tensor(4.0)
    square = x**2
    y_pred = w1 * square + w2 * x + b
    diff = y_pred - y
    loss = diff**2
    return graph(loss, {"x²": square}).svg()


#: Graphs of the second sample of two lessons, as torch has them.
GRAPHS: Mapping[str, Callable[[], str]] = {"08_graph": _linear, "09_graph": _quadratic}


def _verdict() -> Figure:
    """The README's picture: curves and message of a loop whose steps are too short."""
    exercise = LOOPS["08-train-linear"]
    edit = {"slopes": lambda x: (x / (1 + x**2),)}

    def outcomes(inputs: Sequence[Inputs]) -> list[Outcome]:
        return [Outcome("curve", tuple(exercise.simulate(each, edit))) for each in inputs]

    inputs = calls(exercise)
    first = outcomes(inputs)
    further = outcomes(experiments(exercise, inputs, first))
    verdict = judge(exercise, inputs, first, further=further)
    shown = verdict.shown
    assert shown is not None
    title = f"{exercise.id}: the lesson’s inputs"
    figure = draw_figure(title, shown.expected, shown.returned, shown.difference)
    figure.set_size_inches(7, 6.2)
    figure.set_layout_engine("constrained", rect=(0, TEXT_SHARE, 1, 1 - TEXT_SHARE))
    paragraphs = render(verdict).plain().splitlines()
    lines = [line for each in paragraphs for line in _wrapped(each)]
    look: dict[str, Any] = {"va": "top", "family": "monospace", "fontsize": 9, "linespacing": 1.4}
    figure.text(0.015, TEXT_SHARE - 0.02, "\n".join(lines), **look)
    return figure


def _wrapped(line: str) -> list[str]:
    """Prose broken between words; code and numbers, which are set in, as they are."""
    return [line] if line.startswith("    ") else textwrap.wrap(line, COLUMNS) or [""]


def _figure(diagram: Diagram) -> Figure:
    figure = Figure(figsize=(WIDTH / DPI, diagram.height / DPI), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, diagram.height)
    _draw_heading(axes, diagram)
    for frame in diagram.frames:
        _draw_frame(axes, frame)
    shapes = {shape.name: shape for shape in diagram.shapes}
    patches = {shape.name: _draw_shape(axes, shape) for shape in diagram.shapes}
    for arrow in diagram.arrows:
        _draw_arrow(axes, arrow, shapes, patches)
    for note in diagram.notes:
        _draw_note(axes, note)
    return figure


def _draw_heading(axes: Axes, diagram: Diagram) -> None:
    y = diagram.height - 20
    _write(axes, (16, y), diagram.heading, size=15 * PT, ha="left")
    if not any(arrow.back for arrow in diagram.arrows):
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


def _draw_shape(axes: Axes, shape: Shape) -> Patch:
    x, y = shape.at
    edge = BACK if shape.kind == "weight" else "black"
    patch: Patch
    if shape.kind == "operation":
        patch = Circle((x, y), shape.radius)
    else:
        width = 26 + 8.5 * len(shape.text)
        corner = (x - width / 2, y - BOX_HEIGHT / 2)
        patch = Rectangle(corner, width, BOX_HEIGHT)
    patch.set(facecolor=FILL[shape.kind], edgecolor=edge, linewidth=1.5 * PT, zorder=3)
    axes.add_patch(patch)
    _write(axes, (x, y), shape.text, size=15 * PT, zorder=4)
    return patch


def _draw_arrow(
    axes: Axes, arrow: Arrow, shapes: Mapping[str, Shape], patches: Mapping[str, Patch]
) -> None:
    """Draw the value's way forward and, where a gradient flows, its way back beside it."""
    (x1, y1), (x2, y2) = shapes[arrow.start].at, shapes[arrow.end].at
    length = math.hypot(x2 - x1, y2 - y1)
    lane = LANE if arrow.back else 0
    # To the left of the way forward: above it when it leads to the right.
    dx, dy = -(y2 - y1) / length * lane, (x2 - x1) / length * lane
    first, last = patches[arrow.start], patches[arrow.end]
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
