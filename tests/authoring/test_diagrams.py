"""BP01 to BP05 show what the lessons say about layers and about one node."""

from leadin.authoring.diagrams import Diagram, affine_layer, one_node, two_layers


def texts(diagram: Diagram) -> list[str]:
    return [shape.text for shape in diagram.shapes]


def pairs(diagram: Diagram) -> set[tuple[str, str]]:
    return {(arrow.start, arrow.end) for arrow in diagram.arrows}


def test_an_affine_layer_multiplies_first_and_adds_then() -> None:
    diagram = affine_layer(framed=False)
    assert pairs(diagram) == {
        ("X", "MM"),
        ("W1", "MM"),
        ("MM", "ADD"),
        ("b1", "ADD"),
        ("ADD", "h"),
    }
    assert not diagram.frames


def test_the_frame_is_all_that_the_second_picture_adds() -> None:
    plain, framed = (affine_layer(framed=on) for on in (False, True))
    assert (framed.shapes, framed.arrows, framed.notes) == (plain.shapes, plain.arrows, plain.notes)
    assert [frame.text for frame in framed.frames] == ["First layer"]


def test_a_nonlinear_function_follows_each_add() -> None:
    linear, nonlinear = (two_layers(nonlinear=on) for on in (False, True))
    assert texts(linear).count("σ") == 0
    assert {("ADD1", "σ1"), ("σ1", "MM2"), ("ADD2", "σ2"), ("σ2", "ŷ")} <= pairs(nonlinear)
    assert ("ADD1", "MM2") in pairs(linear)


def test_one_node_passes_values_on_and_gradients_back() -> None:
    diagram = one_node()
    assert all(arrow.back for arrow in diagram.arrows)
    back = {note.text for note in diagram.notes if note.back}
    assert back == {"∂L/∂z", "∂L/∂x = ∂L/∂z · ∂z/∂x", "∂L/∂ω = ∂L/∂z · ∂z/∂ω"}
