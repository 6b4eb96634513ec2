"""What a graph says in words: numbers, operations, and the chain rule filled in."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from leadin.graph.model import Edge, Graph, Node, Shape, Value

MINUS = "\N{MINUS SIGN}"
#: Longest numbers that still stand inside a formula.
LONGEST = 44

#: How an operation is written between two operands.
INFIX: Mapping[str, str] = {
    "Add": "+",
    "Sub": MINUS,
    "Rsub": MINUS,
    "Mul": "×",
    "Div": "÷",
    "Mm": "@",
    "Mv": "@",
    "Bmm": "@",
    "Dot": "@",
}
#: The human name of an operation of one operand, where it is not torch's own in small letters.
PREFIX: Mapping[str, str] = {
    "Neg": MINUS,
    "Abs": "abs",
    "Sigmoid": "σ",
    "LogSoftmax": "log softmax",
    "MseLoss": "mse",
    "L1Loss": "mean abs",
    "NllLoss": "nll",
    "Addmm": "linear",
    "T": "transpose",
    "Permute": "transpose",
    "View": "reshape",
    "UnsafeView": "reshape",
    "ReshapeAlias": "reshape",
    "Unsqueeze": "reshape",
    "Squeeze": "reshape",
    "ToCopy": "cast",
    "CopySlices": "set part",
    "Select": "pick",
    "Slice": "slice",
    "Index": "index",
    "Reciprocal": "1 ÷",
}
_MATRIX = {"Mm", "Bmm", "Addmm"}
_RESHAPE = {name for name, text in PREFIX.items() if text == "reshape"}
_TRANSPOSE = {"T", "Transpose", "Permute"}
_STRETCHED = {"Add", "Sub", "Rsub", "Mul", "Div", "Expand", "Maximum", "Minimum", "Where"}
_SUPERSCRIPT = str.maketrans("0123456789-.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·")


def number(value: float) -> str:
    """Write a number with four digits and a real minus sign."""
    text = f"{value + 0.0:.0f}" if 1e4 <= abs(value) < 1e6 else f"{value + 0.0:.4g}"
    return text.replace("-", MINUS).replace("inf", "∞")


def shape_text(shape: Shape) -> str:
    """Write a shape as `2×3`, and the shape of a vector as `(3)`."""
    return "×".join(map(str, shape)) if len(shape) > 1 else f"({', '.join(map(str, shape))})"


def value_text(value: Value | None, longest: int = LONGEST) -> str:
    """Write a value in one line: its numbers, its shape where they are too long, or `?`."""
    if value is None:
        return "?"
    if value.numbers is not None:
        text = ("≈ " if value.approximate else "") + _nested(value.numbers, value.shape)
        if len(text) <= longest:
            return text
    return f"shape {shape_text(value.shape)}"


def value_rows(value: Value | None, longest: int = 30, most: int = 4) -> tuple[str, ...]:
    """Write a value as a picture shows it, a matrix row by row; only its shape if too large."""
    if value is None or value.numbers is None or len(value.shape) != 2:
        return (value_text(value, longest).removeprefix("shape "),)
    rows, columns = value.shape
    lines = tuple(
        _nested(value.numbers[row * columns : (row + 1) * columns], (columns,))
        for row in range(rows)
    )
    fits = 0 < rows <= most and all(len(line) <= longest for line in lines)
    return lines if fits else (shape_text(value.shape),)


def _nested(numbers: tuple[float, ...], shape: Shape) -> str:
    if not shape:
        return number(numbers[0])
    step = len(numbers) // shape[0] if shape[0] else 0
    parts = (_nested(numbers[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0]))
    return f"[{', '.join(parts)}]"


def symbol(node: Node) -> str:
    """The short human name of an operation: `+`, `×`, `( )²`, `relu`."""
    if node.operation == "Pow":
        base = dict(node.settings).get("self")
        return f"( ){_exponent(node)}" if base is None else f"{number(base)}ⁿ"
    if node.operation in INFIX:
        return INFIX[node.operation]
    return PREFIX.get(node.operation, _plain(node.operation))


def label(node: Node) -> str:
    """What a node is called inside a formula: its name, or an unnamed constant's number."""
    return node.name or value_text(node.value, 24)


