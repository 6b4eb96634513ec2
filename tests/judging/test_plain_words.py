"""An answer that stops with an error is told in plain words what the error means."""

import builtins
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadin.course import LOOPS
from leadin.judging import Verdict, calls, judge, stopped_in_cell
from leadin.judging.plain_words import explain_error
from leadin.judging.sayings import SAYINGS
from leadin.judging.verdict import REASONS
from leadin.observe import ErrorReport, Outcome
from leadin.words import render

from .broken import ENGINE, MODULE, PLAIN, RIGHT, TORCH, changed, run_answer

FORWARD = "            y_hat = forward(x, w)\n"
LOSS = "            loss = (y_hat - y) ** 2\n"
START = "    losses = []\n"

#: A right answer, what is broken in it, the reason that explains it, and a part of what is said.
BROKEN = [
    # A name that means nothing.
    (TORCH, "losses.append(", "losss.append(", "name_near", "losses exists. Is losss misspelt?"),
    (TORCH, "range(epochs)", "range(n_epochs)", "name_near", "epochs exists"),
    (TORCH, "requires_grad=True", "requires_grad=true", "name_near", "True exists"),
    (MODULE, "optimizer.zero_grad()", "optimiser.zero_grad()", "name_near", "optimizer exists"),
    (ENGINE, "+ other.data,", "+ othr.data,", "name_near", "other exists"),
    (TORCH, "* w - y)", "* w - target)", "name_unknown", "Nothing is called target where"),
    (PLAIN, "g = 2 * (y_hat - y) * x", "g = gradient(x, y, w)", "name_unknown", "gradient"),
    (PLAIN, FORWARD, "", "name_unknown", "y_hat"),
    (TORCH, "import torch\n", "", "name_not_imported", "Begin the cell with `import torch`."),
    (TORCH, "torch.tensor([w]", "np.array([w]", "name_not_imported", "`import numpy as np`"),
    (MODULE, "from torch import nn\n", "", "name_not_imported", "`from torch import nn`"),
    (PLAIN, "return x * w", "return tanh(x * w)", "name_not_imported", "`from math import tanh`"),
    (PLAIN, "losses.append(loss)", "log.append(loss)", "name_unknown", "Nothing is called log"),
    (PLAIN, "return x * w", "return x_data * w", "name_of_other_function", "inside train() only"),
    (
        PLAIN,
        START,
        START + "    [n for n in y_data] + n\n",
        "name_in_comprehension",
        "its own `for`",
    ),
    (ENGINE, "in self.parents", "in parents", "name_needs_self", "is called self.parents"),
    (ENGINE, "self.grad += slope", "grad += slope", "name_needs_self", "is called self.grad"),
    (MODULE, "self.w2 * x", "w2 * x", "name_needs_self", "self.w2"),
    (
        ENGINE,
        "backward(self, slope=1.0)",
        "backward(slope=1.0)",
        "self_is_no_argument",
        "takes self",
    ),
    # A variable without a value.
    (PLAIN, FORWARD + LOSS, LOSS + FORWARD, "local_set_later", "later, `y_hat = forward(x, w)`"),
    (PLAIN, "loss = (y_hat", "loss += (y_hat", "local_only_updated", "no old one yet"),
    (TORCH, "w, lr, epochs):", "start, lr, epochs):", "local_only_updated", "gets it"),
    (
        PLAIN,
        "        losses.append(loss)",
        "        if w < 0:\n            last = loss\n        losses.append(last)",
        "local_set_in_branch",
        "`last = loss` only",
    ),
    (PLAIN, "y_hat = forward(x", "forward = forward(x", "local_hides_function", "another name"),
    (PLAIN, START, START + "    sum = sum(x_data)\n", "local_hides_function", "function sum()"),
    (
        PLAIN,
        START,
        START + "    def step():\n        w -= lr\n    step()\n",
        "local_hides_variable",
        "a w of its own",
    ),
    (
        PLAIN,
        "def train(x_data, y_data, w, lr, epochs):\n    losses = []\n",
        "count = 0\n\ndef train(x_data, y_data, w, lr, epochs):\n    losses = []\n    count += 1\n",
        "local_hides_variable",
        "as an argument",
    ),
    (PLAIN, START, START + "    del lr\n    lr\n", "local_unset", "lr has no value"),
    # What a value lacks.
    (TORCH, "loss.item()", "loss.itm()", "attribute_near", "it has item"),
    (TORCH, "loss.backward()", "loss.backwards()", "attribute_near", "it has backward"),
    (TORCH, "w.grad.data.zero_()", "w.grad.zero()", "attribute_near", "it has zero_"),
    (TORCH, "losses.append(", "losses.push(", "attribute_near", "it has append"),
    (MODULE, "optimizer.step()", "optimizer.stp()", "attribute_near", "it has step"),
    (ENGINE, "in self.parents", "in self.parent", "attribute_near", "it has parents"),
    (TORCH, "torch.tensor(", "torch.tensr(", "module_lacks_near", "it has tensor"),
    (MODULE, "nn.MSELoss()", "nn.MSEloss()", "module_lacks_near", "it has MSELoss"),
    (MODULE, "torch.optim.SGD", "torch.optim.sgd", "module_lacks_near", "it has SGD"),
    (TORCH, "torch.tensor(", "torch.parameter(", "module_lacks", "torch has no parameter"),
    (TORCH, "losses = []", "losses = 0", "attribute_of_lists", "Does it begin as []"),
    (PLAIN, "append(loss)", "append(loss.item())", "attribute_of_tensors", "of type float"),
    (PLAIN, LOSS, LOSS + "            x.size\n", "attribute_of_tensors", "Tensors have .size"),
    (PLAIN, LOSS, LOSS + "            w.weight\n", "attribute_unknown", "has no weight"),
    (PLAIN, FORWARD, FORWARD + "            forward.w\n", "attribute_of_function", "not called"),
    (ENGINE, "Value(-y)", "-y", "attribute_of_class", "Objects of the class Value have .data"),
    (
        ENGINE,
        "self.grad = 0.0\n",
        "pass\n",
        "attribute_never_set",
        "sets self.grad",
    ),
    (MODULE, "self.w2 = nn", "self.weight = nn", "attribute_never_set", "Set it in __init__"),
    (MODULE, "nn.MSELoss()", "nn.MSELoss", "loss_not_called", "made once, with MSELoss()"),
    (MODULE, "super().__init__()", "pass", "super_init", "`super().__init__()`"),
    (MODULE, "def forward(", "def foward(", "forward_missing", "Is it spelt so"),
    # None.
    (
        TORCH,
        "losses.append(loss",
        "losses = losses.append(loss",
        "none_before_dot",
        "not a = a",
    ),
    (PLAIN, "    return x * w\n", "    x * w\n", "none_used", "without `return`"),
    (ENGINE, "return Value(self.data + ", "Value(self.data + ", "none_used", "is None"),
    (
        TORCH,
        "loss.backward()\n",
        "w.grad.zero_()\n",
        "grad_is_empty",
        "no backward() has filled it",
    ),
    # Brackets, loops and places in a list.
    (TORCH, "zip(x_data, y_data)", "x_data, y_data", "unpack_count", "put zip() around"),
    (TORCH, "zip(x_data, y_data)", "zip(x_data)", "unpack_count", "names on the left"),
    (TORCH, "zip(x_data, y_data)", "x_data", "not_unpackable", "single thing of type float"),
    (TORCH, "zip(x_data, y_data)", "zip[x_data, y_data]", "brackets_for_call", "round ones"),
    (PLAIN, "append(loss)", "append[loss]", "brackets_for_call", "square brackets"),
    (TORCH, "range(epochs)", "epochs", "number_not_iterable", "write range() around it"),
    (TORCH, "range(epochs)", "range(lr)", "whole_number", "each other's place"),
    (TORCH, "range(epochs)", "range", "not_called", "is named but not called"),
    (PLAIN, "2 * (y_hat - y) * x", "2(y_hat - y) * x", "not_callable", "Is a *"),
    (PLAIN, "2 * (y_hat - y) * x", "x(y_hat - y)", "not_callable", "type float"),
    (PLAIN, START, START + "    import math\n    math(w)\n", "module_called", "A module stands"),
    (PLAIN, "= forward(x, w)", "= forward(x[0], w)", "not_subscriptable", "already the element"),
    (PLAIN, FORWARD, FORWARD + "            w[0] = 1\n", "no_item_assignment", "can be set"),
    (PLAIN, "append(loss)", "append(len(loss))", "no_length", "len() counts a list"),
    (
        PLAIN,
        "y_hat = forward(x, w)",
        "y_hat = x_data[x] * w",
        "index_not_whole",
        "the sample itself",
    ),
    (PLAIN, "y_hat = forward(x, w)", "y_hat = x_data[int(x)] * w", "index_out_of_range", "n − 1"),
    (PLAIN, "losses.append(loss)", "losses[epoch] = loss", "set_out_of_range", "with append()"),
    (PLAIN, START, START + "    max(losses)\n", "empty_sequence", "The list is empty"),
    (
        PLAIN,
        START,
        START + "    seen = {1: 2}\n    for each in seen: seen.pop(each)\n",
        "changed_in_loop",
        "Go through a copy",
    ),
    (PLAIN, START, START + "    {}['w']\n", "key_missing", "no entry 'w'"),
    (TORCH, "loss.item()", "loss[0][0]", "index_of_zero_dim", "Leave out the square brackets"),
    (TORCH, "loss.item()", "loss[0, 0]", "too_many_indices", "Print its shape"),
    (TORCH, "loss.item()", "loss[1]", "index_out_of_range", "no element at this place"),
    (TORCH, "loss.item()", "*loss.sum()", "zero_dim_iteration", "a single number"),
    (TORCH, "loss.item()", "loss.sum(dim=2)", "dimension_out_of_range", "fewer dimensions"),
    # Calls.
    (PLAIN, "y_hat = forward(x, w)", "y_hat = forward(x)", "argument_missing", "lacks 'w'"),
    (
        PLAIN,
        "def forward(x, w)",
        "def forward(x)",
        "too_many_arguments",
        "2 arguments and takes 1.",
    ),
    (
        PLAIN,
        START,
        START + "    def step():\n        pass\n    step(w)\n",
        "too_many_arguments",
        "step() is given 1",
    ),
    (TORCH, "torch.tensor([w], ", "torch.tensor(", "argument_missing", 'lacks "data"'),
    (PLAIN, "append(loss)", "append(epoch, loss)", "argument_count", "list.append() is given"),
    (PLAIN, "range(epochs)", "range()", "argument_count", "help(range)"),
    (
        PLAIN,
        START,
        "    losses = out()\n    def out(): pass\n",
        "local_set_later",
        "`def out(): pass`",
    ),
    (PLAIN, START, START + "    (lambda: w)(1)\n", "too_many_arguments", "<lambda>() is given 1"),
    (PLAIN, "= forward(x, w)", "= forward(x, weight=w)", "argument_unknown", "called weight"),
    (PLAIN, "= forward(x, w)", "= forward(x, x=w)", "argument_twice", "given twice"),
    (MODULE, "model(x)", "model()", "argument_missing", "lacks 'x'"),
    (
        MODULE,
        "Quadratic(w1, w2, b)\n",
        "Quadratic()\n",
        "argument_missing",
        "Quadratic() lacks",
    ),
    (MODULE, "forward(self, x)", "forward(x)", "too_many_arguments", "self comes first"),
    (ENGINE, "backward(self, slope=1.0)", "backward()", "no_self", "Write self first"),
    (TORCH, "requires_grad", "require_grad", "argument_near", "Is requires_grad meant?"),
    (PLAIN, "w, lr, epochs)", "w, epochs)", "signature", "the lesson's arguments"),
    (PLAIN, "x_data, y_data, w, lr, epochs", "", "signature", "`def train(…):`"),
    (
        PLAIN,
        "def train(",
        "def trian(",
        "function_named_else",
        "asked for is train()",
    ),
    # Arithmetic.
    (PLAIN, "(y_hat - y) ** 2", "(y_hat - y_data) ** 2", "list_arithmetic", "A whole list"),
    (
        PLAIN,
        "forward(x, w)\n            loss",
        "x_data * w\n            loss",
        "list_arithmetic",
        "sample",
    ),
    (PLAIN, "losses = []", "losses = x_data @ y_data", "list_product", "takes two tensors"),
    (PLAIN, "losses = []", 'losses = "" + w', "text_arithmetic", "(a string)"),
    (ENGINE, "y_hat + Value(-y)", "y_hat - y", "operator_of_class", "__sub__ (-)"),
    (PLAIN, "(y_hat - y) ** 2", "(y_hat - y) ^ 2", "power_sign", "two stars: w**2"),
    (
        PLAIN,
        "def forward(x, w):\n    return x * w\n",
        "class Node:\n    def __init__(self, value):\n        self.value = value\n"
        "        self.grad = 0.0\n\n\ndef forward(x, w):\n    return Node(x * w)\n",
        "object_for_number",
        "It carries .grad, .value",
    ),
    (PLAIN, "- lr * g", "- g / (epoch * lr)", "division_by_zero", "under the division is 0"),
    (PLAIN, START, START + "    import math\n    math.log(0)\n", "math_domain", "log() of 0"),
    (PLAIN, START, START + "    import math\n    math.exp(1e9)\n", "number_too_large", "no float"),
    (
        PLAIN,
        START,
        START + "    import math\n    math.tanh(x_data)\n",
        "number_needed",
        "one number",
    ),
    (PLAIN, START, START + "    float('w')\n", "text_is_no_number", "repr()"),
    # torch.
    (TORCH, "(x * w - y) ** 2", "torch.tanh(x)", "tensor_needed", "given something of type float"),
    (MODULE, "torch.tensor([y])", "y", "tensor_needed", "Make it a tensor"),
    (TORCH, "torch.tensor([w]", "torch.tensor([None]", "tensor_of_what", "of type NoneType"),
    (TORCH, "torch.tensor([w]", "torch.tensor([[w], [w, w]]", "ragged_list", "rows of one length"),
    (TORCH, "loss.item()", "loss.numpy()", "numpy_of_tracked", "numpy knows no graphs"),
    (TORCH, "loss.item()", "f'{loss:.3f}'", "format_of_tensor", "plain number"),
    (TORCH, "loss.item()", "loss > torch.ones(2) or w", "truth_of_many", "one yes or no"),
    (TORCH, "loss.item()", "w.double() @ w", "two_dtypes", "dtype of each tensor"),
    (TORCH, "w.grad.data.zero_()", "loss.requires_grad = False", "flag_of_no_leaf", "was computed"),
    (MODULE, "model.parameters()", "[w1]", "tensor_needed", "of type float"),
    (MODULE, "model.parameters()", "[]", "optimizer_empty", "no parameters"),
    (MODULE, "model.parameters()", "[model.w1 * 2]", "optimizer_no_leaf", "takes leaves only"),
    # What ends it.
    (PLAIN, "return x * w", "return forward(x, w)", "recursion", "calls itself"),
    (PLAIN, START, START + "    import pandas_\n", "module_missing", "no module pandas_"),
    (PLAIN, START, START + "    import troch\n", "module_near", "Is torch meant?"),
    (PLAIN, START, START + "    from math import tahn\n", "import_name", "math has no tahn"),
    (PLAIN, START, START + "    open('data.csv')\n", "file_missing", "train() needs none"),
    (PLAIN, START, START + "    assert epochs == 0\n", "assertion", "Print both sides"),
    (PLAIN, START, START + "    quit()\n", "exits", "ends with `return`"),
    (PLAIN, START, START + "    next(iter([]))\n", "iterator_empty", "than there are"),
    (
        PLAIN,
        START,
        START + "    raise ValueError('w')\n",
        "raised_here",
        "this error itself",
    ),
    (PLAIN, START, START + "    raise\n", "bare_raise", "stands alone"),
    (
        PLAIN,
        START,
        START + "    b'' + b''.fromhex('x')\n",
        "other_error",
        "Call train() on one sample",
    ),
]


