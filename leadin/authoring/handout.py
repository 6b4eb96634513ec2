"""The archive's own README and Makefile: what a student does, and nothing of how it is made."""

from collections.abc import Sequence

from leadin.course import LESSONS, Lesson

MAKEFILE = """\
# PYTHON=/path/to/python3 picks the Python that .venv is made with, LAB_ARGS=... goes to JupyterLab.

.PHONY: lab setup
.DEFAULT_GOAL := lab

lab: setup ## open JupyterLab on the lessons
	@sh tools/lab.sh $(LAB_ARGS)

setup: ## make .venv, or bring it up to date
	@sh tools/setup.sh
"""

_README = """\
# Leadin

Back-propagation in PyTorch, in notebooks. You write training loops; a check compares your loss
curve with the right one, from the first epoch on, and names the mistake behind a wrong one.

## Start

You need Python 3.11 to 3.14 and make. In this folder:

```
make lab
```

This installs everything into `.venv` and opens JupyterLab on the lessons. The first time takes a
few minutes, since torch is large. On Windows, or with conda: `conda env create -f environment.yml`,
`conda activate leadin`, `jupyter lab`.

Read a lesson from top to bottom and run each cell with Shift+Enter. An exercise cell is yours to
fill; the check below it says what is right and what to mend. In a terminal:

```
@commands@
```

## Hand in

Hand in the notebooks in `lessons/` and keep their names. They are run from top to bottom and judged
by the functions in the exercise cells, also on other data than the lesson's.

## Lessons

| lesson | exercise | points |
| --- | --- | --- |
@rows@
"""

_COMMANDS = """\
.venv/bin/leadin status            # which exercises pass, and what to do next
.venv/bin/leadin grade lessons     # a verdict and points for each exercise"""


def readme(lessons: Sequence[Lesson]) -> str:
    """The README, with a table of the lessons that are there.

    Args:
        lessons: those that the archive has, in the course's order.
    """
    commands = _COMMANDS
    if len(lessons) < len(LESSONS):
        # A folder is taken for the whole course, and then the others would be missing.
        each = (f".venv/bin/leadin status lessons/{lesson.name}.ipynb" for lesson in lessons)
        commands = "\n".join(each)
    rows = "\n".join(map(_row, lessons))
    return _README.replace("@commands@", commands).replace("@rows@", rows)


def _row(lesson: Lesson) -> str:
    ids = "<br>".join(f"`{each.id}`" for each in lesson.exercises)
    points = sum(each.points for each in lesson.exercises)
    title = f"{lesson.number} · {lesson.title}"
    return f"| [{title}](lessons/{lesson.name}.ipynb) | {ids} | {points} |"
