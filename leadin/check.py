"""What a notebook calls: `check("08-train-linear", train)`."""

import copy
import difflib
import inspect
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from leadin import plot
from leadin.course import EXERCISES, Exercise, Inputs
from leadin.judging import Judgement, calls, judge
from leadin.judging.curve import Curve, first_difference
from leadin.observe import Outcome, bounded_printing, observe_within

#: Seconds that one call of the student's function may take. The slowest right one needs a tenth
#: of a second, but it may be the first to import torch, from a slow disk.
TIME_LIMIT = 15.0
#: Characters that the function may print during the first call; later ones are muted.
PRINT_LIMIT = 5_000
#: Letters on a line of a message.
LINE_LENGTH = 88


class CheckFailed(AssertionError):  # noqa: N818, it reads better where students see it
    """A check that did not pass. Notebooks show its message alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """How IPython shows it: the message, with its first words in bold."""
        lines = []
        for line in str(self).splitlines():
            # JupyterLab would break long lines in the middle of a word. Code stays as it is.
            is_prose = line.strip() and not line.startswith(" ")
            first, *others = textwrap.wrap(line, LINE_LENGTH) if is_prose else [line]
            word, colon, rest = first.partition(":")
            mark = colon and (line.startswith("✗") or word in ("Mistake", "Hint", "Read"))
            lines += [f"\x1b[1m{word}:\x1b[0m{rest}" if mark else first, *others]
        return lines


def check(exercise: str, function: Callable[..., Any], *, time_limit: float = TIME_LIMIT) -> None:
    """Run a function on the lesson's inputs and on hidden ones, and show the verdict.

    Shows a picture of the expected and the returned curve, and prints the verdict if it is a pass.

    Args:
        exercise: id of the exercise, such as `"08-train-linear"`.
        function: what the exercise cell defines. It is called with plain lists, floats and ints,
            by position.
        time_limit: seconds that one call may take.

    Raises:
        CheckFailed: with the verdict as its message, where it is not a pass. A function that
            raises, never returns or returns anything at all ends here too.
    """
    known = _find(exercise)
    if not callable(function):
        raise CheckFailed(
            f"✗ {known.id}: pass the function itself, without calling it:\n"
            f'    check("{known.id}", {known.function})'
        )
    inputs = calls(known)
    outcomes = _run(inputs, function, time_limit)
    judgement = judge(known, inputs, outcomes, _source_of(function), _cells_run())
    _show(known, judgement, inputs[judgement.shown], outcomes[judgement.shown].curve)
    if judgement.verdict != "pass":
        raise CheckFailed(judgement.message)
    print(judgement.message)


def _find(exercise: object) -> Exercise:
    if isinstance(exercise, str) and exercise in EXERCISES:
        return EXERCISES[exercise]
    text = exercise if isinstance(exercise, str) else ""
    near = difflib.get_close_matches(text, EXERCISES, n=1, cutoff=0)
    shown = repr(exercise)[:100] if isinstance(exercise, str) else type(exercise).__name__
    raise CheckFailed(f"✗ There is no exercise {shown}. Did you mean {near[0]!r}?")


def _run(
    inputs: Sequence[Inputs], function: Callable[..., Any], time_limit: float
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for call in inputs:
        with bounded_printing(0 if outcomes else PRINT_LIMIT):
            # Copies: a function that changes its lists must not change the judge's.
            outcomes.append(observe_within(time_limit, function, copy.deepcopy([*call.values()])))
        if outcomes[-1].kind not in ("curve", "tensors"):
            break
    return outcomes


def _source_of(function: Callable[..., Any]) -> str:
    try:
        return inspect.cleandoc("\n" + inspect.getsource(function))
    except Exception:  # typed in a console, no Python function, or an object full of tricks
        return ""


def _cells_run() -> list[str]:
    """Texts of the cells that were run so far; none outside of a notebook."""
    shell = get_ipython()
    return [str(text) for text in shell.user_ns.get("In", ())] if shell else []


def _show(exercise: Exercise, judgement: Judgement, inputs: Inputs, actual: Curve) -> None:
    """Draw the curves the message speaks of; nothing where there is no notebook or no curve."""
    if get_ipython() is None or len(actual) < 2:
        return
    expected = exercise.oracle(**inputs)
    figure = plot.draw_curves(
        f"{exercise.id}: {'the lesson’s inputs' if judgement.shown == 0 else 'other inputs'}",
        expected,
        actual,
        first_difference(expected, actual),
    )
    # The text stands in where no picture can be shown.
    text = f"Loss curves of {exercise.id}, expected and yours: {judgement.verdict}"
    display({"image/png": plot.to_png(figure), "text/plain": text}, raw=True)