@pytest.mark.parametrize(
    ("right", "old", "new", "reason", "said"),
    BROKEN,
    ids=[f"{c[3]}-{c[2].strip()}" for c in BROKEN],
)
def test_a_broken_answer_is_told_what_its_error_means(
    right: str, old: str, new: str, reason: str, said: str
) -> None:
    verdict = run_answer(RIGHT[right], changed(right, (old, new)))
    text = render(verdict)
    assert verdict.kind == "error"
    assert reason in (*(each.id for each in verdict.reason.more), *verdict.mistakes), text.plain()
    assert said in text.advice[0][0].text
    assert text.prose.endswith("stops with an error:")


#: The same for errors that are a mistake of this course, and are named as that.
MISTAKEN = [
    (TORCH, "loss.item()", "loss.item() + loss.item", "not_called"),
    (MODULE, "model.parameters()", "model.parameters", "not_called"),
    (PLAIN, "(y_hat - y) ** 2", "(forward - y) ** 2", "not_called"),
    (PLAIN, "w - lr * g", "w - lr * float", "not_called"),
    (TORCH, "zip(x_data, y_data)", "zip", "not_called"),
    (TORCH, "loss.backward()", "loss.backward", "not_called"),
    (TORCH, "losses = []", "losses = []\n    with torch.no_grad: pass", "not_called"),
    (PLAIN, "w - lr * g", "w + 1000 * g", "loss_diverges"),
    (TORCH, "torch.tensor([w]", "torch.tensor([1]", "int_tensor"),
    (TORCH, "w.data = w.data - lr", "w -= lr", "inplace_leaf"),
    (TORCH, "w.data = w.data - lr", "w = w - lr", "lost_leaf"),
    (TORCH, "(x * w - y) ** 2", "w.view(2, 2)", "wrong_shapes"),
    (TORCH, "(x * w - y) ** 2", "torch.ones(2, 3) @ w", "wrong_shapes"),
    (TORCH, "(x * w - y)", "(x_data * w - y)", "tensor_times_list"),
    (
        TORCH,
        "loss.backward()",
        "loss.item().backward()",
        "item_too_early",
    ),
    (
        MODULE,
        "loss.backward()",
        "e = model(x)\n            z = e.exp()\n            z.add_(1)\n            z.backward()",
        "edited_before_backward",
    ),
    (TORCH, "loss.backward()", "torch.autograd.grad(loss.detach(), w)", "no_requires_grad"),
]


