"""What a notebook calls: `check("08-train-linear", train)`."""

import copy
import difflib
import inspect
import itertools
import time
from collections.abc import Callable, Sequence
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from leadin.charts import png
from leadin.course import EXERCISES, SMALL, AnyExercise, Inputs
from leadin.judging import Verdict, called, calls, experiments, judge
from leadin.observe import Outcome, bounded_printing, observe_within
from leadin.words import Text, labelled, render, say

#: Seconds that one call of the student's function may take. The slowest right one needs a tenth
#: of a second, but it may be the first to import torch, from a slow disk.
TIME_LIMIT = 15.0
#: Characters that the function may print during the first call; later ones are muted.
PRINT_LIMIT = 5_000


class CheckFailed(AssertionError):  # noqa: N818, it reads better where students see it
    """A check that did not pass. Notebooks show its words alone, without a traceback.

    Attributes:
        text: what is to be read.
        verdict: what it puts into words; None where the check was called in a wrong way.
    """

    def __init__(self, text: Text, verdict: Verdict | None = None) -> None:
        super().__init__(text.plain())
        self.text = text
        self.verdict = verdict

    def _render_traceback_(self) -> list[str]:
        """How IPython shows it."""
        return self.text.terminal()


def check(
    exercise: str,
    function: Callable[..., Any],
    *,
    time_limit: float = TIME_LIMIT,
    language: str = "en",
) -> None:
    """Run a function on the lesson's inputs and on hidden ones, and show the verdict.

    Shows a picture of the expected and the returned curve, and prints the verdict if it is a pass.

    Args:
        exercise: id of the exercise, such as `"08-train-linear"`.
        function: what the exercise cell defines. It is called with plain lists, floats and ints,
            by position.
        time_limit: seconds that one call may take.
        language: of the verdict's words.

    Raises:
        CheckFailed: with the verdict, where it is not a pass. A function that
            raises, never returns or returns anything at all ends here too.
    """
    known = _find(exercise, language)
    if not callable(function):
        right = f'check("{known.id}", {known.function})'
        said = labelled(f"✗ {known.id}", say("check.not_callable", language), language)
        raise CheckFailed(Text(said, code=(right,)))
    inputs = calls(known)
    outcomes = _run(known, inputs, function, time_limit, say("check.more_output", language))
    further = _experiment(experiments(known, inputs, outcomes), function, time_limit)
    verdict = judge(known, inputs, outcomes, _source_of(function), _cells_run(), further)
    _show(verdict, language)
    text = render(verdict, language)
    if verdict.kind != "pass":
        raise CheckFailed(text, verdict)
    print(text.plain())


def _find(exercise: object, language: str) -> AnyExercise:
    if isinstance(exercise, str) and exercise in EXERCISES:
        return EXERCISES[exercise]
    text = exercise if isinstance(exercise, str) else ""
    near = difflib.get_close_matches(text, EXERCISES, n=1, cutoff=0)
    shown = repr(exercise)[:100] if isinstance(exercise, str) else type(exercise).__name__
    said = say("check.no_exercise", language, exercise=shown, near=repr(near[0]))
    raise CheckFailed(Text(labelled("", said, language)))


def _run(
    exercise: AnyExercise,
    inputs: Sequence[Inputs],
    function: Callable[..., Any],
    time_limit: float,
    more: str,
) -> list[Outcome]:
    """Call a function for its verdict; what it prints is shown of the first call."""
    print_limits = itertools.chain([PRINT_LIMIT], itertools.repeat(0))

    def call(each: Inputs) -> Outcome:
        with bounded_printing(next(print_limits), f"\n{more}\n"):
            return _call(each, function, time_limit)

    return list(called(exercise, call, inputs))


def _experiment(
    inputs: Sequence[Inputs], function: Callable[..., Any], time_limit: float
) -> list[Outcome]:
    """Call a wrong answer for what explains it; all of that may take as long as one call."""
    outcomes: list[Outcome] = []
    stop = time.monotonic() + time_limit
    with bounded_printing(0):
        for call in inputs:
            left = stop - time.monotonic()
            if left <= 0:
                break
            outcomes.append(_call(call, function, left))
    return outcomes


def _call(inputs: Inputs, function: Callable[..., Any], time_limit: float) -> Outcome:
    # Copies: a function that changes its lists must not change the judge's.
    return observe_within(time_limit, function, copy.deepcopy([*inputs.values()]))


def _source_of(function: Callable[..., Any]) -> str:
    try:
        return inspect.cleandoc("\n" + inspect.getsource(function))
    except Exception:  # typed in a console, no Python function, or an object full of tricks
        return ""


def _cells_run() -> list[str]:
    """Texts of the cells that were run so far; none outside of a notebook."""
    shell = get_ipython()
    # As they were written: in the notebook's own `In` their magics are rewritten.
    history = shell.history_manager if shell else None
    return [str(text) for text in history.input_hist_raw] if history else []


def _show(verdict: Verdict, language: str) -> None:
    """Draw the curves the words speak of; nothing where there is no notebook or no curve."""
    shown = verdict.shown
    is_curve = shown is not None and len(shown.returned) > 1 and verdict.exercise not in SMALL
    if get_ipython() is None or shown is None or not is_curve:
        return
    title = say(
        "check.title_lesson" if shown.call == 0 else "check.title_other",
        language,
        exercise=verdict.exercise,
    )
    figure = png.draw_figure(
        title,
        shown.expected,
        shown.returned,
        shown.difference,
    )
    # The text stands in where no picture can be shown.
    text = say("check.picture", language, exercise=verdict.exercise, kind=verdict.kind)
    display({"image/png": png.to_png(figure), "text/plain": text}, raw=True)
