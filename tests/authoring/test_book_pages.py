"""A lesson's page says all that the lesson says, and keeps answers folded until they are wanted."""

import re
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from leadin.authoring.notebooks import NotebookError, load, notebooks_in
from leadin.authoring.site.errors_page import error_entries, messages_in, trap_entries
from leadin.authoring.site.lesson_page import (
    PLAYER_FILES,
    PageSource,
    alternative_text,
    lesson_page,
    with_player,
)
from leadin.authoring.site.markdown import (
    blocks,
    fence,
    is_table,
    link_cells,
    link_lessons,
    name_repository_files,
)
from leadin.authoring.site.site import lesson_list
from leadin.graph.player import STEPS_TYPE
from leadin.notebook.roles import Role, has_role

ROOT = Path(__file__).parents[2]
SOLUTIONS = {path.stem: load(path) for path in notebooks_in(ROOT / "solutions")}
PNG = new_output("display_data", data={"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"})

PLOT = """fig, ax = plt.subplots()
ax.plot(losses, label="right")
ax.set_xlabel("epoch")
ax.set_ylabel("loss")
plt.show()"""


def printed(text):
    return new_output("stream", name="stdout", text=text)


def text(source, cell_id="text", *tags):
    return new_markdown_cell(source, id=cell_id, metadata={"tags": list(tags)})


def code(source, *outputs, cell_id="code", **metadata):
    return new_code_cell(source, id=cell_id, outputs=list(outputs), metadata=metadata)


def page_of(*cells, **taken):
    return lesson_page(PageSource("08_training", new_notebook(cells=list(cells)), **taken))


def reading(page):
    """Write a page as one text, with what a code cell shows in square brackets."""
    parts = []
    for cell in page.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
        else:
            parts += [f"[{output.get('text', 'figure').strip()}]" for output in cell.outputs]
    return "\n\n".join(parts)


def visible(page):
    """Write a page as it shows before the reader opens anything."""
    shown, depth = [], 0
    for part in re.split(r"(<details[^>]*>|</details>)", reading(page)):
        depth += part.startswith("<details") - (part == "</details>")
        if depth == 0:
            shown.append(part)
    return "".join(shown)


TITLE = text("# 08 · Training\n\n**The question:** how?", "title")
QUESTION = text("## One step\n\n**Predict:** what is w?", "question", "predict")
ANSWER = text("It is 2.", "answer", "answer")
REST = text("And on we go.", "rest")


def test_an_answer_is_folded_with_the_output_that_shows_it_and_the_rest_is_not():
    page = page_of(TITLE, QUESTION, code("print(w)", printed("2")), ANSWER, REST)
    assert "print(w)" in visible(page)
    assert "And on we go." in visible(page)
    assert "[2]" not in visible(page)
    assert "It is 2." not in visible(page)
    assert "Show the answer" in reading(page)


def test_nothing_is_folded_where_nothing_was_asked():
    page = page_of(TITLE, code("print(w)", printed("2")), REST)
    assert "[2]" in visible(page)
    assert "And on we go." in visible(page)


def test_all_of_an_answer_is_folded_with_its_picture_and_the_pictures_caption():
    drawn = text("As here:\n\n![A graph.](g.svg)\n\n*A graph of w.*\n\n- one", "answer", "answer")
    page = page_of(TITLE, QUESTION, code("print(w)", printed("2")), drawn, REST)
    assert "A graph of w." not in visible(page)
    assert "- one" not in visible(page)
    assert reading(page).count("<figure>") == 1
    assert "And on we go." in visible(page)


def test_code_after_an_answer_is_no_part_of_it():
    more = code("print(b)", printed("3"), cell_id="more")
    page = page_of(TITLE, QUESTION, code("print(w)", printed("2")), ANSWER, more)
    assert "[2]" not in visible(page)
    assert "[3]" in visible(page)


def test_a_question_without_an_answer_in_words_is_answered_by_its_output():
    page = page_of(TITLE, QUESTION, code("print(w)", printed("2")), REST)
    assert "And on we go." in visible(page)
    assert "[2]" not in visible(page)


def test_the_answer_is_not_lost_where_the_last_cell_prints_nothing():
    page = page_of(
        TITLE,
        QUESTION,
        code("print(w)", printed("2")),
        code("def f(): ...", cell_id="define"),
        ANSWER,
    )
    assert reading(page).index("[2]") < reading(page).index("def f()")
    assert "It is 2." in reading(page)
    assert "It is 2." not in visible(page)


def test_a_plot_opens_with_the_numbers_before_it_and_its_code_is_folded_within():
    seen = text("*What to see: it falls.*", "seen", "caption")
    page = page_of(
        TITLE,
        QUESTION,
        code("print(w)", printed("2")),
        code(PLOT, PNG, cell_id="plot-it"),
        seen,
        ANSWER,
    )
    assert reading(page).count("Show the answer") == 1
    assert "The code of this picture" in reading(page)
    assert "plt.show()" not in visible(page)


