"""Lesson 11, the quadratic model of lesson 09 trained with a scalar autograd of one's own.

The lesson writes the loss as ŷ·(ŷ − 2y) + y², which is (ŷ − y)². It uses ŷ in two places, at
different depths of the graph, so that an engine which loses a path or takes nodes in the wrong
order shows it in the curve: the slope that arrives at ŷ is then not 2·(ŷ − y).
"""

import random
from dataclasses import replace
from typing import TypeAlias

from leadin.course.exercise import Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_09
from leadin.course.small import Small
from leadin.training.mistakes import common, in_line
from leadin.training.models import Engine

Three: TypeAlias = tuple[float, float, float]


def alike(slope: float) -> Three:
    """The same slope for the terms of w1, w2 and b."""
    return slope, slope, slope


def pushed_twice(first: float, second: float) -> Three:
    """What arrives when ŷ passes on twice, and every number behind it passes on all it has so far.

    The graph is ŷ = (w1·x² + w2·x) + b: the terms of w1 and w2 lie one sum further back than b,
    and there `first` is passed on once more.

    Args:
        first: slope at ŷ when it is reached for the first time.
        second: slope at ŷ when it is reached again.
    """
    return 3 * first + second, 3 * first + second, first + second


def pushed_with_new_starts(y_pred: float, y: float) -> Three:
    """The same, where a gradient that is still 0 is taken for that of the end, and set to 1."""
    first = y_pred - 2 * y or 1.0
    return pushed_twice(first, first + y_pred or 1.0)


MODEL = Engine(lesson_09.PARAMS, features=lambda x: (x**2, x, 1.0))

EXERCISE = replace(
    lesson_09.EXERCISE,
    id="11-own-backward",
    lesson="11_build_autograd",
    points=5,
    minutes=12,
    level=3,
    forbids="torch",
    own_engine=True,
    model=MODEL,
    mistakes={
        # A slope that lost the error is here one that lost what came from above. A weight that
        # stays, or moves by lr alone, has mostly its reason in the engine.
        **common(
            *("error_forgotten", "missing_factor_2", "steps_without_slope"),
            *("no_update", "zero_before_step"),
        ),
        "nothing_arrives": [{"factor": 0.0}],
        "every_gradient_one": [
            {"arrives": lambda _y_pred, _y: alike(1.0), "slopes": lambda _x: alike(1.0)}
        ],
        # ŷ = (w1·x² + w2·x) + b: each number is set to 1, and then gets its local gradient.
        "one_at_every_node": [
            {
                "arrives": lambda _y_pred, _y: alike(1.0),
                "slopes": lambda x: (1.0 + x**2, 1.0 + x, 2.0),
            }
        ],
        **in_line(MODEL.names, MODEL.features),
        # ŷ·(ŷ − 2y): one path brings ŷ − 2y to ŷ directly, the other brings ŷ through ŷ − 2y.
        "overwrites_gradient": [{"arrives": lambda y_pred, _y: alike(y_pred)}],
        "multiplies_paths": [{"arrives": lambda y_pred, y: alike(y_pred * (y_pred - 2 * y))}],
        "wrong_order": [{"arrives": lambda y_pred, y: alike(y_pred - 2 * y)}],
        "pushes_again": [
            {"arrives": lambda y_pred, y: pushed_twice(y_pred - 2 * y, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(y_pred, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(2 * (y_pred - y), 2 * (y_pred - y))},
            # Where 1 is put wherever a gradient is still 0, and not at the end alone.
            {"arrives": pushed_with_new_starts},
        ],
        "missing_local_gradient": [
            {"arrives": lambda _y_pred, _y: alike(2.0), "slopes": lambda _x: alike(1.0)}
        ],
        "missing_upstream": [{"arrives": lambda _y_pred, _y: alike(1.0)}],
        "zero_some_params": [{"keeps": some} for some in lesson_09.SOME],
        "frozen_param": lesson_09.EXERCISE.mistakes["frozen_param"],
        "swapped_w1_w2": [
            {"features": lambda x: (x, x**2, 1.0), "slopes": lambda x: (x, x**2, 1.0)}
        ],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0), "slopes": lambda x: (x**2, x, 0.0)}],
    },
)


def draw_two(rng: random.Random) -> Inputs:
    """Two numbers of sizes that differ, neither of which is 1."""
    while True:
        a, b = signed(rng, 0.4, 3.0), signed(rng, 0.4, 3.0)
        first, second, third = sorted((1.0, abs(a), abs(b)))
        if min(second - first, third - second) > 0.1:
            return {"a": a, "b": b}


LOCAL_GRADIENTS = Small(
    id="11-local-gradients",
    lesson="11_build_autograd",
    function="local_gradients",
    minutes=3,
    level=1,
    section="number-that-remembers",
    right=lambda a, b: [1 / b, -a / b**2],
    lesson_inputs={"a": 6.0, "b": 2.0},
    draw=draw_two,
    wrong={
        "division_as_product": lambda a, b: [b, a],
        "division_as_sum": lambda a, b: [1.0, 1.0],
        "minus_of_division_lost": lambda a, b: [1 / b, a / b**2],
        "divisor_not_squared": lambda a, b: [1 / b, -a / b],
        "numerator_left_out": lambda a, b: [1 / b, -1 / b**2],
        "each_one_inverted": lambda a, b: [1 / b, 1 / a],
    },
)

