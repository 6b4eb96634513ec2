"""All attackers and all broken files in one class: everyone else's results are untouched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leadin.course import EXERCISES
from leadin.gradebook.class_folder import list_students
from leadin.gradebook.class_run import LocalCrew, Order, grade_class
from leadin.gradebook.store import Store
from leadin.judging import Verdict
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher
from leadin.running.walk import Settings
from leadin.words import render

from .conftest import HANGS, RIGHT, SUBMISSIONS, attacking_cell, write_notebook
from .files import BROKEN, ODD
from .test_forging import BODIES, CELLS, TRAIN, WRONG
from .test_reaching_out import REACHING, WRITING
from .test_reading import ATTEMPTS
from .test_using_up import CRASHING, ENDLESS, GREEDY

NAME = "08_training_linear.ipynb"
MISTAKE = (SUBMISSIONS / "08-train-linear/mistakes/wrong_sign__by_hand.py").read_text("utf-8")
ORDER = Order((EXERCISES["08-train-linear"],), Settings(time_limit=HANGS))


def attackers(folder: Path) -> dict[str, list[str]]:
    """By student, the cells that are handed in."""
    adas = folder / "honest-000" / NAME
    found = {}
    for number, code in enumerate([*ATTEMPTS.values(), *WRITING.values(), *REACHING.values()]):
        name = f"reaches-{number:03}"
        found[name] = [attacking_cell(code, adas, folder / name / NAME)]
    for number, cell in enumerate(CELLS.values()):
        found[f"patches-{number:03}"] = [cell, WRONG]
    for number, body in enumerate([*BODIES.values(), *GREEDY, *ENDLESS, *CRASHING]):
        found[f"misbehaves-{number:03}"] = [TRAIN + body.strip()]
    return found


def write_class(folder: Path) -> int:
    """Attackers, broken and odd files, and between any two of them an honest student."""
    writers: list[Callable[[], object]] = [
        *(lambda name=name, cells=cells: write_notebook(folder / name / NAME, *cells)
          for name, cells in attackers(folder).items()),
        *(lambda number=number, write=write: write(student(folder, f"broken-{number:03}"))
          for number, (write, _) in enumerate(BROKEN.values())),
        *(lambda number=number, write=write: write(student(folder, f"odd-{number:03}"))
          for number, write in enumerate(ODD.values())),
    ]  # fmt: skip
    for number, write in enumerate(writers):
        answer = RIGHT if number % 2 else MISTAKE
        write_notebook(student(folder, f"honest-{number:03}"), answer)
        write()
    return len(writers)


def student(folder: Path, name: str) -> Path:
    (folder / name).mkdir(parents=True)
    return folder / name / NAME


def grade_all(folder: Path, launcher: Launcher) -> dict[str, Verdict]:
    """By student, the judgement on the one exercise."""
    with Store(folder.with_name("out") / "gradebook.sqlite") as store:
        with LocalCrew(launcher, 4, "auto") as crew:
            grade_class(folder, list_students(folder), store, crew, ORDER)
        return {each.student: each.judgements[0] for each in store.students()}


@pytest.mark.usefixtures("nothing_is_left")
def test_attackers_and_broken_files_change_nobodys_results(
    tmp_path: Path, launcher: Launcher, isolation: Isolation
) -> None:
    count = write_class(tmp_path / "class")
    assert count > 100
    judged = grade_all(tmp_path / "class", launcher)
    assert len(judged) == 2 * count
    for name, judgement in judged.items():
        kind, _, number = name.partition("-")
        if kind == "odd" or (kind == "honest" and int(number) % 2):
            assert judgement.kind == "pass", (name, render(judgement).plain())
        elif kind == "honest":
            assert judgement.mistakes == ("wrong_sign",), (name, render(judgement).plain())
        else:
            assert judgement.points == 0, (name, render(judgement).plain())
            assert render(judgement).plain(), name
            assert "succeeded" not in render(judgement).plain(), (name, render(judgement).plain())


@pytest.mark.parametrize("kind", ["flat", "folders"])
def test_in_no_layout_does_a_student_see_another(
    tmp_path: Path, launcher: Launcher, isolation: Isolation, kind: str
) -> None:
    folder = tmp_path / "class"
    adas = folder / f"ada_1_2_{NAME}" if kind == "flat" else folder / "ada" / NAME
    eves = folder / f"eve_3_4_{NAME}" if kind == "flat" else folder / "eve" / NAME
    look = "found = [p for p in Path('..').rglob('*') if 'ada' in p.name][0]\n"
    write_notebook(adas, RIGHT)
    write_notebook(eves, attacking_cell(look, adas, eves))
    ada, eve = grade_all(folder, launcher).values()
    assert ada.kind == "pass"
    assert "refused by IndexError" in render(eve).plain()
