"""The gradients of one real backward run, edge by edge, with nothing left behind."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.autograd.graph import Node as TorchNode

from leadin.graph import saved


@dataclass(frozen=True)
class Flow:
    """What flowed, by the places of the nodes in the order they were given in.

    Attributes:
        along: the gradient on an edge, by node and operand; missing where none flowed.
        arrived: the summed gradients that reached a node, one for each of its outputs.
    """

    along: Mapping[tuple[int, int], Tensor]
    arrived: Mapping[int, tuple[Tensor | None, ...]]


def run_backward(loss: Tensor, nodes: Sequence[TorchNode]) -> Flow:
    """Run torch's backward once and note every gradient on its way.

    Nothing that the reader can see changes: `.grad` fields keep what they held, the graph stays
    usable, and torch's own hooks that the reader set see one run more.

    Args:
        loss: a scalar with a graph.
        nodes: every node of its graph.

    Returns:
        The gradients, copied.

    Raises:
        RuntimeError: torch cannot run this graph backward.
    """
    along: dict[tuple[int, int], Tensor] = {}
    arrived: dict[int, tuple[Tensor | None, ...]] = {}

    def note(place: int, to: Sequence[Tensor | None], came: Sequence[Tensor | None]) -> None:
        arrived[place] = tuple(_copy(gradient) for gradient in came)
        for operand, gradient in enumerate(to):
            if gradient is not None:
                along[place, operand] = gradient.detach().clone()

    leaves = {place: node for place, node in enumerate(nodes) if saved.is_leaf(node)}
    wanted = [torch.autograd.graph.GradientEdge(node, 0) for node in leaves.values()]
    with ExitStack() as undo:
        undo.enter_context(_retained_kept(nodes))
        for place, node in enumerate(nodes):
            if place not in leaves:
                hook = node.register_hook(lambda to, came, place=place: note(place, to, came))
                undo.callback(hook.remove)
        found = torch.autograd.grad(loss, wanted, retain_graph=True, allow_unused=True)
    arrived.update({place: (_copy(g),) for place, g in zip(leaves, found, strict=True)})
    return Flow(along, arrived)


def local_gradients(node: TorchNode, output: Tensor) -> tuple[Tensor | None, ...]:
    """Ask a node for its own derivatives: what it makes of a gradient of ones.

    Args:
        node: an operation with one output.
        output: anything of the output's shape and type.

    Returns:
        One derivative for each operand, None where there is none; empty where a node cannot be
        asked, as with a function written in Python, which must not notice a second call.
    """
    if isinstance(node, torch.autograd.function.BackwardCFunction):
        return ()
    try:
        with torch.no_grad():
            ask: Any = node  # torch's type does not say that a node can be called
            answer = ask(torch.ones_like(output))
    except (RuntimeError, TypeError):
        return ()
    return tuple(answer) if isinstance(answer, tuple) else (answer,)


@contextmanager
def _retained_kept(nodes: Sequence[TorchNode]) -> Iterator[None]:
    """Keep `.grad` of the intermediates that `retain_grad()` was called on: a run adds to it."""
    known = {id(node) for node in nodes}
    retained = [
        thing
        for thing in gc.get_objects()
        if issubclass(type(thing), Tensor) and thing.retains_grad and id(thing.grad_fn) in known
    ]
    before = [tensor.grad for tensor in retained]
    for tensor in retained:
        tensor.grad = None
    try:
        yield
    finally:
        for tensor, gradient in zip(retained, before, strict=True):
            tensor.grad = gradient


def _copy(gradient: Tensor | None) -> Tensor | None:
    return None if gradient is None else gradient.detach().clone()
