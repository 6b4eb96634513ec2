"""Every exercise: its oracle, its expected curve and its known mistakes agree with each other."""

import csv
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from leadin.authoring.scaffold import still_to_write
from leadin.course import LOOPS, Exercise
from leadin.course.exercise import Edit
from leadin.course.topics import MISTAKES
from leadin.judging import calls
from leadin.judging.calls import comparable
from leadin.judging.curve import first_difference
from tests.course.plain_loops import RIGHT

ROOT = Path(__file__).parents[2]
EXPECTED_CURVES = ROOT / "tests" / "expected_curves"

each_exercise = pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)


@each_exercise
def test_nothing_of_an_exercise_is_still_to_write(exercise: Exercise) -> None:
    assert still_to_write(ROOT, exercise.id) == []


@each_exercise
def test_the_oracle_gives_the_reviewed_curve(exercise: Exercise) -> None:
    with (EXPECTED_CURVES / f"{exercise.id}.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["epoch"]) for row in rows] == list(range(len(rows)))
    oracle = exercise.oracle(**exercise.lesson_inputs)
    assert oracle == pytest.approx([float(row["loss"]) for row in rows], rel=1e-9, abs=1e-20)


@pytest.mark.parametrize("id_", RIGHT)
def test_the_oracle_is_the_loop_that_is_written_out_by_hand(id_: str) -> None:
    exercise = LOOPS[id_]
    for inputs in [exercise.lesson_inputs, *exercise.hidden_inputs(seed=3)]:
        by_hand = RIGHT[id_](**inputs)
        assert exercise.oracle(**inputs) == pytest.approx(by_hand, rel=1e-9, abs=1e-20)


@each_exercise
def test_the_oracle_gives_one_loss_per_epoch(exercise: Exercise) -> None:
    for inputs in [exercise.lesson_inputs, *exercise.hidden_inputs(seed=4)]:
        assert len(exercise.oracle(**inputs)) == inputs["epochs"]


@each_exercise
def test_every_hidden_input_differs_from_the_lessons(exercise: Exercise) -> None:
    for seed in range(20):
        for inputs in exercise.hidden_inputs(seed):
            assert list(inputs) == list(exercise.lesson_inputs)
            for name, value in inputs.items():
                assert value != exercise.lesson_inputs[name], name


@each_exercise
def test_the_same_seed_draws_the_same_inputs_and_another_seed_others(exercise: Exercise) -> None:
    assert exercise.hidden_inputs(7) == exercise.hidden_inputs(7)
    assert exercise.hidden_inputs(7) != exercise.hidden_inputs(8)


@each_exercise
def test_training_lowers_the_mean_loss_on_hidden_inputs(exercise: Exercise) -> None:
    """The mean of all samples: what an epoch reports may be one sample's loss, which may rise."""
    for seed in range(20):
        for inputs in exercise.hidden_inputs(seed):
            means = exercise.simulate(inputs, {"log": "mean at end", "logs_start": True})
            assert means[-1] < means[0]
            assert max(exercise.oracle(**inputs)) < 1e6


@each_exercise
def test_at_least_six_mistakes_are_known(exercise: Exercise) -> None:
    assert len(exercise.mistakes) >= 6
    assert exercise.mistakes.keys() <= MISTAKES.keys()


@each_exercise
def test_every_known_mistake_is_wrong_on_a_hidden_input(exercise: Exercise) -> None:
    for seed in range(3):
        hidden = calls(exercise, seed)[1:]
        right = [exercise.oracle(**inputs) for inputs in hidden]
        for mistake, edits in exercise.mistakes.items():
            for edit in edits:
                wrong = (exercise.simulate(inputs, edit) for inputs in hidden)
                assert any(map(first_difference, right, wrong)), mistake


@each_exercise
def test_different_mistakes_have_different_curves(exercise: Exercise) -> None:
    """Else the names would be guesses. The text of the answer tells the one known pair apart."""
    same = {frozenset(("no_update", "zero_before_step"))}
    inputs = comparable(exercise)
    curves = [
        (mistake, [exercise.simulate(each, edit) for each in inputs])
        for mistake, edits in exercise.mistakes.items()
        for edit in edits
    ]
    for (one, ours), (other, theirs) in itertools.combinations(curves, 2):
        if one != other and frozenset((one, other)) not in same:
            pairs = zip(ours, theirs, strict=True)
            assert any(first_difference(*pair) for pair in pairs), f"{one} looks like {other}"


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        ({"zeros": "never"}, "neither the loop nor Line has a field 'zeros'"),
        ({"through": "nothing"}, "neither the loop nor Line has a field 'through'"),
        ({"zeroes": "sometimes"}, "zeroes is 'sometimes', not one of 'every step'"),
        ({"frozen": frozenset({"w3"})}, "frozen is 'w3', not one of 'w1', 'w2', 'b'"),
        ({"one_by_one": ("w1", "w2", "c")}, "one_by_one is 'c', not one of 'w1', 'w2', 'b'"),
    ],
)
def test_a_misspelt_edit_is_refused_before_anybody_is_judged(edit: Edit, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"09-train-quadratic, slip: {complaint}"):
        replace(LOOPS["09-train-quadratic"], mistakes={"slip": [edit]})


