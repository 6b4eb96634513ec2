"""Graded notebooks -> the results.json that Gradescope's autograder harness reads."""

from collections.abc import Sequence
from typing import Any

from leadin.judging import Verdict
from leadin.running.grade import GradedNotebook
from leadin.running.reports import total
from leadin.words import render, say


def to_gradescope(graded: Sequence[GradedNotebook]) -> dict[str, Any]:
    """Gradescope's results for one submission: a test per exercise.

    Every format is given as plain text, because Gradescope would take the top-level output for
    HTML, and messages quote the student.

    Args:
        graded: the submission's notebooks.
    """
    tests = [_test(each) for notebook in graded for each in notebook.judgements]
    return {
        "score": sum(test["score"] for test in tests),
        "output": total(graded).in_words(),
        "output_format": "text",
        "test_name_format": "text",
        "test_output_format": "text",
        "visibility": "visible",
        "tests": tests,
    }


def _test(verdict: Verdict) -> dict[str, Any]:
    is_right = verdict.kind == "pass"
    return {
        "name": f"{verdict.exercise}: {say('kind.' + verdict.kind)}",
        "score": verdict.points,
        "max_score": verdict.max_points,
        "status": "passed" if is_right else "failed",
        "output": render(verdict).plain(),
        "tags": list(verdict.mistakes),
    }
