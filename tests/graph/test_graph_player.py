"""The player steps through the values, then through one product of the chain rule at a time."""

import json
import re

import pytest
import torch

from leadin.graph import graph, play
from leadin.graph.player import SCRIPT, STEPS_TYPE, STYLE, player_of, told, without_code
from leadin.graph.steps import steps


@pytest.fixture
def drawn(shared, weight, bias):
    return graph(shared, {"w": weight, "b": bias, "loss": shared})


def sentences(drawn):
    return [step.text for step in steps(drawn.graph)]


def test_it_starts_from_the_given_values_and_ends_with_the_sum(drawn):
    said = sentences(drawn)
    assert said[0] == "start: w = 1, b = 0.5"
    assert said[-1] == "backward, sum: ∂loss/∂w = −14 + 0.2 = −13.8 → w.grad (2 paths, added)"


def test_forward_comes_before_backward(drawn):
    kinds = [sentence.split(":")[0].split()[0].rstrip(",") for sentence in sentences(drawn)]
    assert kinds == ["start"] + ["forward"] * 7 + ["backward"] * 11


def test_a_product_is_filled_in_with_numbers():
    x, y = torch.tensor(1.0), torch.tensor(2.0)
    w = torch.tensor(1.0, requires_grad=True)
    y_pred = w * x
    l = (y_pred - y) ** 2  # noqa: E741 - the lessons call it so
    said = sentences(graph(l))
    assert "forward: y_pred = w × x = 1 × 1 = 1" in said
    assert "backward: ∂l/∂v1 = ∂l/∂l · (2·v1) = 1 · (−2) = −2" in said
    assert "backward: ∂l/∂w = ∂l/∂y_pred · x = −2 · 1 = −2 → w.grad" in said


def test_a_matrix_product_is_said_with_its_transpose():
    W, X = torch.ones(2, 2, requires_grad=True), torch.ones(2, 3)  # noqa: N806
    Y = W @ X  # noqa: N806
    loss = Y.sum()
    text = "backward: ∂loss/∂W = ∂loss/∂Y @ Xᵀ = [[3, 3], [3, 3]] → W.grad"
    assert text in sentences(graph(loss))


def test_a_broadcast_gradient_is_said_to_be_summed():
    b, x = torch.ones(2, requires_grad=True), torch.ones(3, 2)
    z = x + b
    loss = z.sum()
    text = "∂loss/∂b = ∂loss/∂z, summed where b was broadcast, = [3, 3]"
    assert any(text in sentence for sentence in sentences(graph(loss)))


@pytest.mark.parametrize("order", [lambda v: v - 3, lambda v: 3 - v, lambda v: v / 3, torch.tanh])
def test_every_filled_in_product_is_right(order):
    v = torch.tensor(2.0, requires_grad=True)
    for sentence in sentences(graph(order(v * 2) ** 3)):
        filled = re.search(r"= ([-\d.]+) · \(?([-\d.]+)\)? = ([-\d.]+)", sentence.replace("−", "-"))
        if filled:
            a, b, product = (float(part) for part in filled.groups())
            assert product == pytest.approx(a * b, rel=2e-3)


def test_every_part_of_the_picture_appears_with_some_step(drawn):
    keys = {key for part in re.findall(r'data-k="([^"]+)"', drawn.svg()) for key in part.split()}
    assert keys <= {key for step in steps(drawn.graph) for key in step.shows}


def test_the_player_is_one_small_piece_that_shows_the_picture_without_scripts(drawn):
    html = drawn.play().html()
    assert len(html.encode()) < 60_000
    assert html.count("<img ") == 1
    assert "<button" not in html.split("<script")[0]


def test_the_steps_cannot_end_the_script_early(weight):
    html = play(weight * 2, {"</script>": weight}).html()
    assert html.count("</script>") == 2
    told = re.search(r'<script type="application/json">(.*?)</script>', html)[1]
    assert json.loads(told)[0][0].startswith("start: </script>")


def test_a_picture_and_its_stored_steps_make_the_same_player_without_its_code(drawn):
    bundle = drawn._repr_mimebundle_()
    stored = json.loads(json.dumps(bundle[STEPS_TYPE]))
    made = player_of(bundle["text/html"], stored)
    assert made.replace(" data-whole", "") == without_code(drawn.play().html())
    assert STYLE not in made
    assert SCRIPT not in made
    assert [text for text, *_ in stored["steps"]] == sentences(drawn)


def test_only_a_players_own_code_is_taken_out_of_it(weight):
    given = {"<script>": weight, "<style>x</style>": weight * 2}
    drawn = graph(given["<style>x</style>"] * 3, given)
    html = without_code(drawn.play().html())
    kept = re.search(r'<script type="application/json">(.*?)</script>', html)[1]
    assert json.loads(kept) == told(drawn.graph)["steps"]


def test_the_same_graph_stores_the_same_steps(shared, weight, bias):
    names = {"w": weight, "b": bias, "loss": shared}
    one, again = (json.dumps(told(graph(shared, names).graph)) for _ in range(2))
    assert one == again


def test_a_player_can_be_reached_and_read_without_a_mouse(drawn):
    html = drawn.play().html()
    assert 'tabindex="0"' in html
    assert 'aria-live="polite"' in html
    assert 'role="group" aria-label="Player' in html
    assert html.count('<button type="button"') == 4


def test_a_notebook_shows_the_player_and_everything_else_the_text(shared):
    bundle = play(shared)._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/plain"] == repr(graph(shared))
