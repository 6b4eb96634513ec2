"""A computational graph as plain data: what was calculated, and what gradient flowed where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Value:
    """What a tensor held.

    Attributes:
        shape: the tensor's shape; `()` for a single number.
        numbers: its elements row by row, or None where there are too many to show.
        approximate: whether the last of four digits may be off, as in a number that torch did not
            keep and that was worked out from its neighbours.
    """

    shape: Shape
    numbers: tuple[float, ...] | None
    approximate: bool = False


@dataclass(frozen=True)
class Node:
    """An operation, a leaf (a tensor that gets a gradient), or a constant that took part.

    Attributes:
        id: unique in its graph, the same each time.
        kind: which of the three it is.
        name: the variable's name, or a made-up one such as `v1`; empty for an unnamed constant.
        operation: torch's name of the operation without `Backward0`, such as `Mul`; empty for
            leaves and constants.
        torch_name: torch's name of the node, such as `MulBackward0`; empty for a constant.
        settings: numbers that belong to the operation, such as the exponent of a power.
        shape: shape of its value; None where it is not known.
        value: its value; None where torch kept nothing that it could be told from.
        gradient: the gradient of the loss with respect to it, summed over every path; None for a
            constant, or where no gradient arrived.
        note: what a reader should know about the value; mostly empty.
    """

    id: str
    kind: Literal["operation", "leaf", "constant"]
    name: str
    operation: str = ""
    torch_name: str = ""
    settings: tuple[tuple[str, float], ...] = ()
    shape: Shape | None = None
    value: Value | None = None
    gradient: Value | None = None
    note: str = ""


@dataclass(frozen=True)
class Edge:
    """The way of a value into an operation, and of its gradient back.

    Attributes:
        id: unique in its graph, the same each time.
        source: id of the node whose value enters.
        target: id of the operation.
        operand: which of the operation's operands it is, from 0.
        output: which of the source's results it is; None where the source has only one.
        gradient: what flowed back along this edge; None where nothing did.
        local: the operation's own derivative, which `gradient` is the product of with what
            arrived at `target`; None where it is not a plain factor.
    """

    id: str
    source: str
    target: str
    operand: int
    output: int | None = None
    gradient: Value | None = None
    local: Value | None = None


@dataclass(frozen=True)
class Graph:
    """A graph that leads from leaves and constants to one number.

    Attributes:
        nodes: every node after those that it was calculated from; the loss is the last one.
        edges: the edges in the order of their targets and operands.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def loss(self) -> Node:
        """The node of the loss."""
        return self.nodes[-1]

    def node(self, name: str) -> Node:
        """Find a node by the name of its variable.

        Args:
            name: the name that the picture shows.

        Raises:
            KeyError: no node is called that.
        """
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)

    def into(self, node: Node) -> tuple[Edge, ...]:
        """The edges that end in a node, by operand."""
        return self._into.get(node.id, ())

    def out_of(self, node: Node) -> tuple[Edge, ...]:
        """The edges that start from a node."""
        return self._out_of.get(node.id, ())

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by their ids."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def _into(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped((edge.target, edge) for edge in self.edges)

    @cached_property
    def _out_of(self) -> Mapping[str, tuple[Edge, ...]]:
        return _grouped((edge.source, edge) for edge in self.edges)


def _grouped(pairs: Iterable[tuple[str, Edge]]) -> Mapping[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = {}
    for key, edge in pairs:
        groups.setdefault(key, []).append(edge)
    return {key: tuple(edges) for key, edges in groups.items()}
