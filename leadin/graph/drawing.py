"""What a notebook calls: `graph(loss)`, `play(loss)`, and `graph_of(steps)` without torch."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any

from torch import Tensor

from leadin.graph import names as naming
from leadin.graph import words
from leadin.graph.model import Graph
from leadin.graph.plain import Step, collect
from leadin.graph.player import STEPS_TYPE, image, player, told
from leadin.graph.svg import draw
from leadin.graph.trace import trace


@dataclass(frozen=True, repr=False)
class Drawing:
    """A graph that a notebook shows as a picture, and everything else as text.

    The notebook also stores the steps, so that the reading site can make a player of the picture.

    Attributes:
        graph: the graph as data.
    """

    graph: Graph

    def play(self) -> "Player":
        """The same picture, to be stepped through."""
        return Player(self.graph)

    def svg(self) -> str:
        """The picture as SVG text."""
        return draw(self.graph)

    def __repr__(self) -> str:
        return words.listing(self.graph)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {
            "text/html": image(self.graph),
            "text/plain": repr(self),
            STEPS_TYPE: told(self.graph),
        }


@dataclass(frozen=True, repr=False)
class Player:
    """A graph that a notebook plays step by step, and everything else shows as text.

    Attributes:
        graph: the graph as data.
    """

    graph: Graph

    def html(self) -> str:
        """The player as one piece of HTML that needs nothing else."""
        return player(self.graph)

    def __repr__(self) -> str:
        return words.listing(self.graph)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": repr(self)}


def graph(loss: Tensor, names: Mapping[str, Tensor] | None = None) -> Drawing:
    """Draw torch's own autograd graph of a scalar.

    Values are what torch kept for its backward, or are calculated again from that and from the
    leaves; a leaf shows the value it has now. On every edge stands the gradient that flowed along
    it in one real backward run. `.grad` fields stay as they are, and `loss.backward()` can still
    be called.

    What cannot be seen: torch keeps no number that was only added or subtracted. It is worked out
    where its neighbours are known, and `?` elsewhere. Nor does it keep what led to a constant:
    the x in x², where x has no gradient, what was detached, and what ran under no_grad(). A leaf
    that was changed after the forward run is noticed only where torch kept a value that it should
    lead to; a number worked out beside it takes up the change. So draw before you update.

    Args:
        loss: a tensor with one element that was calculated from leaves. Draw before backward().
        names: tensors by name, beyond the variables of the calling code, which are found anyway.

    Returns:
        A drawing that a notebook shows.

    Raises:
        TypeError: `loss` or a named thing is not a tensor.
        GraphError: `loss` has no graph, has more than one element, or its graph was freed.
    """
    return Drawing(_traced(loss, names, sys._getframe(1)))


def play(loss: Tensor, names: Mapping[str, Tensor] | None = None) -> Player:
    """Play torch's own autograd graph of a scalar: values forward, then gradients backward.

    Args:
        loss: as for `graph`.
        names: as for `graph`.

    Returns:
        A player that a notebook shows; its text names every step's numbers.

    Raises:
        TypeError: as for `graph`.
        GraphError: as for `graph`.
    """
    return Player(_traced(loss, names, sys._getframe(1)))


def graph_of(steps: Sequence[Step]) -> Drawing:
    """Draw a graph that torch knows nothing of, in the same way as `graph(loss)`.

    On every edge stands the gradient of the step that it enters, times the local gradient. Before
    the backward pass, while no step has a gradient, only the values are drawn. Nothing is
    calculated or checked: it shows what the reader's own code has found, right or wrong.

        w = Step("w", 3.0, gradient=3.0)
        v = Step("v", 6.0, "*", [("w", 2.0), (2.0, None)], gradient=1.0)
        graph_of([w, v, Step("L", 9.0, "+", [("v", 1.0), ("w", 1.0)], gradient=1.0)])

    Args:
        steps: each after those that it was calculated from; the loss is the last one. Those that do
            not lead to it are left out.

    Returns:
        A drawing that a notebook shows.

    Raises:
        ValueError: there are no steps, two have one name, or an input is no earlier step.
    """
    return Drawing(collect(steps))


def _traced(loss: Tensor, names: Mapping[str, Tensor] | None, frame: FrameType) -> Graph:
    given = dict(names or {})
    for name, tensor in given.items():
        if not isinstance(tensor, Tensor):
            raise TypeError(
                f"names must lead to tensors, and {name!r} is a {type(tensor).__name__}"
            )
    return trace(loss, {**given, **_without(given, naming.in_frame(frame))})


def _without(given: Mapping[str, Tensor], seen: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What the frame shows under other names: a given name counts before it."""
    return {name: tensor for name, tensor in seen.items() if name not in given}
