"""`leadin new exercise`: everything that a new exercise consists of, laid out to be written."""

import ast
import re
from pathlib import Path

import nbformat.v4
from nbformat import NotebookNode

from leadin.authoring.build import SOLUTIONS
from leadin.authoring.notebooks import load, notebooks_in, tidy, to_bytes, write_if_changed
from leadin.authoring.rules import is_readable_id
from leadin.notebook.roles import Role, check_metadata, grade_id, solution_metadata

#: Stands in every place that is still to be written; tests name each place where it is found.
MARK = "TO WRITE"

DECLARATIONS = Path("leadin/course/lessons")
CURVES = Path("tests/expected_curves")
ANSWERS = Path("tests/submissions")

_IMPORTS = """\
import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.mistakes import common
from leadin.training.models import Line
"""

_DECLARATION = """\
def {draw}(rng: random.Random, n: int) -> Inputs:
    \"\"\"TO WRITE: which data, and why the loss stays well above rounding on it.\"\"\"
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    slope = signed(rng, 1.0, 3.0)
    y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
    return {{"x_data": x_data, "y_data": y_data, "w": signed(rng, 0.2, 0.9)}}


{constant} = Exercise(
    id="{id}",
    lesson="{lesson}",
    function="{name}",
    points=1,
    # TO WRITE: what is trained, and from what; leadin/training/models.py has other models, and
    # `loop=Loop(...)` trains otherwise.
    model=Line(("w",), features=lambda x: (x,)),
    lesson_inputs={{
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w": 1.0,
        "lr": 0.01,
        "epochs": 100,
    }},
    draw={draw},
    hidden=[
        Draw((4,), lr=(0.03, 0.035, 0.04), epochs=(20, 40)),
        Draw((5,), lr=(0.008, 0.01, 0.012), epochs=(20, 30)),
    ],
    # TO WRITE: numbers for paper, none as in the lesson, and no loss zero.
    plain={{
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [4.0, -1.0, 2.0],
        "w": 0.5,
        "lr": 0.1,
        "epochs": 3,
    }},
    # TO WRITE: what else can go wrong in it.
    mistakes={{**common()}},
)
"""

_LESSON = """\
LESSON = Lesson(
    name="{lesson}",
    title="{title}",
    question="TO WRITE?",
    exercises=({constant},),
    teaches={{"exercise": "{slug}"}},
)
"""

_STUB = """\
def {name}(x_data, y_data, w, lr, epochs):
    \"\"\"TO WRITE: what is trained, and what is returned.\"\"\"
    ### BEGIN SOLUTION
    raise NotImplementedError("TO WRITE")
    ### END SOLUTION"""


class ScaffoldError(Exception):
    """An exercise that can't be laid out; its text is one line for the author."""


def new_exercise(root: Path, id_: str) -> list[Path]:
    """Lay out an exercise: cells, declaration, folders for answers, a file for its curve.

    What is there already stays as it is; a notebook or a lesson's module gets the exercise added.

    Args:
        root: the course's folder.
        id_: of the exercise: its lesson's two digits, and words, such as `13-batch-by-hand`.

    Returns:
        The files that were written, and the folders.

    Raises:
        ScaffoldError: the id won't do, this is no course, or nothing is left to lay out.
        NotebookError: the lesson's notebook can't be read.
    """
    if not re.fullmatch(r"\d\d(-[a-z0-9]+)+", id_) or not is_readable_id(id_):
        raise ScaffoldError(f"{id_!r} is no id of an exercise: choose one like 13-batch-by-hand")
    if not (root / DECLARATIONS).is_dir() or not notebooks_in(root / SOLUTIONS):
        raise ScaffoldError(f"{root} has no {SOLUTIONS}/ or no {DECLARATIONS}/: go to the course")
    number, slug = id_.split("-", 1)
    notebooks = [path for path in notebooks_in(root / SOLUTIONS) if path.stem[:3] == f"{number}_"]
    lesson = notebooks[0].stem if notebooks else id_.replace("-", "_")
    module = root / DECLARATIONS / f"lesson_{number}.py"
    if bool(notebooks) != module.is_file():
        raise ScaffoldError(f"lesson {number} has no notebook or no {module.name}: give it both")
    notebook = root / SOLUTIONS / f"{lesson}.ipynb"
    # A lesson's later exercises define functions of their own.
    name = slug.replace("-", "_") if notebooks else "train"
    opened = load(notebook) if notebooks else _opening(id_)
    contents = {
        notebook: to_bytes(tidy(_with_cells(opened, id_, name))),
        module: _declared(module, id_, lesson, name).encode(),
    }
    curve = root / CURVES / f"{id_}.csv"
    if not curve.exists():
        contents[curve] = b"epoch,loss\n"
    folders = [root / ANSWERS / id_ / kind for kind in ("correct", "mistakes")]
    missing = [folder for folder in folders if not folder.exists()]
    for folder in missing:
        folder.mkdir(parents=True)
    written = [path for path, content in contents.items() if write_if_changed(path, content)]
    if not written and not missing:
        raise ScaffoldError(f"{id_} is laid out already")
    return written + missing


