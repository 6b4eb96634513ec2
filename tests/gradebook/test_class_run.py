"""A class run: every student gets every verdict, once, whatever one of them has handed in."""

import re
import shutil
import sys
import tomllib
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest

import leadin
from leadin.course import EXERCISES, Exercise
from leadin.gradebook import class_run, fingerprint
from leadin.gradebook.class_folder import Student, list_students
from leadin.gradebook.class_run import (
    InputsFor,
    LocalCrew,
    NotIsolatedError,
    Order,
    Progress,
    grade_class,
)
from leadin.gradebook.reports.feedback import feedback_page
from leadin.gradebook.store import GradedStudent, Store
from leadin.judging import Reason, Verdict, without_run
from leadin.notebook.submission import Submission
from leadin.running.grade import TRIES, CannotGradeError, GradedNotebook, Task
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher, LauncherLostError, LaunchError
from leadin.running.walk import Settings
from leadin.words import render

from .conftest import ID, LESSON, RIGHT, WRONG, write_notebook

FINE = Reason("grader_failed", {"error": "It did not."})

PACKAGE = Path(leadin.__file__).parent


@dataclass
class FakeCrew:
    """Says that every notebook passes, and notes what it was asked; nothing is run."""

    size: int = 4
    asked: list[str] = field(default_factory=list)
    seeds: list[int] = field(default_factory=list)
    before: Callable[[Task], None] = lambda task: None
    is_stopped: bool = False

    def submit(self, task: Task, settings: Settings) -> Future[GradedNotebook]:
        self.asked.append(task.student)
        self.seeds.append(settings.seed)
        future: Future[GradedNotebook] = Future()
        try:
            self.before(task)
            graded = tuple(
                Verdict(
                    each.id,
                    "pass",
                    each.points,
                    each.points,
                    FINE,
                )
                for each in task.exercises
            )
            future.set_result(GradedNotebook(task.student, task.notebook, graded, settings.seed))
        except Exception as error:
            future.set_exception(error)
        return future

    def stop(self) -> None:
        self.is_stopped = True


@dataclass
class Classroom:
    """A class folder and its store."""

    folder: Path

    def hand_in(self, student: str, *cells: str) -> Path:
        return write_notebook(self.folder / student / LESSON, *cells)

    def grade(
        self,
        crew: class_run.Crew,
        order: Order | None = None,
        report: Callable[[Progress], None] = lambda progress: None,
    ) -> Progress:
        with self.store() as store:
            students = list_students(self.folder)
            return grade_class(self.folder, students, store, crew, order or Order(), report)

    def asked(self, order: Order | None = None) -> list[str]:
        """Whose notebooks a run runs."""
        crew = FakeCrew()
        self.grade(crew, order)
        return crew.asked

    def store(self) -> Store:
        return Store(self.folder.with_name("out") / "gradebook.sqlite")

    def results(self) -> dict[str, GradedStudent]:
        with self.store() as store:
            return {graded.student: graded for graded in store.students()}

    def verdict(self, student: str) -> Verdict:
        (found,) = (each for each in self.results()[student].judgements if each.exercise == ID)
        return found


@pytest.fixture
def room(class_folder: Path) -> Classroom:
    return Classroom(class_folder)


@pytest.fixture
def two(room: Classroom) -> Classroom:
    room.hand_in("ada", RIGHT)
    room.hand_in("eve", WRONG)
    return room


def test_the_feedback_says_which_of_two_files_counts(two: Classroom) -> None:
    stub = "def train(*_):\n    raise NotImplementedError('write train()')"
    two.hand_in("alan", stub)
    write_notebook(two.folder / "alan" / "08_training_linear-Copy1.ipynb", RIGHT)
    two.grade(FakeCrew())
    said = f"08_training_linear-Copy1.ipynb counts: in {LESSON}, this exercise still waits."
    assert said in render(two.verdict("alan")).plain()
    assert said in feedback_page(two.results()["alan"])


