"""The graphs that explain an idea in letters, without numbers: layers, and one node's gradients."""

from leadin.authoring.graphs import Arrow, Frame, Graph, Node, Note

AFFINE = "W1 · X + b1"
#: What the letters in the round nodes mean.
LEGEND = "MM: matrix multiplication      ADD: vector addition"


def affine_layer(framed: bool) -> Graph:
    """Lay out one affine layer: X and W1 into MM, its result and b1 into ADD.

    Args:
        framed: whether the layer's own parts are framed, apart from its input and its result.
    """
    nodes = (
        Node("X", "X ∈ ℝⁿ", (65, 88), "data"),
        Node("W1", "W1 ∈ ℝᵐˣⁿ", (230, 172), "weight"),
        Node("b1", "b1 ∈ ℝᵐ", (420, 172), "weight"),
        Node("MM", "MM", (230, 88)),
        Node("ADD", "ADD", (420, 88)),
        Node("h", "h ∈ ℝᵐ", (630, 88), "result"),
    )
    arrows = _forward("X MM", "W1 MM", "MM ADD", "b1 ADD", "ADD h")
    notes = (
        Note("W1 · X ∈ ℝᵐ", (325, 108), back=False),
        Note(LEGEND, (350, 22), back=None),
    )
    frames = (Frame("First layer", (135, 45), (405, 172)),) if framed else ()
    return Graph(f"h = {AFFINE}", 262, nodes, arrows, notes, frames)


def two_layers(nonlinear: bool) -> Graph:
    """Lay out two layers, one under the other, from X to ŷ.

    Args:
        nonlinear: whether a function σ follows each ADD.
    """
    # The second layer starts below the end of the first, so that one arrow leads straight down.
    first, second = ((185, 300, 415), (415, 505, 595)) if nonlinear else ((185, 415), (415, 560))
    names = ("MM", "ADD", "σ")
    nodes = [
        Node("X", "X ∈ ℝⁿ", (55, 282), "data"),
        Node("W1", "W1 ∈ ℝᵐˣⁿ", (first[0], 364), "weight"),
        Node("b1", "b1 ∈ ℝᵐ", (first[1], 364), "weight"),
        *(Node(f"{name}1", name, (x, 282)) for name, x in zip(names, first, strict=False)),
        Node("W2", "W2 ∈ ℝᵏˣᵐ", (250, 84), "weight"),
        Node("b2", "b2 ∈ ℝᵏ", (second[1], 158), "weight"),
        *(Node(f"{name}2", name, (x, 84)) for name, x in zip(names, second, strict=False)),
        Node("ŷ", "ŷ", (668, 84), "result"),
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
        Note(LEGEND + ("      σ: a nonlinear function" if nonlinear else ""), (350, 20), back=None),
    )
    frames = (
        Frame("First layer", (115, 242), (520, 168)),
        Frame("Second layer", (115, 44), (520, 160)),
    )
    return Graph(heading, 455, tuple(nodes), arrows, notes, frames)


def one_node() -> Graph:
    """Lay out one node f with its inputs and output, and the gradient that it multiplies."""
    nodes = (
        Node("x", "x", (60, 195), "data"),
        Node("ω", "ω", (60, 65), "weight"),
        Node("f", "f\n\nlocal gradients\n∂z/∂x   ∂z/∂ω", (330, 130), radius=68),
        Node("L", "loss L", (630, 130), "result"),
    )
    arrows = (Arrow("x", "f"), Arrow("ω", "f"), Arrow("f", "L"))
    notes = (
        Note("x", (180, 186), back=False),
        Note("ω", (162, 112), back=False),
        Note("z = f(x, ω)", (490, 156), back=False),
        Note("∂L/∂z", (490, 106), back=True),
        Note("∂L/∂x = ∂z/∂x · ∂L/∂z", (110, 142), back=True),
        Note("∂L/∂ω = ∂z/∂ω · ∂L/∂z", (215, 50), back=True),
    )
    return Graph("z = f(x, ω)", 265, nodes, arrows, notes)


def _pairs(operations: int) -> tuple[tuple[str, str], ...]:
    """The operations of a layer that follow each other."""
    return (("MM", "ADD"), ("ADD", "σ"))[: operations - 1]


def _forward(*ends: str) -> tuple[Arrow, ...]:
    """Arrows without a way back, each given as its start and its end."""
    pairs = (pair.split() for pair in ends)
    return tuple(Arrow(start, end, back=False) for start, end in pairs)
