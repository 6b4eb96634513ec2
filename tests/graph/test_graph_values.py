"""Every value that the picture shows is the forward run's own; what cannot be known is `?`."""

import math

import pytest
import torch

from leadin.graph import graph


def numbers(value):
    return None if value is None else value.numbers


def constants(drawn):
    return [numbers(node.value) for node in drawn.graph.nodes if node.kind == "constant"]


def value(drawn, name):
    return numbers(drawn.graph.node(name).value)


def test_every_value_of_the_two_path_loss_is_known(shared, weight, bias):
    drawn = graph(shared, {"w": weight, "b": bias})
    operations = [numbers(n.value) for n in drawn.graph.nodes if n.kind == "operation"]
    expected = [(2,), (2.5,), (-3.5,), (12.25,), (1,), (0.1,), (12.35,)]
    assert operations == [pytest.approx(value) for value in expected]
    assert value(drawn, "w") == (1,)


def test_constants_that_torch_keeps_are_shown(weight):
    x = torch.tensor([2.0, 3.0])
    drawn = graph((weight * x * 7).sum())
    assert value(drawn, "x") == (2, 3)
    assert (7,) in constants(drawn)


def test_one_tensor_in_two_places_is_one_constant(weight):
    x = torch.tensor(3.0)
    drawn = graph(weight * x + weight * 2 * x)
    assert constants(drawn).count((3,)) == 1


def test_an_added_number_is_worked_out_from_its_neighbours(weight):
    y = 2.0
    y_pred = weight * 1.0
    drawn = graph((y_pred - y) ** 2)
    assert (2,) in constants(drawn)
    (node,) = [node for node in drawn.graph.nodes if numbers(node.value) == (2,)]
    assert "not kept by torch" in node.note


@pytest.mark.parametrize("line", [lambda w: 6 - w, lambda w: w - 6, lambda w: 6 + w])
def test_a_constant_is_worked_out_whichever_side_it_stands_on(line, weight):
    assert (6,) in constants(graph(line(weight) ** 2))


def test_two_unseen_numbers_in_a_row_stay_unknown(weight):
    drawn = graph(((weight + 1) + 2) ** 2)
    assert constants(drawn) == [None, None]
    assert "?" in repr(drawn)


def test_the_zero_that_a_sum_starts_from_is_not_an_unknown(weight):
    drawn = graph(sum((weight * x - 1) ** 2 for x in (1.0, 2.0, 3.0)))
    assert None not in [numbers(node.value) for node in drawn.graph.nodes]
    assert "≈ 0" in drawn.svg()


def test_a_constant_that_rounding_hides_is_not_made_up():
    big = torch.tensor(1e6, requires_grad=True)
    drawn = graph((big + 0.3) ** 2)
    assert (0.3,) not in constants(drawn)
    assert constants(drawn) == [None]


def test_a_leaf_that_changed_since_the_forward_run_is_found_out():
    w = torch.tensor(2.0, requires_grad=True)
    loss = torch.exp(w * 3)
    w.data.add_(1)
    drawn = graph(loss)
    assert value(drawn, "w") is None
    assert "changed since" in drawn.graph.node("w").note
    assert numbers(drawn.graph.loss.value) == (pytest.approx(math.exp(6), rel=1e-5),)


def test_variables_of_the_reader_give_names_and_values(weight):
    hidden = weight * 2 + 1
    loss = hidden * 3
    drawn = graph(loss)
    assert drawn.graph.loss.name == "loss"
    assert value(drawn, "hidden") == (3,)


def test_a_given_name_counts_before_a_variable(weight):
    loss = weight * 2
    assert value(graph(loss, {"ω": weight}), "ω") == (1,)


def test_parameters_of_a_module_and_elements_of_a_list_have_names():
    layer = torch.nn.Linear(2, 1)
    params = [torch.tensor(1.0, requires_grad=True)]
    loss = (layer(torch.ones(1, 2)) * params[0]).sum()
    names = {node.name for node in graph(loss).graph.nodes}
    assert {"layer.weight", "layer.bias", "params[0]"} <= names


def test_made_up_names_avoid_the_readers(weight):
    v1 = torch.tensor(3.0)
    names = [node.name for node in graph(weight * v1 * 2).graph.nodes if node.name]
    assert len(names) == len(set(names))


