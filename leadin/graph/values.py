"""The forward values of a graph that has already been calculated.

Torch keeps only what its backward needs. Those values are taken as they are; the others are
calculated again from them and from the leaves. Where a repeat disagrees with what torch kept, a
leaf has been changed since the forward run, and everything that relied on it stays unknown.

A sum such as `sum(losses)` starts from a 0 that torch does not keep. It is assumed where nothing
else is known, and stands only where a kept value further on confirms it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.autograd.graph import Node as TorchNode

from leadin.graph import replay, saved

#: A node by its place in the forward order, and one of its outputs.
Output = tuple[int, int]


@dataclass
class Values:
    """What is known of a graph's forward run.

    Attributes:
        outputs: values by node and output; missing where unknown.
        constants: operands without a gradient, by node and operand; None where unknown.
        worked_out: those of them that were told from their neighbours; True where rounding may
            show in the fourth digit.
        changed: leaves that no longer hold what the forward run used.
    """

    outputs: dict[Output, Tensor] = field(default_factory=dict)
    constants: dict[tuple[int, int], Tensor | None] = field(default_factory=dict)
    worked_out: dict[tuple[int, int], bool] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)


def find_values(
    nodes: Sequence[TorchNode],
    sources: Sequence[Sequence[Output | None]],
    seen: Sequence[Tensor],
) -> Values:
    """Find every forward value that can be told.

    Args:
        nodes: the nodes, each after those that it was calculated from.
        sources: for each node where its operands come from, None for what has no gradient.
        seen: tensors at hand, such as the loss and the reader's variables.

    Returns:
        The values.

    Raises:
        RuntimeError: the graph was freed, or a kept tensor was changed in place.
    """
    kept = _kept(nodes, seen)
    distrusted: set[int] = set()
    refused: set[int] = set()
    while True:
        attempt = _Attempt(nodes, sources, kept, distrusted, refused)
        unsound = attempt.unconfirmed()
        if unsound:
            refused |= unsound
        elif not attempt.relied_on() <= distrusted:
            distrusted |= attempt.relied_on()
        else:
            values = attempt.values
            values.changed = {place for place in distrusted if saved.is_leaf(nodes[place])}
            return values


def _kept(nodes: Sequence[TorchNode], seen: Sequence[Tensor]) -> dict[Output, Tensor]:
    """Collect what torch and the reader still hold of the operations' results."""
    places = {id(node): place for place, node in enumerate(nodes)}
    kept: dict[Output, Tensor] = {}
    held = [tensor for node in nodes for _, tensor in saved.tensors(node)]
    for tensor in (*held, *seen):
        place = places.get(id(tensor.grad_fn))
        if place is not None:
            kept.setdefault((place, tensor.output_nr), tensor.detach())
    for place, node in enumerate(nodes):
        # A result that needs no gradient of its own, as of a comparison, has no grad_fn to go by.
        result = None if saved.is_leaf(node) else saved.read(node, "result")
        if isinstance(result, Tensor):
            kept.setdefault((place, 0), result.detach())
    return kept


class _Attempt:
    """One calculation of the whole graph, forward."""

    def __init__(
        self,
        nodes: Sequence[TorchNode],
        sources: Sequence[Sequence[Output | None]],
        kept: Mapping[Output, Tensor],
        distrusted: set[int],
        refused: set[int],
    ) -> None:
        self.nodes, self.sources, self.kept = nodes, sources, kept
        self.distrusted, self.refused = distrusted, refused
        self.values = Values(dict(kept))
        #: Values that torch did not keep: of leaves, and calculated ones.
        self.own: set[Output] = set()
        #: Nodes whose repeat agrees with what torch kept, and those where it does not.
        self.right: set[int] = set()
        self.wrong: set[int] = set()
        #: Additions of a constant that was taken for zero.
        self.assumed: set[int] = set()
        for place, node in enumerate(nodes):
            if not saved.is_leaf(node):
                self._calculate(place)
            elif place not in distrusted:
                self.values.outputs[place, 0] = node.variable.detach()  # type: ignore[attr-defined]
                self.own.add((place, 0))

    def _calculate(self, place: int) -> None:
        shape = saved.shape_of(self.nodes[place], 0)
        if shape is None:
            return
        operation = replay.Operation(self.nodes[place], shape)
        operands = self._operands(place, operation)
        again = replay.repeat(operation, operands)
        if again is None:
            return
        if (place, 0) not in self.kept:
            if place in self.distrusted:
                return
            self.values.outputs[place, 0] = again
            self.own.add((place, 0))
        elif replay.agree(self.kept[place, 0], again, operands):
            self.right.add(place)
        else:
            self.wrong.add(place)

    def _operands(self, place: int, operation: replay.Operation) -> list[Tensor | None]:
        """Gather a node's operands; constants are read or worked out, and noted."""
        names = saved.OPERANDS.get(saved.operation(operation.node), ())
        operands: list[Tensor | None] = []
        gaps = []
        for operand, source in enumerate(self.sources[place]):
            if source is not None:
                operands.append(self.values.outputs.get(source))
                continue
            kept = saved.read(operation.node, names[operand] if operand < len(names) else "")
            number = torch.tensor(kept) if isinstance(kept, int | float) else None
            constant = kept if isinstance(kept, Tensor) else number
            self.values.constants[place, operand] = constant
            operands.append(None if constant is None else constant.detach())
            if constant is None:
                gaps.append(operand)
        if len(gaps) == 1 and len(operands) == 2:
            self._fill(place, operation, operands, gaps[0])
        return operands

    def _fill(
        self, place: int, operation: replay.Operation, operands: list[Tensor | None], gap: int
    ) -> None:
        """Work out the one constant that is missing."""
        result = self.values.outputs.get((place, 0))
        found = replay.missing_constant(operation, operands, result)
        is_sum = saved.operation(operation.node) == "Add"
        if found is None and result is None and is_sum and place not in self.refused:
            found = torch.zeros(()), True
            self.assumed.add(place)
        if found is not None:
            operands[gap] = self.values.constants[place, gap] = found[0]
            self.values.worked_out[place, gap] = found[1]

    def unconfirmed(self) -> set[int]:
        """The assumed zeros that no kept value further on confirms."""
        sound: set[int] = set()
        worked_out = {place for place, _ in self.values.worked_out} - self.assumed
        # A constant that was worked out makes any result agree, so that it confirms nothing.
        tested = self.right - worked_out
        for place in reversed(range(len(self.nodes))):
            if place in tested or (place in sound and place not in worked_out):
                sound.update(source[0] for source in self.sources[place] if source in self.own)
        return self.assumed - sound

    def relied_on(self) -> set[int]:
        """The nodes upstream of contradictions whose values torch did not keep."""
        found: set[int] = set()
        waiting = list(self.wrong)
        while waiting:
            for source in self.sources[waiting.pop()]:
                if source in self.own and source[0] not in found:
                    found.add(source[0])
                    waiting.append(source[0])
        return found
