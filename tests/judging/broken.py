"""Right answers, and what becomes of them when something in them is broken."""

import copy
import itertools
import linecache
import warnings
from collections.abc import Sequence

from leadin.course import LOOPS
from leadin.judging import Verdict, called, calls, judge, stopped_in_cell
from leadin.observe import ErrorReport, Outcome, bounded_printing, observe, report_error

TORCH = """\
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (x * w - y) ** 2
            loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
"""
PLAIN = """\
def forward(x, w):
    return x * w

def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_hat = forward(x, w)
            loss = (y_hat - y) ** 2
            g = 2 * (y_hat - y) * x
            w = w - lr * g
        losses.append(loss)
    return losses
"""
MODULE = """\
import torch
from torch import nn

class Quadratic(nn.Module):
    def __init__(self, w1, w2, b):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor([w1]))
        self.w2 = nn.Parameter(torch.tensor([w2]))
        self.b = nn.Parameter(torch.tensor([b]))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Quadratic(w1, w2, b)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    criterion = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = criterion(model(x), torch.tensor([y]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
"""
ENGINE = """\
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self, slope=1.0):
        self.grad += slope
        for parent, local in self.parents:
            parent.backward(slope * local)

def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            weights = [Value(w1), Value(w2), Value(b)]
            y_hat = weights[0] * Value(x * x) + weights[1] * Value(x) + weights[2]
            error = y_hat + Value(-y)
            loss = error * error
            loss.backward()
            w1, w2, b = [each.data - lr * each.grad for each in weights]
        losses.append(loss.data)
    return losses
"""
#: The exercise that each answers.
RIGHT = {
    TORCH: "08-train-linear",
    PLAIN: "01-gradient-by-hand",
    MODULE: "10-module-and-optimizer",
    ENGINE: "11-own-backward",
}

_numbers = itertools.count()


def changed(right: str, *edits: tuple[str, str]) -> str:
    """A right answer with its first `old` replaced by `new`, for each edit."""
    for old, new in edits:
        assert old in right, old
        right = right.replace(old, new, 1)
    return right


def run_answer(exercise: str, answer: str, cells_before: Sequence[str] = ()) -> Verdict:
    """The verdict on the text of an answer, run after other cells."""
    asked = LOOPS[exercise]
    namespace: dict[str, object] = {}
    for text in (*cells_before, answer):
        try:
            _execute(text, namespace)
        except SyntaxError as error:  # with no frame of ours: IPython's are none of a student's
            if text is answer:
                report = report_error(error.with_traceback(None))
                return stopped_in_cell(asked, report, answer, cells_before)
        except Exception as error:
            if text is answer:
                return stopped_in_cell(asked, report_error(error), answer, cells_before)
    function, inputs = namespace.get(asked.function), calls(asked)
    if not callable(function):  # as what runs notebooks reports it
        missing = ErrorReport("NameError", f"name '{asked.function}' is not defined")
        return judge(asked, inputs, [Outcome("raised", error=missing)], answer, cells_before)
    with bounded_printing(0):
        outcomes = list(
            called(asked, lambda each: observe(function, copy.deepcopy([*each.values()])), inputs)
        )
    return judge(asked, inputs, outcomes, answer, cells_before)


def _execute(text: str, namespace: dict[str, object]) -> None:
    """Run a cell so that its lines are known, as IPython's are."""
    name = f"<cell {next(_numbers)}>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        code = compile(text, name, "exec")
    exec(code, namespace)
