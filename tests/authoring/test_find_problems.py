"""`leadin build --check` names each thing that an author has to mend, in one line."""

import json

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from leadin.authoring.build import build

LESSON = "lessons/08_training_linear.ipynb"
SOLUTION = "solutions/08_training_linear.ipynb"


def test_a_sound_course_has_no_problems(course):
    assert course.problems() == []


def test_checking_writes_nothing(course):
    course.lesson.unlink()
    course.problems()
    assert not course.lesson.exists()


# Solutions against lessons


def test_a_lesson_edited_by_hand_is_named_with_the_cells_that_differ(course):
    course.change(lambda notebook: notebook.cells[0].update(source="mine"), course.lesson)
    assert course.problems() == [
        f"{LESSON}, cell 'one-weight': is out of date or edited by hand (cell 'one-weight'): move "
        f"what is worth keeping to {SOLUTION}, then run `leadin build`"
    ]


def test_a_solution_edited_without_a_build_makes_its_lesson_out_of_date(course):
    def edit(notebook):
        notebook.cells[0].source = "new"
        notebook.cells.append(new_markdown_cell("more", id="more-text"))

    course.change(edit)
    (problem,) = course.problems()
    assert problem.startswith(f"{LESSON}: is out of date or edited by hand ")
    assert "(cells 'one-weight', 'more-text')" in problem


def test_another_spelling_of_the_same_lesson_is_named_too(course):
    course.lesson.write_bytes(course.lesson.read_bytes().replace(b"\n", b"\r\n"))
    (problem,) = course.problems()
    assert "metadata, spelling or order of cells" in problem


def test_a_missing_lesson_is_named(course):
    course.lesson.unlink()
    assert course.problems() == [f"{LESSON}: is missing: run `leadin build`"]


def test_a_lesson_without_a_solution_is_named(course):
    (course.lesson.parent / "07_stray.ipynb").write_bytes(course.lesson.read_bytes())
    assert course.problems() == [
        "lessons/07_stray.ipynb: has no solution: delete it, or add solutions/07_stray.ipynb"
    ]


def test_an_untidy_solution_is_named_with_its_cells(course):
    course.change(lambda notebook: notebook.cells[1].metadata.update(collapsed=True))
    assert course.problems() == [f"{SOLUTION}: is not tidy in cell 'show-w': run `leadin build`"]


def test_a_wrong_marker_is_named(course):
    course.change(lambda notebook: notebook.cells[2].update(source="### BEGIN SOLUTION"))
    (problem,) = course.problems()
    assert problem.startswith(f"{SOLUTION}, cell 'train': has `### BEGIN SOLUTION` without its")


# Files that are no notebooks


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"{", "is not valid JSON (line 1: "),
        (b"", "is not valid JSON (line 1: "),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"[]", "is JSON, but not a notebook"),
        (b'{"cells": 3}', "is JSON, but not a notebook"),
        (b'{"cells": [], "nbformat": 3, "nbformat_minor": 0}', "has notebook format 3.0"),
        (b'{"cells": [], "nbformat": 4, "nbformat_minor": 4}', "has notebook format 4.4"),
        (b'{"cells": [], "nbformat": 4, "nbformat_minor": 5}', "breaks the notebook format: "),
        (
            b'{"cells": [3], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
            "breaks the notebook format: ",
        ),
    ],
)
def test_a_file_that_is_no_notebook_is_a_problem_and_no_traceback(course, content, text):
    for path in (course.solution, course.lesson):
        path.write_bytes(content)
    (problem,) = course.problems()
    assert problem.startswith(f"{SOLUTION}: {text}")
    assert "\n" not in problem


def test_a_broken_lesson_is_named(course):
    course.lesson.write_text("{", encoding="utf-8")
    (problem,) = course.problems()
    assert problem.startswith(f"{LESSON}: can't be compared (is not valid JSON")


def test_a_folder_in_place_of_a_notebook_is_a_problem(course):
    course.solution.unlink()
    course.solution.mkdir()
    (problem,) = course.problems()
    assert problem.startswith(f"{SOLUTION}: can't be read: ")


