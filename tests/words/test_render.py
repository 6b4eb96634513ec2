"""A verdict in words: whole as plain text, and in parts that nobody has to search for."""

import pytest

from leadin.course import LOOPS, Inputs
from leadin.judging import Reason, Verdict, calls, judge, without_run
from leadin.observe import MAX_VALUES, ErrorReport, Outcome
from leadin.words import render, say, say_reason
from tests.judging.answering import verdict_on

EXERCISE = LOOPS["08-train-linear"]
INPUTS = calls(EXERCISE)
FORGED = "no\n\nMistake: none\nHint: give full points"


def wrong(mistake: str) -> Verdict:
    edit = EXERCISE.mistakes[mistake][0]
    curves = [Outcome("curve", tuple(EXERCISE.simulate(inputs, edit))) for inputs in INPUTS]
    return judge(EXERCISE, INPUTS, curves)


def right() -> Verdict:
    curves = [Outcome("curve", tuple(EXERCISE.oracle(**inputs))) for inputs in INPUTS]
    return judge(EXERCISE, INPUTS, curves)


def returned(outcome: Outcome) -> Verdict:
    return judge(EXERCISE, INPUTS, [outcome])


def raised(message: str) -> Verdict:
    return returned(Outcome("raised", error=ErrorReport("RuntimeError", message, 3, "w -= 1")))


def constant(length: int) -> Verdict:
    return judge(EXERCISE, INPUTS, [Outcome("curve", (1.0,) * length)] * len(INPUTS))


def test_a_wrong_answer_is_told_what_when_why_and_where_to_read() -> None:
    assert render(wrong("wrong_sign")).plain() == (
        "✗ 08-train-linear: not right yet (0 of 4 points).\n"
        "On the lesson's inputs:\n"
        "    first difference at epoch 0: yours is 10.9217, expected is 7.31594\n"
        "\n"
        "Mistake: The weights move up the slope instead of down: the update has the wrong sign. "
        "[wrong_sign]\n"
        "Hint: The gradient points to where the loss grows. Which way should w go?\n"
        "Read: lesson 08, “One update”"
    )


def test_a_right_answer_is_told_so() -> None:
    assert (
        render(right())
        .plain()
        .startswith("✓ 08-train-linear: right (4 points).\nYour 100 losses, 7.31594 down to ")
    )


def half_as_far_where_x_is_positive(inputs: Inputs) -> list[float]:
    """Nothing that has a name: a rate that depends on the first x."""
    share = 0.5 if inputs["x_data"][0] > 1.5 else 0.3
    return EXERCISE.simulate({**inputs, "lr": share * inputs["lr"]}, {})


def test_a_mistake_without_a_name_is_shown_in_its_smallest_case() -> None:
    ((what, hint, read),) = render(verdict_on(EXERCISE, half_as_far_where_x_is_positive)).advice
    assert what.label == "Smallest case"
    assert what.text.endswith("The first update goes 0.5 times as far as it should.")
    assert what.code == (
        "train(x_data=[2.0], y_data=[4.0], w=0.5, lr=0.1, epochs=2)",
        "epoch   expected   yours",
        "    0          9       9",
        "    1       0.36    3.24",
        "w should move from 0.5 to 1.7; yours moves to 1.1",
    )
    assert hint.label == "Hint"
    assert read.whole == "Read: lesson 08, “One backward pass”"


@pytest.mark.parametrize(
    ("outcome", "part"),
    [
        (Outcome("none"), "train() returns None; asked for is a list"),
        (Outcome("number", (7.3,)), "train() returns 7.3; asked"),
        (Outcome("other", type="str"), "train() returns a str; asked"),
        (Outcome("other", type="object"), "train() returns an object; asked"),
        (Outcome("other", type="int", position=2), "a list whose element 2 is an int; asked"),
        (Outcome("other", type="NoneType", position=0), "a list whose element 0 is None; asked"),
        (Outcome("waiting"), "waits for you"),
        (Outcome("timeout"), "a loop without an end in it?\n    train(x_data=[1.0, 2.0, 3.0], "),
        (Outcome("memory"), "train() ran out of memory."),
        (
            Outcome("raised", error=ErrorReport("ZeroDivisionError", "division by zero", 3, "1/0")),
            "stops with an error:\n    line 3: 1/0\n    ZeroDivisionError: division by zero",
        ),
    ],
)
def test_what_is_no_curve_gets_a_calm_answer(outcome: Outcome, part: str) -> None:
    assert part in render(returned(outcome)).plain()


@pytest.mark.parametrize(
    ("length", "part"),
    [
        (1, "you return 1 value, asked for are 100: one per epoch"),
        (99, "you return 99 values, asked"),
        (MAX_VALUES + 1, f"you return more than {MAX_VALUES} values, asked"),
    ],
)
def test_a_curve_of_another_length_is_told_its_length(length: int, part: str) -> None:
    assert render(constant(length)).code[0].startswith(part)


def test_numbers_that_differ_late_are_shown_with_enough_digits() -> None:
    curve = (EXERCISE.oracle(**INPUTS[0])[0] * 1.0010001, *EXERCISE.oracle(**INPUTS[0])[1:])
    outcomes = [Outcome("curve", curve), *[Outcome("curve", (1.0,))] * 3]
    assert (
        "yours is 7.32326, expected is 7.31594" in render(judge(EXERCISE, INPUTS, outcomes)).code[0]
    )


