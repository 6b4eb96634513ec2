"""`leadin gradebook`: everything lands beside the class folder, and what is wrong is one line."""

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

import leadin.gradebook.class_run
from leadin.cli import main
from leadin.course import EXERCISES
from leadin.gradebook.class_run import Progress
from leadin.gradebook.store import Store
from leadin.judging import calls
from leadin.running.launcher import Launcher

from .conftest import ID, LESSON, RIGHT, WRONG, write_notebook

#: What lesson 08 is worth, and its exercises but the loop, which the class has nothing for.
POINTS = sum(each.points for each in EXERCISES.values() if f"{each.lesson}.ipynb" == LESSON)
OTHERS = sum(f"{each.lesson}.ipynb" == LESSON for each in EXERCISES.values()) - 1

pytestmark = pytest.mark.usefixtures("shared_launcher")


def gradebook(folder: Path, *options: str) -> Result:
    """What the tests are about needs no isolation, which some systems can't give."""
    arguments = ["gradebook", str(folder), "--isolation", "none", *options]
    return CliRunner().invoke(main, arguments)


def verdicts(report: dict[str, Any], student: str) -> dict[str, str]:
    """A student's verdicts by exercise."""
    notebooks = [each for each in report["submissions"] if each["student"] == student]
    return {each["id"]: each["verdict"] for found in notebooks for each in found["exercises"]}


@pytest.fixture
def two(class_folder: Path) -> Path:
    write_notebook(class_folder / "ada" / LESSON, RIGHT)
    write_notebook(class_folder / "eve" / LESSON, WRONG)
    return class_folder


def test_everything_lands_beside_the_class_folder(two: Path) -> None:
    result = gradebook(two)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in two.iterdir()) == ["ada", "eve"]
    folder = two.with_name("class-graded")
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == {
        "gradebook.sqlite",
        "gradebook.csv",
        "canvas.csv",
        "gradebook.json",
        "junit.xml",
        "class.html",
        "feedback/ada.html",
        "feedback/eve.html",
        "gradescope/ada.json",
        "gradescope/eve.json",
    }
    with (folder / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        points = {row["student"]: row[ID] for row in csv.DictReader(file)}
    assert points == {"ada": str(EXERCISES[ID].points), "eve": "0"}
    report = json.loads((folder / "gradebook.json").read_text("utf-8"))
    lessons = {each.lesson for each in EXERCISES.values()}
    assert len(report["submissions"]) == 2 * len(lessons)
    assert ElementTree.parse(folder / "junit.xml").getroot().findall("testsuite")


def test_an_answer_with_all_of_the_checks_inputs_built_in_is_found_out(class_folder: Path) -> None:
    exercise = EXERCISES[ID]
    table = [(list(each.values()), exercise.oracle(**each)) for each in calls(exercise)]
    code = (
        f"table = {table!r}\n"
        "def train(*asked):\n"
        "    return next((curve for inputs, curve in table if inputs == [*asked]), table[0][1])"
    )
    notebook = write_notebook(class_folder / "eve" / LESSON, code)
    alone = CliRunner().invoke(main, ["grade", str(notebook), "--json", "-"])
    assert verdicts(json.loads(alone.stdout), "eve")[ID] == "pass"
    gradebook(class_folder, "--lesson", "08")
    report = json.loads((class_folder.with_name("class-graded") / "gradebook.json").read_text())
    assert verdicts(report, "eve")[ID] == "wrong"


def test_it_says_in_short_what_came_of_it(two: Path) -> None:
    said = gradebook(two, "--lesson", "08").output
    assert f"2 students, on average 2.0 of {POINTS} points" in said
    assert f"exercises: {2 * OTHERS} missing, 1 pass, 1 wrong" in said
    assert "notebooks: 2 graded now\n" in said
    assert "\nisolation: " in said
    assert str(two.with_name("class-graded") / "class.html") in said
    assert "notebooks: 0 graded now, 2 known already" in gradebook(two, "--lesson", "08").output
    assert "notebooks: 2 graded now\n" in gradebook(two, "--lesson", "08", "--regrade").output


def test_the_json_report_goes_where_it_is_wanted(two: Path, tmp_path: Path) -> None:
    result = gradebook(two, "--json", "-", "--lesson", "08_training_linear")
    report = json.loads(result.stdout)
    assert report["schema"] == 1
    assert {each["student"] for each in report["submissions"]} == {"ada", "eve"}
    assert verdicts(report, "ada")[ID] == "pass"
    assert "2 students" in result.stderr
    gradebook(two, "--json", str(tmp_path / "report.json"), "--lesson", "08")
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == report


def test_a_class_folder_can_be_named_from_where_one_is(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two.parent)
    assert "1 pass, 1 wrong" in gradebook(Path("class"), "--lesson", "08").output
    monkeypatch.chdir(two)
    assert "2 known already" in gradebook(Path("."), "--lesson", "08").output


def test_reports_can_go_into_the_class_folder(two: Path) -> None:
    for _ in range(2):
        result = gradebook(two, "--out", str(two / "out"), "--lesson", "08")
        assert "2 students" in result.output
    assert (two / "out" / "gradebook.sqlite").exists()


def test_pages_of_those_who_have_left_go(two: Path) -> None:
    gradebook(two, "--lesson", "08")
    (two / "eve" / LESSON).unlink()
    (two / "eve").rmdir()
    gradebook(two, "--lesson", "08")
    folder = two.with_name("class-graded")
    left = sorted(path.name for path in folder.glob("*/*"))
    assert left == ["ada.html", "ada.json"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "has no submission in it"),
        (lambda folder: folder.rmdir(), "can't be opened: No such file or directory"),
        (lambda folder: write_notebook(folder / LESSON), "grade it with `leadin grade "),
    ],
)
def test_what_is_no_class_is_said_in_a_line_and_nothing_is_written(
    class_folder: Path, make: object, said: str
) -> None:
    make(class_folder)  # type: ignore[operator]
    result = gradebook(class_folder)
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.count("\n") == 1
    assert not class_folder.with_name("class-graded").exists()


