"""Lesson 10, the quadratic model of lesson 09 with a module and an optimizer."""

from dataclasses import replace

from leadin.exercises import lesson_09
from leadin.exercises.definition import Edit, Inputs


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty.

    Beside the fields of lesson 09's loop an edit can have `restarts`: model and optimizer are made
    anew in each epoch, so that every epoch is the first one.
    """
    others = {field: value for field, value in edit.items() if field != "restarts"}
    if not edit.get("restarts"):
        return lesson_09.simulate(inputs, others)
    epochs: int = inputs["epochs"] + others.pop("surplus_epochs", 0)
    return lesson_09.simulate({**inputs, "epochs": 1}, others) * max(epochs, 0)


EXERCISE = replace(
    lesson_09.EXERCISE,
    id="10-module-and-optimizer",
    lesson="10_modern_pytorch",
    points=3,
    simulate=simulate,
    mistakes={**lesson_09.EXERCISE.mistakes, "restarts_each_epoch": [{"restarts": True}]},
)
