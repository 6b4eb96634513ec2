"""The computational graphs in pics/: what stands where, and every number, computed.

Plain Python without autograd: each gradient is the local gradient times the incoming one, as the
lessons teach it. Places are in px from the lower left of a picture that is 700 px wide.
"""

from dataclasses import dataclass
from typing import Literal

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
RESIDUAL = f"(ŷ {MINUS} y)"

Place = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """A node: an operation is round, everything else a box.

    Attributes:
        name: what arrows refer to.
        text: what is written in it.
        at: its centre.
        kind: what it stands for.
        radius: of an operation.
    """

    name: str
    text: str
    at: Place
    kind: Literal["operation", "data", "weight", "result"] = "operation"
    radius: float = 21


@dataclass(frozen=True)
class Arrow:
    """An edge, named by the nodes at its ends; where `back` is set, a gradient flows back."""

    start: str
    end: str
    back: bool = True


@dataclass(frozen=True)
class Note:
    """What flows along an arrow: a value forward or a gradient back. `at` is the text's centre.

    Where `back` is None it is a remark, about neither.
    """

    text: str
    at: Place
    back: bool | None


@dataclass(frozen=True)
class Frame:
    """A frame around some nodes; its text stands in its upper left corner.

    `at` is its lower left corner, and `size` its width and height.
    """

    text: str
    at: Place
    size: tuple[float, float]


@dataclass(frozen=True)
class Graph:
    """A picture of a graph with its height; the width is always 700 px."""

    heading: str
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[Note, ...]
    frames: tuple[Frame, ...] = ()


def linear(x: float, y: float, w: float) -> Graph:
    """Lay out loss = (ŷ - y)² with ŷ = w·x for one sample."""
    y_pred = w * x
    residual = y_pred - y
    to_residual = 2 * residual
    nodes = (
        Node("w", f"w = {number(w)}", (60, 205), "weight"),
        Node("x", f"x = {number(x)}", (60, 75), "data"),
        Node("times", TIMES, (205, 140)),
        Node("minus", MINUS, (350, 140)),
        Node("y", f"y = {number(y)}", (350, 40), "data"),
        Node("square", "( )²", (505, 140)),
        Node("loss", f"loss = {number(residual**2)}", (640, 140), "result"),
    )
    arrows = (
        Arrow("w", "times"),
        Arrow("x", "times", back=False),
        Arrow("times", "minus"),
        Arrow("y", "minus", back=False),
        Arrow("minus", "square"),
        Arrow("square", "loss"),
    )
    notes = (
        _chain("w", x, to_residual, (75, 140)),
        _value("ŷ", y_pred, (278, 168)),
        _chain("ŷ", 1, to_residual, (278, 105)),
        _value(RESIDUAL, residual, (428, 168)),
        _chain(RESIDUAL, to_residual, 1, (430, 105)),
        _seed((560, 105)),
    )
    return Graph("ŷ = w · x", 265, nodes, arrows, notes)


def quadratic(x: float, y: float, w1: float, w2: float, b: float) -> Graph:
    """Lay out loss = (ŷ - y)² with ŷ = w1·x² + w2·x + b for one sample."""
    y_pred = w1 * x**2 + w2 * x + b
    residual = y_pred - y
    to_residual = 2 * residual
    nodes = (
        Node("w1", f"w1 = {number(w1)}", (60, 260), "weight"),
        # Data has no gradient, so its square is a plain number and not a part of the graph.
        Node("x2", f"x² = {number(x**2)}", (60, 190), "data"),
        Node("w2", f"w2 = {number(w2)}", (60, 100), "weight"),
        Node("x", f"x = {number(x)}", (60, 30), "data"),
        Node("b", f"b = {number(b)}", (310, 58), "weight"),
        Node("y", f"y = {number(y)}", (422, 58), "data"),
        Node("times1", TIMES, (178, 225)),
        Node("times2", TIMES, (178, 65)),
        Node("plus", "+", (310, 145)),
        Node("minus", MINUS, (422, 145)),
        Node("square", "( )²", (540, 145)),
        Node("loss", f"loss = {number(residual**2)}", (645, 145), "result"),
    )
    arrows = (
        Arrow("w1", "times1"),
        Arrow("x2", "times1", back=False),
        Arrow("w2", "times2"),
        Arrow("x", "times2", back=False),
        Arrow("times1", "plus"),
        Arrow("times2", "plus"),
        Arrow("b", "plus"),
        Arrow("plus", "minus"),
        Arrow("y", "minus", back=False),
        Arrow("minus", "square"),
        Arrow("square", "loss"),
    )
    notes = (
        _chain("w1", x**2, to_residual, (60, 296)),
        _chain("w2", x, to_residual, (60, 136)),
        _chain("b", 1, to_residual, (310, 22)),
        _value("w1·x²", w1 * x**2, (290, 200)),
        _back_value(1, to_residual, (206, 166)),
        _value("w2·x", w2 * x, (205, 127)),
        _back_value(1, to_residual, (234, 56)),
        _value("ŷ", y_pred, (367, 171)),
        _chain("ŷ", 1, to_residual, (367, 112)),
        _value(RESIDUAL, residual, (482, 171)),
        _chain(RESIDUAL, to_residual, 1, (482, 112)),
        _seed((588, 112)),
    )
    return Graph("ŷ = w1 · x² + w2 · x + b", 360, nodes, arrows, notes)


def number(value: float) -> str:
    """Write a number with a real minus sign and without a needless `.0`."""
    return f"{value:g}".replace("-", MINUS)


def _value(of: str, value: float, at: Place) -> Note:
    return Note(f"{of} = {number(value)}", at, back=False)


def _chain(of: str, local: float, incoming: float, at: Place) -> Note:
    return Note(f"∂loss/∂{of}\n{_product(local, incoming)}", at, back=True)


def _back_value(local: float, incoming: float, at: Place) -> Note:
    return Note(_product(local, incoming), at, back=True)


def _seed(at: Place) -> Note:
    return Note("∂loss/∂loss\n= 1", at, back=True)


def _product(local: float, incoming: float) -> str:
    second = f"({number(incoming)})" if incoming < 0 else number(incoming)
    return f"{number(local)} · {second} = {number(local * incoming)}"
