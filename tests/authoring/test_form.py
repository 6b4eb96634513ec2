"""A lesson keeps what it promises: its time, an answer to each question, hints in two steps."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from leadin.authoring.form import form_findings
from leadin.authoring.minutes import LINES, WORDS, minutes
from leadin.course import LOOPS, Lesson
from leadin.notebook.roles import check_metadata, solution_metadata

EXERCISE = replace(LOOPS["08-train-linear"], minutes=5, level=2)
LESSON = Lesson("08_training_linear", "Linear", "how?", (EXERCISE,), {}, minutes=40)

TASK = """*5 minutes · ●●○* <details><summary>Hint 1</summary>x</details>
<details><summary>Hint 2</summary>x</details>"""


def shown(kind: str = "text/plain") -> NotebookNode:
    return new_output("display_data", {kind: "6"})


def notebook(
    *, words: int = 29 * WORDS, first: str = "**Time:** about 40 minutes."
) -> NotebookNode:
    """A lesson of forty minutes: 29 of words, one prediction, five of code, five of exercise."""
    stub = "def train():\n    ### BEGIN SOLUTION\n    x = 1\n    return x\n    ### END SOLUTION\n"
    return new_notebook(
        cells=[
            new_markdown_cell(first, id="title"),
            new_markdown_cell("word " * words, id="text"),
            new_markdown_cell("**Predict:** what?", id="ask", metadata={"tags": ["predict"]}),
            new_code_cell("x = 1\n" * (5 * LINES - 3), id="code", outputs=[shown()]),
            new_markdown_cell("Six.", id="told", metadata={"tags": ["answer"]}),
            new_markdown_cell(TASK, id="task"),
            new_code_cell(
                stub,
                id="exercise",
                metadata={"tags": ["exercise"], "nbgrader": solution_metadata(EXERCISE.id)},
            ),
            new_code_cell(
                "check()", id="check", metadata={"nbgrader": check_metadata(EXERCISE.id, 4)}
            ),
        ]
    )


def complaints(change: Callable[[NotebookNode], object] = lambda _: None) -> list[str]:
    made = notebook()
    change(made)
    return [finding.text for finding in form_findings(made, LESSON)]


def cell(made: NotebookNode, cell_id: str) -> NotebookNode:
    return next(each for each in made.cells if each.id == cell_id)


def test_a_lesson_that_keeps_its_promises_is_fine() -> None:
    assert complaints() == []


def test_words_code_predictions_and_exercises_take_time() -> None:
    assert minutes(notebook(), [EXERCISE]) == pytest.approx(40, abs=0.2)


@pytest.mark.parametrize(
    "further",
    [
        new_markdown_cell("<details>\n<summary>More</summary>\n\n" + "word " * 999 + "</details>"),
        new_markdown_cell(f"![](../pics/{'long' * 99}.svg)"),
        new_code_cell("x = 1\n" * 99, metadata={"tags": ["helper"]}),
        new_code_cell("check()\n" * 99, metadata={"nbgrader": check_metadata("any", 1)}),
    ],
)
def test_what_need_not_be_read_takes_none(further: NotebookNode) -> None:
    longer = notebook()
    longer.cells.append(further)
    assert minutes(longer, [EXERCISE]) == pytest.approx(minutes(notebook(), [EXERCISE]), abs=0.02)


def test_a_lesson_that_takes_longer_than_it_says_is_named() -> None:
    (text,) = [each.text for each in form_findings(notebook(words=50 * WORDS), LESSON)]
    assert text == "takes 61 minutes, counted, and not 40: shorten, or say so"


def test_a_lesson_that_does_not_say_its_time_is_named() -> None:
    (text,) = [each.text for each in form_findings(notebook(first="# Title"), LESSON)]
    assert text == "does not say `**Time:** about 40 minutes`"


def test_a_lesson_for_more_than_an_evening_is_named() -> None:
    long = replace(LESSON, minutes=60)
    texts = [each.text for each in form_findings(notebook(words=49 * WORDS), long)]
    assert "takes 60 minutes, and lessons 30 to 45" in texts


def test_a_question_without_an_answer_is_named() -> None:
    assert complaints(lambda made: made.cells.remove(cell(made, "told"))) == [
        "asks what no cell answers: let one tagged `answer` follow its code"
    ]


def test_a_plot_without_a_caption_is_named() -> None:
    def draw(made: NotebookNode) -> None:
        cell(made, "code").outputs = [shown("image/png")]

    assert complaints(draw) == ["draws without words: let a `caption` cell follow its scene"]


@pytest.mark.parametrize("part", ["*5 minutes · ●●○*", ">Hint 1<", ">Hint 2<"])
def test_an_exercise_without_its_time_or_a_hint_is_named(part: str) -> None:
    def take_away(made: NotebookNode) -> None:
        cell(made, "task").source = TASK.replace(part, "")

    assert complaints(take_away) == [f"comes before 08-train-linear and lacks `{part}`"]


def test_a_lesson_that_states_no_minutes_promises_nothing() -> None:
    assert form_findings(notebook(words=0), replace(LESSON, minutes=0)) == []
