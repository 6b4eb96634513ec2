"""Each edit does what it says, on texts of a few lines."""

import textwrap

import pytest

from tests.mutants.expressions import EXPRESSIONS
from tests.mutants.mutate import Mutant, draw, mutants_of, plain_text
from tests.mutants.statements import NEIGHBOURS, STATEMENTS

LOOP = """
    def train(x_data, y_data, w):
        total = 0
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w -= r
        return total
"""


def made_by(edit: str, source: str) -> list[str]:
    """What an edit makes of a text: the lines that came, or those that went where none came."""
    changes = [
        (
            [line[1:].strip() for line in mutant.diff.splitlines() if line[0] == "+"],
            [line[1:].strip() for line in mutant.diff.splitlines() if line[0] == "-"],
        )
        for mutant in mutants_of("base", textwrap.dedent(source), ["x_data", "y_data"])
        if mutant.operator == edit
    ]
    return ["; ".join(came) or f"without {'; '.join(went)}" for came, went in changes]


EXAMPLES = [
    ("other_operator", "a + b", ["a - b"]),
    ("other_operator", "a ** b", ["a * b"]),
    ("other_number", "a + 2", ["a + 0", "a + 1", "a + 3"]),
    ("other_number", "a + 1", ["a + 0", "a + 2"]),
    ("other_number", "a + 0.5", ["a + 1.0", "a + 0.0"]),
    ("other_number", "f(a=True)", ["f(a=False)"]),
    ("other_attribute", "w.grad", ["w", "w.data"]),
    ("no_parentheses", "l.backward()", ["l.backward"]),
    ("no_call", "l.item() + 1", ["l + 1"]),
    ("no_call", "float(l)", ["l"]),
    ("other_function", "a.sum()", ["a.mean()"]),
    ("swapped_arguments", "zip(a, b)", ["zip(b, a)"]),
    ("dropped_argument", "f(a, b, c=d)", ["f(b, c=d)", "f(a, c=d)", "f(a, b)"]),
    ("dropped_operand", "a * b", ["a", "b"]),
    ("doubled_factor", "a * b", ["a * b * b"]),
    ("other_sign", "a * b", ["-(a * b)"]),
    ("other_square", "a ** 2", ["abs(a)", "a ** 2 / 2"]),
    ("other_count", "enumerate(a)", ["enumerate(a, 1)"]),
    ("other_comparison", "a < b", ["a <= b", "a > b"]),
    ("other_index", "a[i]", ["a", "a[0]", "a[-1]", "a[i + 1]", "a[i - 1]"]),
    ("deleted", "a = b", ["pass"]),
    ("doubled", "a = b", ["a = b"]),
    ("other_assignment", "w -= a", ["w += a", "w = a"]),
    ("other_assignment", "w = w - a", ["w -= a"]),
    ("early_item", "a = f(b)", ["a = f(b).item()", "a = f(b).detach()"]),
    ("swapped", "a = b\nc = d", ["c = d"]),
]


@pytest.mark.parametrize(("edit", "source", "made"), EXAMPLES)
def test_an_edit_of_one_line(edit: str, source: str, made: list[str]) -> None:
    assert made_by(edit, source) == made


RANGES = ["1, n", "n - 1", "n + 1", "1, n + 1", "10", "n - 1, -1, -1"]

IN_LOOP = [
    ("other_range", "for i in range(n):\n    f(i)", [f"for i in range({e}):" for e in RANGES]),
    ("no_block", "with f():\n    a = b", ["a = b"]),
    ("left_at_once", "for a in b:\n    f(a)", ["break"]),
    ("first_line_before_block", LOOP, ["r = w * x - y"]),
    ("last_line_after_block", LOOP, ["w -= r"]),
    ("into_block_before", LOOP, ["return total"]),
    ("into_block_after", LOOP, ["total = 0"]),
    ("other_return", LOOP, [f"return {e}" for e in ("None", "total[-1]", *"rwxy")]),
    (
        "loops_exchanged",
        "for a in b:\n    for c in d:\n        f()",
        ["for c in d:; for a in b:"],
    ),
    (
        "other_value_kept",
        "def f(a, b):\n    a.append(b.item())",
        ["a.append(a)", "a.append(b)"],
    ),
]


@pytest.mark.parametrize(("edit", "source", "made"), IN_LOOP)
def test_an_edit_in_a_loop(edit: str, source: str, made: list[str]) -> None:
    found = made_by(edit, source)
    assert [line for line in found if "_data" not in line] == made


def test_a_line_that_moves_keeps_the_others() -> None:
    (mutant,) = (
        m for m in mutants_of("", textwrap.dedent(LOOP)) if m.operator == "into_block_after"
    )
    assert mutant.source == textwrap.dedent("""\
        def train(x_data, y_data, w):
            for x, y in zip(x_data, y_data):
                total = 0
                r = w * x - y
                w -= r
            return total""")


def test_a_name_becomes_every_other_one_of_its_function() -> None:
    assert made_by("other_name", "def f(a, b):\n    c = a") == ["c = b", "c = c"]


def test_data_loses_samples_or_turns_round() -> None:
    made = made_by("other_samples", LOOP)
    for text in ("zip(x_data[1:], y_data)", "zip(x_data, y_data[:-1])", "[:1]", "[::-1]"):
        assert any(text in line for line in made), text


def test_every_edit_has_an_example() -> None:
    edits = {edit.__name__ for edit in (*EXPRESSIONS, *STATEMENTS, *NEIGHBOURS)}
    assert edits == {edit for edit, *_ in EXAMPLES + IN_LOOP} | {"other_name", "other_samples"}


def test_mutants_differ_from_the_answer_and_from_each_other() -> None:
    source = textwrap.dedent(LOOP)
    texts = [mutant.source for mutant in mutants_of("", source)]
    assert len(texts) == len(set(texts)) > 50
    assert plain_text(source) not in texts


def test_a_text_is_as_before_when_its_mutants_are_made() -> None:
    source = textwrap.dedent(LOOP)
    assert mutants_of("", source) == mutants_of("", source)


def test_what_is_only_printed_is_left_alone() -> None:
    made = {m.operator for m in mutants_of("", "print(a + 1, f'{b + 2}')")}
    assert made <= {"deleted", "doubled"}


def test_a_draw_takes_as_many_of_each_edit() -> None:
    mutants = [
        Mutant("", edit, f"{edit}{i}", "") for edit in "abc" for i in range(20 * (edit < "c") + 1)
    ]
    drawn = [mutant.operator for mutant in draw(mutants, 11, seed=0)]
    assert (drawn.count("a"), drawn.count("b"), drawn.count("c")) == (5, 5, 1)
    assert draw(mutants, 11, seed=0) == draw(mutants, 11, seed=0) != draw(mutants, 11, seed=1)