@pytest.mark.parametrize(("right", "old", "new", "mistake"), MISTAKEN)
def test_an_error_that_is_a_known_mistake_is_named_and_not_said_twice(
    right: str, old: str, new: str, mistake: str
) -> None:
    verdict = run_answer(RIGHT[right], changed(right, (old, new)))
    assert (verdict.kind, verdict.mistakes, verdict.reason.more) == ("error", (mistake,), ())


SCALED = Path("tests/submissions/14-deep-net/mistakes/variance_for_std.py").read_text("utf-8")
"""An answer that scales its start, and so can do it on the wrong side of requires_grad."""


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("W = W.requires_grad_() * 0.5", "compute it first, and only then let the result"),
        ("W.requires_grad_().mul_(0.5)", "Does it prepare the start"),
    ],
)
def test_a_start_that_is_computed_from_a_leaf_is_not_told_to_pass_the_leaf(
    new: str, said: str
) -> None:
    scaling = "W = W * (2 / (n_in + n_out))"
    answer = changed(
        SCALED, (scaling, new), ("weights.append(W.requires_grad_())", "weights.append(W)")
    )
    text = render(run_answer("14-deep-net", answer)).plain()
    assert said in " ".join(text.split())


def test_a_method_without_parentheses_in_the_list_is_named_too() -> None:
    verdict = run_answer("08-train-linear", changed(TORCH, ("loss.item()", "loss.item")))
    assert (verdict.kind, verdict.mistakes) == ("wrong", ("not_called",))