def test_every_student_gets_every_verdict(two: Classroom, launcher: Launcher) -> None:
    (two.folder / "grace").mkdir()
    two.hand_in("alan").write_text("{")
    with LocalCrew(launcher, 2, "none") as crew:
        progress = two.grade(crew, Order(mode="none"))
    assert progress == Progress(students=4, done=4, graded=3)
    for graded in two.results().values():
        assert [each.exercise for each in graded.judgements] == list(EXERCISES)
    verdicts = {name: two.verdict(name).kind for name in two.results()}
    assert verdicts == {"ada": "pass", "alan": "invalid", "eve": "wrong", "grace": "missing"}
    assert two.verdict("eve").mistakes == ("wrong_sign",)
    assert two.verdict("eve").shown
    assert "ends in the middle" in render(two.verdict("alan")).plain()
    assert "no notebook was handed in" in render(two.verdict("grace")).plain()


def test_code_of_a_flat_export_sees_no_other_students_file(
    class_folder: Path, launcher: Launcher
) -> None:
    spy = "import os\nraise RuntimeError(f'sees {os.listdir()}')"
    write_notebook(class_folder / f"ada_{LESSON}", RIGHT)
    write_notebook(
        class_folder / f"eve_{LESSON}", f"def train(*_):\n    {spy.replace(chr(10), '; ')}"
    )
    room = Classroom(class_folder)
    with LocalCrew(launcher, 1, "none") as crew:
        room.grade(crew, Order(mode="none"))
    assert "RuntimeError: sees []" in render(room.verdict("eve")).plain()


def test_what_is_known_is_not_run_again(two: Classroom) -> None:
    assert two.asked() == ["ada", "eve"]
    before = two.results()
    assert two.asked() == []
    assert two.results() == before
    assert two.asked(Order(regrade=True)) == ["ada", "eve"]


def new_answer(room: Classroom) -> None:
    room.hand_in("eve", RIGHT)


def new_cell_before(room: Classroom) -> None:
    room.hand_in("eve", "import torch", WRONG)


def new_companion(room: Classroom) -> None:
    (room.folder / "eve" / "helpers.py").write_text("lr = 1")


def other_companion(room: Classroom) -> None:
    new_companion(room)
    room.asked()
    (room.folder / "eve" / "helpers.py").write_text("lr = 2")


@pytest.mark.parametrize("change", [new_answer, new_cell_before, new_companion, other_companion])
def test_what_has_changed_is_run_again(two: Classroom, change: Callable[[Classroom], None]) -> None:
    two.asked()
    change(two)
    assert two.asked() == ["eve"]


@pytest.mark.parametrize(
    "order",
    [Order(settings=Settings(seed=1)), Order(settings=Settings(time_limit=5)), Order(mode="none")],
)
def test_other_settings_are_other_results(two: Classroom, order: Order) -> None:
    two.asked()
    assert two.asked(order) == ["ada", "eve"]


