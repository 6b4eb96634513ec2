"""What it costs to explain a wrong answer, exercise by exercise.

Each wrong answer of tests/submissions, in a notebook of one cell that imports torch, one with the
answer and its check, goes through the isolated grader twice, in turn: as it is, and without
experiments and search, so that it is called and compared as a right answer is. (Different right
answers would not do: by hand one takes 35 ms, with an optimizer 240.) Process, isolation, torch and
the function's own calls are in both.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from leadin.course import EXERCISES, Exercise
from leadin.judging import Verdict
from leadin.notebook.submission import Cell, Submission
from leadin.running import walk
from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher

ANSWERS = Path(__file__).parents[1] / "tests" / "submissions"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exercise", action="append", choices=EXERCISES)
    options = parser.parse_args()
    print("| | compared only, median | explained: median | 95 % | worst | over twice |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    over = answers = 0
    with open_launcher() as launcher:
        for id_ in options.exercise or EXERCISES:
            pairs = measured(EXERCISES[id_], launcher)
            ratios = sorted(explained / compared for compared, explained in pairs)
            slow = sum(ratio > 2 for ratio in ratios)
            over, answers = over + slow, answers + len(pairs)
            middle = 1000 * statistics.median(compared for compared, _ in pairs)
            chosen = statistics.median(ratios), ratios[int(0.95 * (len(ratios) - 1))], ratios[-1]
            shown = " | ".join(f"{ratio:.2f}" for ratio in chosen)
            print(f"| {id_} | {middle:.0f} ms | {shown} | {slow} |")
    print(f"{answers - over} of {answers} wrong answers take no more than twice the time.")


def measured(exercise: Exercise, launcher: Launcher) -> list[tuple[float, float]]:
    """For each wrong answer that gives curves, the seconds without and with its explanation."""
    pairs = []
    paths = sorted(ANSWERS.glob(f"{exercise.id}/*/*.py"), key=lambda path: path.name)
    judged(exercise, paths[0].read_text("utf-8"), launcher)  # a first one loads what is needed
    for path in paths:
        answer = path.read_text("utf-8")
        start = time.perf_counter()
        verdict = judged(exercise, answer, launcher)
        between = time.perf_counter()
        if verdict.kind == "wrong":
            with unexplained():
                again = time.perf_counter()
                judged(exercise, answer, launcher)
                pairs.append((time.perf_counter() - again, between - start))
    return pairs


@contextmanager
def unexplained() -> Iterator[None]:
    """Meanwhile, no wrong answer is called again, and none is searched for its mistake."""
    judging = sys.modules["leadin.judging.judge"]
    with (
        patch.object(walk, "experiments", return_value=[]),
        patch.object(judging, "find_mistakes", return_value=("no_update",)),
    ):
        yield


def judged(exercise: Exercise, answer: str, launcher: Launcher) -> Verdict:
    """The grader's verdict."""
    cells = (
        Cell("import torch"),
        Cell(answer, answers=exercise.id),
        Cell("", checks=exercise.id, function=exercise.function, is_given=True),
    )
    (verdict,), _ = walk.judge_submission(Submission(cells), [exercise], walk.Settings(), launcher)
    return verdict


if __name__ == "__main__":
    main()
