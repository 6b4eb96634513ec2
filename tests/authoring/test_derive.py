"""A lesson is its solution with stubs for solutions, without outputs, and otherwise the same."""

import copy

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from leadin.authoring.derive import derive
from leadin.authoring.notebooks import NotebookError
from leadin.notebook.roles import is_check


def notebook_of(source, **metadata):
    """Make a notebook of one exercise cell."""
    tags = {"tags": ["exercise"], **metadata}
    return new_notebook(cells=[new_code_cell(source, id="train", metadata=tags)])


def derived(source):
    return derive(notebook_of(source)).cells[0].source


def test_a_solution_region_becomes_a_stub_at_its_own_indentation(solution, cell_of):
    assert cell_of(derive(solution), "train").source == (
        "def train(x_data, y_data, w, lr, epochs):\n"
        '    """Return the loss of each epoch."""\n'
        "    losses = []\n"
        "    # Your code goes here, in place of the next line.\n"
        '    raise NotImplementedError("write train() here")\n'
        "    return losses"
    )


def test_an_untouched_exercise_raises_not_implemented_error(solution, cell_of):
    namespace = {}
    exec(cell_of(derive(solution), "train").source, namespace)
    with pytest.raises(NotImplementedError, match=r"write train\(\) here"):
        namespace["train"]([], [], 1.0, 0.1, 3)


def test_every_region_of_a_cell_becomes_a_stub():
    source = (
        "class Net:\n    def __init__(self):\n        ### BEGIN SOLUTION\n        self.w = 1\n"
        "        ### END SOLUTION\n\n    def forward(self, x):\n        ### BEGIN SOLUTION\n"
        "        return self.w * x\n        ### END SOLUTION\n"
    )
    lesson = derived(source)
    assert 'raise NotImplementedError("write __init__() here")' in lesson
    assert 'raise NotImplementedError("write forward() here")' in lesson
    assert "SOLUTION" not in lesson
    assert "self.w" not in lesson


def test_a_region_around_a_whole_function_names_that_function():
    source = "### BEGIN SOLUTION\ndef train(w):\n    return w\n### END SOLUTION"
    assert derived(source).endswith('\nraise NotImplementedError("write train() here")')


def test_a_region_outside_of_functions_asks_for_code():
    source = "### BEGIN SOLUTION\nw = 1\n### END SOLUTION\nprint(w)"
    assert 'raise NotImplementedError("write your code here")\nprint(w)' in derived(source)


def test_a_cell_with_a_magic_is_derived_all_the_same():
    lesson = derived("%time\n### BEGIN SOLUTION\nw = 1\n### END SOLUTION")
    assert lesson.startswith("%time\n# Your code goes here")


def test_outputs_and_execution_counts_are_removed(solution):
    for cell in derive(solution).cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_all_else_stays_as_it_is(solution, is_valid):
    solution.cells[0].attachments = {"w.png": {"image/png": "AAAA"}}
    solution.metadata.title = "One weight"
    lesson = derive(solution)
    assert lesson.metadata == solution.metadata
    assert lesson.cells[0] == solution.cells[0]
    assert [cell.id for cell in lesson.cells] == [cell.id for cell in solution.cells]
    checks = [cell.id for cell in solution.cells if is_check(cell)]
    for cell, solved in zip(lesson.cells, solution.cells, strict=True):
        assert cell.metadata == solved.metadata or cell.id in checks
    assert is_valid(lesson)


def test_a_check_that_fails_stops_nothing_in_a_lesson(solution):
    lesson = derive(solution)
    tags = {cell.id: cell.metadata.get("tags", []) for cell in lesson.cells if is_check(cell)}
    assert tags
    assert all("raises-exception" in each for each in tags.values())


def test_the_solution_itself_is_not_changed(solution):
    before = copy.deepcopy(solution)
    derive(solution)
    assert solution == before


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("### BEGIN SOLUTION\nw = 1", "has `### BEGIN SOLUTION` without its `### END SOLUTION`"),
        ("w = 1\n### END SOLUTION", "has `### END SOLUTION` without its `### BEGIN SOLUTION`"),
        (
            "### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION\n### END SOLUTION",
            "has a second `### BEGIN SOLUTION` within a region",
        ),
        ("w = 1", "is an exercise without a solution region"),
        ("# begin solution\nw = 1\n### END SOLUTION", "alone on the line"),
        ("w = 1 ### BEGIN SOLUTION\n### END SOLUTION", "alone on the line"),
        (
            "### BEGIN SOLUTION\nfor w in range(3):\n### END SOLUTION\n    print(w)",
            "does not parse once its solution is a stub",
        ),
    ],
)
def test_wrong_markers_are_refused_with_the_cell_and_the_reason(source, text):
    with pytest.raises(NotebookError) as caught:
        derive(notebook_of(source))
    assert str(caught.value).startswith("the notebook, cell 'train': ")
    assert text in str(caught.value)


@pytest.mark.parametrize("make", [new_code_cell, new_markdown_cell])
def test_a_marker_outside_of_an_exercise_is_refused(make):
    cell = make("### BEGIN SOLUTION\nw = 1\n### END SOLUTION", id="plain")
    with pytest.raises(NotebookError, match=r"cell 'plain': .* tag the cell `exercise`"):
        derive(new_notebook(cells=[cell]))


def test_a_heading_about_a_solution_is_no_marker():
    cell = new_markdown_cell("### End solution walk-through", id="text")
    assert derive(new_notebook(cells=[cell])).cells == [cell]


def question(*tags):
    notebook = new_notebook(
        cells=[
            new_markdown_cell("**Predict:** what?", metadata={"tags": ["predict"]}),
            new_code_cell(
                "1 + 1",
                outputs=[new_output("execute_result", {"text/plain": "2"}, execution_count=1)],
            ),
        ]
    )
    notebook.cells += [new_markdown_cell("Two.", metadata={"tags": [tag]}) for tag in tags]
    return notebook


@pytest.mark.parametrize("tag", ["answer", "caption"])
def test_what_answers_a_question_is_folded_away(tag):
    folded = derive(question(tag)).cells[-1].source
    assert folded.startswith("<details>\n<summary>After you have predicted</summary>\n\nTwo.\n\n")
    assert folded.endswith("</details>")


def test_a_caption_of_no_question_stays_in_sight():
    notebook = question("caption")
    del notebook.cells[0]
    assert derive(notebook).cells[-1].source == "Two."


def test_code_that_nobody_needs_to_read_is_collapsed():
    notebook = question()
    notebook.cells[1].metadata["tags"] = ["helper"]
    assert derive(notebook).cells[1].metadata["jupyter"] == {"source_hidden": True}