def test_what_to_see_becomes_the_caption_of_the_figure_before_it():
    seen = text("*What to see: it falls.*", "seen", "caption")
    page = reading(page_of(TITLE, code(PLOT, PNG), seen, REST))
    figure = page[page.index("<figure>") : page.index("</figure>")]
    assert "[figure]" in figure
    assert figure.index("<figcaption>") < figure.index("it falls")
    assert "And on we go." not in figure


def test_a_drawn_picture_becomes_a_figure_too():
    drawn = text("![A graph.](../pics/08_graph.svg)\n\n*What to see: arrows.*", "drawn")
    page = reading(page_of(TITLE, drawn))
    assert "<figure>\n\n![A graph.](pics/08_graph.svg)\n\n<figcaption>" in page


def test_a_plot_is_described_by_its_axes_and_labels():
    assert alternative_text(code(PLOT, PNG)) == (
        "Plot. horizontal axis: epoch; vertical axis: loss; shown: right"
    )


@pytest.mark.parametrize("line", ["%config InlineBackend.figure_format = 'svg'", "!date", "%%time"])
def test_a_line_for_ipython_takes_nothing_from_a_plots_description(line):
    assert alternative_text(code(f"{line}\n{PLOT}", PNG)) == alternative_text(code(PLOT, PNG))


def test_a_plot_by_what_is_no_python_is_a_plot():
    assert alternative_text(code("plt.plot(", PNG)) == "Plot"


def test_an_author_describes_a_plot_better():
    cell = code(PLOT, PNG, mystnb={"image": {"alt": "The loss falls to 0."}})
    assert alternative_text(cell) == "The loss falls to 0."


def test_a_check_describes_its_own_plot():
    verdict = new_output(
        "display_data", data={"image/png": "iVBORw0KGgo=", "text/plain": "Loss curves: pass"}
    )
    assert alternative_text(code("check(...)", verdict)) == "Loss curves: pass"


GRAPHS = [
    pytest.param(name, cell, id=f"{name[:2]}-{cell.id}")
    for name, solution in SOLUTIONS.items()
    for cell in solution.cells
    if re.search(r"^(graph|play)(_of)?\(", cell.source, re.M) and cell.cell_type == "code"
]


@pytest.mark.parametrize(("name", "cell"), GRAPHS)
def test_every_graph_of_a_lesson_is_a_player_on_its_page(name, cell):
    page = lesson_page(PageSource(name, SOLUTIONS[name]))
    (shown,) = [part for part in page.cells if part.source == cell.source and part.outputs]
    html = shown.outputs[0].data["text/html"]
    assert html.count('<div class="leadin-player"') == 1
    assert html.count('<img src="data:image/svg+xml;base64,') == 1
    assert re.search(r'<script type="application/json">\[\["start: ', html)


@pytest.mark.parametrize(("name", "cell"), GRAPHS)
def test_a_page_has_the_players_code_in_files_and_not_once_more(name, cell):
    for code in PLAYER_FILES.values():
        assert code.strip() not in with_player(cell.outputs[0]).data["text/html"]


def test_a_stored_graph_is_an_image_where_its_steps_are_not_known():
    for _, cell in (graph.values for graph in GRAPHS):
        data = cell.outputs[0].data
        assert ("leadin-player" in data["text/html"]) == (STEPS_TYPE not in data)


def test_a_stored_output_is_left_as_it_was():
    cell = GRAPHS[0].values[1]
    before = str(cell)
    with_player(cell.outputs[0])
    assert str(cell) == before


def test_an_output_that_is_no_graph_stays_as_it_is():
    table = new_output("display_data", data={"text/html": "<style>b {}</style><b>1</b>"})
    for output in (table, PNG, printed("2")):
        assert with_player(output) == output


def test_an_exercise_shows_its_stub_and_folds_one_solution(solution):
    page = lesson_page(PageSource("08_training_linear", solution))
    assert "raise NotImplementedError" in visible(page)
    assert "losses.append(w)" in reading(page)
    assert "losses.append(w)" not in visible(page)
    assert "### BEGIN SOLUTION" not in reading(page)


def test_the_verdict_of_a_check_stays_in_view(solution):
    solution.cells[-1].outputs = [printed("right")]
    solution.cells.insert(0, QUESTION)
    assert "[right]" in visible(lesson_page(PageSource("08_training_linear", solution)))


def test_under_the_title_stands_the_notebook_that_the_page_came_from():
    first, second, *_ = blocks(page_of(TITLE, QUESTION).cells[0].source)
    assert first == "# 08 · Training"
    assert 'id="title"' in second
    assert 'href="notebooks/08_training.ipynb"' in page_of(TITLE).cells[0].source
    assert "make lab" in page_of(TITLE).cells[0].source


def test_each_cell_can_be_linked_to():
    page = reading(page_of(TITLE, QUESTION, code("print(w)", printed("2")), ANSWER))
    for cell_id in ("title", "question", "code", "answer"):
        assert page.count(f'id="{cell_id}"') == 1


@pytest.mark.parametrize("cell_id", ["question", "code", "answer"])
def test_an_explorable_stands_behind_its_cell_and_before_the_next_text(cell_id):
    cells = [TITLE, QUESTION, code("print(w)", printed("2")), ANSWER, REST]
    page = reading(page_of(*cells, explorables={cell_id: "<figure>\n\nmove me</figure>"}))
    assert page.index("what is w?") < page.index("move me") < page.index("And on we go.")
    assert "move me" in visible(page_of(*cells, explorables={cell_id: "move me"}))


