"""What cannot be drawn is refused in one line that says what to do."""

import pytest
import torch

from leadin.graph import GraphError, graph, play


@pytest.fixture
def message():
    def refused(loss, **more):
        with pytest.raises((GraphError, TypeError)) as caught:
            graph(loss, **more)
        text = str(caught.value)
        assert "\n" not in text
        return text

    return refused


def test_what_is_not_a_tensor(message):
    assert "'float'" in message(3.0)


def test_a_loss_with_several_elements(message, weight):
    assert ".sum() or .mean()" in message(weight * torch.ones(3))


def test_a_tensor_without_a_graph(message):
    assert "requires_grad=True" in message(torch.tensor(1.0))


def test_a_detached_loss(message, shared):
    assert "detached" in message(shared.detach())


def test_a_leaf_of_which_nothing_was_calculated(message, weight):
    assert "leaf" in message(weight)


def test_a_graph_that_backward_has_freed(message, shared):
    shared.backward()
    assert "run the forward again" in message(shared)


def test_a_graph_of_additions_alone_is_never_freed(weight, bias):
    loss = weight + bias
    loss.backward()
    assert graph(loss).graph.loss.value.numbers == (1.5,)


def test_a_kept_value_that_was_changed_in_place(message, weight):
    y = torch.sigmoid(weight)
    loss = y * 1
    with torch.no_grad():
        y.mul_(2)
    assert "changed in place" in message(loss)


def test_a_name_that_leads_to_no_tensor(message, shared):
    assert "'w'" in message(shared, names={"w": 1.0})


def test_a_refused_graph_leaves_no_hooks_and_no_gradients(message, weight):
    y = weight * 2
    y.retain_grad()
    loss = y**2
    loss.backward()
    message(loss)
    assert y.grad == 4
    assert weight.grad == 8


def test_the_player_refuses_as_the_picture_does(shared):
    shared.backward()
    with pytest.raises(GraphError, match="freed"):
        play(shared)


def test_a_one_element_vector_counts_as_one_number():
    w = torch.tensor([1.0], requires_grad=True)
    assert graph((w * 2 - 3) ** 2).graph.loss.value.numbers == (1.0,)