def test_a_lesson_that_there_is_not_is_said_in_a_line(two: Path) -> None:
    result = gradebook(two, "--lesson", "99")
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "there is no lesson 99" in result.output


def test_a_store_in_use_is_said_in_a_line(two: Path) -> None:
    with Store(two.with_name("class-graded") / "gradebook.sqlite"):
        result = gradebook(two)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "another grader is at work" in result.output


def test_reports_that_can_not_be_written_are_said_in_a_line(two: Path) -> None:
    two.with_name("class-graded").mkdir()
    (two.with_name("class-graded") / "feedback").write_text("in the way")
    result = gradebook(two, "--lesson", "08")
    assert result.exit_code == 2
    assert "the reports can't be written to" in result.output
    assert "all results are stored" in result.output


def test_ctrl_c_keeps_what_is_stored_and_says_how_to_go_on(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_off = leadin.gradebook.class_run._Run.keep

    def interrupted(self: object, *arguments: object) -> None:
        count_off(self, *arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(leadin.gradebook.class_run._Run, "keep", interrupted)
        result = gradebook(two, "--lesson", "08")
    assert result.exit_code == 130
    assert "call this again to go on" in result.output
    assert "1 graded now, 1 known already" in gradebook(two, "--lesson", "08").output


def test_it_refuses_where_it_can_not_isolate(
    two: Path, launcher: Launcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = launcher.launch(None, 10)
    probe.close()
    monkeypatch.setattr(
        type(probe.isolation), "gaps", property(lambda _: ("use the network", "start processes"))
    )
    result = CliRunner().invoke(main, ["gradebook", str(two), "--lesson", "08"])
    assert result.exit_code == 2
    assert result.output == (
        "leadin: on this system, student code can use the network, start processes; "
        "--isolation none grades all the same\n"
    )


def test_progress_is_a_line_now_and_then_where_there_is_no_terminal(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leadin.gradebook.display._LINE_EVERY", 0.0)
    said = gradebook(two, "--lesson", "08").output
    assert "Grading: 1 of 2 students" in said
    assert "notebooks/s" in said


def test_time_left_follows_from_the_speed_of_late(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    from leadin.gradebook import display

    now = [0.0]
    monkeypatch.setattr(display.time, "monotonic", lambda: now[0])
    console = Console(record=True, force_terminal=False, width=200)
    shown = display.Display(console)
    for second in range(1, 101):
        now[0] = float(second)
        shown.grading(Progress(students=1000, done=2 * second, graded=6 * second))
    lines = console.export_text().splitlines()
    assert lines[0].startswith("Grading: 20 of 1,000 students, 6.0 notebooks/s, 0:08:10 left")
    assert lines[-1].startswith("Grading: 200 of 1,000 students, 6.0 notebooks/s, 0:06:40 left")
    assert len(lines) == 10
