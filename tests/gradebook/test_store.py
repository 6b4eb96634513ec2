"""What was stored comes back to the bit; what can't be stored is said in a line."""

import math
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from leadin.gradebook.store import SCHEMA, Store, StoreError
from leadin.judging import Reason, Shown, Verdict
from leadin.judging.curve import Difference
from leadin.running.grade import GradedNotebook
from leadin.running.isolation.in_force import Isolation

ISOLATION = Isolation(("pid", "net"), True, 7, True, True, True, True, "tmpfs")


def because(text: str) -> Reason:
    return Reason("grader_failed", {"error": text})


def judgement(exercise: str = "08-train-linear", message: str = "✗ no") -> Verdict:
    curve = (0.1, -0.0, 5e-324, math.inf, -math.inf, math.nan, 1 / 3)
    shown = Shown(2, {"x_data": [1.0, 2], "epochs": 7}, curve[:3], curve, Difference(3, 0.1, None))
    mistakes = ("no_zero_grad", "wrong_lr")
    return Verdict(exercise, "wrong", 0, 4, because(message), mistakes, shown)


def notebook(student: str, *exercises: str, name: str = "08.ipynb") -> GradedNotebook:
    graded = tuple(judgement(exercise) for exercise in exercises or ["08-train-linear"])
    return GradedNotebook(student, name, graded, 2**70, ISOLATION)


