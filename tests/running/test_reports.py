"""What other programs and pages read."""

from xml.etree import ElementTree

import pytest

from leadin.course import EXERCISES
from leadin.judging import Reason, Shown, Verdict, without_run
from leadin.judging.curve import Difference
from leadin.running.grade import GradedNotebook
from leadin.running.reports import to_json, to_junit, to_markdown, total
from leadin.words import render


def because(text: str) -> Reason:
    return Reason("grader_failed", {"error": text})


PASS = Verdict("08-train-linear", "pass", 4, 4, because("Right."))
SHOWN = Shown(0, {}, (1.0,) * 4, (1.0, 1.0, 1.0, 2.0), Difference(3, 1.0, 2.0))
WRONG = Verdict(
    "09-train-quadratic",
    "wrong",
    0,
    4,
    because("Not right."),
    ("no_bias",),
    SHOWN,
)
ERROR = Verdict("09-train-quadratic", "timeout", 0, 4, because("Not finished."))
WAITS = Verdict("09-train-quadratic", "missing", 0, 4, Reason("waits"))


def notebook(*judgements: Verdict) -> list[GradedNotebook]:
    return [GradedNotebook("ada", "08.ipynb", judgements)]


def test_json_has_the_fields_of_schema_1() -> None:
    assert to_json(notebook(WRONG)) == {
        "schema": 1,
        "submissions": [
            {
                "student": "ada",
                "notebook": "08.ipynb",
                "exercises": [
                    {
                        "id": "09-train-quadratic",
                        "verdict": "wrong",
                        "points": 0,
                        "max_points": 4,
                        "mistakes": ["no_bias"],
                        "first_wrong_epoch": 3,
                        "message": render(WRONG).plain(),
                    }
                ],
            }
        ],
    }


def test_points_are_added_up_and_what_waits_is_named() -> None:
    summary = total(notebook(PASS, WAITS))
    assert (summary.points, summary.max_points, summary.passed) == (4, 8, 1)
    assert summary.in_words().endswith("Still waiting: 09-train-quadratic.")


def test_of_many_that_wait_the_first_are_named() -> None:
    waiting = [without_run(each, "missing", Reason("waits")) for each in EXERCISES.values()]
    *named, sixth = list(EXERCISES)[:6]
    said = f"Still waiting: {', '.join(named)}, {sixth} and {len(EXERCISES) - 6} more."
    assert total(notebook(*waiting)).in_words().endswith(said)


@pytest.mark.parametrize(("judgement", "kind"), [(WRONG, "failure"), (ERROR, "error")])
def test_junit_tells_failures_from_errors(judgement: Verdict, kind: str) -> None:
    root = ElementTree.fromstring(to_junit(notebook(PASS, judgement)))
    suite = root.find("testsuite")
    assert suite is not None
    assert suite.get("tests") == "2"
    assert suite.get(f"{kind}s") == "1"
    assert len(list(suite.iter(kind))) == 1


def test_junit_stays_readable_whatever_a_student_writes() -> None:
    nasty = Verdict(
        "08-train-linear",
        "error",
        0,
        4,
        because("\x1b[31m</failure>\0 ü & \ud800"),
    )
    text = to_junit([GradedNotebook("ada", "\x07.ipynb", (nasty,))])
    ElementTree.fromstring(text.encode())


def test_markdown_quotes_a_message_so_that_nothing_in_it_is_markup() -> None:
    nasty = Verdict(
        "08-train-linear",
        "error",
        0,
        4,
        because("````\n# big\n| a | b |"),
    )
    text = to_markdown(notebook(nasty))
    assert f"\n`````text\n{render(nasty).plain()}\n`````\n" in text


def test_markdown_says_nothing_of_exercises_that_only_wait() -> None:
    assert "not written yet" not in to_markdown(notebook(WAITS))
    assert "| 09-train-quadratic | ✗ missing | 0 of 4 |" in to_markdown(notebook(WAITS))
