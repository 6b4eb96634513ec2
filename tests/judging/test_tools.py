"""Which tools an answer leaves the work to is read off its text, without false accusations."""

import pytest

from leadin.judging.source import parse_cell, read_tools, with_helpers

USES_AUTOGRAD = [
    "import torch\nw = torch.tensor(1.0, requires_grad=True)\n(w * w).backward()",
    "%%time\nimport torch\nw = torch.tensor(1.0, requires_grad=True)\n(w * w).backward()",
    "w = torch.tensor(1.0)\nw.requires_grad_()\n(w * w).backward()",
    "from torch.func import grad as g\nprint(g(f)(1.0))",
    "from torch.autograd.functional import jacobian\njacobian(f, w)",
    "import torch as t\nt.func.vjp(f, w)",
    "import torch\nmodel = torch.nn.Linear(1, 1)\nmodel(x).backward()",
]
NO_AUTOGRAD = [
    "class Node:\n    def backward(self):\n        pass\nNode().backward()",
    "import torch\nclass Node:\n    def backward(self):\n        pass\n"
    "w = torch.tensor(1.0, requires_grad=False)\nNode().backward()",
    "import torch\nloss = torch.nn.functional.mse_loss(a, b)",
    "import torch\nprint(torch.tensor([1.0]) @ w)",
]


@pytest.mark.parametrize("text", USES_AUTOGRAD)
def test_autograd_is_recognised(text: str) -> None:
    assert read_tools(parse_cell(text)).autograd


@pytest.mark.parametrize("text", NO_AUTOGRAD)
def test_what_is_not_autograd_is_not_taken_for_it(text: str) -> None:
    assert not read_tools(parse_cell(text)).autograd


@pytest.mark.parametrize(
    ("text", "torch"),
    [
        ("import torch\nprint(torch.ones(1))", True),
        ("print(torch.ones(1))", True),
        ("import torch as t\nprint(t.ones(1))", True),
        ("from torch import ones\nprint(ones(1))", True),
        ("t = __import__('torch')", True),
        ("import importlib\nimportlib.import_module('torch.nn')", True),
        ("import torch", False),
        ("torch = 3\nprint(torch)", False),
        ("def light(torch):\n    return torch", False),
        ("print('torch')", False),
        ("def train(:", False),
    ],
)
def test_torch_is_recognised_where_it_is_used(text: str, torch: bool) -> None:
    assert read_tools(parse_cell(text)).torch is torch


def test_helpers_of_other_cells_belong_to_the_answer() -> None:
    cells = ["def inner():\n    return torch.ones(1)", "def outer():\n    return inner()", "x = 1"]
    assert read_tools(with_helpers(parse_cell("def train():\n    return outer()"), cells)).torch


def test_what_an_answer_does_not_use_does_not() -> None:
    cells = ["def loss():\n    return torch.ones(1)"]
    answer = parse_cell("def train():\n    loss = 1\n    return loss")
    assert not read_tools(with_helpers(answer, cells)).torch
