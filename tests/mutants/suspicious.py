"""Names that an edit lets expect. Others are worth a look, no more: they prove no fault."""

import re

from tests.mutants.work import Record

#: Edit, what its diff shows, and the names of which one should be said.
EXPECTED: tuple[tuple[str, str, set[str]], ...] = (
    ("other_range", r"\+.*range\((1, epochs|epochs - 1)\)", {"missing_epoch"}),
    ("other_range", r"\+.*range\(epochs \+ 1\)", {"extra_epoch"}),
    ("other_range", r"\+.*\bin range\(10\)", {"ignores_epochs", "hard_coded", "ignores_depth"}),
    ("other_samples", r"\+.*list\(zip\(.*\)\)\[::-1\]", {"data_reversed"}),
    ("other_samples", r"\+.*list\(zip\(x_data, y_data\)\)\[:1\]", {"only_first_sample"}),
    ("other_return", r"\+.*return None", {"returns_none"}),
    ("other_return", r"\+.*return losses\[-1\]", {"returns_one_number"}),
    ("deleted", r"^-\s*\w+\.grad(\.data)?\.zero_\(\)$", {"no_zero_grad", "zero_some_params"}),
    ("deleted", r"^-\s*\w+\.zero_grad\(\)$", {"no_zero_grad"}),
    ("deleted", r"^-\s*\w+\.step\(\)$", {"no_update", "zero_before_step"}),
    ("other_assignment", r"^-\s*w -= lr.*\n\+\s*w \+= lr", {"wrong_sign"}),
    ("other_sign", r"\+\s*w(\.data)? (-=|= w(\.data)? -) -\(?lr", {"wrong_sign"}),
    (
        "no_call",
        r"^-\s*losses\.append\((\w+)\.item\(\)\)\n\+\s*losses\.append\(\1\)",
        {"returns_tensors"},
    ),
    ("into_block_after", r"^-\s*losses = \[\]", {"missing_epoch", "ignores_epochs"}),
    ("left_at_once", r"^\+ {12,}break", {"only_first_sample"}),
    ("other_square", r"\+.*abs\(", {"abs_loss"}),
    ("other_square", r"\+.*\*\* 2 / 2", {"halved_loss", "divided_by_n"}),
)


def expected(record: Record) -> set[str]:
    """The names that an edit lets expect; empty where it can be anything."""
    for operator, pattern, names in EXPECTED:
        if record.operator == operator and re.search(pattern, record.diff, re.MULTILINE):
            return names
    return set()


def is_suspicious(record: Record) -> bool:
    """Whether a refused mutant has names, and none of those that its edit lets expect."""
    names = expected(record)
    return bool(names and record.mistakes and not record.right and not names & {*record.mistakes})
