"""The picture shows the gradients of a real backward run, and leaves no trace of that run."""

import pytest
import torch
from torch import nn

from leadin.graph import graph


def numbers(value):
    return None if value is None else value.numbers


def gradients_into(graph, name):
    """The gradients on the edges into a leaf, in the order of its uses."""
    return [edge.gradient.numbers for edge in graph.out_of(graph.node(name)) if edge.gradient]


def sums_into(drawn, name):
    return torch.tensor(gradients_into(drawn.graph, name)).sum(0)


def assert_edges_add_up(loss, **leaves):
    """The gradients on the edges into each leaf add up to what backward() leaves in `.grad`."""
    drawn = graph(loss, leaves)
    before = {name: numbers(drawn.graph.node(name).gradient) for name in leaves}
    loss.backward()
    for name, leaf in leaves.items():
        expected = leaf.grad.flatten()
        torch.testing.assert_close(sums_into(drawn, name), expected)
        assert before[name] == tuple(expected.tolist())
    return drawn.graph


def test_two_paths_into_a_leaf_carry_their_own_gradients(shared, weight, bias):
    drawn = graph(shared, {"w": weight, "b": bias}).graph
    assert sorted(gradients_into(drawn, "w")) == [(-14,), (pytest.approx(0.2),)]
    assert numbers(drawn.node("w").gradient) == (pytest.approx(-13.8),)
    assert numbers(drawn.node("b").gradient) == (-7,)


def test_the_edges_into_a_leaf_add_up_to_its_grad(shared, weight, bias):
    assert_edges_add_up(shared, w=weight, b=bias)


def test_a_leaf_that_is_used_three_times_gets_three_edges(weight):
    drawn = assert_edges_add_up(weight * weight + 3 * weight, w=weight)
    assert sorted(gradients_into(drawn, "w")) == [(1,), (1,), (3,)]


def test_a_product_of_a_leaf_with_itself_has_two_edges(weight):
    drawn = assert_edges_add_up((weight * 3) * (weight * 3) * weight, w=weight)
    assert len(gradients_into(drawn, "w")) == 3


def test_broadcasting_sums_the_gradient_into_the_small_shape():
    b = torch.tensor([1.0, 2.0], requires_grad=True)
    x = torch.arange(6.0).reshape(3, 2)
    drawn = assert_edges_add_up(((x + b) ** 2).sum(), b=b)
    assert drawn.node("b").gradient.shape == (2,)


def test_two_layers_of_matrices_add_up():
    torch.manual_seed(0)
    x, y = torch.randn(2, 5), torch.randn(3, 5)
    w1, b1 = torch.randn(4, 2, requires_grad=True), torch.randn(4, 1, requires_grad=True)
    w2, b2 = torch.randn(3, 4, requires_grad=True), torch.randn(3, 1, requires_grad=True)
    y_pred = w2 @ torch.relu(w1 @ x + b1) + b2
    drawn = assert_edges_add_up(((y_pred - y) ** 2).mean(), w1=w1, b1=b1, w2=w2, b2=b2)
    assert drawn.node("w1").gradient.shape == (4, 2)


@pytest.mark.parametrize(
    "function",
    [
        torch.relu,
        torch.sigmoid,
        torch.tanh,
        torch.exp,
        torch.abs,
        torch.neg,
        lambda v: v.sum(),
        lambda v: v.mean(),
        lambda v: v.max(),
        lambda v: v[1:],
        lambda v: v[0] * v[2],
        lambda v: torch.cat([v, v * v]),
        lambda v: torch.stack([v, v]).T,
        lambda v: v.reshape(3, 1) @ v.reshape(1, 3),
        lambda v: v @ v,
        lambda v: 2 / v,
        lambda v: 2 - v,
        lambda v: 2**v,
        lambda v: (v * 1).unbind()[1] * v,
        lambda v: torch.softmax(v, 0).log(),
        lambda v: torch.where(v > 0, v, 0.1 * v),
        lambda v: nn.functional.mse_loss(v, torch.ones(3)),
        lambda v: nn.functional.cross_entropy(v, torch.tensor(1)),
    ],
)
def test_the_edges_add_up_through(function):
    v = torch.tensor([-1.5, 0.5, 2.0], requires_grad=True)
    assert_edges_add_up(function(v).sum(), v=v)


def test_relu_lets_nothing_through_below_zero():
    v = torch.tensor(-3.0, requires_grad=True)
    drawn = assert_edges_add_up(torch.relu(v * 1), v=v)
    assert gradients_into(drawn, "v") == [(0,)]


def test_a_detached_part_is_a_constant_without_gradient(weight):
    part = (weight * 3).detach()
    drawn = graph(part * weight).graph
    (constant,) = [node for node in drawn.nodes if node.kind == "constant"]
    assert constant.name == "part"
    assert numbers(constant.value) == (3,)
    assert constant.gradient is None


def test_an_in_place_change_of_an_intermediate_is_an_operation(weight):
    total = weight * 3
    total.add_(1).mul_(2)
    drawn = assert_edges_add_up(total, w=weight)
    assert numbers(drawn.loss.value) == (8,)
    assert [n.operation for n in drawn.nodes if n.kind == "operation"] == ["Mul", "Add", "Mul"]


def test_a_part_that_is_set_in_place_gets_no_gradient(weight):
    row = weight.expand(3).clone()
    row[0] = 5
    drawn = assert_edges_add_up(row.sum(), w=weight)
    assert numbers(drawn.node("w").gradient) == (2,)


def test_a_hook_of_the_reader_counts(weight):
    y = weight * 2
    y.register_hook(lambda gradient: gradient * 10)
    assert_edges_add_up(y * 1, w=weight)


def test_a_function_written_in_python_is_drawn():
    class Double(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return 2 * x

        @staticmethod
        def backward(ctx, gradient):
            return 2 * gradient

    v = torch.tensor(3.0, requires_grad=True)
    drawn = assert_edges_add_up(Double.apply(v) * 1, v=v)
    assert "Double" in {node.operation for node in drawn.nodes}


def test_drawing_leaves_grad_as_it_was(shared, weight, bias):
    weight.grad = torch.tensor(5.0)
    before = weight.grad
    graph(shared)
    assert weight.grad is before
    assert before == 5
    assert bias.grad is None


def test_drawing_leaves_retained_gradients_as_they_were(weight):
    y = weight * 2
    y.retain_grad()
    loss = y**2
    graph(loss)
    assert y.grad is None
    loss.backward(retain_graph=True)
    before = y.grad
    graph(loss)
    assert y.grad is before
    assert y.grad == 4
    loss.backward()
    assert y.grad == 8


def test_backward_works_after_drawing_twice(shared, weight):
    graph(shared)
    graph(shared)
    shared.backward()
    assert weight.grad == pytest.approx(-13.8)


def test_drawing_works_under_no_grad(shared, weight):
    with torch.no_grad():
        drawn = graph(shared, {"w": weight})
    assert numbers(drawn.graph.node("w").gradient) == (pytest.approx(-13.8),)


def test_hooks_of_the_reader_are_left_alone(weight):
    seen = []
    loss = weight * 2
    loss.grad_fn.register_hook(lambda *_: seen.append("ran"))
    graph(loss)
    loss.backward()
    assert seen == ["ran", "ran"]