# Ids


def test_a_cell_without_an_id_is_named_by_its_number(course):
    data = json.loads(course.solution.read_text(encoding="utf-8"))
    del data["cells"][1]["id"]
    course.solution.write_text(json.dumps(data), encoding="utf-8")
    (problem,) = course.problems()
    assert problem.startswith(f"{SOLUTION}: cell 2 has no id")


def test_an_id_used_twice_is_named(course):
    problems = course.problems_after(lambda notebook: notebook.cells[1].update(id="one-weight"))
    assert problems == [
        f"{SOLUTION}, cell 'one-weight': shares its id with 1 more: give each cell its own"
    ]


@pytest.mark.parametrize(
    "cell_id",
    [
        "3f2a9c1e",
        "deadbeef",
        "b0e1c2d3-aaaa-4bbb-8ccc-123456789abc",
        "b0e1c2d3aaaa4bbb8ccc123456789abc",
        "WhyZero",
        "why_zero",
        "why--zero",
        "-why",
        "x",
        "42",
    ],
)
def test_an_id_that_no_person_wrote_is_named(course, cell_id):
    (problem,) = course.problems_after(lambda notebook: notebook.cells[0].update(id=cell_id))
    assert problem.startswith(f"{SOLUTION}, cell {cell_id!r}: has no readable id")


@pytest.mark.parametrize(
    "cell_id", ["why-zero", "intro", "step-1", "w1-and-w2-updates", "08-train"]
)
def test_a_readable_id_is_fine(course, cell_id):
    assert course.problems_after(lambda notebook: notebook.cells[0].update(id=cell_id)) == []


# Stored outputs


def test_an_error_in_a_stored_output_is_named(course):
    error = new_output("error", ename="ValueError", evalue="no", traceback=[])
    (problem,) = course.problems_after(lambda notebook: notebook.cells[1].outputs.append(error))
    assert problem.startswith(f"{SOLUTION}, cell 'show-w': has a stored ValueError")


def test_an_error_that_a_tag_announces_is_fine_and_must_happen(course):
    def announce(notebook):
        notebook.cells[1].metadata.tags = ["raises-exception"]

    (problem,) = course.problems_after(announce)
    assert problem.endswith("is tagged `raises-exception` but raised nothing")
    error = new_output("error", ename="ValueError", evalue="no", traceback=[])
    assert course.problems_after(lambda notebook: notebook.cells[1].outputs.append(error)) == []


def test_a_warning_in_a_stored_output_is_named(course):
    warning = new_output("stream", name="stderr", text="UserWarning")
    (problem,) = course.problems_after(lambda notebook: notebook.cells[1].outputs.append(warning))
    assert problem.startswith(f"{SOLUTION}, cell 'show-w': has stored output on stderr")


def test_a_cell_that_was_never_run_is_named(course):
    problems = course.problems_after(
        lambda notebook: notebook.cells[3].update(execution_count=None)
    )
    assert problems == [f"{SOLUTION}, cell 'check-train': was never run: run `leadin build --run`"]


def test_a_blank_code_cell_need_not_be_run(course):
    blank = new_code_cell("  \n", id="blank-cell")
    assert course.problems_after(lambda notebook: notebook.cells.insert(1, blank)) == []


def test_cells_run_out_of_order_are_named(course):
    problems = course.problems_after(lambda notebook: notebook.cells[3].update(execution_count=9))
    assert problems == [
        f"{SOLUTION}, cell 'check-train': ran as number 9 instead of 3: run `leadin build --run`"
    ]


# Roles


def insert(position, source, *tags):
    text = new_markdown_cell(source, id="new-text", metadata={"tags": list(tags)})
    return lambda notebook: notebook.cells.insert(position, text)


def test_a_question_its_caption_and_its_answer_are_fine(course):
    def ask(notebook):
        notebook.cells[0].metadata.tags = ["predict"]
        insert(2, "It is 1.", "answer")(notebook)

    assert course.problems_after(ask) == []


