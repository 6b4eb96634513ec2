"""The reports on a class that other programs read."""

import csv
import io
import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadin.course import EXERCISES
from leadin.gradebook.reports import write_reports
from leadin.gradebook.reports.data import ENCODING, harmless, to_gradescope
from leadin.gradebook.reports.feedback import file_stem
from leadin.gradebook.reports.summary import Summary
from leadin.gradebook.store import GradedStudent
from leadin.running.isolation.in_force import Isolation
from leadin.running.reports import to_json
from tests.gradebook.graded import HOSTILE, graded, halved, not_run, notebook, raised, right


def rows(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text(ENCODING), newline="")))


def test_a_student_is_a_row_with_points_and_verdicts(tmp_path: Path) -> None:
    write_reports(
        [graded(right(), not_run("timeout", exercise="09-train-quadratic"))], tmp_path, "class"
    )
    header, row = rows(tmp_path / "gradebook.csv")
    cells = dict(zip(header, row, strict=True))
    assert header[4 : 4 + len(EXERCISES)] == list(EXERCISES)
    assert {name: cells[name] for name in header[:4]} == {
        "student": "ada",
        "total": "4",
        "max": "8",
        "percent": "50.0",
    }
    assert (cells["08-train-linear"], cells["08-train-linear verdict"]) == ("4", "pass")
    assert (cells["09-train-quadratic"], cells["09-train-quadratic verdict"]) == ("0", "timeout")
    assert cells["07-accumulate"] == cells["07-accumulate verdict"] == ""


def test_the_table_for_canvas_has_the_columns_that_canvas_looks_for(tmp_path: Path) -> None:
    write_reports([graded(right())], tmp_path, "class")
    header, worth, row = rows(tmp_path / "canvas.csv")
    assert header == ["Student", "ID", "SIS Login ID", "Section", *EXERCISES]
    assert worth[0].strip() == "Points Possible"
    assert worth[4:] == [str(exercise.points) for exercise in EXERCISES.values()]
    assert row[:4] == ["ada", "", "ada", ""]
    assert row[header.index("08-train-linear")] == "4"


@given(st.text())
def test_no_name_is_a_formula_or_more_than_one_cell(name: str) -> None:
    cell = harmless(name)
    assert cell.strip()[:1] not in set("=+-@")
    assert len(cell.splitlines()) <= 1


def test_a_semicolon_in_a_name_splits_no_cell(tmp_path: Path) -> None:
    write_reports([graded(right(), student="a;=1+1")], tmp_path, "class")
    assert '\n"a;=1+1",4,' in (tmp_path / "gradebook.csv").read_text(ENCODING)


def test_json_is_what_one_report_on_all_notebooks_would_be(tmp_path: Path) -> None:
    first, second = Isolation(seccomp=True, landlock=6), Isolation(seccomp=True)
    notebooks = [
        notebook(right(), isolation=first),
        notebook(halved(), student="bob", isolation=second),
    ]
    write_reports([GradedStudent(each.student, (each,)) for each in notebooks], tmp_path, "class")
    written = json.loads((tmp_path / "gradebook.json").read_text("utf-8"))
    assert written == json.loads(json.dumps(to_json(notebooks)))
    assert written["isolation"]["landlock"] == 0


def test_junit_has_a_suite_per_student(tmp_path: Path) -> None:
    write_reports(
        [graded(right(), raised("no")), graded(halved(), student="bob")], tmp_path, "class"
    )
    ada, bob = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert (ada.get("name"), ada.get("tests"), ada.get("errors")) == ("ada", "2", "1")
    assert (bob.get("name"), bob.get("tests"), bob.get("failures")) == ("bob", "1", "1")
    assert bob[0].get("classname") == "bob/08_training_linear"


def test_gradescope_gets_the_fields_of_its_specification() -> None:
    results = to_gradescope([notebook(right(), halved("09-train-quadratic"))])
    assert results["score"] == 4
    assert results["output"] == "4 of 8 points, 1 of 2 exercises pass."
    passed, failed = results["tests"]
    assert (passed["name"], passed["status"]) == ("08-train-linear: right", "passed")
    assert (passed["score"], passed["max_score"]) == (4, 4)
    assert (failed["score"], failed["max_score"], failed["status"]) == (0, 4, "failed")
    assert failed["tags"] == ["halved_loss"]
    assert "Hint: " in failed["output"]


