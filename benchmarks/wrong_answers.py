"""How much longer a wrong answer takes to judge than a right one, exercise by exercise.

Each answer of tests/submissions, in a notebook of one cell that imports torch, one with the answer
and its check, goes through the isolated grader: the right and the wrong ones of an exercise in
turn, in one run. So the figures include a process, isolation, torch and the function's own calls.
"""

import argparse
import statistics
import time
from pathlib import Path

from leadin.course import EXERCISES, Exercise
from leadin.judging import Verdict
from leadin.notebook.submission import Cell, Submission
from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher
from leadin.running.walk import Settings, judge_submission

ANSWERS = Path(__file__).parents[1] / "tests" / "submissions"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exercise", action="append", choices=EXERCISES)
    options = parser.parse_args()
    print("| | right, median | wrong, median | 95 % | worst | over twice |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    over = judged = 0
    with open_launcher() as launcher:
        for id_ in options.exercise or EXERCISES:
            right, wrong = measured(EXERCISES[id_], launcher)
            middle = statistics.median(right)
            slow = sum(seconds > 2 * middle for seconds in wrong)
            over, judged = over + slow, judged + len(wrong)
            print(f"| {id_} | {middle * 1000:.0f} ms | {_ratios(wrong, middle)} | {slow} |")
    print(f"{judged - over} of {judged} wrong answers are judged within twice the time.")


def measured(exercise: Exercise, launcher: Launcher) -> tuple[list[float], list[float]]:
    """Seconds for each right and each wrong answer; those that give no curve are left out."""
    seconds: dict[str, list[float]] = {"pass": [], "wrong": []}
    for path in sorted(ANSWERS.glob(f"{exercise.id}/*/*.py"), key=lambda path: path.name):
        start = time.perf_counter()
        verdict = judged(exercise, path.read_text("utf-8"), launcher)
        if verdict.kind in seconds:
            seconds[verdict.kind].append(time.perf_counter() - start)
    return seconds["pass"], seconds["wrong"]


def judged(exercise: Exercise, answer: str, launcher: Launcher) -> Verdict:
    """The grader's verdict."""
    cells = (
        Cell("import torch"),
        Cell(answer, answers=exercise.id),
        Cell("", checks=exercise.id, function=exercise.function, is_given=True),
    )
    (verdict,), _ = judge_submission(Submission(cells), [exercise], Settings(), launcher)
    return verdict


def _ratios(wrong: list[float], middle: float) -> str:
    """The median, the 95th of a hundred and the worst, as multiples of a right one's time."""
    ordered = sorted(wrong)
    chosen = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]
    return " | ".join(f"{seconds / middle:.2f}" for seconds in chosen)


if __name__ == "__main__":
    main()