def test_a_name_that_a_failed_cell_was_to_set_is_told_so() -> None:
    cells = ["1 / 0\nscale = 2", "rate = (1"]
    for name in ("scale", "rate"):
        verdict = run_answer(RIGHT[PLAIN], changed(PLAIN, ("x * w", f"x * w * {name}")), cells)
        assert [each.id for each in verdict.reason.more] == ["name_of_earlier_cell"]


def test_an_error_in_a_helper_of_an_earlier_cell_is_told_to_be_there() -> None:
    helper, rest = PLAIN.split("\n\n", 1)
    broken = f"# my model\n{helper.replace('* w', '* wight')}"
    verdict = run_answer(RIGHT[PLAIN], rest, [broken])
    assert verdict.reason.fields["line_number"] == 3
    assert verdict.reason.fields["line"] == "return x * wight"
    assert [each.id for each in verdict.reason.more] == ["name_unknown", "line_of_earlier_cell"]
    assert "in an earlier cell that train() uses" in render(verdict).plain()


def test_a_cell_that_stops_is_explained_like_a_call() -> None:
    verdict = run_answer(RIGHT[PLAIN], f"scale = factor\nfactor = 2\n{PLAIN}")
    assert render(verdict).plain() == (
        "✗ 01-gradient-by-hand: stopped by an error (0 of 2 points).\n"
        "The exercise cell stops with an error:\n"
        "    line 1: scale = factor\n"
        "    NameError: name 'factor' is not defined\n"
        "\n"
        "In plain words: This line needs factor, which only a later line sets: `factor = 2`. "
        "Move that line up."
    )