def _operand(graph: Graph, edge: Edge) -> str:
    """What an operand is called: `v1[0]` where it is one of several results of an operation."""
    part = "" if edge.output is None else f"[{edge.output}]"
    return label(graph.by_id[edge.source]) + part


def forward_sentence(graph: Graph, node: Node) -> str:
    """Say how a value was calculated: `v1 = w × 2 = 1 × 2 = 2`."""
    operands = [graph.by_id[edge.source] for edge in graph.into(node)]
    parts = [node.name, _written(node, [_operand(graph, edge) for edge in graph.into(node)])]
    numbers = _written(node, [_bracketed(value_text(part.value)) for part in operands])
    known = all(part.value and part.value.numbers for part in operands)
    if known and "shape" not in numbers and len(numbers) <= LONGEST and numbers != parts[-1]:
        parts.append(numbers)
    if node.value or node.shape is None:
        parts.append(value_text(node.value))
    else:
        parts.append("?" if not node.shape else f"? ({shape_text(node.shape)})")
    return " = ".join(parts)


def backward_sentence(graph: Graph, edge: Edge) -> str:
    """Say one product of the chain rule: `∂L/∂w = ∂L/∂v1 · 2 = −7 · 2 = −14`."""
    chain = _Chain(graph, edge)
    paths = incoming(graph, chain.source)
    name = slope(graph, chain.source) + (", this path" if len(paths) > 1 else "")
    parts = [name, chain.product()]
    filled = chain.filled_in()
    if filled:
        parts.append(filled)
    parts.append(value_text(edge.gradient))
    end = f" → {chain.source.name}.grad" if _ends_in_leaf(chain.source, paths) else ""
    return " = ".join(parts) + end


def sum_sentence(graph: Graph, node: Node) -> str:
    """Say that the gradients of several paths are added: `∂L/∂w = −14 + 0.2 = −13.8`."""
    terms = [value_text(edge.gradient) for edge in incoming(graph, node)]
    total = f" {MINUS} ".join(" + ".join(terms).split(f" + {MINUS}"))
    parts = [slope(graph, node), value_text(node.gradient)]
    if len(total) <= 2 * LONGEST:
        parts.insert(1, total)
    end = f" → {node.name}.grad" if node.kind == "leaf" else ""
    return f"{' = '.join(parts)}{end} ({len(terms)} paths, added)"


def seed_sentence(graph: Graph) -> str:
    """Say what backward starts from: `∂L/∂L = 1`."""
    return f"{slope(graph, graph.loss)} = {value_text(graph.loss.gradient)}"


def slope(graph: Graph, node: Node) -> str:
    """The gradient of the loss with respect to a node, as `∂L/∂w`."""
    return f"∂{graph.loss.name}/∂{node.name}"


def incoming(graph: Graph, node: Node) -> tuple[Edge, ...]:
    """The edges on which a gradient comes back to a node."""
    return tuple(edge for edge in graph.out_of(node) if edge.gradient)


def listing(graph: Graph) -> str:
    """Write a whole graph as text, one node a line, inputs first."""
    lines = []
    for node in graph.nodes:
        if node.kind == "operation":
            line = forward_sentence(graph, node)
        elif node.name:
            line = f"{node.name} = {value_text(node.value)}"
        else:
            continue  # an unnamed constant is seen where it takes part
        notes = [node.note] if node.note else []
        if node.gradient:
            notes.append(_total(graph, node))
        lines.append((line, "; ".join(notes)))
    width = min(max(len(line) for line, _ in lines), 60)
    return "\n".join(f"{line:<{width}}  {notes}".rstrip() for line, notes in lines)