def test_an_explorable_that_no_cell_comes_before_is_an_error():
    with pytest.raises(NotebookError, match=r"'gone'.*explorable"):
        page_of(TITLE, explorables={"gone": "move me"})


def test_the_same_lesson_makes_the_same_page():
    cells = [TITLE, QUESTION, code("print(w)", printed("2")), ANSWER]
    assert page_of(*cells) == page_of(*cells)


@pytest.mark.parametrize("name", SOLUTIONS)
def test_a_page_says_all_that_its_lesson_says(name):
    page = reading(lesson_page(PageSource(name, SOLUTIONS[name])))
    for cell in SOLUTIONS[name].cells:
        assert page.count(f'id="{cell.id}"') == 1, cell.id
        if cell.cell_type == "markdown":
            for block in blocks(cell.source.replace("](../pics/", "](pics/")):
                assert block in page, (cell.id, block)
        else:
            for output in cell.outputs:
                assert f"[{output.get('text', 'figure').strip()}]" in page, cell.id


@pytest.mark.parametrize("name", SOLUTIONS)
def test_folds_are_closed_again_and_hold_no_heading(name):
    page = reading(lesson_page(PageSource(name, SOLUTIONS[name])))
    folds = re.findall(r"<details|</details>", page)
    assert folds.count("<details") == folds.count("</details>")
    prose = re.sub(r"^(`{3,}).*?^\1", "", page, flags=re.M | re.S)
    for inside in re.findall(r"<details.*?</details>", prose, re.S):
        assert not re.search(r"^#", inside, re.M), inside


def test_a_lesson_is_linked_where_it_is_named_but_not_in_code_headings_or_on_its_own_page():
    lessons = ("07_zero_grad", "08_training")
    said = "As in lesson 07, lesson 08 and lesson 99, not `lesson 07`."
    assert link_lessons(said, lessons, "08_training") == (
        "As in [lesson 07](07_zero_grad.ipynb), lesson 08 and lesson 99, not `lesson 07`."
    )
    assert link_lessons("## After lesson 07", lessons) == "## After lesson 07"


def test_a_file_of_the_repository_is_named_where_the_site_does_not_have_it():
    said = "See [GitLab](../examples/gitlab/README.md), [tests/](../tests) and [this](#here)."
    assert name_repository_files(said) == (
        "See GitLab (`examples/gitlab/README.md`), `tests/` and [this](#here)."
    )


def test_a_fence_is_longer_than_any_in_its_code():
    assert fence("```\nx\n```", "text") == "````text\n```\nx\n```\n````"


def test_a_message_is_read_as_one_line_however_it_was_wrapped():
    told = "the first\n    RuntimeError: a long\n    message\n\nway:\nTypeError: short\nWarning: no"
    assert messages_in(told) == ["RuntimeError: a long message", "TypeError: short"]


def test_an_error_of_several_lessons_is_one_entry_titled_with_its_text():
    page = error_entries(SOLUTIONS)
    title = "### E7 · `AttributeError: 'NoneType' object has no attribute 'zero_'`"
    assert page.count("has no attribute 'zero_'`") == 1
    entry = page[page.index(title) :].split("\n### ")[0]
    assert "**Cause:**" in entry
    assert 'href="07_zero_grad.html#errors-read"' in entry
    assert 'href="08_training_linear.html#errors-read"' in entry
    assert 'href="12_debugging_clinic.html#errors-raised"' in entry
    assert '<a href="#t3">T3</a>' in entry


def test_every_error_of_every_table_has_an_entry():
    page = error_entries(SOLUTIONS)
    tables = [
        block
        for solution in SOLUTIONS.values()
        for cell in solution.cells
        if has_role(cell, Role.ERROR)
        for block in blocks(cell.source)
        if is_table(block)
    ]
    texts = [line.split("`")[1] for table in tables for line in table.split("\n")[2:]]
    assert len(texts) > 60
    for told in texts:
        assert told.split("…")[0].strip() in page


def test_every_trap_has_an_entry_with_the_right_and_the_wrong_number():
    page = trap_entries(SOLUTIONS)
    for number in range(1, 19):
        assert f"### T{number} · " in page
        assert f'id="t{number}"' in page
    assert "never cleared         6.995" in page


def test_the_way_from_the_note_leads_to_cells_of_the_site():
    page = link_cells((ROOT / "lessons/lecture_note.md").read_text("utf-8"))
    assert page.startswith("# From the lecture note to the lessons\n")
    assert '<a href="01_linear_model.html#predictions" title="The model"><code>predictions' in page
    assert ".ipynb" not in page
    assert "JupyterLab" not in page


def test_the_list_of_lessons_says_what_each_asks():
    first, *_, last = lesson_list().split("\n")
    assert "[01 · A linear model](01_linear_model.ipynb)" in first
    assert "how does a weight learn?" in first
    assert "does all this work on something real?" in last