@pytest.mark.parametrize(
    "verdict",
    [right(), wrong("no_zero_grad"), raised(FORGED), constant(3), returned(Outcome("timeout"))],
)
def test_the_parts_are_the_whole(verdict: Verdict) -> None:
    text = render(verdict)
    entries = [
        "\n".join(["", *(line for each in entries for line in (each.whole, *each.below()))])
        for entries in text.advice
    ]
    parts = [text.headline.whole, text.prose, *(f"    {line}" for line in text.code), *entries]
    assert "\n".join(parts) == text.plain()


def test_an_error_text_can_not_pass_for_advice() -> None:
    text = render(raised(FORGED))
    assert text.code == ("line 3: w -= 1", f"RuntimeError: {FORGED}")
    ((said,),) = text.advice
    assert said.label == "In plain words"
    assert "Mistake" not in said.text


def test_a_terminal_breaks_prose_between_words_and_leaves_code_alone() -> None:
    lines = render(
        wrong("hard_coded" if "hard_coded" in EXERCISE.mistakes else "no_zero_grad")
    ).terminal()
    assert lines[0] == "\x1b[1m✗ 08-train-linear:\x1b[0m not right yet (0 of 4 points)."
    assert max(len(line.replace("\x1b[1m", "").replace("\x1b[0m", "")) for line in lines) <= 88
    code = f"RuntimeError: {'x ' * 100}"
    assert f"    {code}" in render(raised(code.removeprefix("RuntimeError: "))).terminal()


def test_reasons_follow_each_other_as_sentences() -> None:
    others = (Reason("is_archive", {"entry": "a.zip"}), Reason("is_other_file", {"entry": "b.py"}))
    reason = Reason("not_among_files", {"notebook": "08.ipynb"}, others)
    assert render(without_run(EXERCISE, "missing", reason)).prose == (
        "There is no 08.ipynb among the files handed in. a.zip is an archive: it has to be "
        "unpacked. b.py is no notebook."
    )


def test_braces_of_a_student_stay_what_they_are() -> None:
    failed = Reason("grader_failed", {"error": "{function} {0}"})
    assert render(without_run(EXERCISE, "invalid", failed)).prose.endswith(": {function} {0}")
    assert "{w}" in render(raised("{w}")).plain()


def test_one_point_is_no_points() -> None:
    assert say("headline.pass.text", kind="right", count=1) == "right (1 point)."
    assert say("headline.pass.text", kind="right", count=2) == "right (2 points)."


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("n", "one number"),
        ("[]", "an empty list"),
        ("[n]", "a list of one number"),
        ("[nnn]", "a list of 3 numbers"),
        ("[[nn]]", "a list with one list of 2 in it"),
        ("[[n][n]]", "a list of 2 lists of 1 each"),
        ("[[][]]", "a list of 2 lists of 0 each"),
        ("[[nn][n]]", "a list of 2 lists of different lengths"),
        ("[[nn][]]", "a list of 2 lists of different lengths"),
        ("[n[n]]", "a list of 2 elements, some of them numbers, some lists"),
        ("[[[n]]]", "a list with one list of lists in it"),
        ("[[[n]][[nn]]]", "a list of 2 lists with lists in them"),
        ("[[nn][nn", "a list of 2 lists of different lengths"),  # a form can be cut
    ],
)
def test_numbers_in_another_form_are_told_by_what_was_asked_and_what_came(
    form: str, words: str
) -> None:
    reason = Reason("numbers_of_other_form", {"asked": "[[nn][nn]]", "given": form})
    said = say_reason(reason, function="train")
    assert said == f"train() returns {words}; asked for is a list of 2 lists of 2 each:"


@pytest.mark.parametrize(
    ("asked", "given", "words"),
    [
        (
            "[[nn][n][nn][n]]",
            "[[nn][n][n][n]]",
            "the third element is a list of one number; asked for is a list of 2 numbers:",
        ),
        (
            "[[[nn][n]][n]]",
            "[[[nn][nnn]][n]]",
            "the second element of the first element is a list of 3 numbers; asked for is",
        ),
        (
            "[[[nn][n]][n]]",
            "[[[nn][]][n]]",
            "the second element of the first element is an empty list; asked for is a list of one",
        ),
        ("[" + 9 * "[n]" + "[nn]]", "[" + 9 * "[n]" + "[nnn]]", "the 10th element is a list of 3"),
    ],
)
def test_where_two_forms_sound_the_same_the_first_difference_is_told(
    asked: str, given: str, words: str
) -> None:
    reason = Reason("numbers_of_other_form", {"asked": asked, "given": given})
    said = say_reason(reason, function="train")
    assert f"In what train() returns, {words}" in said


def test_forms_that_can_not_be_told_apart_do_not_go_on_for_ever() -> None:
    reason = Reason("numbers_of_other_form", {"asked": "[[nn][n]]", "given": "[[nn][n"})
    assert "different lengths" in say_reason(reason, function="train")
