"""A verdict stays the same on its way through JSON, and nothing else passes for one."""

import ast
import json
import math
from pathlib import Path
from typing import Any

import pytest

import leadin
from leadin.judging import Reason, Shown, Smallest, Verdict
from leadin.judging.curve import Difference
from leadin.judging.verdict import REASONS
from leadin.observe import MAX_VALUES

ODD = (0.1, -0.0, 5e-324, math.inf, -math.inf, math.nan, 1 / 3, 1e300)
INPUTS = {"x_data": [[1.0, 2], [3, -0.0]], "w": 1.0, "depth": [1, 2], "lr": 1e-7, "epochs": 8}
SHOWN = Shown(2, INPUTS, ODD, ODD, Difference(3, math.inf, None))
SMALLEST = Smallest("slope", INPUTS, ODD, ODD, -0.0, (0.5, math.inf, 5e-324))
RAISED = Reason("call_raised_at", {"error": "E: \ud800\0 {x}", "line_number": 3, "line": "ŷ"})
NO_CELL = Reason("no_cell", more=(Reason("is_archive", {"entry": "a.zip"}),))
VERDICTS = [
    Verdict(
        "08-train-linear", "wrong", 0, 4, RAISED, ("no_zero_grad", "wrong_lr"), SHOWN, SMALLEST
    ),
    Verdict("12-mend-1", "missing", 0, 2, NO_CELL),
]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_everything_comes_back(verdict: Verdict) -> None:
    back = Verdict.from_json(json.loads(json.dumps(verdict.to_json())))
    # As texts, in which nan equals nan, -0.0 differs from 0.0 and 1 from 1.0.
    assert repr(back) == repr(verdict)


def spoiled(*path: str, value: Any) -> dict[str, Any]:
    """The first verdict's JSON with another value at a place."""
    whole: dict[str, Any] = json.loads(json.dumps(VERDICTS[0].to_json()))
    place = whole
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    return whole


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        spoiled("more", value=1),
        spoiled("exercise", value="99-unknown"),
        spoiled("exercise", value=["08-train-linear"]),
        spoiled("kind", value="excellent"),
        spoiled("kind", value=["pass"]),
        spoiled("points", value=False),
        spoiled("points", value=-1),
        spoiled("max_points", value=4.0),
        spoiled("mistakes", value="no_zero_grad"),
        spoiled("mistakes", value=["<b>"]),
        spoiled("mistakes", value=[1]),
        spoiled("mistakes", value=["no_zero_grad"] * 1_000),
        spoiled("reason", value="waits"),
        spoiled("reason", "id", value="no_such_reason"),
        spoiled("reason", "id", value=None),
        spoiled("reason", "fields", value=[]),
        spoiled("reason", "fields", value={}),
        spoiled("reason", "fields", "more", value=1),
        spoiled("reason", "fields", "line_number", value="3"),
        spoiled("reason", "fields", "line_number", value=True),
        spoiled("reason", "fields", "error", value=1),
        spoiled("reason", "fields", "error", value="x" * 1_000_000),
        spoiled("reason", "more", value=None),
        spoiled("reason", "more", value=[NO_CELL.to_json()]),
        spoiled("reason", "more", value=[Reason("no_cell").to_json()] * 1_000),
        spoiled("shown", value=[]),
        spoiled("shown", "call", value=-1),
        spoiled("shown", "call", value="0"),
        spoiled("shown", "inputs", value=[]),
        spoiled("shown", "inputs", "w", value="1.0"),
        spoiled("shown", "inputs", "w", value=True),
        spoiled("shown", "inputs", "w", value={}),
        spoiled("shown", "inputs", "w", value=[[[[1.0]]]]),
        spoiled("shown", "expected", value=None),
        spoiled("shown", "returned", value=[1]),
        spoiled("shown", "returned", value=["1.0"]),
        spoiled("shown", "returned", value=[0.0] * (MAX_VALUES + 2)),
        spoiled("shown", "difference", value=[]),
        spoiled("shown", "difference", value={"epoch": 1}),
        spoiled("shown", "difference", "epoch", value=-1),
        spoiled("shown", "difference", "epoch", value=1.0),
        spoiled("shown", "difference", "actual", value=1),
        spoiled("smallest", value=[]),
        spoiled("smallest", "stage", value="unheard of"),
        spoiled("smallest", "inputs", value=[]),
        spoiled("smallest", "inputs", "w", value="1.0"),
        spoiled("smallest", "expected", value=None),
        spoiled("smallest", "returned", value=[1]),
        spoiled("smallest", "share", value="half"),
        spoiled("smallest", "moves", value=[0.5, 1.7]),
        spoiled("smallest", "moves", value=[0.5, 1.7, "1.1"]),
    ],
)
def test_what_our_own_code_would_not_write_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Verdict.from_json(value)


@pytest.mark.parametrize("fields", [{}, {"error": 1}, {"error": "x", "more": 1}, {"text": "x"}])
def test_a_reason_has_its_own_fields(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="grader_failed"):
        Reason("grader_failed", fields)


def texts_in_code() -> set[str]:
    package = Path(leadin.__file__).parent
    paths = (path for path in package.rglob("*.py") if path.name != "verdict.py")
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


def test_every_reason_is_given_somewhere() -> None:
    given = texts_in_code()
    for reason in REASONS:
        # What can happen in a call and in a cell is put together from the two.
        _, _, what = reason.partition("_")
        assert {reason, what, f"_{what}"} & given, reason