def missing(student: str, name: str = "08.ipynb") -> GradedNotebook:
    verdict = Verdict("12-mend-1", "missing", 0, 2, because("x"))
    return GradedNotebook(student, name, (verdict,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out" / "gradebook.sqlite"


def test_everything_comes_back(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        store.add(notebook("ada"), "x")
    with Store(path) as store:
        (student,) = store.students()
    # As texts, in which nan equals nan and -0.0 differs from 0.0.
    assert repr(student.notebooks) == repr((notebook("ada"),))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_notebook_that_was_not_run_comes_back_too(path: Path) -> None:
    graded = missing("ada", "a.ipynb")
    with Store(path) as store:
        store.begin_run()
        store.add(graded, "x")
        (student,) = store.students()
    assert student.notebooks == (graded,)


def test_students_come_by_name_and_notebooks_in_the_courses_order(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        for student in ("zoe", "Ada", "张伟", "ada"):
            store.add(notebook(student, "09-train-quadratic", name="a.ipynb"), "x")
            store.add(notebook(student, "01-gradient-by-hand", name="b.ipynb"), "x")
        found = list(store.students())
    assert [each.student for each in found] == ["Ada", "ada", "zoe", "张伟"]
    assert [each.notebook for each in found[0].notebooks] == ["b.ipynb", "a.ipynb"]


def test_a_new_result_takes_the_place_of_the_old_one(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        store.add(notebook("ada", "12-mend-1", "12-mend-2"), "x")
        store.add(notebook("ada", "12-mend-1"), "y")
        (student,) = store.students()
        assert [each.exercise for each in student.judgements] == ["12-mend-1"]
        assert store.fingerprints("ada") == {"08.ipynb": "y"}


def test_only_what_the_last_run_has_found_or_confirmed_is_read(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        for student in ("ada", "grace", "alan"):
            store.add(notebook(student), "x")
        store.end_run()
        store.begin_run()
        store.confirm("ada", ["08.ipynb"])
        store.add(notebook("grace"), "y")
        assert [each.student for each in store.students()] == ["ada", "grace"]
        # What is left out is kept: it counts again when its notebook is back.
        assert store.fingerprints("alan") == {"08.ipynb": "x"}


def test_texts_that_no_file_can_hold_are_kept_as_well_as_can_be(path: Path) -> None:
    graded = GradedNotebook("ada", "a\udc80.ipynb", (judgement(message="\ud800 \0 end"),))
    with Store(path) as store:
        store.begin_run()
        store.add(graded, "x")
        (student,) = store.students()
    assert student.judgements[0].reason == because("\ud800 \0 end")


def test_one_grader_at_a_time(path: Path) -> None:
    with Store(path), pytest.raises(StoreError, match="is in use: another grader"):
        Store(path)
    Store(path).close()


@pytest.mark.slow
def test_another_process_is_kept_out_and_leaves_no_lock_when_killed(path: Path) -> None:
    script = (
        "import sys, os, pathlib; from leadin.gradebook.store import Store\n"
        "store = Store(pathlib.Path(sys.argv[1])); store.begin_run()\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="another grader"):
            Store(path)
        other.kill()
        other.wait()
    Store(path).close()


def damaged(path: Path) -> bytes:
    with Store(path) as store:
        store.begin_run()
        for number in range(200):
            store.add(notebook(f"student-{number}"), "x")
    content = bytearray(path.read_bytes())
    for start in range(4096 * 2, len(content), 4096):
        content[start : start + 2048] = bytes(2048)
    return bytes(content)


@pytest.mark.parametrize("content", [b"not a database, and longer than a header" * 100, None])
def test_a_damaged_store_is_left_as_it_is(path: Path, content: bytes | None) -> None:
    path.parent.mkdir()
    content = content or damaged(path)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"is damaged or no gradebook.*: move it away"):
        Store(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(StoreError, match="is another program's database: give another --out"):
        Store(path)
    assert path.read_bytes() == content


def test_a_newer_store_is_left_as_it_is(path: Path) -> None:
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(StoreError, match="written by a newer leadin: update"):
        Store(path)
    assert path.read_bytes() == content


def test_an_older_store_is_graded_anew(path: Path) -> None:
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE judgement; DROP TABLE call; CREATE TABLE judgement (message TEXT);"
        "PRAGMA user_version = 1"
    )
    connection.close()
    with Store(path) as store:
        store.begin_run()
        assert store.fingerprints("ada") == {}
        store.add(notebook("ada"), "x")
    with Store(path) as store:
        assert [each.student for each in store.students()] == ["ada"]


def test_what_a_whole_class_is_shown_is_kept_once(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        store.add(notebook("ada"), "x")
        store.end_run()
        assert store._connection.execute("SELECT count(*) FROM call").fetchone() == (1,)
        store.add(notebook("eve"), "x")
        assert store._connection.execute("SELECT count(*) FROM call").fetchone() == (1,)
        for name in ("ada", "eve"):
            store.add(missing(name), "y")
        store.end_run()
        assert store._connection.execute("SELECT count(*) FROM call").fetchone() == (0,)


def test_a_store_without_a_place_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be made"):
        Store(tmp_path / "file" / "out" / "gradebook.sqlite")
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StoreError, match="can't be written: mend its permissions"):
        Store(tmp_path / "folder.sqlite")


def fill(store: Store) -> None:
    for number in range(1000):
        store.add(notebook(f"student-{number}"), "x")


def test_a_full_disk_costs_nothing_that_was_stored(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        store.add(notebook("ada"), "x")
        # Room for a few pages more stands for a disk that is nearly full.
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(StoreError, match="the disk is full; make room"):
            fill(store)
    with Store(path) as store:
        found = [each.student for each in store.students()]
    assert "ada" in found
    assert len(found) == len(set(found)) > 1


def test_a_store_can_be_moved(path: Path, tmp_path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        store.add(notebook("ada"), "x")
    shutil.move(path, tmp_path / "moved.sqlite")
    with Store(tmp_path / "moved.sqlite") as store:
        assert [each.student for each in store.students()] == ["ada"]


def test_students_are_read_one_by_one(path: Path) -> None:
    with Store(path) as store:
        store.begin_run()
        for number in range(20):
            store.add(notebook(f"student-{number:02}"), "x")
        students = store.students()
        assert next(students).student == "student-00"
        assert next(students).student == "student-01"
