"""A model's gradients are the slopes of its loss, by finite differences."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from leadin.course import LOOPS, Exercise
from leadin.training.loop import Training

STEP = 1e-6

each_exercise = pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)


def numbers(value: Any) -> list[float]:
    """The numbers of a parameter, row by row."""
    if isinstance(value, list | np.ndarray):
        return [n for each in value for n in numbers(each)]
    return [value]


def nudged(value: Any) -> Iterator[tuple[Any, Any]]:
    """The parameter with each of its numbers in turn a step lower and a step higher."""
    if isinstance(value, np.ndarray):
        for low, high in nudged(value.tolist()):
            yield np.array(low), np.array(high)
        return
    if not isinstance(value, list):
        yield value - STEP, value + STEP
        return
    for i, each in enumerate(value):
        for low, high in nudged(each):
            yield [*value[:i], low, *value[i + 1 :]], [*value[:i], high, *value[i + 1 :]]


@each_exercise
def test_gradients_are_the_slopes_of_the_loss(exercise: Exercise) -> None:
    for inputs in [exercise.lesson_inputs, *exercise.hidden_inputs()]:
        training = Training(exercise.loop, exercise.model, inputs)
        model, loop, params, sizes = exercise.model, exercise.loop, training.params, training.sizes
        for sample in training.samples:
            passed = model.forward(params, sample)
            grads = model.backward(params, sample, passed, loop.loss_slope, sizes, training.rate)
            for i, value in enumerate(list(params)):
                slopes = []
                for low, high in nudged(value):
                    params[i] = low
                    below = training.loss(sample)
                    params[i] = high
                    slopes.append((training.loss(sample) - below) / (2 * STEP))
                params[i] = value
                assert numbers(grads[i]) == pytest.approx(slopes, rel=1e-6, abs=1e-6)


@each_exercise
def test_a_parameter_moves_number_by_number(exercise: Exercise) -> None:
    model = exercise.model
    for value in model.start(exercise.lesson_inputs):
        ours = numbers(model.moved(value, value, -0.25))
        assert ours == pytest.approx([0.75 * number for number in numbers(value)])


@each_exercise
def test_training_leaves_its_inputs_as_they_are(exercise: Exercise) -> None:
    before = repr(exercise.lesson_inputs)
    exercise.simulate(exercise.lesson_inputs, {})
    assert repr(exercise.lesson_inputs) == before