FINGERPRINTS = {
    "08-train-linear": {
        "": (7.316, 3.999, None),
        "no_zero_grad": (6.995, 0.029, 0.475),
        "wrong_sign": (10.92, 18.45, 4e23),
        "one_update_per_epoch": (9, 4.666, None),
        "loss_after_update": (4.919, 2.689, None),
        "halved_loss": (4.065, 3.040, None),
    },
    "09-train-quadratic": {
        "": (29.385, 7.638, 1.3e-3),
        "no_zero_grad": (24.02, 685.7, None),
        "wrong_sign": (226.8, 3923, None),
        "one_update_per_epoch": (100, 169.5, 3e22),
        "loss_after_update": (19.76, 5.135, 9e-4),
        "halved_loss": (29.26, 0.077, 1.4e-6),
    },
}


@pytest.mark.parametrize(
    ("id_", "mistake"), [(id_, mistake) for id_ in FINGERPRINTS for mistake in FINGERPRINTS[id_]]
)
def test_a_mistake_has_its_fingerprint(id_: str, mistake: str) -> None:
    exercise = LOOPS[id_]
    edit = exercise.mistakes[mistake][0] if mistake else {}
    curve = exercise.simulate(exercise.lesson_inputs, edit)
    for epoch, loss in zip((0, 1, 99), FINGERPRINTS[id_][mistake], strict=True):
        if loss is not None:  # the rest depends on the precision
            assert curve[epoch] == pytest.approx(loss, rel=0.07 if epoch == 99 else 0.01)


@each_exercise
def test_the_smallest_case_can_be_redone_on_paper_and_has_nothing_of_the_lessons(
    exercise: Exercise,
) -> None:
    assert len(exercise.plain["x_data"]) == 3
    assert exercise.plain["epochs"] == 3
    assert all(value != exercise.lesson_inputs[name] for name, value in exercise.plain.items())
    # Every loss is there to be seen: one that is zero from the start would tell nothing.
    assert min(exercise.simulate(exercise.plain, {"log": "every"})) > 1e-3


#: What every exercise is asked at its boundaries.
BOUNDARIES = {"one sample, one epoch", "a learning rate of zero", "equal samples"}
#: Where rows come in batches of k.
IN_BATCHES = {
    "k divides the rows",
    "k of one",
    "k as many as rows",
    "k more than rows",
    "every width three",
}
#: And what some are: sizes that are alike in the lesson, or cannot be there.
EDGES = {
    "03-matrix-gradients": {
        "fewer hidden numbers than outputs",
        "more hidden numbers than outputs",
        "a single hidden number",
        "every width one",
    },
    "04-below-the-floor": {"a single hidden number", "as many hidden numbers as samples"},
    "06-dynamic-graph": {"one depth for all", "a great depth"},
    "07-accumulate": {
        "k divides the samples",
        "k of one",
        "k as many as samples",
        "k more than samples",
    },
    "13-batch-by-hand": {
        "as many rows as outputs",
        "a single hidden unit",
        "every width two",
        "every width one",
    },
    "14-deep-net": {"a single layer", "more outputs than inputs", "layers of one unit"},
    "15-softmax-batch": {
        "logits around 1000",
        "a class that is nearly sure, and wrong",
        "two classes",
        "a single input",
    },
    "16-mini-batches": IN_BATCHES,
    "16-validation-curve": IN_BATCHES,
}
#: Whose plain prediction is no number of 32 bits, for tanh is in it: it can't be met exactly.
INEXACT = {"04-below-the-floor", "13-batch-by-hand", "14-deep-net"}


@each_exercise
def test_boundaries_are_asked_for(exercise: Exercise) -> None:
    # No prediction of a class is ever exact.
    inexact = exercise.id in INEXACT or exercise.learns_classes
    exact = set() if inexact else {"a gradient of exactly zero"}
    asked = exercise.boundaries()
    assert asked.keys() == BOUNDARIES | exact | EDGES.get(exercise.id, set())
    assert all(inputs in calls(exercise) for inputs in asked.values())
    assert sum(inputs["epochs"] for inputs in asked.values()) <= 24, "they cost next to nothing"


@each_exercise
def test_rounding_decides_nothing_at_a_boundary(exercise: Exercise) -> None:
    for seed in range(20):
        for name, inputs in exercise.boundaries(seed).items():
            losses = exercise.simulate(inputs, {"log": "every"})
            assert max(losses) > 1e-3 or name == "a gradient of exactly zero"
            assert exercise.oracle(**inputs)[-1] > 1e-6 * max(losses), name