def _total(graph: Graph, node: Node) -> str:
    paths = incoming(graph, node)
    if len(paths) > 1:
        return sum_sentence(graph, node).split(" → ")[0].split(" (")[0]
    return f"{slope(graph, node)} = {value_text(node.gradient)}"


def summary(graph: Graph) -> str:
    """Describe a picture of a graph in one sentence, for those who do not see it."""
    leaves = [node for node in graph.nodes if node.kind == "leaf"]
    named = [
        f"{leaf.name} = {value_text(leaf.value)}"
        + (f" with gradient {value_text(leaf.gradient)}" if leaf.gradient else "")
        for leaf in leaves[:6]
    ]
    more = f", and {len(leaves) - 6} more" if len(leaves) > 6 else ""
    results = [node for node in graph.nodes if node.kind == "operation"]
    operations = len(results)
    gradients = [f"{each.name} {value_text(each.gradient)}" for each in results if each.gradient]
    back = f" Gradients on the way back: {', '.join(gradients[::-1][:8])}." if gradients else ""
    return (
        f"Computational graph of {graph.loss.name} = {value_text(graph.loss.value)}: "
        f"{operations} {'operation' if operations == 1 else 'operations'} "
        f"from the leaves {', '.join(named)}{more}.{back}"
    )


def _ends_in_leaf(node: Node, paths: tuple[Edge, ...]) -> bool:
    return node.kind == "leaf" and len(paths) == 1


def _plain(operation: str) -> str:
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in operation)
    return spaced.strip() or "?"


def _exponent(node: Node) -> str:
    exponent = dict(node.settings).get("exponent")
    return "ⁿ" if exponent is None else f"{exponent:g}".translate(_SUPERSCRIPT)


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) else text


def _written(node: Node, operands: list[str]) -> str:
    """Write an operation with its operands as a formula."""
    settings = dict(node.settings)
    if node.operation == "Pow" and len(operands) == 1 and "exponent" in settings:
        return f"{operands[0]}{_exponent(node)}"
    if node.operation == "Pow":
        base = [_bracketed(number(settings["self"]))] if "self" in settings else []
        return "^".join([*base, *operands])
    if node.operation in INFIX and len(operands) == 2:
        first, second = operands[::-1] if node.operation == "Rsub" else operands
        alpha = settings.get("alpha", 1)
        scaled = second if alpha == 1 else f"{number(alpha)}·{second}"
        return f"{first} {INFIX[node.operation]} {scaled}"
    name = symbol(node)
    if node.operation in ("Neg", "Reciprocal"):
        return f"{name}{operands[0]}" if name == MINUS else f"{name} {operands[0]}"
    return f"{name}({', '.join(operands)})"


@dataclass(frozen=True)
class _Chain:
    """One product of the chain rule."""

    graph: Graph
    edge: Edge

    @property
    def source(self) -> Node:
        return self.graph.by_id[self.edge.source]

    @property
    def target(self) -> Node:
        return self.graph.by_id[self.edge.target]

    def product(self) -> str:
        """The product in names, such as `∂L/∂v1 · 2`."""
        above, kind = slope(self.graph, self.target), self.target.operation
        if self.edge.local is not None:
            return f"{above} {self._dot()} {self._factor()}"
        if kind in _MATRIX or kind == "Mv":
            return self._matrix(above)
        if kind in _TRANSPOSE:
            return f"({above})ᵀ"
        if kind in _RESHAPE:
            return f"{above} in the shape of {self.source.name}"
        if kind in _STRETCHED and self.source.shape != self.target.shape:
            # A factor of 1 goes without saying.
            factor = "" if self._factor() == "1" else f" · {self._factor()}"
            return f"{above}{factor}, summed where {self.source.name} was broadcast,"
        return f"{self.target.torch_name}({above})"

    def filled_in(self) -> str:
        """The product in numbers, such as `−7 · 2`; empty where that would be too long."""
        if self.edge.local is None or self.target.gradient is None:
            return ""
        factors = (value_text(self.target.gradient), _bracketed(value_text(self.edge.local)))
        known = self.edge.local.numbers and self.target.gradient.numbers
        text = f" {self._dot()} ".join(factors)
        return text if known and len(text) <= LONGEST and "shape" not in text else ""

    def _dot(self) -> str:
        return "⊙" if self.target.shape and max(self.target.shape, default=1) > 1 else "·"

    def others(self) -> list[str]:
        return [
            _operand(self.graph, edge)
            for edge in self.graph.into(self.target)
            if edge.operand != self.edge.operand
        ]

    def _factor(self) -> str:
        """The operation's own derivative as a formula, or as `∂v1/∂w` where none is known."""
        known = _DERIVATIVES.get(self.target.operation)
        text = known(self) if known else ""
        return text or f"∂{self.target.name}/∂{self.source.name}"

    def _matrix(self, above: str) -> str:
        others = self.others()
        place = self.edge.operand - (self.target.operation == "Addmm")
        if place < 0:
            return f"{above}, summed where {self.source.name} was broadcast,"
        if self.target.operation == "Mv":
            return f"outer({above}, {others[0]})" if place == 0 else f"{others[0]}ᵀ @ {above}"
        other = others[-1] if place == 0 else others[-1 if len(others) == 1 else 1]
        return f"{above} @ {other}ᵀ" if place == 0 else f"{other}ᵀ @ {above}"


