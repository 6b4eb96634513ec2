"""What a lesson promises its reader: its time, an answer to every question, hints in two steps."""

import itertools
from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

from leadin.authoring.minutes import minutes
from leadin.authoring.notebooks import Finding
from leadin.course import AnyExercise, Lesson
from leadin.notebook.roles import grade_id, is_check, is_exercise
from leadin.notebook.scenes import scenes

#: How long a lesson may take, and how far the count may be from what it states.
MINUTES = range(30, 46)
OFF = 0.2


def form_findings(notebook: NotebookNode, lesson: Lesson) -> list[Finding]:
    """Say what a lesson promises and does not keep: its time, an answer to each question, hints.

    Args:
        notebook: the solution notebook.
        lesson: its declaration. One that states no minutes promises nothing.
    """
    if not lesson.minutes:
        return []
    return [
        *_time_findings(notebook, lesson),
        *_scene_findings(notebook),
        *_task_findings(notebook, {each.id: each for each in lesson.exercises}),
    ]


def _time_findings(notebook: NotebookNode, lesson: Lesson) -> Iterator[Finding]:
    first = notebook.cells[0]
    if f"**Time:** about {lesson.minutes} minutes" not in first.source:
        yield Finding(first.id, f"does not say `**Time:** about {lesson.minutes} minutes`")
    if lesson.minutes not in MINUTES:
        yield Finding(None, f"takes {lesson.minutes} minutes, and lessons {MINUTES[0]} to 45")
    counted = minutes(notebook, lesson.exercises)
    if abs(counted - lesson.minutes) > OFF * lesson.minutes:
        text = f"takes {counted:.0f} minutes, counted, and not {lesson.minutes}: shorten, or say so"
        yield Finding(None, text)


def _scene_findings(notebook: NotebookNode) -> Iterator[Finding]:
    for scene in scenes(notebook.cells):
        if scene.is_question and scene.text and not scene.remarks:
            text = "asks what no cell answers: let one tagged `answer` follow its code"
            yield Finding(scene.text.id, text)
        for cell in scene.code:
            if _draws(cell) and not (scene.captions or is_check(cell)):
                yield Finding(cell.id, "draws without words: let a `caption` cell follow its scene")


def _draws(cell: NotebookNode) -> bool:
    return any("image/png" in output.get("data", {}) for output in cell.outputs)


def _task_findings(
    notebook: NotebookNode, exercises: Mapping[str, AnyExercise]
) -> Iterator[Finding]:
    """Say what is missing in the texts that stand before exercises."""
    for before, cell in itertools.pairwise(notebook.cells):
        exercise = exercises.get(grade_id(cell)) if is_exercise(cell) else None
        if exercise is None:
            continue
        dots = "●" * exercise.level + "○" * (3 - exercise.level)
        for part in (f"*{exercise.minutes} minutes · {dots}*", ">Hint 1<", ">Hint 2<"):
            if part not in before.source:
                yield Finding(before.id, f"comes before {exercise.id} and lacks `{part}`")