def test_other_code_of_ours_gives_other_results(
    two: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.asked()
    monkeypatch.setattr("leadin.gradebook.fingerprint.judging_code", lambda: "newer")
    assert two.asked() == ["ada", "eve"]


def add_output(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].outputs = [nbformat.v4.new_output("stream", text="0.1")]
    notebook.cells.append(nbformat.v4.new_markdown_cell("A thought."))
    nbformat.write(notebook, path)


def test_outputs_and_texts_change_nothing(two: Classroom) -> None:
    two.asked()
    add_output(two.folder / "eve" / LESSON)
    write_notebook(two.folder / "eve" / "notes.ipynb", "1", check=False)
    assert two.asked() == []


def test_too_many_companions_to_look_at_are_never_known(
    two: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leadin.gradebook.fingerprint.MAX_FILES", 2)
    for number in range(3):
        (two.folder / "eve" / f"{number}.txt").write_text("")
    two.asked()
    assert two.asked() == ["eve"]


def test_who_has_left_stays_out_and_comes_back_as_known(two: Classroom, tmp_path: Path) -> None:
    two.asked()
    shutil.move(two.folder / "eve", tmp_path / "eve")
    two.asked()
    assert list(two.results()) == ["ada"]
    two.asked()
    assert list(two.results()) == ["ada"]
    shutil.move(tmp_path / "eve", two.folder / "eve")
    assert two.asked() == []
    assert list(two.results()) == ["ada", "eve"]


def test_an_exercise_that_has_moved_to_another_file_counts_once(two: Classroom) -> None:
    path = two.folder / "eve" / LESSON
    path.rename(path.with_name("homework.ipynb"))
    two.asked()
    path.with_name("homework.ipynb").rename(path)
    two.asked()
    assert [each.exercise for each in two.results()["eve"].judgements] == list(EXERCISES)


def test_some_lessons_can_be_graded_alone(two: Classroom) -> None:
    wanted = ("08_training_linear", "09_training_quadratic")
    order = Order(tuple(each for each in EXERCISES.values() if each.lesson in wanted))
    two.asked(order)
    found = [each.exercise for each in two.results()["ada"].judgements]
    assert found == [each.id for each in order.exercises]
    # What is missing of the whole course is told without running anything.
    assert two.asked() == []
    assert len(two.results()["ada"].judgements) == len(EXERCISES)


def test_a_failure_of_ours_costs_one_notebook_and_is_tried_again(two: Classroom) -> None:
    def fail(task: Task) -> None:
        if task.student == "ada":
            raise KeyError("oops")

    two.grade(FakeCrew(before=fail))
    assert two.verdict("ada").kind == "invalid"
    assert (
        "The grader failed on this notebook: KeyError: 'oops'" in render(two.verdict("ada")).plain()
    )
    assert two.verdict("eve").kind == "pass"
    assert two.asked() == ["ada"]


def test_where_not_one_notebook_can_be_run_it_ends(room: Classroom) -> None:
    def fail(task: Task) -> None:
        raise KeyError("oops")

    for number in range(class_run.MOST_FAILURES + 5):
        room.hand_in(f"student-{number}", RIGHT)
    with pytest.raises(CannotGradeError, match="not one notebook could be run"):
        room.grade(FakeCrew(before=fail))


def test_a_submission_that_we_stumble_over_costs_one_student(
    two: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = class_run.plan_student

    def stumble(folder: Path, student: Student, exercises: object) -> list[Task]:
        if student.name == "ada":
            raise RecursionError("too deep\nfor us")
        return plan(folder, student, tuple(EXERCISES.values()))

    monkeypatch.setattr(class_run, "plan_student", stumble)
    assert two.asked() == ["eve"]
    assert {each.kind for each in two.results()["ada"].judgements} == {"invalid"}
    assert "can't be read: RecursionError: too deep" in render(two.verdict("ada")).plain()


def test_no_process_at_all_ends_the_run_and_the_next_goes_on(two: Classroom) -> None:
    def refuse(task: Task) -> None:
        if task.student == "eve":
            raise CannotGradeError("no process can be started")

    failing = FakeCrew(before=refuse)
    with pytest.raises(CannotGradeError, match="no process"):
        two.grade(failing)
    assert failing.is_stopped
    assert two.asked() == ["eve"]


def test_what_is_stored_before_a_stop_is_kept(room: Classroom) -> None:
    for number in range(9):
        room.hand_in(f"student-{number}", RIGHT)

    def stop(progress: Progress) -> None:
        if progress.graded == 5:
            raise KeyboardInterrupt

    stopped = FakeCrew()
    with pytest.raises(KeyboardInterrupt):
        room.grade(stopped, report=stop)
    assert stopped.is_stopped
    assert len(room.asked()) == 4
    assert len(room.results()) == 9


def test_no_more_is_read_than_the_crew_has_room_for(room: Classroom) -> None:
    for number in range(30):
        room.hand_in(f"student-{number:02}", RIGHT)
    crew = FakeCrew(size=3)
    ahead = []
    room.grade(crew, report=lambda progress: ahead.append(len(crew.asked) - progress.graded))
    assert max(ahead) <= 3


@pytest.mark.parametrize(("inputs", "count"), [("shared", 1), ("per-student", 2)])
def test_hidden_inputs_are_shared_or_each_students_own(
    two: Classroom, inputs: InputsFor, count: int
) -> None:
    crew = FakeCrew()
    two.grade(crew, Order(inputs=inputs))
    assert len(set(crew.seeds)) == count
    assert two.asked(Order(inputs=inputs)) == []
    assert {each.notebooks[7].seed for each in two.results().values()} == set(crew.seeds)


@dataclass
class FakeWorker:
    """Not isolated; fails if anything is sent to it."""

    isolation: Isolation = field(default_factory=Isolation)
    is_closed: bool = False

    def close(self) -> None:
        self.is_closed = True


class FakeLauncher:
    """Starts what it is told to."""

    def __init__(self, launch: Callable[[Path | None], FakeWorker]) -> None:
        self._launch = launch

    def warm_up(self) -> None: ...

    def close(self) -> None: ...

    def launch(self, folder: Path | None, cpu_seconds: int) -> FakeWorker:
        return self._launch(folder)


def grade_with(room: Classroom, launch: Callable[[Path | None], FakeWorker]) -> None:
    launcher = FakeLauncher(launch)
    with LocalCrew(launcher, 1, "auto") as crew:  # type: ignore[arg-type]
        room.grade(crew)


def test_where_nothing_is_isolated_no_student_code_is_run(two: Classroom) -> None:
    worker = FakeWorker()
    with pytest.raises(NotIsolatedError, match=r"can read and write files.*--isolation none"):
        grade_with(two, lambda folder: worker)
    assert worker.is_closed


def test_a_folder_that_no_process_can_be_started_in_costs_one_student(two: Classroom) -> None:
    def launch(folder: Path | None) -> FakeWorker:
        if folder:
            raise LaunchError("PermissionError: [Errno 13]")
        return FakeWorker(Isolation(("pid", "net"), True, 7, True, True, True, True, "tmpfs"))

    grade_with(two, launch)
    assert "This notebook can't be run: PermissionError" in render(two.verdict("ada")).plain()
    assert two.verdict("ada").kind == "invalid"


@pytest.mark.parametrize("failures", [1, TRIES - 1])
def test_a_notebook_is_run_again_when_the_launcher_was_lost(
    two: Classroom, failures: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = []

    def judge(
        submission: Submission, exercises: Sequence[Exercise], *_: object
    ) -> tuple[list[Verdict], None]:
        if len(lost) < failures:
            lost.append(submission)
            raise LauncherLostError("it ended")
        return [without_run(each, "wrong", FINE) for each in exercises], None

    monkeypatch.setattr("leadin.running.grade.judge_submission", judge)
    grade_with(two, lambda folder: FakeWorker())
    assert two.verdict("ada").kind == "wrong"
    assert len(lost) == failures


def test_a_word_that_is_mended_grades_nothing_again(
    two: Classroom, launcher: Launcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalCrew(launcher, 1, "none") as crew:
        two.grade(crew, Order(mode="none"))
    words = tomllib.loads((PACKAGE / "words" / "en.toml").read_text("utf-8"))
    words["mistake"]["wrong_sign"]["hint"] = "A hint in better words."
    monkeypatch.setattr(sys.modules["leadin.words.render"], "_catalogue", lambda language: words)
    assert two.asked(Order(mode="none")) == []
    assert "A hint in better words." in feedback_page(two.results()["eve"])


def test_what_judges_is_all_that_a_verdict_comes_from_but_the_words() -> None:
    rooms = {
        name.split(".")[1]
        for room in fingerprint.JUDGING
        for path in [*PACKAGE.glob(f"{room}.py"), *(PACKAGE / room).rglob("*.py")]
        for name in re.findall(r"^\s*from (leadin\.\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert "judging" in rooms
    assert rooms <= {*fingerprint.JUDGING, "words"}
