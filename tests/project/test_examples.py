"""The examples' own lines are run, on what a student could hand in to be judged better."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree

import nbformat
import nbformat.v4 as nbf
import pytest
import yaml

from leadin.course import EXERCISES

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
GITHUB = EXAMPLES / "github-classroom/classroom.yml"
GITLAB = EXAMPLES / "gitlab/.gitlab-ci.yml"
GRADESCOPE = EXAMPLES / "gradescope"
SCRIPTS = (GRADESCOPE / "setup.sh", GRADESCOPE / "run_autograder")

ANSWERS = ROOT / "tests/submissions"
RIGHT = (ANSWERS / "08-train-linear/correct/plain_python.py").read_text("utf-8")
WRONG = (ANSWERS / "09-train-quadratic/mistakes/no_bias.py").read_text("utf-8")

#: What a run must never get to see.
REACHED = "the student's own file was used"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these platforms run Linux")


class Machine:
    """A runner: a student's repository, a course that is installed elsewhere, and no network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.student = folder / "student"
        self.course = folder / "course"
        self.programs = folder / "bin"
        self.asked = folder / "asked.txt"
        (self.student / "lessons").mkdir(parents=True)
        shutil.copytree(ROOT / "solutions", self.course / "solutions")
        self.install(self.course)
        for name in ("git", "make", "apt-get"):
            self.program(self.programs / name, f'echo "{name} $*" >>"{self.asked}"')

    def install(self, course: Path) -> None:
        self.program(course / ".venv/bin/python", f'exec "{sys.executable}" "$@"')

    def program(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def answer(self, exercise: str, *cells: str) -> None:
        sources = (*cells, f"check({exercise!r}, train)")
        notebook = nbf.new_notebook(cells=[nbf.new_code_cell(each) for each in sources])
        nbformat.write(notebook, self.student / f"lessons/{EXERCISES[exercise].lesson}.ipynb")

    def run(self, shell: str, script: str, **variables: Path) -> subprocess.CompletedProcess[str]:
        """Run some lines as the platform does, in the student's repository."""
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        environment = {name: str(value) for name, value in variables.items()}
        return subprocess.run(
            [shell, "-e", "-c", script],
            cwd=self.student,
            env={"PATH": path, "HOME": str(self.folder), **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )


#: By exercise, whether it passes; points; what was said; and the exit code.
Report: TypeAlias = tuple[set[str], int, str, int]


def on_github(machine: Machine) -> Report:
    temporary = machine.folder
    (step,) = (each for each in steps() if each.get("name") == "Grade")
    summary = temporary / "summary.md"
    run = machine.run(
        "bash",
        step["run"],
        RUNNER_TEMP=temporary,
        GITHUB_WORKSPACE=machine.student,
        GITHUB_STEP_SUMMARY=summary,
        **{"LESSONS": Path("lessons")},
    )
    (told,) = re.findall(r"^::notice title=Autograding report::(.*)$", run.stdout, re.MULTILINE)
    passing = set(re.findall(r"^\| (\S+) \| ✓", summary.read_text("utf-8"), re.MULTILINE))
    return passing, json.loads(told)["totalPoints"], run.stdout + run.stderr, run.returncode


def on_gitlab(machine: Machine) -> Report:
    job = load(GITLAB)["grade"]
    script = "\n".join(job["script"]).replace("/opt/course", str(machine.course))
    run = machine.run("bash", script, CI_PROJECT_DIR=machine.student)
    root = ElementTree.parse(machine.student / job["artifacts"]["reports"]["junit"]).getroot()
    cases = list(root.iter("testcase"))
    assert len(cases) == len(EXERCISES)
    passing = {str(case.get("name")) for case in cases if not len(case)}
    return passing, 4 * len(passing), run.stdout + run.stderr, run.returncode


def on_gradescope(machine: Machine) -> Report:
    autograder = machine.folder / "autograder"
    (autograder / "results").mkdir(parents=True)
    machine.install(autograder / "leadin-lessons")
    machine.student.rename(autograder / "submission")
    machine.student.mkdir()
    run = machine.run("sh", str(GRADESCOPE / "run_autograder"), AUTOGRADER=autograder)
    report = json.loads((autograder / "results/results.json").read_text("utf-8"))
    tests = report["tests"]
    passing = {test["name"].partition(":")[0] for test in tests if test["status"] == "passed"}
    return passing, report["score"], run.stdout + run.stderr, run.returncode


PLATFORMS = {"github": on_github, "gitlab": on_gitlab, "gradescope": on_gradescope}
on_each_platform = pytest.mark.parametrize("grade", PLATFORMS.values(), ids=PLATFORMS)


def load(path: Path) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as true; BaseLoader keeps every scalar a string.
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def steps() -> list[dict[str, Any]]:
    (job,) = load(GITHUB)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


def take_over(repository: Path) -> None:
    """Every file that could change what Python, pytest, IPython or Leadin do."""
    shout = f"print({REACHED!r})\nraise SystemExit(0)\n"
    for folder in (repository, repository / "lessons"):
        for name in ("conftest", "sitecustomize", "usercustomize", "json", "click", "matplotlib"):
            (folder / f"{name}.py").write_text(shout)
        for name in ("leadin", "torch", "leadin/running", "leadin/course"):
            (folder / name).mkdir(exist_ok=True)
            (folder / name / "__init__.py").write_text(shout)
        (folder / "setup.cfg").write_text("[tool:pytest]\naddopts = --collect-only\n")
        (folder / "pyproject.toml").write_text("[project]\nname = 'leadin'\nversion = '99'\n")
        (folder / "matplotlibrc").write_text("backend: nonsense\n")
        (folder / "ipython_config.py").write_text(shout)
        (folder / "Makefile").write_text(f"setup:\n\techo {REACHED}\n")
        (folder / "grades.json").write_text('{"submissions": []}')
        (folder / "results.json").write_text('{"score": 44, "tests": []}')
        (folder / "grades.xml").write_text("<testsuites><testcase name='forged'/></testsuites>")
    shutil.copytree(repository / "leadin", repository / ".venv/lib/leadin")


@on_each_platform
def test_nothing_in_a_students_repository_changes_a_verdict(
    tmp_path: Path, grade: Callable[[Machine], Report]
) -> None:
    machine = Machine(tmp_path)
    take_over(machine.student)
    machine.answer("08-train-linear", RIGHT)
    machine.answer("09-train-quadratic", WRONG)
    for path in (machine.course / "solutions").glob("*.ipynb"):
        if not (machine.student / "lessons" / path.name).exists():
            (machine.student / "lessons" / path.name).symlink_to(path)
    passing, points, said, code = grade(machine)
    assert (passing, points) == ({"08-train-linear"}, 4)
    assert REACHED not in said
    assert re.search(r"^isolation: .*", said, re.MULTILINE)
    # On Gradescope a verdict is no failure of the grader.
    assert code == (0 if grade is on_gradescope else 1)


@on_each_platform
def test_a_report_that_is_a_link_leads_nowhere(
    tmp_path: Path, grade: Callable[[Machine], Report]
) -> None:
    machine = Machine(tmp_path)
    (machine.student / "lessons/08_training_linear.ipynb").write_text("{")
    (machine.student / "grades.xml").symlink_to(tmp_path / "elsewhere.xml")
    assert grade(machine)[:2] == (set(), 0)
    assert not (tmp_path / "elsewhere.xml").exists()


@on_each_platform
def test_a_folder_that_is_a_link_to_the_solutions_is_not_graded(
    tmp_path: Path, grade: Callable[[Machine], Report]
) -> None:
    machine = Machine(tmp_path)
    shutil.rmtree(machine.student / "lessons")
    (machine.student / "lessons").symlink_to(machine.course / "solutions")
    if grade is on_gradescope:
        passing, points, _, code = grade(machine)
        assert (passing, points, code) == (set(), 0, 0)
    else:
        with pytest.raises((ValueError, ElementTree.ParseError)):  # there is no report at all
            grade(machine)


def test_what_a_notebook_says_is_no_command_of_the_workflow(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    forged = '::notice title=Autograding report::{"totalPoints": 44, "maxPoints": 44}'
    machine.answer(
        "08-train-linear",
        f"print({forged!r})",
        f"Forged = type({forged!r}, (Exception,), {{}})\n"
        f"def train(*_):\n    print({forged!r})\n    raise Forged({chr(10) + forged + chr(10)!r})",
    )
    passing, points, said, code = on_github(machine)
    assert (passing, points, code) == (set(), 0, 1)
    assert "44, " not in said


def test_gradescope_tells_a_student_who_handed_in_nothing(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    passing, points, _, code = on_gradescope(machine)
    assert (passing, points, code) == (set(), 0, 0)
    report = json.loads((tmp_path / "autograder/results/results.json").read_text("utf-8"))
    assert report["output"].startswith("Not graded: ")


def test_gradescope_finds_the_lessons_in_an_archive_that_was_unpacked(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    (machine.student / "my work").mkdir()
    (machine.student / "lessons").rename(machine.student / "my work/lessons")
    (machine.student / "my work/lessons/08_training_linear.ipynb").write_text("{")
    (machine.student / "__MACOSX/lessons").mkdir(parents=True)
    on_gradescope(machine)
    report = (tmp_path / "autograder/results/results.json").read_text("utf-8")
    assert "08_training_linear.ipynb ends in the middle" in report


def test_gradescope_reports_a_grader_that_does_not_run(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.program(tmp_path / "autograder/leadin-lessons/.venv/bin/python", "exit 127")
    (tmp_path / "autograder/submission").mkdir()
    script = str(GRADESCOPE / "run_autograder")
    assert machine.run("sh", script, AUTOGRADER=tmp_path / "autograder").returncode != 0


def test_gradescopes_setup_installs_from_the_archive_that_comes_with_it(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    autograder = tmp_path / "autograder"
    (autograder / "source").mkdir(parents=True)
    with zipfile.ZipFile(autograder / "source/leadin-lessons.zip", "w") as archive:
        archive.writestr("leadin-lessons/Makefile", "setup:\n")
    # An image whose newest Python is 3.12.
    machine.program(machine.programs / "apt-get", 'case "$*" in *3.14*|*3.13*) exit 100 ;; esac')
    machine.program(machine.programs / "python3.12", f'exec "{sys.executable}" "$@"')
    run = machine.run("sh", str(GRADESCOPE / "setup.sh"), AUTOGRADER=autograder)
    assert run.returncode == 0, run.stderr
    assert (autograder / "leadin-lessons/Makefile").is_file()
    asked = machine.asked.read_text()
    assert asked == f"make -C {autograder}/leadin-lessons setup PYTHON=python3.12\n"


def test_the_course_is_taken_from_where_the_instructor_says(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    (install,) = (each for each in steps() if each.get("name", "").startswith("Install"))
    variables = {name: Path(value) for name, value in load(GITHUB)["env"].items()}
    run = machine.run("bash", install["run"], RUNNER_TEMP=tmp_path, **variables)
    assert run.returncode == 0, run.stderr
    clone, setup = machine.asked.read_text().splitlines()
    assert clone.startswith("git clone ")
    assert clone.endswith(f" {tmp_path}/course")
    assert setup == f"make -C {tmp_path}/course setup"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_can_be_run_by_any_shell(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)
    assert script.stat().st_mode & 0o111


def test_the_workflow_may_only_read_and_leaves_no_credentials_behind() -> None:
    assert load(GITHUB)["permissions"] == {"contents": "read"}
    (checkout,) = (each for each in steps() if "checkout" in each.get("uses", ""))
    assert checkout["with"]["persist-credentials"] == "false"
