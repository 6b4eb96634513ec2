"""The report counts what it should, and shows what a person has to look at."""

from dataclasses import replace

from tests.mutants.report import report, sample
from tests.mutants.suspicious import expected, is_suspicious
from tests.mutants.test_frozen import record

NAMED = replace(record("08-train-linear", "wrong", "wrong_sign"), seconds=0.5)
UNNAMED = replace(record("08-train-linear"), says="unexplained", operator="swapped")
RAISED = replace(record("01-gradient-by-hand", "error"), error="TypeError: no", says="explained")
FALSE_PASS = replace(record("08-train-linear", "pass"), wrong_on=("one epoch",), only_at_edge=True)
FALSE_REFUSAL = record("08-train-linear", right=True)
ALL = [NAMED, UNNAMED, RAISED, FALSE_PASS, FALSE_REFUSAL]


def test_each_mutant_is_counted_once_for_its_exercise_and_once_in_all() -> None:
    rows = [line.split(" | ") for line in report(ALL).splitlines() if line.startswith("| ")]
    heads, by_hand, linear, both = (
        [cell.strip("| ") for cell in row] for row in rows[:1] + rows[2:]
    )
    assert [row[0] for row in (by_hand, linear, both)] == [
        "01-gradient-by-hand",
        "08-train-linear",
        "all",
    ]
    counts = dict(zip(heads, both, strict=True))
    assert counts["mutants"] == "5"
    ones = ("right", "false pass", "(at edges)", "false refusal")
    for head in (*ones, "wrong: unexplained", "error: in words"):
        assert counts[head] == "1", head


def test_false_verdicts_are_listed_with_their_diff() -> None:
    text = report(ALL)
    assert "false passes: 1\n\n     08-train-linear/base, deleted: pass" in text
    assert "false refusals: 1\n" in text
    assert "TypeError: 0, 1, 0" in text
    assert "median 0.25, 95 % 0.50, worst 0.50" in text


def test_a_sample_shows_names_with_their_diff() -> None:
    assert sample(ALL, 60, seed=0) == "08-train-linear/base, deleted: wrong, wrong_sign\n- a"


def test_a_name_that_the_edit_does_not_lead_to_is_suspicious() -> None:
    diff = "-    for epoch in range(epochs):\n+    for epoch in range(1, epochs):"
    cut = replace(NAMED, operator="other_range", diff=diff)
    assert expected(cut) == {"missing_epoch"}
    assert is_suspicious(cut)
    assert not is_suspicious(replace(cut, mistakes=("missing_epoch",)))
    assert not is_suspicious(replace(cut, mistakes=()))
    assert not is_suspicious(NAMED)
    assert is_suspicious(replace(NAMED, mistakes=("hard_coded",)))
