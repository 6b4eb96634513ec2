"""Lesson 12, the clinic: six broken loops of lessons 08 and 09, to be named and then mended."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from leadin.course.exercise import Exercise, Inputs
from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_08, lesson_09
from leadin.course.small import Small
from leadin.training.loop import of_error


def differing(right: Sequence[float], handed_in: Sequence[float], *, share: float) -> list[int]:
    """The epochs in which two curves differ by more than a share of the right loss."""
    pairs = enumerate(zip(right, handed_in, strict=True))
    return [epoch for epoch, (one, other) in pairs if abs(other - one) > share * one]


def first_of(epochs: list[int]) -> int:
    """The first of them, or -1."""
    return min(epochs, default=-1)


def draw_curves(rng: random.Random) -> Inputs:
    """Two curves that differ by rounding, by less than asked for and, most of them, by more."""
    first = rng.randint(4, 5)
    losses = [
        round(rng.uniform(0.05, 0.15) if i == first else rng.uniform(3, 9), 3) for i in range(10)
    ]
    factors = [1 + rng.uniform(1e-6, 9e-6) * rng.choice((-1, 1)) for _ in losses]
    # At 0.99005 the difference is less than 1 in 100 of the right loss, and more of the other.
    factors[0], factors[2], factors[3] = 1.0, rng.uniform(1.004, 1.006), 0.99005
    if rng.random() < 0.8:
        # Small until it is compared with the loss; and too high, where the lesson's is too low.
        factors[first] = rng.uniform(1.03, 1.05)
        high, low, last = sorted(rng.sample(range(first + 1, 9), 3))
        factors[high], factors[low], factors[last] = 1.5, rng.uniform(0.3, 0.7), 1.3
    handed_in = [round(loss * factor, 6) for loss, factor in zip(losses, factors, strict=True)]
    return {"right": losses, "handed_in": handed_in}


FIRST_DIFFERENCE = Small(
    id="12-first-difference",
    lesson="12_debugging_clinic",
    function="first_difference",
    minutes=3,
    level=1,
    section="from-the-beginning",
    right=lambda right, handed_in: first_of(differing(right, handed_in, share=0.01)),
    lesson_inputs={"right": [9.0, 4.0, 0.002], "handed_in": [9.00001, 3.0, 0.001]},
    draw=draw_curves,
    wrong={
        "last_difference": lambda right, handed_in: max(
            differing(right, handed_in, share=0.01), default=-1
        ),
        "counts_differences": lambda right, handed_in: len(differing(right, handed_in, share=0.01)),
        "compares_ends": lambda right, handed_in: (
            len(right) - 1 if len(right) - 1 in differing(right, handed_in, share=0.01) else -1
        ),
        "rounding_as_difference": lambda right, handed_in: first_of(
            differing(right, handed_in, share=0.0)
        ),
        "share_of_handed_in": lambda right, handed_in: first_of(
            [
                i
                for i, (a, b) in enumerate(zip(right, handed_in, strict=True))
                if abs(a - b) > 0.01 * b
            ]
        ),
        "difference_not_a_share": lambda right, handed_in: first_of(
            [i for i, (a, b) in enumerate(zip(right, handed_in, strict=True)) if abs(a - b) > 0.01]
        ),
        "too_high_only": lambda right, handed_in: first_of(
            [i for i, (a, b) in enumerate(zip(right, handed_in, strict=True)) if b > 1.01 * a]
        ),
        "too_low_only": lambda right, handed_in: first_of(
            [i for i, (a, b) in enumerate(zip(right, handed_in, strict=True)) if b < 0.99 * a]
        ),
        "first_agreement": lambda right, handed_in: first_of(
            [i for i in range(len(right)) if i not in differing(right, handed_in, share=0.01)]
        ),
    },
)


def diagnosis(
    patients: str, right: list[int], level: Literal[1, 2, 3], taken_for: dict[str, tuple[str, int]]
) -> Small:
    """Naming the mistakes of three patients.

    Args:
        patients: their letters.
        right: the numbers of their mistakes in the lesson's list.
        level: how hard it is.
        taken_for: by name of a confusion, the patient and the number that is named instead.
    """

    def confused(patient: str, number: int) -> list[int]:
        return [number if one == patient else right[i] for i, one in enumerate(patients)]

    return Small(
        id=f"12-diagnosis-{patients.lower()}",
        lesson="12_debugging_clinic",
        function=f"diagnosis_{patients.lower()}",
        minutes=6,
        level=level,
        section="suspects",
        right=lambda: right,
        lesson_inputs={},
        wrong={
            **{name: lambda pair=pair: confused(*pair) for name, pair in taken_for.items()},
            "list_counted_from_zero": lambda: [number - 1 for number in right],
        },
    )


FIRST_THREE = diagnosis(
    "ABC",
    [6, 3, 2],
    2,
    {
        "a_taken_for_constant": ("A", 7),
        "a_taken_for_edited": ("A", 8),
        "b_taken_for_constant": ("B", 7),
        "b_taken_for_batch": ("B", 5),
        "b_taken_for_uphill": ("B", 4),
        "c_taken_for_never_cleared": ("C", 1),
        "c_taken_for_uphill": ("C", 4),
    },
)
LAST_THREE = diagnosis(
    "DEF",
    [7, 10, 8],
    2,
    {
        "d_taken_for_uncleared": ("D", 2),
        "d_taken_for_cleared_early": ("D", 3),
        "d_taken_for_lost_leaf": ("D", 6),
        "e_taken_for_halved": ("E", 9),
        "e_taken_for_batch": ("E", 5),
        "f_taken_for_uphill": ("F", 4),
        "f_taken_for_never_cleared": ("F", 1),
    },
)


def mend(number: int, original: Exercise, minutes: int, level: Literal[1, 2, 3]) -> Exercise:
    """The exercise of mending the broken loop with this number: its curve is the original's."""
    return replace(
        original,
        id=f"12-mend-{number}",
        lesson="12_debugging_clinic",
        function=f"mend_{number}",
        points=1,
        minutes=minutes,
        level=level,
    )


FIFTH = mend(5, lesson_08.EXERCISE, 3, 2)
LAST = mend(6, lesson_09.EXERCISE, 3, 3)

EXERCISES: list[Exercise | Small] = [
    FIRST_DIFFERENCE,
    FIRST_THREE,
    mend(1, lesson_08.EXERCISE, 2, 1),
    mend(2, lesson_08.EXERCISE, 2, 1),
    mend(3, lesson_09.EXERCISE, 2, 1),
    LAST_THREE,
    mend(4, lesson_09.EXERCISE, 2, 2),
    # The loss of the last sample before the epoch's loop: one mistake, and no two.
    replace(
        FIFTH,
        mistakes={
            "loss_before_epoch": [{"idle_epochs": 1, "log": "last after"}],
            **FIFTH.mistakes,
        },
    ),
    replace(
        LAST,
        mistakes={
            **{name: LAST.mistakes[name] for name in LAST.mistakes if name != "absolute_slope"},
            # The error is made positive between forward and backward, where the slope needs it.
            "edited_before_backward": [{"loss_slope": of_error(lambda r, _sizes: 2 * abs(r))}],
        },
    ),
]

LESSON = Lesson(
    name="12_debugging_clinic",
    title="The debugging clinic",
    question="what went wrong here?",
    exercises=tuple(EXERCISES),
    teaches={
        "exercise": "six-loops",
        "a weight without gradient": "traps",
    },
    minutes=45,
)
