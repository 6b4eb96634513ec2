"""A cell that is no Python is told what keeps Python from reading it."""

import pytest

from leadin.words import render

from .broken import PLAIN, RIGHT, changed, run_answer

LOOP = "        for x, y in zip(x_data, y_data):\n"

#: What a right answer's first `old` becomes, the reason, and a part of what is said.
BROKEN = [
    # Another Python, another language.
    ("losses = []", 'print "start"', "syntax_print", "as in print(…)"),
    ("losses = []", "exec 'w'", "syntax_print", "exec is a function"),
    ("losses = []", "w <> lr", "syntax_unequal", "!="),
    ("losses = []", "epochs++", "syntax_plus_plus", "+= 1"),
    ("losses = []", "x = w && lr", "syntax_and", "and, or, not"),
    ("losses = []", "x = !w", "syntax_and", "and, or, not"),
    ("zip(x_data, y_data):", "zip(x_data, y_data) {", "syntax_braces", "without braces"),
    ("zip(x_data, y_data):", "zip(x_data, y_data);", "syntax_braces", "colon at the line's end"),
    ("    losses", "    if w: pass\n    else if lr: pass\n    losses", "syntax_else_if", "elif"),
    # Characters.
    ("zip(x_data, y_data)", "zip(x_data， y_data)", "syntax_character", "(fullwidth comma)"),
    ("zip(x_data, y_data):", "zip(x_data, y_data)：", "syntax_character", "Type : instead"),
    ("forward(x, w)\n", "forward（x, w)\n", "syntax_character", "Type ( instead"),
    ("losses = []", "print(“start”)", "syntax_character", 'Type " instead'),
    ("losses = []", "print(‘start’)", "syntax_character", "Type ' instead"),
    ("(y_hat - y) ** 2", "(y_hat − y) ** 2", "syntax_character", "− (minus sign)"),
    ("x * w", "x × w", "syntax_character", "Type * instead"),
    ("(y_hat - y) ** 2", "(y_hat - y)²", "syntax_character", "Type **2 instead"),
    ("losses = []", "losses = [] ☺", "syntax_unknown_character", "Delete it"),
    ("losses = []", "losses =\u00a0[]", "syntax_invisible", "(no-break space)"),
    ("losses = []", "losses\u200b = []", "syntax_invisible", "(zero width space)"),
    ("losses = []", "\ufefflosses = []", "syntax_invisible", "An invisible character"),
    ("losses = []", "losses = $w$", "syntax_other", "Python can't read this line"),
    # Indentation.
    ("    return x * w", "\tif w:\n        return x\n\treturn x * w", "syntax_tabs", "four spaces"),
    ("            g = 2", "          g = 2", "syntax_dedent", "that no line above it has"),
    ("            g = 2", "                g = 2", "syntax_indent", "further than the one before"),
    ("            y_hat = f", "        y_hat = f", "syntax_no_block", "below the 'for' statement"),
    ("    return x * w", "return x * w", "syntax_no_block", "below the function definition"),
    ("    return losses", "return losses", "syntax_outside_function", "`return` stands outside"),
    ("    return losses", "    break", "syntax_outside_loop", "`break` stands outside"),
    ("    return losses", "    continue", "syntax_outside_loop", "`continue` stands outside"),
    # Brackets, quotation marks, colons, commas.
    ("2 * (y_hat - y) * x", "2 * (y_hat - y * x", "syntax_open_bracket", "( is opened here"),
    ("2 * (y_hat - y) * x", "2 * y_hat - y) * x", "syntax_unmatched", ") closes nothing"),
    ("zip(x_data, y_data)", "zip(x_data, y_data]", "syntax_brackets", "( is closed by ]"),
    ("losses = []", "losses = 'start", "syntax_string", "has no end"),
    ("losses = []", "print('it's')", "syntax_string", "quotation mark"),
    ("losses = []", "f'{w'", "syntax_f_string", "without a partner"),
    ("range(epochs):", "range(epochs)", "syntax_colon", "must end in a colon"),
    ("lr, epochs):", "lr, epochs)", "syntax_colon", "must end in a colon"),
    ("def forward(x, w):", "def forward:", "syntax_parentheses", "even without arguments"),
    ("losses = []", "print('loss' w)", "syntax_comma", "side by side"),
    ("losses = []", "losses = [1 2]", "syntax_comma", "a comma"),
    ("losses = []", "losses =", "syntax_incomplete", "before it is complete"),
    ("losses = []", "losses = w for x in x_data", "syntax_comprehension", "into brackets"),
    # Names and values.
    ("losses = []", "if w = 1: pass", "syntax_equals", "To compare, write =="),
    ("losses = []", "w + 1 = lr", "syntax_equals", "only a name can stand"),
    ("losses = []", "None = []", "syntax_assign_constant", "None is Python's own"),
    ("losses = []", "lambda = 0.1", "syntax_reserved", "lambda is a word of Python's own"),
    ("x_data, y_data, w, lr", "x_data, y_data, w, lambda", "syntax_reserved", "lambda"),
    ("2 * (y_hat - y) * x", "2x", "syntax_number", "as in 2 * x"),
    ("losses = []", "losses = [007]", "syntax_zeros", "can't begin with 0"),
    ("losses = []", "global w", "syntax_parameter_global", "w is an argument"),
    ("losses = []", "losses = []\n    global losses", "syntax_global", "as an argument"),
    ("def forward(x, w)", "def forward(x=1, w)", "syntax_default_order", "without a default"),
    ("def forward(x, w)", "def forward(x, x)", "syntax_argument_twice", "x occurs twice"),
    ("= forward(x, w)", "= forward(x=x, w)", "syntax_argument_order", "come first"),
    ("= forward(x, w)", "= forward(x=x, x=w)", "syntax_argument_twice", "x occurs twice"),
    # What does not belong into a cell.
    ("losses = []", "try:\n        losses = []", "syntax_try", "needs an `except`"),
    ("losses = []", "losses = \\ []", "syntax_backslash", "behind a backslash"),
    ("def forward", "```python\ndef forward", "syntax_fence", "Markdown"),
    ("def forward", "In [3]: def forward", "syntax_prompt", "prompt of a console"),
    ("losses = []", "losses = []\0", "syntax_null", "no editor shows"),
]