USED_TWICE = Small(
    id="11-used-twice",
    lesson="11_build_autograd",
    function="gradients",
    minutes=3,
    level=2,
    section="every-path-intro",
    right=lambda a, b: [2 * a * b * b + 1, 2 * a * b * a],
    lesson_inputs={"a": 1.0, "b": 2.0},
    draw=draw_two,
    wrong={
        "direct_path_lost": lambda a, b: [2 * a * b * b, 2 * a * b * a],
        "direct_path_alone": lambda a, b: [1.0, 2 * a * b * a],
        "direct_path_for_both": lambda a, b: [2 * a * b * b + 1, 2 * a * b * a + 1],
        "square_as_one_use": lambda a, b: [a * b * b + 1, a * b * a],
        "square_not_derived": lambda a, b: [(a * b) ** 2 * b + 1, (a * b) ** 2 * a],
        "arriving_gradient_lost": lambda a, b: [b + 1, a],
        "arrives_unchanged": lambda a, b: [2 * a * b + 1, 2 * a * b],
        "direct_path_by_value": lambda a, b: [2 * a * b * b + a, 2 * a * b * a],
        "own_factor_of_product": lambda a, b: [2 * a * b * a + 1, 2 * a * b * b],
    },
)

#: For each node the nodes that it was computed from.
Parents: TypeAlias = list[list[int]]


def backward_order(parents: Parents) -> list[int]:
    """Nodes from the end on, each after all that were computed from it."""
    left = list(range(len(parents)))
    order = []
    while left:
        waiting = {parent for node in left for parent in parents[node]}
        ready = next(node for node in left if node not in waiting)
        order.append(ready)
        left.remove(ready)
    return order


def found_from_end(parents: Parents, place: int) -> list[int]:
    """Nodes as they are found from the end on, each once.

    Args:
        parents: of each node.
        place: of the found nodes the one to go on from, 0 for the first and −1 for the last.
    """
    found = backward_order(parents)[:1]
    order = []
    while found:
        node = found.pop(place)
        if node not in order:
            order.append(node)
            found += parents[node] if place == 0 else parents[node][::-1]
    return order


def arrivals(parents: Parents, node: int) -> list[int]:
    """A node and all before it, once for each path that leads to them."""
    return [node, *(each for parent in parents[node] for each in arrivals(parents, parent))]


def from_node(parents: Parents, node: int) -> list[int]:
    """A node and all before it, in the order in which they pass on."""
    reached = arrivals(parents, node)
    return [each for each in backward_order(parents) if each in reached]


def draw_graph(rng: random.Random) -> Inputs:
    """A chain of nodes with arrows that skip some of them, so that one order only is right."""
    while True:
        chain = rng.sample(range(5), 5)
        parents: Parents = [[] for _ in chain]
        for i, node in enumerate(chain[:-1]):
            parents[node] = [chain[i + 1]]
        for i, skip in ((0, rng.choice((2, 3))), (1, 2)):
            parents[chain[i]].insert(0, chain[i + skip])
        numbered = sorted(chain)
        if chain not in (numbered, numbered[::-1]):
            return {"parents": parents}


ORDER = Small(
    id="11-backward-order",
    lesson="11_build_autograd",
    function="backward_order",
    minutes=4,
    level=2,
    section="too-many-paths-intro",
    right=backward_order,
    lesson_inputs={"parents": [[3], [], [3, 0], [1]]},
    draw=draw_graph,
    wrong={
        "order_of_discovery": lambda parents: found_from_end(parents, 0),
        "depth_before_breadth": lambda parents: found_from_end(parents, -1),
        "node_for_each_arrival": lambda parents: arrivals(parents, backward_order(parents)[0]),
        "order_of_numbers": lambda parents: [*range(len(parents))],
        "order_of_numbers_down": lambda parents: [*range(len(parents))][::-1],
        "leaf_left_out": lambda parents: backward_order(parents)[:-1],
        "end_left_out": lambda parents: backward_order(parents)[1:],
        "starts_at_node_0": lambda parents: from_node(parents, 0),
    },
)

LESSON = Lesson(
    name="11_build_autograd",
    title="Build your own autograd",
    question="could you build this yourself?",
    exercises=(LOCAL_GRADIENTS, USED_TWICE, ORDER, EXERCISE),
    teaches={
        "exercise": "exercise",
        "a weight without gradient": "exercise",
        "node": "number-that-remembers",
        "paths": "every-path-intro",
        "order of nodes": "too-many-paths-intro",
    },
    minutes=44,
    explains={
        "reverse_mode": "in-order-intro",
        "topological": "visit-order",
    },
)
