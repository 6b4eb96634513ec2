"""`leadin grade` and `leadin status` find what a student has written, in whatever language."""

from pathlib import Path

import pytest

from leadin.running.grade import plan
from tests.gradebook.conftest import LESSON, write_notebook

STUB = 'def train(x_data, y_data, w, lr, epochs):\n    raise NotImplementedError("write train")'


@pytest.mark.parametrize(
    ("copies", "counts"),
    [
        ({"": "en = 1"}, "en = 1"),
        ({"zh": "zh = 1"}, "zh = 1"),
        ({"": "en = 1", "zh": "zh = 1"}, "en = 1"),
        ({"": STUB, "zh": "zh = 1"}, "zh = 1"),
        ({"": "en = 1", "zh": STUB}, "en = 1"),
        ({"": STUB, "zh": STUB}, STUB),
        ({"": STUB, "elsewhere": "other = 1"}, STUB),
    ],
)
def test_of_a_lesson_and_its_twin_the_one_that_is_written_in_counts(
    tmp_path: Path, copies: dict[str, str], counts: str
) -> None:
    for folder, code in copies.items():
        write_notebook(tmp_path / folder / LESSON, code)
    (task,) = (each for each in plan(tmp_path) if each.notebook == LESSON)
    assert task.submission
    assert task.submission.cells[0].source == counts
    assert task.submission.folder == tmp_path / next(
        folder for folder, code in copies.items() if code == counts
    )


def test_twins_that_are_a_link_are_not_followed(tmp_path: Path) -> None:
    write_notebook(tmp_path / "lessons" / LESSON, STUB)
    write_notebook(tmp_path / "other" / LESSON, "zh = 1")
    (tmp_path / "lessons" / "zh").symlink_to(tmp_path / "other")
    assert all(not task.is_work() or not task.submission for task in plan(tmp_path / "lessons"))
