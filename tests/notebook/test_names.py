"""A notebook is found under the names that other programs give it."""

import pytest

from leadin.notebook.names import is_copy, notebook_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a.ipynb", "a.ipynb"),
        ("A.IPYNB", "A.IPYNB"),
        ("a.ipynb.txt", "a.ipynb"),
        ("a.ipynb.json", "a.ipynb"),
        ("a (1).ipynb.JSON", "a (1).ipynb"),
        ("a.ipynb (1).json", "a (1).ipynb"),
        ("a.ipynb-2.txt", "a-2.ipynb"),
        ("a.json", ""),
        ("a.txt", ""),
        ("a.ipynb.zip", ""),
        ("a.ipynb.old.txt", ""),
        ("ipynb", ""),
    ],
)
def test_what_a_browser_puts_behind_a_name_is_no_part_of_it(name: str, plain: str) -> None:
    assert notebook_name(name) == plain


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("08_a.ipynb", True),
        ("08_a (1).ipynb", True),
        ("08_a-Copy1.ipynb", True),
        ("08_a copy.ipynb", True),
        ("08_a_2.ipynb", True),
        ("08_abc.ipynb", False),
        ("08_a_ada.ipynb", False),
        ("my 08_a.ipynb", False),
        (f"08_a{'_' * 240}!.ipynb", False),
    ],
)
def test_a_copy_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert is_copy(name, "08_a") is is_one
