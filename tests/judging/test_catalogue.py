"""Every mistake leads to a section that exists."""

import re
from pathlib import Path

import nbformat
import pytest

from leadin.judging import MISTAKES
from leadin.judging.sections import SAME_TOPIC, Section, section_for

SOLUTIONS = Path(__file__).parents[2] / "solutions"


def headings(lesson: str) -> set[str]:
    notebook = nbformat.read(SOLUTIONS / f"{lesson}.ipynb", as_version=4)
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    return set(re.findall(r"^#+ (.+?)\s*$", "\n".join(texts), re.MULTILINE))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_leads_to_a_section_that_exists(mistake: str) -> None:
    assert MISTAKES[mistake].heading in headings(MISTAKES[mistake].lesson)


@pytest.mark.parametrize("section", [each for one in SAME_TOPIC.values() for each in one], ids=str)
def test_a_section_on_the_same_topic_exists(section: Section) -> None:
    assert section.heading in headings(section.lesson)


def test_a_reader_is_sent_to_the_own_lesson_where_it_has_the_topic() -> None:
    assert section_for("wrong_sign", "01_linear_model").lesson == "01_linear_model"
    assert section_for("wrong_sign", "09_training_quadratic") == MISTAKES["wrong_sign"]


def test_the_names_of_the_design_are_there() -> None:
    expected = """no_zero_grad zero_some_params zero_before_step wrong_sign one_update_per_epoch
        loss_after_update halved_loss summed_loss mean_loss first_sample_loss swapped_w1_w2
        missing_x_factor missing_factor_2 no_update frozen_param wrong_lr missing_epoch extra_epoch
        abs_loss no_bias returns_tensors returns_none returns_one_number hard_coded ignores_lr
        ignores_epochs ignores_start data_reversed only_first_sample stale_gradient inplace_leaf
        backward_twice no_requires_grad lost_leaf int_tensor item_too_early"""
    assert set(expected.split()) <= MISTAKES.keys()
