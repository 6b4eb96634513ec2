"""A graph of plain steps is drawn, told and played like torch's own."""

import re
from dataclasses import replace

import pytest

from leadin.graph import Step, graph, graph_of
from leadin.graph.steps import steps

#: L = (w·2 + b − 6)² + w²·0.1 at w = 1 and b = 0.5, after its backward pass.
SHARED = [
    Step("w", 1.0, gradient=-13.8),
    Step("a", 2.0, "*", [("w", 2.0), (2.0, None)], -7.0),
    Step("b", 0.5, gradient=-7.0),
    Step("s", 2.5, "+", [("a", 1.0), ("b", 1.0)], -7.0),
    Step("d", -3.5, "-", [("s", 1.0), (6.0, None)], -7.0),
    Step("q", 12.25, "**2", [("d", -7.0)], 1.0),
    Step("v", 1.0, "**2", [("w", 2.0)], 0.1),
    Step("r", 0.1, "*", [("v", 0.1), (0.1, None)], 1.0),
    Step("L", 12.35, "+", [("q", 1.0), ("r", 1.0)], 1.0),
]
FORWARD_ONLY = [replace(step, gradient=None) for step in SHARED]


def sentences(drawing):
    return [step.text for step in steps(drawing.graph)]


def in_torch(w, b):
    a = w * 2
    s = a + b
    d = s - 6
    q = d**2
    v = w**2
    r = v * 0.1
    L = q + r  # noqa: N806 - the lessons call it so
    return graph(L)


def test_it_looks_and_reads_like_torchs_graph_of_the_same_formula(weight, bias):
    torchs = in_torch(weight, bias)
    own = graph_of(SHARED)
    assert repr(own) == repr(torchs)
    assert sentences(own) == sentences(torchs)

    def looks(drawing):
        # Ids are made from the content, and the mouse finds torch's names in torch's graph only.
        svg = re.sub(r"<title>.*?</title>|lg-\w+", "", drawing.svg())
        return re.sub(r'"[nce]\d+(_\d+)?"|g?[nce]\d+(_\d+)?', "", svg)

    assert looks(own) == looks(torchs)


def test_before_the_backward_pass_only_values_are_drawn():
    drawing = graph_of(FORWARD_ONLY)
    assert "backward" not in drawing.svg()
    assert not [text for text in sentences(drawing) if text.startswith("backward")]
    assert "gradient" not in drawing._repr_mimebundle_()["text/html"]
    assert repr(drawing).splitlines()[-1] == "L = q + r = 12.25 + 0.1 = 12.35"


def test_a_weight_is_a_leaf_and_what_no_gradient_reaches_is_a_constant():
    drawing = graph_of(
        [Step("w", 3.0), Step("x", 2.0), Step("p", 6.0, "*", [("w", 2.0), ("x", None)])]
    )
    assert [node.kind for node in drawing.graph.nodes] == ["leaf", "constant", "operation"]


def test_a_node_that_is_used_twice_by_one_operation_has_two_edges():
    drawing = graph_of([Step("w", 3.0, gradient=6.0), Step("L", 9.0, "*", [("w", 3.0)] * 2, 1.0)])
    assert repr(drawing).splitlines()[0].split("  ")[-1].strip() == "∂L/∂w = 3 + 3 = 6"


def test_what_does_not_lead_to_the_loss_is_left_out():
    assert graph_of([Step("idle", 7.0), *SHARED]).svg().count("idle") == 0


def test_a_wrong_gradient_is_shown_as_it_is():
    last_path_only = [replace(SHARED[0], gradient=0.2), *SHARED[1:]]
    assert "∂L/∂w = −14 + 0.2 = 0.2" in repr(graph_of(last_path_only))


def test_an_operation_that_has_a_name_is_called_by_it():
    drawing = graph_of([Step("z", 0.0, gradient=1.0), Step("L", 0.0, "tanh", [("z", 1.0)], 1.0)])
    assert "L = tanh(z) = tanh(0) = 0" in repr(drawing)
    assert "backward: ∂L/∂z = ∂L/∂L · (1 − L²) = 1 · 1 = 1 → z.grad" in sentences(drawing)


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ([], "there are no steps"),
        ([SHARED[0], SHARED[0]], "two steps are called 'w'"),
        ([SHARED[1]], "'a' is made from 'w', which is no earlier step"),
    ],
)
def test_steps_that_are_no_graph_are_refused(wrong, text):
    with pytest.raises(ValueError, match=text):
        graph_of(wrong)
