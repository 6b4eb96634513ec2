"""A small autograd for whole arrays, as lesson 13 writes it: numpy computes, and this remembers.

It stands alone. Lesson 16 trains with it.
"""

from collections.abc import Callable
from typing import TypeAlias, Union

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
#: (gradient of a result) -> its share in the gradient of what it was computed from.
PullBack: TypeAlias = Callable[[Array], Array]
Parents: TypeAlias = tuple[tuple["Tensor", PullBack], ...]
#: What can stand beside a tensor.
Operand: TypeAlias = Union["Tensor", ArrayLike]


class Tensor:
    """An array that knows what it was computed from."""

    def __init__(self, data: ArrayLike, parents: Parents = ()) -> None:
        self.data = np.asarray(data, dtype=float)
        self.grad = np.zeros_like(self.data)
        self.parents = parents  # pairs: (the parent, from this gradient to the parent's)

    def __add__(self, other: Operand) -> "Tensor":
        other = as_tensor(other)
        return Tensor(self.data + other.data, ((self, lambda g: g), (other, lambda g: g)))

    def __mul__(self, other: Operand) -> "Tensor":
        other = as_tensor(other)
        parents = (self, lambda g: g * other.data), (other, lambda g: g * self.data)
        return Tensor(self.data * other.data, parents)

    def __sub__(self, other: Operand) -> "Tensor":
        return self + as_tensor(other) * -1.0

    def __matmul__(self, other: "Tensor") -> "Tensor":
        parents = (self, lambda g: g @ other.data.T), (other, lambda g: self.data.T @ g)
        return Tensor(self.data @ other.data, parents)

    @property  # so that `w.T` needs no brackets
    def T(self) -> "Tensor":  # noqa: N802, as torch and numpy call it
        """Rows become columns."""
        return Tensor(self.data.T, ((self, lambda g: g.T),))

    def tanh(self) -> "Tensor":
        """Tanh of each number."""
        h = np.tanh(self.data)
        return Tensor(h, ((self, lambda g: g * (1 - h * h)),))

    def sum(self) -> "Tensor":
        """All numbers, added up."""
        return Tensor(self.data.sum(), ((self, lambda g: g * np.ones_like(self.data)),))

    def backward(self) -> None:
        """Add to `.grad` of all that this was computed from the gradient of this."""
        self.grad = np.ones_like(self.data)
        for node in reversed(in_order(self)):
            for parent, pull_back in node.parents:
                parent.grad = parent.grad + unbroadcast(pull_back(node.grad), parent.data.shape)


def as_tensor(value: Operand) -> Tensor:
    """A tensor as it is; anything else as a tensor without parents."""
    return value if isinstance(value, Tensor) else Tensor(value)


def unbroadcast(gradient: Array, shape: tuple[int, ...]) -> Array:
    """Sum a gradient over the directions in which a tensor of this shape was stretched."""
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient


def in_order(end: Tensor) -> list[Tensor]:
    """All that a tensor was computed from, each after its own parents; itself comes last."""
    order: list[Tensor] = []
    seen: set[Tensor] = set()

    def enter(node: Tensor) -> None:
        if node not in seen:
            seen.add(node)
            for parent, _ in node.parents:
                enter(parent)
            order.append(node)

    enter(end)
    return order
