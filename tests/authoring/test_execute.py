"""`leadin build --run` executes solutions with this Python and stores tidy outputs."""

import sys

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from leadin.authoring.execute import run_solutions
from leadin.authoring.notebooks import NotebookError, load, tidy, to_bytes


@pytest.fixture
def write(tmp_path):
    """Write a notebook of code cells, given by id."""

    def make(**sources):
        cells = [
            new_code_cell(source, id=name.replace("_", "-")) for name, source in sources.items()
        ]
        path = tmp_path / "08_small.ipynb"
        path.write_bytes(to_bytes(new_notebook(cells=cells)))
        return path

    return make


def text_of(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


def test_outputs_are_stored_tidily_and_a_second_run_gives_the_same_bytes(write):
    path = write(
        show_loss="print(1.5)\nprint(0.5)",
        show_plot="import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    )
    run_solutions([path])
    first = path.read_bytes()
    notebook = load(path)
    assert first == to_bytes(tidy(notebook))
    assert [cell.execution_count for cell in notebook.cells] == [1, 2]
    assert text_of(notebook.cells[0]) == "1.5\n0.5\n"
    assert "image/png" in notebook.cells[1].outputs[0].data
    run_solutions([path])
    assert path.read_bytes() == first


def test_the_kernel_is_this_python_in_the_notebooks_folder_whatever_a_user_has_set(
    write, tmp_path, monkeypatch
):
    kernel = tmp_path / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["/nowhere"], "display_name": "mine"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    path = write(
        who="import os, sys\nprint(sys.executable)\nprint(os.path.samefile('.', '"
        + tmp_path.as_posix()
        + "'))\nprint(os.environ.get('MPLBACKEND') == 'agg')"
    )
    run_solutions([path])
    assert text_of(load(path).cells[0]).splitlines() == [sys.executable, "True", "False"]


def test_an_exception_stops_the_run_with_its_notebook_and_cell_and_leaves_the_file(write):
    path = write(fine="w = 1", breaks="raise ValueError('no such w\\nmore')", after="w")
    before = path.read_bytes()
    with pytest.raises(NotebookError) as caught:
        run_solutions([path])
    assert str(caught.value) == f"{path}, cell 'breaks': raised ValueError: no such w"
    assert path.read_bytes() == before


def test_a_cell_that_is_meant_to_fail_does_not_stop_the_run(write):
    path = write(breaks="raise ValueError('as announced')", after="print('carried on')")
    notebook = load(path)
    notebook.cells[0].metadata.tags = ["raises-exception"]
    path.write_bytes(to_bytes(notebook))
    run_solutions([path])
    assert text_of(load(path).cells[1]) == "carried on\n"


def test_an_endless_cell_is_stopped(write):
    path = write(endless="while True: pass")
    with pytest.raises(NotebookError, match=r"cell 'endless': took more than 2 s"):
        run_solutions([path], cell_timeout=2)


def test_a_kernel_that_ends_is_reported(write):
    path = write(ends="import os\nos._exit(3)")
    with pytest.raises(NotebookError, match=r"cell 'ends': ended the kernel"):
        run_solutions([path])
