"""The pictures of ideas in pics/: layers, and one node's gradients, in letters without numbers.

Places are in px from the lower left of a picture that is 700 px wide. Graphs of a real loss, with
numbers, are drawn by `leadin.graph`.
"""

from dataclasses import dataclass
from typing import Literal

Place = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A node of a graph: an operation is round, everything else a box.

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
    """An edge, named by the shapes at its ends; where `back` is set, a gradient flows back."""

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
class Diagram:
    """A picture with its height; the width is always 700 px."""

    heading: str
    height: float
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[Note, ...]
    frames: tuple[Frame, ...] = ()


AFFINE = "W1 · X + b1"
#: What the letters in the round nodes mean.
LEGEND = "MM: matrix multiplication      ADD: vector addition"


def affine_layer(framed: bool) -> Diagram:
    """Lay out one affine layer: X and W1 into MM, its result and b1 into ADD.

    Args:
        framed: whether the layer's own parts are framed, apart from its input and its result.
    """
    shapes = (
        Shape("X", "X ∈ ℝⁿ", (65, 88), "data"),
        Shape("W1", "W1 ∈ ℝᵐˣⁿ", (230, 172), "weight"),
        Shape("b1", "b1 ∈ ℝᵐ", (420, 172), "weight"),
        Shape("MM", "MM", (230, 88)),
        Shape("ADD", "ADD", (420, 88)),
        Shape("h", "h ∈ ℝᵐ", (630, 88), "result"),
    )
    arrows = _forward("X MM", "W1 MM", "MM ADD", "b1 ADD", "ADD h")
    notes = (
        Note("W1 · X ∈ ℝᵐ", (325, 108), back=False),
        Note(LEGEND, (350, 22), back=None),
    )
    frames = (Frame("First layer", (135, 45), (405, 172)),) if framed else ()
    return Diagram(f"h = {AFFINE}", 262, shapes, arrows, notes, frames)


def two_layers(nonlinear: bool) -> Diagram:
    """Lay out two layers, one under the other, from X to ŷ.

    Args:
        nonlinear: whether a function σ follows each ADD.
    """
    # The second layer starts below the end of the first, so that one arrow leads straight down.
    first, second = ((185, 300, 415), (415, 505, 595)) if nonlinear else ((185, 415), (415, 560))
    names = ("MM", "ADD", "σ")
    shapes = [
        Shape("X", "X ∈ ℝⁿ", (55, 282), "data"),
        Shape("W1", "W1 ∈ ℝᵐˣⁿ", (first[0], 364), "weight"),
        Shape("b1", "b1 ∈ ℝᵐ", (first[1], 364), "weight"),
        *(Shape(f"{name}1", name, (x, 282)) for name, x in zip(names, first, strict=False)),
        Shape("W2", "W2 ∈ ℝᵏˣᵐ", (250, 84), "weight"),
        Shape("b2", "b2 ∈ ℝᵏ", (second[1], 158), "weight"),
        *(Shape(f"{name}2", name, (x, 84)) for name, x in zip(names, second, strict=False)),
        Shape("ŷ", "ŷ", (668, 84), "result"),
    ]
    last = names[len(first) - 1]
    chains = [f"{a}{layer} {b}{layer}" for layer in (1, 2) for a, b in _pairs(len(first))]
    arrows = _forward(
        "X MM1", "W1 MM1", "b1 ADD1", "W2 MM2", "b2 ADD2", *chains, f"{last}1 MM2", f"{last}2 ŷ"
    )
    heading = (
        "ŷ = σ(W2 · h + b2)  with  h = σ(W1 · X + b1)"
        if nonlinear
        else ("ŷ = W2 · h + b2  with  h = W1 · X + b1")
    )
    notes = (
        Note("h ∈ ℝᵐ", (455, 223), back=False),
        Note("ŷ ∈ ℝᵏ", (664, 112), back=False),
        Note(LEGEND + ("      σ: a nonlinear function" if nonlinear else ""), (350, 20), back=None),
    )
    frames = (
        Frame("First layer", (115, 242), (520, 168)),
        Frame("Second layer", (115, 44), (520, 160)),
    )
    return Diagram(heading, 455, tuple(shapes), arrows, notes, frames)


def one_node() -> Diagram:
    """Lay out one node f with its inputs and output, and the gradient that it multiplies."""
    shapes = (
        Shape("x", "x", (60, 195), "data"),
        Shape("ω", "ω", (60, 65), "weight"),
        Shape("f", "f\n\nlocal gradients\n∂z/∂x   ∂z/∂ω", (330, 130), radius=68),
        Shape("L", "loss L", (630, 130), "result"),
    )
    arrows = (Arrow("x", "f"), Arrow("ω", "f"), Arrow("f", "L"))
    notes = (
        Note("x", (180, 186), back=False),
        Note("ω", (162, 112), back=False),
        Note("z = f(x, ω)", (490, 156), back=False),
        Note("∂L/∂z", (490, 106), back=True),
        Note("∂L/∂x = ∂L/∂z · ∂z/∂x", (110, 142), back=True),
        Note("∂L/∂ω = ∂L/∂z · ∂z/∂ω", (215, 50), back=True),
    )
    return Diagram("z = f(x, ω)", 265, shapes, arrows, notes)


def _pairs(operations: int) -> tuple[tuple[str, str], ...]:
    """The operations of a layer that follow each other."""
    return (("MM", "ADD"), ("ADD", "σ"))[: operations - 1]


def _forward(*ends: str) -> tuple[Arrow, ...]:
    """Arrows without a way back, each given as its start and its end."""
    pairs = (pair.split() for pair in ends)
    return tuple(Arrow(start, end, back=False) for start, end in pairs)


#: The pictures that stand for the lecture note's slides, by name.
DIAGRAMS: dict[str, Diagram] = {
    "BP01": affine_layer(framed=False),
    "BP02": affine_layer(framed=True),
    "BP03": two_layers(nonlinear=False),
    "BP04": two_layers(nonlinear=True),
    "BP05": one_node(),
}