def test_every_shape_is_known_even_where_numbers_are_too_many():
    w = torch.zeros(20, 30, requires_grad=True)
    drawn = graph((w @ torch.ones(30, 4)).relu().sum())
    assert all(node.shape is not None for node in drawn.graph.nodes)
    assert drawn.graph.node("w").value.numbers is None
    assert "20×30" in drawn.svg()


def test_values_agree_with_the_forward_run_in_a_long_mixed_graph():
    torch.manual_seed(1)
    x, w = torch.randn(4, 3), torch.randn(3, 2, requires_grad=True)
    a = x @ w
    b = a.T.reshape(8)[2:] * 1.5
    c = torch.cat([b, b.abs().log()]).clamp(min=-1.0)
    d = (c.mean() / 3 - c.min()).unsqueeze(0).expand(2)
    loss = d.sum()
    seen = {"a": a, "b": b, "c": c, "d": d, "loss": loss}
    drawn = graph(loss)
    for name, tensor in seen.items():
        assert value(drawn, name) == tuple(tensor.flatten().tolist())


def test_values_are_calculated_again_where_nobody_holds_them():
    w = torch.tensor([[1.0, -2.0], [3.0, 4.0]], requires_grad=True)
    loss = ((w @ torch.ones(2)).unsqueeze(1).expand(2, 2).T[0] / 2).mean()
    drawn = graph(loss)
    operations = [node for node in drawn.graph.nodes if node.kind == "operation"]
    assert all(node.value is not None for node in operations)
    assert "changed" not in repr(drawn)


@pytest.mark.parametrize(
    "function",
    [
        lambda v: 2**v,
        lambda v: v**v,
        lambda v: v**3,
        lambda v: v**-0.5,
        lambda v: 2 / v,
        lambda v: torch.div(v * 1.5, 2, rounding_mode="floor") + v,
        lambda v: torch.add(v, v * 2, alpha=3),
        lambda v: torch.sub(v, 1.0, alpha=3),
        lambda v: v.sum(0, keepdim=True) * v,
        lambda v: v.view(1, 3).mean(1),
        lambda v: torch.addmm(v, v.view(1, 3), torch.ones(3, 3), beta=2, alpha=3),
        lambda v: v.clamp(0.5, 1.0) * v.clamp(min=0.7),
        lambda v: v[-1] * v[::2],
        lambda v: torch.sqrt(v).sin().cos() + v.to(torch.float64),
        lambda v: torch.nn.functional.silu(v) + torch.nn.functional.gelu(v),
        lambda v: (v * 1).softmax(0) * v.var(),
    ],
)
def test_no_leaf_is_accused_and_no_value_is_wrong_in(function):
    v = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
    result = function(v)
    loss = result.sum()
    drawn = graph(loss)
    assert "changed" not in repr(drawn)
    assert value(drawn, "v") == (0.5, 1.0, 2.0)
    assert value(drawn, "result") == tuple(result.flatten().tolist())
    # Without the reader's hold on it, the value is repeated from the leaf or stays unknown.
    expected = result.detach().flatten()
    alone = graph(function(v).sum(), {"v": v}).graph
    again = alone.by_id[alone.into(alone.loss)[0].source].value
    assert again is None or again.numbers == pytest.approx(tuple(expected.tolist()))


def test_one_of_several_results_is_told_by_its_number():
    v = torch.tensor([2.0, 3.0], requires_grad=True)
    first, second = v.unbind()
    assert "v1[0] × v1[1] = 6" in repr(graph(first * second, {"v": v}))


def test_a_gradient_of_a_gradient_is_drawn_with_its_scalars():
    z = torch.tensor(2.0, requires_grad=True)
    (slope,) = torch.autograd.grad(z**3, z, create_graph=True)
    drawn = graph(slope)
    assert "× 3 = 4 × 3 = 12" in repr(drawn)
    assert numbers(drawn.graph.node("z").gradient) == (12,)


def test_complex_numbers_are_shown_by_their_shape(weight):
    drawn = graph(torch.complex(weight * 3, weight * 4).abs())
    assert numbers(drawn.graph.loss.value) == (5,)


def test_a_model_that_is_not_initialised_yet_does_not_matter(weight):
    model = torch.nn.LazyLinear(1)
    assert model.weight is not None
    assert numbers(graph(weight * 2).graph.loss.value) == (2,)
