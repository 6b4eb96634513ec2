"""A graph that torch knows nothing of: numbers that a reader's own code has calculated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from leadin.graph.model import Edge, Graph, Node, Value

#: Torch's names of the operations that are written as signs.
_SIGNS = {"+": "Add", "-": "Sub", "*": "Mul", "/": "Div"}


@dataclass(frozen=True)
class Step:
    """One number of a calculation: a leaf, or the result of an operation.

    Attributes:
        name: what it is called, unlike any other step.
        value: the number.
        operation: as Python writes it (`*`, `**2`, `tanh`); empty for a leaf.
        inputs: the operands in order. Of each the name of an earlier step, or a plain number; and
            the local gradient, None where no gradient goes back.
        gradient: of the last step with respect to this one; None before the backward pass.
    """

    name: str
    value: float
    operation: str = ""
    inputs: Sequence[tuple[str | float, float | None]] = ()
    gradient: float | None = None


def collect(steps: Sequence[Step]) -> Graph:
    """Make a graph of steps.

    Args:
        steps: each after those that it was calculated from; the loss is the last one. Those that do
            not lead to it are left out.

    Returns:
        The graph. Along an edge flows the gradient of the step that it enters, times the local
        gradient; a step's own gradient is the one that it has, be it the sum of those or not.

    Raises:
        ValueError: there are no steps, two have one name, or an input is no earlier step.
    """
    used = _used(steps)
    reached = {name for step in used for name, local in step.inputs if local is not None}
    ids: dict[str, str] = {}
    nodes: list[Node] = []
    edges: list[Edge] = []
    for place, step in enumerate(used):
        for operand, (source, local) in enumerate(step.inputs):
            if isinstance(source, str):
                start = ids[source]
            else:
                start = f"c{place}_{operand}"
                nodes.append(Node(start, "constant", "", shape=(), value=_value(source)))
            edges.append(_edge(step, place, operand, start, local))
        ids[step.name] = f"n{place}"
        nodes.append(_node(step, ids[step.name], step.name in reached))
    return Graph(tuple(nodes), tuple(edges))


def _used(steps: Sequence[Step]) -> list[Step]:
    """The steps that lead to the last one, in their order."""
    if not steps:
        raise ValueError("there are no steps to draw")
    known: set[str] = set()
    for step in steps:
        for source, _ in step.inputs:
            if isinstance(source, str) and source not in known:
                raise ValueError(f"{step.name!r} is made from {source!r}, which is no earlier step")
        if step.name in known:
            raise ValueError(f"two steps are called {step.name!r}")
        known.add(step.name)
    used = {steps[-1].name}
    for step in reversed(steps):
        if step.name in used:
            used.update(source for source, _ in step.inputs if isinstance(source, str))
    return [step for step in steps if step.name in used]


def _node(step: Step, name: str, is_reached: bool) -> Node:
    kind: Literal["operation", "leaf", "constant"] = "leaf" if is_reached else "constant"
    exponent = step.operation.removeprefix("**")
    is_power = exponent != step.operation
    return Node(
        id=name,
        kind="operation" if step.inputs else kind,
        name=step.name,
        operation="Pow" if is_power else _SIGNS.get(step.operation, step.operation.capitalize()),
        torch_name=step.operation or ("leaf" if is_reached else ""),
        settings=(("exponent", float(exponent)),) if is_power else (),
        shape=(),
        value=_value(step.value),
        gradient=_value(step.gradient),
    )


def _edge(step: Step, place: int, operand: int, start: str, local: float | None) -> Edge:
    edge = Edge(f"e{place}_{operand}", start, f"n{place}", operand)
    if step.gradient is None or local is None:
        return edge
    return replace(edge, gradient=_value(step.gradient * local), local=_value(local))


def _value(number: float | None) -> Value | None:
    return None if number is None else Value((), (float(number),))
