"""Names that an edit lets expect. Others are worth a look, no more: they prove no fault."""

import re

from tests.mutants.work import Record

#: Edit, what its diff shows, or the text that follows there, and the names of which one should be
#: said. A diff of one line ends with that line.
EXPECTED: tuple[tuple[str, str, set[str]], ...] = (
    ("other_range", r"\+.*range\((1, epochs|epochs - 1)\)", {"missing_epoch"}),
    ("other_range", r"\+.*range\(epochs \+ 1\)", {"extra_epoch"}),
    ("other_range", r"\+.*\bin range\(10\)", {"ignores_epochs", "ignores_depth"}),
    ("other_samples", r"\+.*list\(zip\(.*\)\)\[::-1\]", {"data_reversed"}),
    ("other_samples", r"\+.*list\(zip\(x_data, y_data\)\)\[:1\]", {"only_first_sample"}),
    ("other_return", r"\+.*return None", {"returns_none"}),
    ("other_return", r"\+.*return losses\[-1\]", {"returns_one_number"}),
    ("deleted", r"\A-\s*\w+\.grad(\.data)?\.zero_\(\)$\n\n", {"no_zero_grad", "zero_some_params"}),
    ("deleted", r"\A-\s*\w+\.zero_grad\(\)$\n\n", {"no_zero_grad"}),
    ("deleted", r"\A-\s*\w+\.step\(\)$\n\n", {"no_update", "zero_before_step"}),
    ("other_assignment", r"^-\s*w -= lr.*\n\+\s*w \+= lr", {"wrong_sign"}),
    ("other_sign", r"\+\s*w(\.data)? (-=|= w(\.data)? -) -\(?lr", {"wrong_sign"}),
    (
        "no_call",
        r"^-\s*losses\.append\((\w+)\.item\(\)\)\n\+\s*losses\.append\(\1\)",
        {"returns_tensors"},
    ),
    ("into_block_after", r"^-\s*losses = \[\]", {"keeps_last_only", "missing_epoch"}),
    (
        "left_at_once",
        r"^ {8}for x, y in .*:\n(?: {12}.*\n)* {12}break$",
        {"only_first_sample", "first_sample_loss"},
    ),
    ("other_square", r"\+.*abs\(", {"abs_loss"}),
    ("other_square", r"\+.*\*\* 2 / 2", {"halved_loss", "divided_by_n", "missing_factor_2"}),
)

#: No single edit of a right answer keeps it from looking at what it is given.
NEVER = {"hard_coded"}


def expected(record: Record) -> set[str]:
    """The names that an edit lets expect; empty where it can be anything."""
    text = f"{record.diff}\n\n{record.source}"
    for operator, pattern, names in EXPECTED:
        if record.operator == operator and re.search(pattern, text, re.MULTILINE):
            return names
    return set()


def is_suspicious(record: Record) -> bool:
    """Whether a refused mutant has names, and none of those that its edit lets expect."""
    names, said = expected(record), {*record.mistakes}
    return bool(said and not record.right and ((names and not names & said) or NEVER & said))