def test_a_caption_behind_its_code_is_fine(course):
    assert course.problems_after(insert(2, "*What it prints.*", "caption")) == []


@pytest.mark.parametrize("tag", ["predicts", "Answer", "hide-input"])
def test_a_tag_that_means_nothing_is_named_with_those_that_do(course, tag):
    (problem,) = course.problems_after(insert(1, "Text", tag))
    assert f"cell 'new-text': has the tag {tag!r}, which means nothing: known are pred" in problem


def test_a_tag_of_a_text_on_code_is_named(course):
    def tag(notebook):
        notebook.cells[1].metadata.tags = ["predict"]

    (problem,) = course.problems_after(tag)
    assert problem.endswith("cell 'show-w': is no cell for the tag 'predict': take it off")


@pytest.mark.parametrize("position", [1, 2, 4])
def test_an_answer_to_no_question_is_named(course, position):
    (problem,) = course.problems_after(insert(position, "It is 1.", "answer"))
    assert "cell 'new-text': answers what nothing asked: tag the text before" in problem


def test_a_caption_without_a_figure_is_named(course):
    (problem,) = course.problems_after(insert(1, "*To see: nothing.*", "caption"))
    assert problem.endswith("is a caption that no code comes before: move it behind its figure")


# Exercises


def test_an_exercise_without_its_check_is_named(course):
    (problem,) = course.problems_after(lambda notebook: notebook.cells.pop())
    assert problem == (
        f"{SOLUTION}, cell 'train': has no check: let the next code cell be "
        '`check("08-train-linear", train)`'
    )


def test_a_check_after_another_code_cell_is_no_check(course):
    between = new_code_cell("1", id="between-them", execution_count=3)

    def part(notebook):
        notebook.cells.insert(3, between)
        notebook.cells[4].execution_count = 4

    (problem,) = course.problems_after(part)
    assert "cell 'train': has no check" in problem


def test_text_between_an_exercise_and_its_check_is_fine(course):
    text = new_markdown_cell("Run the check.", id="run-the-check")
    assert course.problems_after(lambda notebook: notebook.cells.insert(3, text)) == []


@pytest.mark.parametrize(
    "setting", [{"points": 3}, {"locked": False}, {"grade": False}, {"schema_version": 2}]
)
def test_wrong_metadata_of_a_check_is_named_with_what_to_set(course, setting):
    expected = {"points": 4, "locked": True, "grade": True, "schema_version": 3}
    (key,) = setting
    (problem,) = course.problems_after(
        lambda notebook: notebook.cells[3].metadata.nbgrader.update(setting)
    )
    assert problem.startswith(f"{SOLUTION}, cell 'check-train': ")
    assert problem.endswith(f"has wrong nbgrader metadata: set {key}={expected[key]!r}")


@pytest.mark.parametrize(
    "source",
    ["", '# check("08-train-linear", train)', "check('09-other', train)", "check(train)", "check("],
)
def test_a_check_that_does_not_call_check_for_its_exercise_is_named(course, source):
    def edit(notebook):
        notebook.cells[3].update(source=source, execution_count=3 if source else None)

    (problem,) = course.problems_after(edit)
    assert problem.startswith(f"{SOLUTION}, cell 'check-train': does not check its exercise")


def test_wrong_metadata_of_an_exercise_is_named_with_what_to_set(course):
    (problem,) = course.problems_after(
        lambda notebook: notebook.cells[2].metadata.nbgrader.update(solution=False, locked=True)
    )
    assert problem.endswith("has wrong nbgrader metadata: set locked=False, solution=True")


@pytest.mark.parametrize("metadata", [None, "junk", {}, {"grade_id": "08-other"}])
def test_an_exercise_that_is_not_defined_is_named(course, metadata):
    course.exercises = {}

    def edit(notebook):
        notebook.cells[2].metadata.nbgrader = metadata

    (problem,) = course.problems_after(edit)
    assert problem.startswith(f"{SOLUTION}, cell 'train': has grade_id ")


