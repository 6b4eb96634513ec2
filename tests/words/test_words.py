"""Whatever can be said has words, and no words are left over."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import nbformat
import pytest

import leadin.words
from leadin.course import LESSONS, SMALL, Lesson
from leadin.course.topics import KNOWN, STAGES
from leadin.judging import Kind, Stage
from leadin.judging.verdict import REASONS
from leadin.words import say

SOLUTIONS = Path(__file__).parents[2] / "solutions"
FOLDER = Path(leadin.words.__file__).parent
ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))

each_mistake = pytest.mark.parametrize("mistake", sorted(KNOWN))


def sentences(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    else:
        for each in entry.values() if isinstance(entry, dict) else entry:
            yield from sentences(each)


def names_in(entry: Any) -> set[str]:
    parsed = (part for text in sentences(entry) for part in string.Formatter().parse(text))
    return {name for _, name, _, _ in parsed if name}


def test_every_mistake_has_words_and_none_is_left_over() -> None:
    assert ENGLISH["mistake"].keys() == KNOWN


@each_mistake
def test_a_mistake_is_explained_in_one_line(mistake: str) -> None:
    explanation = say(f"mistake.{mistake}.explanation")
    assert explanation.endswith(".")
    assert "\n" not in explanation
    assert len(explanation) < 120


@each_mistake
def test_a_hint_gives_no_code_away(mistake: str) -> None:
    hint = say(f"mistake.{mistake}.hint")
    assert hint.strip()
    for answer in ("no_grad", "zero_(", "zero_grad", ".item()", "-= lr", "requires_grad=True"):
        assert answer not in hint


def test_the_names_of_the_design_are_there() -> None:
    expected = """no_zero_grad zero_some_params zero_before_step wrong_sign one_update_per_epoch
        loss_after_update halved_loss summed_loss mean_loss first_sample_loss swapped_w1_w2
        missing_x_factor missing_factor_2 no_update frozen_param wrong_lr missing_epoch extra_epoch
        abs_loss no_bias returns_tensors returns_none returns_one_number hard_coded ignores_lr
        ignores_epochs ignores_start data_reversed only_first_sample stale_gradient inplace_leaf
        backward_twice no_requires_grad lost_leaf int_tensor item_too_early"""
    assert set(expected.split()) <= KNOWN


def sections_of_small(lesson: Lesson) -> list[str]:
    small = [each for each in SMALL.values() if each.lesson == lesson.name]
    return [cell for each in small for cell in (each.section, *each.sections.values())]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_section_is_called_what_the_lesson_calls_it(lesson: Lesson) -> None:
    notebook = nbformat.read(SOLUTIONS / f"{lesson.name}.ipynb", as_version=4)
    texts = {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "markdown"}
    headings = {
        cell: re.findall(r"^#+ (.+?)\s*$", texts[cell], re.MULTILINE)
        for cell in (*lesson.teaches.values(), *sections_of_small(lesson))
    }
    said = ENGLISH["section"][lesson.name]
    assert {cell: [heading] for cell, heading in said.items()} == headings


def test_every_kind_of_verdict_has_a_name_and_none_is_left_over() -> None:
    assert ENGLISH["kind"].keys() == set(get_args(Kind))


def test_every_reason_has_words_and_none_is_left_over() -> None:
    assert ENGLISH["reason"].keys() == REASONS.keys()
    assert ENGLISH["code"].keys() <= REASONS.keys()


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_says_all_that_it_knows_and_no_more(reason: str) -> None:
    said = names_in(ENGLISH["reason"][reason]) - {"function"}
    shown = names_in(ENGLISH["code"].get(reason, [])) - {"call"}
    assert said | shown == set(REASONS[reason])


def test_every_stage_has_words_and_a_topic_and_none_is_left_over() -> None:
    assert ENGLISH["stage"].keys() == STAGES.keys() == set(get_args(Stage))


#: What is said by an id that is worked out, not written down; tests above are about these.
BY_ID = (
    *("code.", "glossary.", "headline.", "kind.", "mistake.", "reason.", "section.", "share."),
    *("stage.", "form.nth", "numbers.hint", "report.column.", "report.state."),
    "page.lesson.plot_text.",
)


def said_in_code() -> Iterator[tuple[str, set[str]]]:
    """Keys that the package says, with the names of the values that it gives."""
    for path in sorted(FOLDER.parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "sentence"):
                key, names = node.args[0], {str(each.arg) for each in node.keywords}
                for each in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                    if isinstance(each, ast.Constant):
                        yield str(each.value), names


def leaves(entry: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, each in entry.items():
        if isinstance(each, dict):
            yield from leaves(each, f"{before}{name}.")
        else:
            yield f"{before}{name}"


SAID = list(said_in_code())


@pytest.mark.parametrize(("key", "given"), SAID, ids=[key for key, _ in SAID])
def test_a_sentence_names_only_what_the_code_gives_it(key: str, given: set[str]) -> None:
    entry = ENGLISH
    for part in key.split("."):
        entry = entry[part]
    assert names_in(entry) <= given


def test_no_sentence_is_left_over() -> None:
    said = {key for key, _ in SAID}
    # One sentence can have variants below its key.
    left = {key for key in leaves(ENGLISH) if not {key, key.rpartition(".")[0]} & said}
    assert [key for key in left if not key.startswith(BY_ID)] == []


def test_a_report_names_each_kind_of_verdict() -> None:
    assert ENGLISH["report"]["state"].keys() == set(get_args(Kind))