def test_every_class_of_error_is_explained_without_a_text_too() -> None:
    classes = [each for each in vars(builtins).values() if isinstance(each, type)]
    for class_ in classes:
        if issubclass(class_, BaseException):
            for line in ("", "loss.backward()"):
                report = ErrorReport(class_.__name__, "", 1 if line else None, line)
                assert explain_error(report).id in REASONS


WORDS = """' " ( ) None Tensor list name variable 'w' is not defined object has no attribute module
    cannot access local where it associated with a value takes but missing U+FF0C U+D800 U+110000
    invalid character unmatched { } {name} import % %% != def self raise .grad"""
words = st.sampled_from([*WORDS.split(), "\n", "\0", "\ud800"])
texts = st.one_of(st.text(max_size=60), st.lists(words, max_size=12).map(" ".join))
types = st.sampled_from(sorted({type_ for types, _, _ in SAYINGS for type_ in types.split()})) | (
    st.sampled_from(["SyntaxError", "TabError", "NameError", "UnboundLocalError", "OddError", ""])
)


@settings(max_examples=300, deadline=None)
@given(
    types, texts, st.none() | st.integers(-2, 5), texts, texts, texts, st.lists(texts, max_size=2)
)
def test_whatever_a_process_reports_is_explained(
    type_: str,
    message: str,
    number: int | None,
    line: str,
    near: str,
    answer: str,
    cells: list[str],
) -> None:
    error = ErrorReport(type_, message, number, line, near)
    asked = LOOPS["08-train-linear"]
    verdicts = [
        judge(asked, calls(asked)[:1], [Outcome("raised", error=error)], answer, cells),
        stopped_in_cell(asked, error, answer, cells),
    ]
    for verdict in verdicts:
        assert verdict.mistakes or verdict.reason.more
        assert Verdict.from_json(verdict.to_json()) == verdict
        for entries in render(verdict).advice:
            assert all("\n" not in entry.whole for entry in entries)


def test_every_saying_is_read_and_has_the_fields_of_its_reason() -> None:
    for _, pattern, id_ in SAYINGS:
        groups = {name.removesuffix("_2") for name in re.compile(pattern).groupindex}
        assert groups == set(REASONS[id_]), id_
