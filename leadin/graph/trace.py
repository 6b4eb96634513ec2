"""Torch's autograd graph of a scalar, read into plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import torch
from torch import Tensor
from torch.autograd.graph import Node as TorchNode

from leadin.graph import saved
from leadin.graph.flow import Flow, local_gradients, run_backward
from leadin.graph.model import Edge, Graph, Node, Value
from leadin.graph.values import Output, Values, find_values

#: Tensors with more elements than this are shown by their shape alone.
MOST_NUMBERS = 64
#: Kept tensors that a reader wants to see although no gradient could flow to them.
WORTH_SHOWING = ("target", "condition", "mask")
#: Operations whose operands without gradient are drawn even where they stay unknown.
_ALWAYS = {*saved.OPERANDS, "CopySlices", "Cat", "Stack"} - {"Convolution"}


class GraphError(ValueError):
    """A tensor whose graph cannot be drawn; the message says what to do."""


def trace(loss: Tensor, names: Mapping[str, Tensor]) -> Graph:
    """Read the graph of a scalar, running its backward once without leaving a trace.

    Args:
        loss: a tensor with one element and a graph.
        names: tensors by name: leaves, constants and intermediates are found by identity.

    Returns:
        The graph.

    Raises:
        TypeError: `loss` is not a tensor.
        GraphError: it has more than one element, no graph, or one that was freed or broken.
    """
    root = _root(loss)
    nodes = _forward_order(root)
    sources = _sources(nodes)
    try:
        values = find_values(nodes, sources, [loss, *names.values()])
        flow = run_backward(loss, nodes)
    except RuntimeError as error:
        raise GraphError(_why(error)) from error
    return _Reader(loss, nodes, sources, values, flow, names).read()


def _root(loss: Tensor) -> TorchNode:
    if not isinstance(loss, Tensor):
        raise TypeError(f"graph() draws a tensor, and this is {type(loss).__name__!r}")
    if loss.numel() != 1:
        raise GraphError(
            f"graph() draws one number, and this tensor has shape {tuple(loss.shape)}: "
            "take its .sum() or .mean() first"
        )
    if loss.grad_fn is None and loss.requires_grad:
        raise GraphError(
            "this tensor is a leaf, nothing was calculated yet: draw a loss made of it"
        )
    if loss.grad_fn is None:
        raise GraphError(
            "this tensor has no graph: nothing in it has requires_grad=True, or it was calculated "
            "under torch.no_grad() or detached"
        )
    return loss.grad_fn


def _why(error: RuntimeError) -> str:
    text = str(error)
    if "second time" in text or "been freed" in text:
        return "this graph was freed by backward(): run the forward again, and draw before backward"
    if "inplace operation" in text:
        return (
            "a value that backward needs was changed in place after it was calculated: run the "
            "forward again, and draw before the change"
        )
    return f"torch cannot run this graph backward: {text.splitlines()[0]}"


def _forward_order(root: TorchNode) -> list[TorchNode]:
    """List the nodes so that each comes after its operands; without recursion, for long graphs."""
    order: list[TorchNode] = []
    done: set[int] = set()
    waiting = [(root, False)]
    # torch hands out the same object for a node only while one is alive: `order` keeps them so.
    alive: dict[int, TorchNode] = {}
    while waiting:
        node, finished = waiting.pop()
        if finished:
            order.append(node)
        elif id(node) not in done:
            done.add(id(node))
            alive[id(node)] = node
            waiting.append((node, True))
            waiting.extend((n, False) for n, _ in reversed(node.next_functions) if n is not None)
    return order


def _sources(nodes: Sequence[TorchNode]) -> list[list[Output | None]]:
    places = {id(node): place for place, node in enumerate(nodes)}
    sources: list[list[Output | None]] = []
    for node in nodes:
        ends = node.next_functions
        sources.append([None if n is None else (places[id(n)], output) for n, output in ends])
        if saved.operation(node) in saved.ARITHMETIC and len(ends) == 1:
            sources[-1].append(None)  # as in `6 - w`: torch has no place for the 6
    return sources


@dataclass
class _Reader:
    """What was found out about a graph, on its way into plain data."""

    loss: Tensor
    nodes: Sequence[TorchNode]
    sources: Sequence[Sequence[Output | None]]
    values: Values
    flow: Flow
    names: Mapping[str, Tensor]

    def __post_init__(self) -> None:
        self.used: dict[int, set[int]] = {len(self.nodes) - 1: {self.loss.output_nr}}
        for ends in self.sources:
            for end in ends:
                if end is not None:
                    self.used.setdefault(end[0], set()).add(end[1])
        # What torch hands out twice must stay alive, or ids would be used again.
        self.constants: dict[int, Node] = {}
        self.taken: set[str] = set(self.names)

    def read(self) -> Graph:
        nodes: list[Node] = []
        edges: list[Edge] = []
        named = self._named()
        for place in range(len(self.nodes)):
            local = self._local(place)
            for operand, source in enumerate(self.sources[place]):
                start = f"n{source[0]}" if source else self._constant(place, operand, nodes)
                if start:
                    edges.append(self._edge(place, operand, start, local))
            for name, tensor in self._extras(place):
                start = self._add_constant(tensor, f"{place}{name}", nodes)
                operand = len(self.sources[place]) + WORTH_SHOWING.index(name)
                edges.append(Edge(f"e{place}_{operand}", start, f"n{place}", operand))
            nodes.append(self._node(place, named[place]))
        return Graph(tuple(nodes), tuple(edges))

    def _named(self) -> list[str]:
        """Name every node: as the reader does, or else by number."""
        own: dict[Output | int, str] = {}
        for known, tensor in self.names.items():
            own.setdefault(id(tensor), known)
            if tensor.grad_fn is not None:
                own.setdefault((id(tensor.grad_fn), tensor.output_nr), known)
        made_up = {"v": count(1), "p": count(1)}
        found = []
        for place, node in enumerate(self.nodes):
            name: str | None
            if saved.is_leaf(node):
                name = own.get(id(node.variable))  # type: ignore[attr-defined]
            else:
                name = own.get((id(node), self._output(place)))
            if name is None and place == len(self.nodes) - 1:
                name = "L" if "L" not in self.taken else None
            found.append(name or self._fresh(made_up, "p" if saved.is_leaf(node) else "v"))
        return found

    def _fresh(self, made_up: Mapping[str, "count[int]"], letter: str) -> str:
        return next(
            name for number in made_up[letter] if (name := f"{letter}{number}") not in self.taken
        )

    def _output(self, place: int) -> int:
        """The output of a node that is shown: the one that is used, or -1 where several are."""
        used = self.used.get(place, {0})
        return next(iter(used)) if len(used) == 1 else -1

    def _node(self, place: int, name: str) -> Node:
        node, output = self.nodes[place], self._output(place)
        tensor = self.values.outputs.get((place, output))
        arrived = self.flow.arrived.get(place, ())
        gradient = arrived[output] if 0 <= output < len(arrived) else None
        leaf = saved.is_leaf(node)
        shape = None if output < 0 else saved.shape_of(node, output)
        if tensor is not None:
            shape = tuple(tensor.shape)
        elif leaf:
            shape = tuple(node.variable.shape)  # type: ignore[attr-defined]
        note = "several results" if output < 0 else ""
        return Node(
            id=f"n{place}",
            kind="leaf" if leaf else "operation",
            name=name,
            operation="" if leaf else saved.operation(node),
            torch_name=saved.torch_name(node),
            settings=() if leaf else saved.settings(node),
            shape=shape,
            value=_value(tensor),
            gradient=_value(gradient),
            note="changed since the forward run" if place in self.values.changed else note,
        )

    def _edge(self, place: int, operand: int, start: str, local: Sequence[Tensor | None]) -> Edge:
        gradient = self.flow.along.get((place, operand))
        factor = local[operand] if operand < len(local) else None
        arrived = self.flow.arrived.get(place, (None,))[0]
        if not _is_product(gradient, factor, arrived):
            factor = None
        source = self.sources[place][operand]
        return Edge(
            id=f"e{place}_{operand}",
            source=start,
            target=f"n{place}",
            operand=operand,
            output=source[1] if source and self._output(source[0]) < 0 else None,
            gradient=_value(gradient),
            local=_value(factor),
        )

    def _local(self, place: int) -> tuple[Tensor | None, ...]:
        """The factors that a node multiplies an arriving gradient by."""
        arrived = self.flow.arrived.get(place, ())
        if saved.is_leaf(self.nodes[place]) or len(arrived) != 1 or arrived[0] is None:
            return ()
        return local_gradients(self.nodes[place], arrived[0])

    def _constant(self, place: int, operand: int, nodes: list[Node]) -> str | None:
        """Add a node for an operand without gradient; its id, or None where there is no operand."""
        tensor = self.values.constants.get((place, operand))
        if tensor is None and saved.operation(self.nodes[place]) not in _ALWAYS:
            return None
        approximate = self.values.worked_out.get((place, operand))
        return self._add_constant(tensor, f"{place}_{operand}", nodes, approximate)

    def _add_constant(
        self, tensor: Tensor | None, key: str, nodes: list[Node], approximate: bool | None = None
    ) -> str:
        """Add a node for a constant; `approximate` is None unless its value was worked out."""
        # The same tensor in two places is one node, as it is one variable of the reader's.
        if tensor is not None and id(tensor) in self.constants:
            return self.constants[id(tensor)].id
        name = next((name for name, own in self.names.items() if own is tensor), "")
        note = "" if approximate is None else "not kept by torch, worked out from its neighbours"
        node = Node(
            id=f"c{key}",
            kind="constant",
            name=name,
            # What was worked out may have been stretched by broadcasting.
            shape=None if tensor is None or approximate is not None else tuple(tensor.shape),
            value=_value(tensor, bool(approximate)),
            note=note if tensor is not None else "not kept by torch",
        )
        nodes.append(node)
        if tensor is not None:
            self.constants[id(tensor)] = node
        return node.id

    def _extras(self, place: int) -> list[tuple[str, Tensor]]:
        node = self.nodes[place]
        names = saved.OPERANDS.get(saved.operation(node), ())
        if saved.is_leaf(node):
            return []
        return [
            (name, tensor)
            for name, tensor in saved.tensors(node)
            if name in WORTH_SHOWING and name not in names and not tensor.requires_grad
        ]


def _is_product(gradient: Tensor | None, factor: Tensor | None, arrived: Tensor | None) -> bool:
    """Whether a gradient is what arrived times a factor, element by element."""
    if gradient is None or factor is None or arrived is None:
        return False
    parts = gradient, factor, arrived
    if any(part.layout != torch.strided or part.is_complex() for part in parts):
        return False
    one_number = arrived.numel() == 1
    if not one_number and not gradient.shape == factor.shape == arrived.shape:
        return False
    product = factor * (arrived.reshape(()) if one_number else arrived)
    return product.shape == gradient.shape and torch.allclose(
        product.double(), gradient.double(), rtol=1e-4, equal_nan=True
    )


def _value(tensor: Tensor | None, approximate: bool = False) -> Value | None:
    if tensor is None:
        return None
    shape = tuple(tensor.shape)
    if tensor.numel() > MOST_NUMBERS or tensor.is_complex():
        return Value(shape, None)
    dense = tensor.detach().to_dense() if tensor.is_sparse else tensor.detach()
    return Value(shape, tuple(float(x) for x in dense.flatten().tolist()), approximate)
