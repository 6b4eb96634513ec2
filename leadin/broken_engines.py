"""Engines that are broken, as lesson 11 compares them with the reader's own.

They stand here so that the lesson can show what they do before the reader has written a right one.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

#: Takes the end of a graph and leaves gradients in it.
Engine: TypeAlias = Callable[[Any], None]
Order: TypeAlias = Callable[[Any], list[Any]]


def overwrites(end: Any, in_order: Order) -> None:
    """`=` where `+=` belongs."""
    end.grad = 1.0
    for node in reversed(in_order(end)):
        for parent, local in node.parents:
            parent.grad = node.grad * local


def too_early(end: Any, in_order: Order) -> None:
    """In the order in which nodes are found."""
    end.grad = 1.0
    waiting, seen = [end], {end}
    for node in waiting:
        for parent, local in node.parents:
            parent.grad += node.grad * local
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)


def pushes_again(end: Any, in_order: Order) -> None:
    """At every arrival, each time all that a node has."""

    def push(node: Any) -> None:
        for parent, local in node.parents:
            parent.grad += node.grad * local
            push(parent)

    end.grad = 1.0
    push(end)


def local_forgotten(end: Any, in_order: Order) -> None:
    """Without the local gradient."""
    end.grad = 1.0
    for node in reversed(in_order(end)):
        for parent, _ in node.parents:
            parent.grad += node.grad


def start_forgotten(end: Any, in_order: Order) -> None:
    """The end's gradient stays 0."""
    for node in reversed(in_order(end)):
        for parent, local in node.parents:
            parent.grad += node.grad * local


BROKEN = (overwrites, too_early, pushes_again, local_forgotten, start_forgotten)


def compare_broken(value: Any, in_order: Order, multiplied_out: Callable[..., Any]) -> None:
    """Print epochs 0, 1 and 99 of the curves of lesson 09, for the own engine and broken ones.

    Args:
        value: the reader's class.
        in_order: the reader's function: all numbers behind one, each after its parents.
        multiplied_out: (x, y, w1, w2, b) -> the loss that uses ŷ twice.
    """

    def plain_square(x: float, y: float, w1: Any, w2: Any, b: Any) -> Any:
        return (w1 * x**2 + w2 * x + b - y) ** 2

    engines: dict[str, Engine] = {"your backward()": value.backward}
    for broken in BROKEN:
        engines[broken.__name__.replace("_", " ")] = _with_order(broken, in_order)
    rows = {
        name: [_curve(value, engine, loss_of) for loss_of in (plain_square, multiplied_out)]
        for name, engine in engines.items()
    }
    print(f"{'':16}{'plain square':>26}{'multiplied out':>26}")
    print(f"{'epoch':16}" + 2 * f"{'0':>8}{'1':>8}{'99':>10}")
    for name, curves in rows.items():
        cells = (f"{c[0]:8.3f}{c[1]:8.3f}{c[99]:10.1e}" for c in curves)
        print(f"{name:16}" + "".join(cells))


def _with_order(broken: Callable[[Any, Order], None], in_order: Order) -> Engine:
    return lambda end: broken(end, in_order)


def _curve(value: Any, engine: Engine, loss_of: Callable[..., Any]) -> list[float]:
    weights = [value(start) for start in (1.0, 2.0, 1.0)]
    losses = []
    for _ in range(100):
        for x, y in ((1.0, 2.0), (2.0, 4.0), (3.0, 6.0)):
            loss = loss_of(x, y, *weights)
            engine(loss)
            for weight in weights:
                weight.data -= 0.01 * weight.grad
                weight.grad = 0.0
        losses.append(loss.data)
    return losses
