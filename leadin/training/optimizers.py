"""What is descended instead of the gradient: steps that remember earlier ones.

Each takes numbers, or numpy's matrices, and has a field for what can be wrong in it.
"""

from collections.abc import Callable
from typing import Any

from leadin.training.loop import Direction


def momentum(
    beta: float = 0.9, share: float = 1.0, nesterov: bool = False
) -> Callable[[], Direction]:
    """Descend v, where each step makes v ← beta·v + share·g.

    Args:
        beta: what is left of v at each step.
        share: what is taken of the gradient; 1 − beta makes v a running mean.
        nesterov: descend g + beta·v instead.
    """

    def begin() -> Direction:
        velocities: dict[int, Any] = {}

        def direction(i: int, gradient: Any) -> Any:
            v = velocities[i] = beta * velocities.get(i, 0.0) + share * gradient
            return share * gradient + beta * v if nesterov else v

        return direction

    return begin


def adam(
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    corrects_mean: bool = True,
    corrects_square: bool = True,
    takes_root: bool = True,
    epsilon_in_root: bool = False,
    first_step: int = 1,
) -> Callable[[], Direction]:
    """A running mean of the gradient, over the root of a running mean of its square.

    Args:
        beta1: what is left of the mean at each step.
        beta2: the same of the mean square.
        epsilon: is added to what is divided by.
        corrects_mean: divide the mean by 1 − beta1ᵗ, as it began at zero.
        corrects_square: divide the mean square by 1 − beta2ᵗ.
        takes_root: take the root of the mean square.
        epsilon_in_root: add epsilon before the root is taken.
        first_step: the t of the first step.
    """

    def begin() -> Direction:
        means: dict[int, Any] = {}
        squares: dict[int, Any] = {}
        steps: dict[int, int] = {}

        def direction(i: int, gradient: Any) -> Any:
            t = steps[i] = steps.get(i, first_step - 1) + 1
            m = means[i] = beta1 * means.get(i, 0.0) + (1 - beta1) * gradient
            v = squares[i] = beta2 * squares.get(i, 0.0) + (1 - beta2) * gradient * gradient
            # A t of zero divides by zero, which gives a matrix of numpy's without a number in it.
            m = m / (1 - beta1**t) if corrects_mean else m
            v = v / (1 - beta2**t) if corrects_square else v
            if not takes_root:
                return m / (v + epsilon)
            if epsilon_in_root:
                return m / (v + epsilon) ** 0.5
            return m / (v**0.5 + epsilon)

        return direction

    return begin


def forgetful(make: Callable[[], Direction]) -> Callable[[], Direction]:
    """An optimizer that is made anew for every step, and so remembers none of them.

    Args:
        make: makes it.
    """
    return lambda: lambda i, gradient: make()(i, gradient)