def still_to_write(root: Path, id_: str) -> list[str]:
    """The places of an exercise's lesson where something is still to be written.

    Args:
        root: the course's folder.
        id_: of the exercise.

    Returns:
        Such as `leadin/course/lessons/lesson_13.py:12` or `solutions/13_batch.ipynb, cell 'title'`.
    """
    number = id_[:2]
    module = DECLARATIONS / f"lesson_{number}.py"
    lines = (root / module).read_text("utf-8").splitlines()
    places = [f"{module}:{at}" for at, line in enumerate(lines, start=1) if MARK in line]
    for notebook in notebooks_in(root / SOLUTIONS):
        if notebook.name.startswith(f"{number}_"):
            cells = [cell.id for cell in load(notebook).cells if MARK in cell.source]
            places += [f"{SOLUTIONS}/{notebook.name}, cell {cell!r}" for cell in cells]
    return places


def _opening(id_: str) -> NotebookNode:
    """A lesson's notebook with nothing in it but its question and its set-up."""
    number, slug = id_.split("-", 1)
    title = f"# {number} · {_title(slug)}\n\n**The question:** {MARK}?\n"
    cells = [
        nbformat.v4.new_markdown_cell(title, id="title"),
        nbformat.v4.new_code_cell("from leadin.check import check", id="set-up"),
    ]
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return notebook


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _with_cells(notebook: NotebookNode, id_: str, name: str) -> NotebookNode:
    """The notebook with the exercise at its end, unless it is there."""
    if any(grade_id(cell) == id_ for cell in notebook.cells):
        return notebook
    slug = id_.split("-", 1)[1]
    answer = nbformat.v4.new_code_cell(
        _STUB.format(name=name),
        id=f"exercise-{slug}",
        metadata={"nbgrader": solution_metadata(id_), "tags": [Role.EXERCISE.value]},
    )
    check = nbformat.v4.new_code_cell(
        f'check("{id_}", {name})',
        id=f"check-{slug}",
        metadata={"nbgrader": check_metadata(id_, 1), "tags": ["nbval-ignore-output"]},
    )
    task = nbformat.v4.new_markdown_cell(f"## Exercise\n\n{MARK}: what to do.", id=slug)
    notebook.cells += [task, answer, check]
    return notebook


def _declared(module: Path, id_: str, lesson: str, name: str) -> str:
    """The text of a lesson's module with the exercise declared in it, unless it is there."""
    number, slug = id_.split("-", 1)
    old = module.read_text("utf-8") if module.exists() else ""
    if f'"{id_}"' in old:
        return old
    constant, draw = (name.upper(), f"draw_{name}") if old else ("EXERCISE", "draw")
    declaration = _DECLARATION.format(
        id=id_, lesson=lesson, name=name, constant=constant, draw=draw
    )
    if not old:
        ending = _LESSON.format(lesson=lesson, title=_title(slug), constant=constant, slug=slug)
        return f'"""Lesson {number}: {MARK}."""\n\n{_IMPORTS}\n\n{declaration}\n{ending}'
    text = _listed(old, constant)
    before, after = text.split("LESSON = Lesson(", 1)
    return _imported(f"{before}{_apart(before)}{declaration}\n\nLESSON = Lesson({after}")


def _apart(before: str) -> str:
    """The empty lines that a definition needs before it."""
    return "\n" if before.endswith("\n\n") and not before.endswith("\n\n\n") else ""


def _listed(text: str, constant: str) -> str:
    """The module with one exercise more in its lesson."""
    lesson = next(
        node.value
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LESSON"
    )
    assert isinstance(lesson, ast.Call)
    listed = next(each.value for each in lesson.keywords if each.arg == "exercises")
    old = ast.get_source_segment(text, listed) or ""
    inside = old[1:-1].rstrip(", \n") if isinstance(listed, ast.Tuple) else f"*{old}"
    return text.replace(f"exercises={old}", f"exercises=({inside}, {constant})")


def _imported(text: str) -> str:
    """The module with the imports that a declaration needs; `make format` sorts and joins them."""
    imports = [
        node for node in ast.parse(text).body if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    known = {alias.name for node in imports for alias in node.names}
    added = []
    for line in filter(None, _IMPORTS.splitlines()):
        where, names = line.split("import ")
        if missing := [name for name in names.split(", ") if name not in known]:
            added.append(f"{where}import {', '.join(missing)}\n")
    lines = text.splitlines(keepends=True)
    last = imports[-1].end_lineno or 0
    return "".join([*lines[:last], *added, *lines[last:]])