def _signed(sign: str) -> Callable[[_Chain], str]:
    def factor(chain: _Chain) -> str:
        alpha = dict(chain.target.settings).get("alpha", 1)
        scaled = chain.edge.operand == (chain.target.operation != "Rsub")
        size = number(alpha) if scaled else "1"
        return (sign if scaled else "") + size

    return factor


def _power(chain: _Chain) -> str:
    exponent = dict(chain.target.settings).get("exponent")
    if exponent is None:
        return ""
    if exponent == 2:
        return f"(2·{chain.source.name})"
    rest = f"{exponent - 1:g}".translate(_SUPERSCRIPT)
    return f"({number(exponent)}·{chain.source.name}{rest})"


def _quotient(chain: _Chain) -> str:
    (other,) = chain.others()
    return f"(1/{other})" if chain.edge.operand == 0 else f"({MINUS}{other}/{chain.source.name}²)"


def _share(chain: _Chain) -> str:
    count = math.prod(chain.source.shape or ())
    return f"(1/{count})" if chain.target.shape == () else ""


def _mse(chain: _Chain) -> str:
    if dict(chain.target.settings).get("reduction") != 1:
        return ""
    (other,) = chain.others()
    count = math.prod(chain.source.shape or ())
    return f"2·({chain.source.name} {MINUS} {other})" + (f"/{count}" if count > 1 else "")


_DERIVATIVES: Mapping[str, Callable[[_Chain], str]] = {
    "Add": _signed(""),
    "Sub": _signed(MINUS),
    "Rsub": _signed(MINUS),
    "Mul": lambda chain: _bracketed(chain.others()[0]),
    "Div": _quotient,
    "Pow": _power,
    "Neg": lambda chain: f"({MINUS}1)",
    "Exp": lambda chain: chain.target.name,
    "Log": lambda chain: f"(1/{chain.source.name})",
    "Sqrt": lambda chain: f"(1/(2·{chain.target.name}))",
    "Sin": lambda chain: f"cos({chain.source.name})",
    "Cos": lambda chain: f"({MINUS}sin({chain.source.name}))",
    "Sigmoid": lambda chain: f"{chain.target.name}·(1 {MINUS} {chain.target.name})",
    "Tanh": lambda chain: f"(1 {MINUS} {chain.target.name}²)",
    "Relu": lambda chain: f"relu′({chain.source.name})",
    "Abs": lambda chain: f"sign({chain.source.name})",
    "Dot": lambda chain: chain.others()[0],
    "Sum": lambda chain: "1",
    "Mean": _share,
    "MseLoss": _mse,
    "Expand": lambda chain: "1",
    "Clone": lambda chain: "1",
}