def test_gradescope_shows_every_text_as_it_is() -> None:
    formats = {key: value for key, value in to_gradescope([]).items() if key.endswith("_format")}
    expected = {"output_format", "test_name_format", "test_output_format"}
    assert formats == dict.fromkeys(expected, "text")


def test_every_report_stays_readable_whatever_a_student_is_called(tmp_path: Path) -> None:
    class_ = [graded(raised(name, line=name), student=name) for name in HOSTILE]
    write_reports(class_, tmp_path, HOSTILE[0])
    assert len(rows(tmp_path / "gradebook.csv")) == 1 + len(HOSTILE)
    assert len(json.loads((tmp_path / "gradebook.json").read_text("utf-8"))["submissions"]) == 6
    assert len(ElementTree.parse(tmp_path / "junit.xml").getroot()) == len(HOSTILE)
    for folder in ("feedback", "gradescope"):
        assert len(list((tmp_path / folder).iterdir())) == len(HOSTILE)
    for file in (tmp_path / "gradescope").iterdir():
        assert json.loads(file.read_text("utf-8"))["score"] == 0


@given(st.text(), st.text())
def test_no_two_students_share_a_file(one: str, other: str) -> None:
    same = file_stem(one).casefold() == file_stem(other).casefold()
    assert same == (one == other)


@given(st.text(st.characters()) | st.text("conaux123.-_/\\: \n", max_size=8))
def test_a_file_name_is_one_that_every_system_takes(name: str) -> None:
    stem = file_stem(name)
    assert len(stem.encode("utf-8")) < 200
    assert not set(stem) & set('/\\:*?"<>|\n\r\t\0 ')
    assert not stem.startswith((".", "-"))
    assert stem.split(".")[0].lower() not in {"con", "aux", "nul", "prn", "com1", "lpt1"}


@pytest.mark.parametrize("name", ["ada", "s1234567", "ada.lovelace", "ada_l-2"])
def test_a_plain_name_is_its_own_file_name(name: str) -> None:
    assert file_stem(name) == name


def test_a_name_that_imitates_anothers_file_gets_another_one() -> None:
    assert file_stem(file_stem("Ada Lovelace").lower()) != file_stem("Ada Lovelace").lower()


def test_students_are_gone_through_once_and_not_kept(tmp_path: Path) -> None:
    seen: list[weakref.ref[GradedStudent]] = []
    most = 0

    def stream() -> Iterator[GradedStudent]:
        nonlocal most
        for number in range(20):
            student = graded(right(), student=f"s{number}")
            seen.append(weakref.ref(student))
            most = max(most, sum(each() is not None for each in seen))
            yield student

    assert write_reports(stream(), tmp_path, "class").students == 20
    assert most <= 2


def test_an_export_that_breaks_off_leaves_the_earlier_reports(tmp_path: Path) -> None:
    write_reports([graded(right())], tmp_path, "class")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}

    def breaks_off() -> Iterator[GradedStudent]:
        yield graded(halved())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_reports(breaks_off(), tmp_path, "class")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


def test_a_class_without_students_has_its_reports_too(tmp_path: Path) -> None:
    write_reports([], tmp_path, "class")
    assert json.loads((tmp_path / "gradebook.json").read_text("utf-8"))["submissions"] == []
    assert len(ElementTree.parse(tmp_path / "junit.xml").getroot()) == 0
    assert "No student code was run." in (tmp_path / "class.html").read_text("utf-8")


def test_a_student_without_a_notebook_is_in_the_gradebook(tmp_path: Path) -> None:
    write_reports([GradedStudent("ada", ())], tmp_path, "class")
    assert rows(tmp_path / "gradebook.csv")[1][:4] == ["ada", "0", "0", "0.0"]


def test_mean_and_median_are_those_of_all_students() -> None:
    summary = Summary()
    for verdicts in ([right()], [right()], [halved()], [halved(), right("09-train-quadratic")]):
        summary.add(graded(*verdicts))
    assert (summary.mean, summary.median, summary.students) == (3.0, 4.0, 4)


def test_a_mistake_counts_its_makers_once_and_by_exercise() -> None:
    summary = Summary()
    summary.add(graded(halved(), halved("09-train-quadratic")))
    assert summary.makers["halved_loss"] == 1
    assert summary.mistakes["halved_loss"] == {"08-train-linear": 1, "09-train-quadratic": 1}
