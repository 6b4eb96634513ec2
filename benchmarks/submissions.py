"""Right, wrong and hostile answers to the exercise of lesson 08."""

from dataclasses import dataclass

from benchmarks.notebooks import EXERCISE
from leadin.course import EXERCISES
from leadin.judging import calls


@dataclass(frozen=True)
class Submission:
    """Text of an exercise cell.

    Attributes:
        name: what is special about it.
        source: the text.
        is_right: it deserves all points; any other deserves none.
    """

    name: str
    source: str
    is_right: bool = False


_RIGHT = """
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        losses.append(loss.item())
    return losses
"""

#: Never clears the gradient: the mistake that this exercise is about.
_WRONG = _RIGHT.replace("            w.grad.zero_()\n", "")

_HARD_CODED = """
def train(x_data, y_data, w, lr, epochs):
    return [7.315943717956543 * 0.7393663 ** (2 * epoch) for epoch in range(100)]
"""

_LOOKED_UP = f"""
from leadin.course import EXERCISES

train = EXERCISES["{EXERCISE}"].oracle
"""

_LYING_FLOATS = """
class Loss(float):
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return False

    def __sub__(self, other):
        return Loss(0)

    __le__ = __ge__ = __hash__ = None
    __ne__ = __gt__ = __lt__
    __rsub__ = __abs__ = __sub__


def train(x_data, y_data, w, lr, epochs):
    return [Loss(0)] * epochs
"""

_LYING_LIST = """
class Curve(list):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 100


def train(x_data, y_data, w, lr, epochs):
    return Curve([0.0] * epochs)
"""

_PATCHED_BUILTINS = """
import builtins
import sys

real_abs = builtins.abs


def false_abs(value):
    is_judge = sys._getframe(1).f_globals["__name__"] == "leadin.judging.curve"
    return 0.0 if is_judge else real_abs(value)


builtins.abs = false_abs
"""

_PATCHED_JUDGE = """
import sys

import leadin.check

judge = sys.modules["leadin.judging.judge"]
judge.first_difference = lambda expected, actual: None
"""

_PATCHED_CHECK = """
import leadin.check

check = leadin.check.check = lambda exercise, function: print("passed")
"""


def _hard_coded_for_the_check() -> str:
    """What a student can write who has the course's package: its check uses the default seed."""
    exercise = EXERCISES[EXERCISE]
    curves = {repr([*each.values()]): exercise.oracle(**each) for each in calls(exercise)}
    return f"""
CURVES = {curves!r}


def train(*arguments):
    return CURVES.get(repr([*arguments]), [0.0])
"""


SUBMISSIONS = (
    Submission("right", _RIGHT, is_right=True),
    Submission(
        "right, and logs a warning to stderr",
        "import logging\n"
        + _RIGHT.replace("    losses = []\n", '    losses = []\n    logging.warning("slow")\n'),
        is_right=True,
    ),
    Submission("never clears the gradient", _WRONG),
    Submission("hard-codes the lesson's curve", _HARD_CODED),
    Submission("hard-codes every curve of the check", _hard_coded_for_the_check()),
    Submission("looks the right curve up", _LOOKED_UP),
    Submission("returns floats whose comparisons lie", _LYING_FLOATS),
    Submission("returns a list that equals everything", _LYING_LIST),
    Submission("wrong, and patches builtins", _WRONG + _PATCHED_BUILTINS),
    Submission("wrong, and patches the judge", _WRONG + _PATCHED_JUDGE),
    Submission("wrong, and patches the check", _WRONG + _PATCHED_CHECK),
    Submission("ends its process", "import os\n\nos._exit(0)"),
    Submission("never ends", "while True:\n    pass"),
    Submission(
        "never ends, and swallows interrupts",
        "while True:\n    try:\n        while True:\n            pass\n"
        "    except BaseException:\n        pass",
    ),
)
