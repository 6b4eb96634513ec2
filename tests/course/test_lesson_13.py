"""The engine that lesson 13 shows is the one that can be imported, and computes what torch does."""

import ast
import inspect
from pathlib import Path

import nbformat
import numpy as np
import pytest
import torch

from leadin import engine
from leadin.course.lessons.lesson_13 import EXERCISE
from leadin.engine import Tensor, in_order, unbroadcast

NOTEBOOK = Path(__file__).parents[2] / "solutions" / "13_matrix_gradients.ipynb"
CELLS = {cell.id: cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells}


class Bare(ast.NodeTransformer):
    """Takes off what a student need not read: types and docstrings."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.returns = None
        for argument in node.args.args:
            argument.annotation = None
        if ast.get_docstring(node):
            node.body = node.body[1:]
        return node


def statements(source):
    """The classes and functions of a text by name, as the lesson writes them."""
    tree = Bare().visit(ast.parse(source))
    return {node.name: ast.dump(node) for node in tree.body if hasattr(node, "name")}


def test_the_class_of_the_lesson_is_the_one_that_can_be_imported():
    shown, whole = statements(CELLS["engine-class"]), statements(inspect.getsource(engine))
    assert shown.keys() == {"Tensor", "as_tensor"}
    assert shown.items() <= whole.items()


def test_the_engine_has_the_curve_of_the_exercise():
    inputs = EXERCISE.lesson_inputs
    weights = [Tensor(inputs[name]) for name in EXERCISE.model.names]
    losses = []
    for _ in range(inputs["epochs"]):
        w1, b1, w2, b2 = weights
        error = (Tensor(inputs["x_data"]) @ w1.T + b1).tanh() @ w2.T + b2 - inputs["y_data"]
        loss = (error * error).sum() * (1 / len(inputs["x_data"]))
        loss.backward()
        losses.append(loss.data.item())
        weights = [Tensor(w.data - inputs["lr"] * w.grad) for w in weights]
    assert losses == pytest.approx(EXERCISE.oracle(**inputs), rel=1e-9)


def test_gradients_are_those_of_torch_where_paths_meet_and_shapes_are_stretched():
    rng = np.random.default_rng(0)
    start = [rng.normal(size=shape) for shape in ((4, 3), (3, 2), (2,), (4, 1), (1, 2))]

    def formula(x, w, b, column, row):
        h = (x @ w + b).tanh()
        return ((h * h + column) * (row - h) + h @ w.T @ w).sum()

    own = [Tensor(array) for array in start]
    theirs = [torch.tensor(array, requires_grad=True) for array in start]
    end = formula(*own)
    end.backward()
    formula(*theirs).backward()
    for mine, other in zip(own, theirs, strict=True):
        assert mine.grad.shape == tuple(other.grad.shape)
        assert mine.grad == pytest.approx(other.grad.numpy())
    order = in_order(end)
    assert order[-1] is end
    assert len(order) == len(set(order))


@pytest.mark.parametrize("shape", [(3,), (1, 3), (4, 1), (1, 1), (4, 3), (1,), ()])
def test_what_was_stretched_is_summed_back(shape):
    gradient = np.arange(12.0).reshape(4, 3)
    tensor = torch.zeros(shape, dtype=torch.float64, requires_grad=True)
    (torch.zeros(4, 3, dtype=torch.float64) + tensor).backward(torch.tensor(gradient))
    summed = unbroadcast(gradient, shape)
    assert summed.shape == shape
    assert summed == pytest.approx(tensor.grad.numpy())
