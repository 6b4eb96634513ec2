"""A magic that measures a cell costs nothing, and one that makes something else of it is named."""

import pytest

from leadin.notebook.magics import read_magics

CODE = "def train():\n    return 1 / 0\n"


@pytest.mark.parametrize(
    "magics",
    [
        "%%time\n",
        "%%capture --no-stderr out\n",
        "%%timeit -n 1 -r 1\n",
        "%%prun -q\n",
        "%%time\n%%capture\n",
        "\n\n%%time\n",
        "# my answer\n%%time\n",
        "  %%time  \n\n",
        "%%time\r\n",
    ],
)
def test_a_magic_that_measures_becomes_a_comment(magics: str) -> None:
    source, magic = read_magics(magics + CODE)
    assert magic == ""
    assert source.endswith(CODE)
    assert source.startswith("#"), "IPython would drop a blank line, and count lines from the next"
    assert "\n%%" not in source
    assert source.count("\n") == (magics + CODE).count("\n"), "the student's line numbers"


@pytest.mark.parametrize(
    ("first", "magic"),
    [
        ("%%writefile x.py", "%%writefile"),
        ("%%html", "%%html"),
        ("%%bash", "%%bash"),
        ("\n%%R -i x", "%%R"),
        ("%%time\n%%html", "%%html"),
        ("%%whatever", "%%whatever"),
        ("%%", "%%"),
    ],
)
def test_a_magic_that_runs_no_python_is_named(first: str, magic: str) -> None:
    assert read_magics(f"{first}\n{CODE}")[1] == magic


@pytest.mark.parametrize(
    "source", ["", "\n", CODE, f"%time 1\n{CODE}", f"# %%\n{CODE}", f"x = 1\n%%time\n{CODE}"]
)
def test_any_other_cell_is_left_as_it_is(source: str) -> None:
    assert read_magics(source) == (source, "")
