"""`leadin build` writes what changed, the same bytes each time, and deletes nothing."""

import json

import nbformat
import nbformat.v4 as nbf
import pytest

from leadin.authoring.build import build, extra_lessons
from leadin.authoring.notebooks import NotebookError, load, tidy


def content_of(course):
    return {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()}


def test_a_second_build_changes_nothing(course):
    before = content_of(course)
    assert build(course.root) == []
    assert content_of(course) == before


def test_a_build_returns_what_it_changed(course):
    course.change(lambda notebook: notebook.cells[0].update(source="# Another title"))
    assert build(course.root) == [course.lesson]
    assert load(course.lesson).cells[0].source == "# Another title"


def test_a_build_takes_back_an_edit_of_a_lesson(course):
    before = content_of(course)
    course.change(lambda notebook: notebook.cells.pop(), course.lesson)
    assert build(course.root) == [course.lesson]
    assert content_of(course) == before


def test_files_are_written_as_nbformat_writes_them_with_unix_line_ends(course):
    course.change(lambda notebook: notebook.cells[0].update(source="ŷ = w·x\nand a line"))
    build(course.root)
    for path in (course.solution, course.lesson):
        content = path.read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"}\n")
        assert "ŷ = w·x".encode() in content
        assert content.decode() == nbformat.writes(nbformat.read(path, as_version=4)) + "\n"


def test_a_build_leaves_no_other_files(course):
    expected = {course.solution, course.lesson, course.root / "pics" / "08_graph.svg"}
    assert set(content_of(course)) == expected


def test_what_editors_leave_behind_is_tidied_away_and_outputs_are_kept(course):
    def spoil(notebook):
        notebook.metadata.language_info = {"name": "python", "version": "3.12.1"}
        notebook.metadata.kernelspec = {"name": "venv", "display_name": "mine"}
        notebook.metadata.vscode = {"interpreter": {"hash": "abc"}}
        notebook.cells[1].metadata.update(
            collapsed=False,
            scrolled=True,
            execution={"iopub.execute_input": "2026-01-01T00:00:00Z"},
            editable=True,
            slideshow={"slide_type": ""},
            vscode={"languageId": "python"},
            tags=[],
            jupyter={"outputs_hidden": False},
        )

    before = content_of(course)
    course.change(spoil)
    assert build(course.root) == [course.solution]
    assert content_of(course) == before
    assert load(course.solution).cells[1].outputs[0].text == "w = 1\n"


def test_metadata_that_an_author_sets_is_kept(course):
    kept = {
        "tags": ["raises-exception"],
        "jupyter": {"source_hidden": True},
        "deletable": False,
        "editable": False,
        "slideshow": {"slide_type": "slide"},
        "mystnb": {"remove_code_source": True},
    }
    course.change(lambda notebook: notebook.cells[1].metadata.update(kept))
    build(course.root)
    assert load(course.solution).cells[1].metadata == kept
    assert load(course.lesson).cells[1].metadata == kept


def test_a_lesson_without_a_solution_is_named_and_left_alone(course):
    stray = course.lesson.with_name("07_stray.ipynb")
    stray.write_bytes(course.lesson.read_bytes())
    assert build(course.root) == []
    assert extra_lessons(course.root) == [stray]
    assert stray.exists()


def test_folders_inside_and_hidden_copies_are_not_lessons_of_this_folder(course):
    for name in ("zh/08_training_linear.ipynb", ".~08_training_linear.ipynb"):
        path = course.solution.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(course.solution.read_bytes())
    assert build(course.root) == []
    assert course.problems() == []


def test_nothing_is_written_when_one_solution_is_broken(course):
    course.change(lambda notebook: notebook.cells[0].update(source="changed"))
    broken = course.solution.with_name("09_broken.ipynb")
    broken.write_text("{", encoding="utf-8")
    before = content_of(course)
    with pytest.raises(NotebookError, match=r"09_broken\.ipynb: is not valid JSON"):
        build(course.root)
    assert content_of(course) == before


def test_an_error_in_a_marker_names_the_notebook_and_the_cell(course):
    course.change(lambda notebook: notebook.cells[2].update(source="### END SOLUTION"))
    with pytest.raises(NotebookError, match=r"08_training_linear\.ipynb, cell 'train': has `### E"):
        build(course.root)


def test_a_cell_without_an_id_is_refused_and_not_given_a_random_one(course):
    data = json.loads(course.solution.read_text(encoding="utf-8"))
    del data["cells"][1]["id"]
    course.solution.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(NotebookError, match="cell 2 has no id"):
        build(course.root)


def test_printed_text_that_came_in_pieces_becomes_one_output():
    one, two, three = (nbf.new_output("stream", name="stdout", text=f"{c}\n") for c in "abc")
    picture = nbf.new_output("display_data", data={"image/png": "AAAA"})
    cell = nbf.new_code_cell("print()", outputs=[one, two, picture, three])
    (tidied,) = tidy(nbf.new_notebook(cells=[cell])).cells
    assert [output.get("text") for output in tidied.outputs] == ["a\nb\n", None, "c\n"]
