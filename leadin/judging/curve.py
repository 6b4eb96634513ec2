"""Two loss curves: where do they differ first, and by how much? Pure Python, no torch."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Curve = Sequence[float]

#: Beyond this a float32 curve may already be `inf` or `nan`, and its size says nothing more.
OVERFLOW = 1e36


@dataclass(frozen=True)
class Tolerance:
    """How far a right curve may lie from the oracle's.

    A float32 loop and a float64 oracle differ by rounding alone. Where the loss is large this is a
    share of the loss. Where it nears zero it is the square of the error of one prediction, and that
    error scales with the largest prediction so far: hence with the largest loss so far.

    Attributes:
        relative: allowed share of the expected loss (no unit).
        of_largest: allowed share of the largest expected loss up to this epoch (no unit).
    """

    relative: float = 1e-3
    of_largest: float = 4e-9


@dataclass(frozen=True)
class Difference:
    """The first epoch (counted from 0) at which two curves disagree.

    `expected` or `actual` is None where that curve has ended already.
    """

    epoch: int
    expected: float | None
    actual: float | None


def first_difference(
    expected: Curve, actual: Curve, tolerance: Tolerance | None = None, largest: float = 0.0
) -> Difference | None:
    """Compare two curves epoch by epoch, from the first one on.

    Comparing the final loss would not do: a wrong loop can end lower than the right one.

    Args:
        expected: the oracle's losses, one per epoch.
        actual: the losses to judge, one per epoch.
        tolerance: how much rounding to allow; the default fits float32 against float64.
        largest: a loss that came before, where these are not the first ones.

    Returns:
        The first difference, a missing or surplus epoch included, or None where there is none.
    """
    tolerance = tolerance or Tolerance()
    for epoch, (wanted, got) in enumerate(zip(expected, actual, strict=False)):
        if _overflows(wanted):
            # Only a simulated mistake diverges like this. From here on sizes mean nothing, but the
            # other curve must have grown just as far.
            if _overflows(got, slack=1e-4):
                break
            return Difference(epoch, wanted, got)
        largest = max(largest, abs(wanted))
        allowed = tolerance.relative * abs(wanted) + tolerance.of_largest * largest
        if not abs(got - wanted) <= allowed:  # written so that nan counts as different
            return Difference(epoch, wanted, got)
    return _length_difference(expected, actual)


def _length_difference(expected: Curve, actual: Curve) -> Difference | None:
    shared = min(len(expected), len(actual))
    if len(expected) == len(actual):
        return None
    return Difference(
        shared,
        expected[shared] if shared < len(expected) else None,
        actual[shared] if shared < len(actual) else None,
    )


def _overflows(value: float, slack: float = 1.0) -> bool:
    return not math.isfinite(value) or abs(value) > OVERFLOW * slack