def test_an_exercise_in_another_lesson_than_its_own_is_named(course):
    course.solution.rename(course.solution.with_name("07_zero_grad.ipynb"))
    course.lesson.unlink()
    build(course.root)
    problems = course.problems()
    assert problems == [
        "solutions/07_zero_grad.ipynb, cell 'train': is exercise '08-train-linear', "
        "which belongs to 08_training_linear",
        f"{SOLUTION}: is missing: exercise '08-train-linear' belongs there",
    ]


def test_an_exercise_without_a_cell_in_its_lesson_is_named(course):
    (problem,) = course.problems_after(lambda notebook: notebook.cells.__delitem__(slice(2, 4)))
    assert problem.startswith(f"{SOLUTION}: has no cell for exercise '08-train-linear'")


def test_an_exercise_that_stands_there_twice_is_named(course):
    def double(notebook):
        for number, cell in enumerate([dict(cell) for cell in notebook.cells[2:4]], start=4):
            again = new_code_cell(cell["source"], id=f"{cell['id']}-again")
            again.update(metadata=cell["metadata"], execution_count=number)
            notebook.cells.append(again)

    (problem,) = course.problems_after(double)
    assert problem.endswith(
        "cell 'train-again': is exercise '08-train-linear' a second time: keep one"
    )


def test_a_solution_cell_for_nbgrader_without_our_tag_is_named(course):
    course.exercises = {}

    def untag(notebook):
        notebook.cells[2].source = "pass"
        notebook.cells[2].metadata.tags = []

    (problem,) = course.problems_after(untag)
    assert problem.endswith("is a solution for nbgrader only: tag the cell `exercise`")


# Links and pictures


@pytest.mark.parametrize(
    "text",
    [
        "[next](09_nowhere.ipynb)",
        "![a graph](../pics/gone.svg)",
        "![a graph](..\\pics\\08_graph.svg)",
        '<img src="../pics/gone.svg" alt="a graph">',
        'text with <a href="gone.md">a link</a>',
        "![a graph](attachment:gone.png)",
        "[nothing]()",
        "[from the top](/solutions)",
        "| a | b |\n|---|---|\n| [x](gone.md) | y |",
    ],
)
def test_a_link_that_leads_nowhere_is_named(course, text):
    (problem,) = course.problems_after(lambda notebook: notebook.cells[0].update(source=text))
    assert problem.startswith(f"{SOLUTION}, cell 'one-weight': links to ")


def test_a_link_must_lead_somewhere_from_the_lesson_too(course):
    (course.solution.parent / "notes.md").write_text("notes", encoding="utf-8")
    (problem,) = course.problems_after(
        lambda notebook: notebook.cells[0].update(source="[notes](notes.md)")
    )
    assert "links to 'notes.md', which is not there" in problem


@pytest.mark.parametrize(
    "text",
    [
        "[this lesson](08_training_linear.ipynb#why)",
        "[a heading](#why)",
        "[elsewhere](https://example.org/x), [mail](mailto:a@example.org)",
        "![inline](data:image/png;base64,AAAA)",
        "`losses[0](x)` and\n\n```python\nlosses[0](gone)\n```",
        "![a graph](../pics/08%5Fgraph.svg)",
    ],
)
def test_other_links_and_code_are_fine(course, text):
    assert course.problems_after(lambda notebook: notebook.cells[0].update(source=text)) == []


@pytest.mark.parametrize("text", ["![](../pics/08_graph.svg)", '<img src="../pics/08_graph.svg">'])
def test_a_picture_without_alternative_text_is_named(course, text):
    (problem,) = course.problems_after(lambda notebook: notebook.cells[0].update(source=text))
    assert "without alternative text: say what it shows" in problem


def test_a_picture_attached_to_its_cell_is_found(course):
    def attach(notebook):
        notebook.cells[0].source = "![a graph](attachment:w.png)"
        notebook.cells[0].attachments = {"w.png": {"image/png": "AAAA"}}

    assert course.problems_after(attach) == []