@pytest.mark.parametrize(
    ("old", "new", "reason", "said"),
    BROKEN,
    ids=[f"{case[2]}-{case[1].strip()}" for case in BROKEN],
)
def test_a_cell_that_is_no_python_is_told_why(old: str, new: str, reason: str, said: str) -> None:
    verdict = run_answer(RIGHT[PLAIN], changed(PLAIN, (old, new)))
    text = render(verdict)
    assert verdict.kind == "error"
    assert [each.id for each in verdict.reason.more] == [reason], text.plain()
    assert said in text.advice[0][0].text


@pytest.mark.parametrize("indent", ["", "    "])
def test_the_marks_of_a_merge_conflict_are_known(indent: str) -> None:
    marks = [f"{indent}<<<<<<< HEAD", "    losses = []", f"{indent}=======", "    losses = [0.0]"]
    answer = changed(PLAIN, ("    losses = []", "\n".join([*marks, f"{indent}>>>>>>> other"])))
    verdict = run_answer(RIGHT[PLAIN], answer)
    assert [each.id for each in verdict.reason.more] == ["syntax_merge_conflict"]
    assert "Keep one of the two versions" in render(verdict).plain()


def test_the_line_and_its_number_are_the_students() -> None:
    verdict = run_answer(RIGHT[PLAIN], changed(PLAIN, (LOOP, LOOP.replace(":", ""))))
    assert render(verdict).plain() == (
        "✗ 01-gradient-by-hand: stopped by an error (0 of 2 points).\n"
        "The exercise cell stops with an error:\n"
        "    line 7: for x, y in zip(x_data, y_data)\n"
        "    SyntaxError: expected ':'\n"
        "\n"
        "In plain words: This line opens a block, so it must end in a colon."
    )
