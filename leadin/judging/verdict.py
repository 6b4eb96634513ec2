"""A verdict as data: what it came to, why, and the call that shows it. No sentence stands here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, TypeAlias, TypeVar, get_args

from leadin.course import EXERCISES, Inputs
from leadin.course.topics import KNOWN
from leadin.judging.curve import Difference
from leadin.observe import MAX_FORM, MAX_VALUES

T = TypeVar("T")

Kind: TypeAlias = Literal[
    "pass", "wrong", "error", "missing", "timeout", "memory", "forbidden", "invalid"
]
Value: TypeAlias = str | int | float
#: Where in training a mistake lies. `still`: the loss where nothing moves, of a loss that comes
#: after a step; `gradient`: a step that shows no more than that it leads elsewhere; `order`: which
#: update comes when; `batch`: how rows are put together; `length`: how many values; `special`:
#: plain numbers come out right, some others do not.
#: Where classes are learned, `scores` stand for `model`.
Stage: TypeAlias = Literal[
    "model",
    "scores",
    "loss",
    "loss_of_classes",
    "still",
    "slope",
    "gradient",
    "step",
    "order",
    "batch",
    "clearing",
    "kept",
    "length",
    "special",
]

#: What an error means, in plain words: reasons that stand beside the one that quotes the error,
#: with the names of the values that belong to them.
EXPLANATIONS: Mapping[str, tuple[str, ...]] = {
    # A name in a cell that nothing stands behind.
    "name_near": ("name", "near"),
    "name_unknown": ("name",),
    "name_not_imported": ("name", "statement"),
    "name_of_other_function": ("name", "owner"),
    "name_of_earlier_cell": ("name",),
    "name_set_later": ("name", "later"),
    "name_in_comprehension": ("name",),
    "name_needs_self": ("name",),
    "self_is_no_argument": (),
    "function_missing": ("name",),
    "function_named_else": ("name", "near"),
    "function_lost": ("name",),
    # A variable of a function that has no value yet.
    "local_set_later": ("name", "later"),
    "local_set_in_branch": ("name", "later"),
    "local_only_updated": ("name",),
    "local_hides_variable": ("name",),
    "local_hides_function": ("name",),
    "local_unset": ("name",),
    # What stands before a dot lacks what stands behind it.
    "attribute_near": ("type", "name", "near"),
    "attribute_of_tensors": ("type", "name"),
    "attribute_of_lists": ("type", "name"),
    "attribute_of_class": ("type", "name", "owner"),
    "loss_not_called": ("type",),
    "attribute_of_function": ("name",),
    "attribute_never_set": ("type", "name"),
    "attribute_unknown": ("type", "name"),
    "none_before_dot": ("name",),
    "grad_is_empty": (),
    "module_lacks": ("module", "name"),
    "module_lacks_near": ("module", "name", "near"),
    "super_init": (),
    "forward_missing": (),
    # What can't be called, counted or gone through.
    "not_callable": ("type",),
    "module_called": (),
    "brackets_for_call": (),
    "none_used": (),
    "not_subscriptable": ("type",),
    "no_item_assignment": ("type",),
    "number_not_iterable": ("type",),
    "not_iterable": ("type",),
    "zero_dim_iteration": (),
    "not_unpackable": ("type",),
    "unpack_count": (),
    "no_length": ("type",),
    "index_not_whole": (),
    "index_of_zero_dim": (),
    "too_many_indices": (),
    "dimension_out_of_range": (),
    "set_out_of_range": (),
    "index_out_of_range": (),
    "empty_sequence": (),
    "not_in_list": (),
    "key_missing": ("entry",),
    # How functions are called.
    "signature": (),
    "no_self": ("callee",),
    "too_many_arguments": ("callee", "takes", "given"),
    "argument_missing": ("callee", "names"),
    "argument_count": ("callee",),
    "argument_unknown": ("callee", "name"),
    "argument_near": ("callee", "name", "near"),
    "argument_twice": ("name",),
    "arguments_unfit": (),
    # What arithmetic can be done with.
    "list_product": (),
    "list_arithmetic": (),
    "text_arithmetic": (),
    "operands": ("left", "right"),
    "power_sign": (),
    "object_for_number": ("type", "has"),
    "operator_of_class": ("type",),
    "complex_number": (),
    "whole_number": ("type",),
    "number_needed": ("type",),
    "tensor_needed": ("type",),
    "tensors_needed": (),
    "sequence_needed": (),
    "format_of_tensor": (),
    "convert_tensor": (),
    "division_by_zero": (),
    "number_too_large": (),
    "math_domain": (),
    "text_is_no_number": (),
    "zip_lengths": (),
    # What torch refuses, beside the mistakes that have names.
    "truth_of_many": (),
    "one_number_needed": (),
    "numpy_of_tracked": (),
    "flag_of_no_leaf": (),
    "not_in_graph": (),
    "copy_of_tracked": (),
    "made_without_grad": (),
    "two_dtypes": (),
    "tensor_of_what": ("type",),
    "shapes_differ": (),
    "stack_shapes": (),
    "ragged_list": (),
    "loss_shapes": (),
    "optimizer_empty": (),
    "optimizer_no_leaf": (),
    # What Python can't find, or ends with.
    "module_missing": ("module",),
    "module_near": ("module", "near"),
    "module_of_grader": (),
    "import_name": ("name", "module"),
    "file_missing": (),
    "input_asked": (),
    "magic": (),
    "recursion": (),
    "still_a_stub": (),
    "assertion": (),
    "iterator_empty": (),
    "exits": (),
    "interrupted": (),
    "bare_raise": (),
    "changed_in_loop": (),
    "process_lost": (),
    "raised_here": (),
    "other_error": (),
    "other_error_nowhere": (),
    "line_of_earlier_cell": (),
    # A cell that is no Python.
    "syntax_merge_conflict": (),
    "syntax_print": ("name",),
    "syntax_tabs": (),
    "syntax_dedent": (),
    "syntax_indent": (),
    "syntax_no_block": ("opener",),
    "syntax_no_body": (),
    "syntax_open_bracket": ("bracket",),
    "syntax_unmatched": ("bracket",),
    "syntax_brackets": ("opening", "closing"),
    "syntax_string": (),
    "syntax_f_string": (),
    "syntax_comma": (),
    "syntax_comprehension": (),
    "syntax_equals": (),
    "syntax_assign_constant": ("what",),
    "syntax_outside_function": ("word",),
    "syntax_outside_loop": ("word",),
    "syntax_argument_order": (),
    "syntax_default_order": (),
    "syntax_argument_twice": ("name",),
    "syntax_global": ("name",),
    "syntax_parameter_global": ("name",),
    "syntax_number": (),
    "syntax_zeros": (),
    "syntax_backslash": (),
    "syntax_try": (),
    "syntax_parentheses": (),
    "syntax_colon": (),
    "syntax_braces": (),
    "syntax_null": (),
    "syntax_incomplete": (),
    "syntax_character": ("character", "name", "plain"),
    "syntax_unknown_character": ("character", "name"),
    "syntax_invisible": ("name",),
    "syntax_fence": (),
    "syntax_prompt": (),
    "syntax_else_if": (),
    "syntax_plus_plus": (),
    "syntax_and": (),
    "syntax_unequal": (),
    "syntax_reserved": ("name",),
    "syntax_other": (),
}

#: Every reason that a verdict can have, with the names of the values that belong to it. For each,
#: `leadin.words` has a sentence.
REASONS: Mapping[str, tuple[str, ...]] = {
    # What the function returned.
    "right": ("values", "first", "last"),
    "right_above_rounding": ("values", "first", "last", "least"),
    "right_by_a_tool": (),
    "right_in_tensors": (),
    "right_without_engine": (),
    "differs_in_lesson": (),
    "differs_elsewhere": (),
    "returned_none": (),
    "returned_number": ("value",),
    "returned_object": ("type",),
    "returned_list_with": ("type", "position"),
    "returned_list_with_none": ("position",),
    # What it returned where a few numbers were asked for.
    "right_numbers": (),
    "right_numbers_always": (),
    "numbers_differ": (),
    "numbers_of_other_form": ("asked", "given"),
    "gave_none": (),
    "gave_no_numbers": ("type",),
    # What came in the way of its returning anything.
    "waits": (),
    "no_cell": (),
    "out_of_memory": (),
    "call_timeout": (),
    "cell_timeout": (),
    "notebook_timeout": (),
    "call_raised": ("error",),
    "call_raised_at": ("error", "line_number", "line"),
    "cell_raised": ("error",),
    "cell_raised_at": ("error", "line_number", "line"),
    "call_ended_by_signal": ("signal",),
    "cell_ended_by_signal": ("signal",),
    "call_ended_with_code": ("code",),
    "cell_ended_with_code": ("code",),
    "call_closed_line": (),
    "cell_closed_line": (),
    "call_sent_nonsense": ("detail",),
    "cell_sent_nonsense": ("detail",),
    "call_sent_other_step": (),
    "cell_sent_other_step": (),
    # Why there is nothing to run. A notebook is named as the student named it.
    "not_in_folder": ("notebook",),
    "not_among_files": ("notebook",),
    "nothing_handed_in": ("notebook",),
    "leads_out_of_folder": ("notebook",),
    "is_no_file": ("notebook",),
    "is_too_large": ("notebook", "megabytes"),
    "is_empty": ("notebook",),
    "does_not_open": ("notebook", "why"),
    "is_no_notebook": ("notebook", "why"),
    "has_no_cells": ("notebook",),
    "has_too_many_cells": ("notebook", "cells", "most"),
    "is_link_to_file": ("entry",),
    "is_link_to_folder": ("entry",),
    "is_link_not_followed": ("entry",),
    "folder_does_not_open": ("entry", "why"),
    "is_archive": ("entry",),
    "is_other_file": ("entry",),
    # What a file is instead of a notebook, and what is wrong with one that nearly is.
    "is_folder": ("notebook",),
    "is_packed": ("notebook",),
    "is_no_text": ("notebook",),
    "is_in_unknown_encoding": ("notebook",),
    "is_lfs_pointer": ("notebook",),
    "is_web_page": ("notebook",),
    "is_other_text": ("notebook",),
    "is_merge_conflict": ("notebook", "line_number"),
    "has_trailing_comma": ("notebook", "line_number"),
    "is_cut_short": ("notebook",),
    "goes_on": ("notebook", "line_number"),
    "is_damaged": ("notebook", "line_number"),
    "is_too_deep": ("notebook",),
    "has_unknown_format": ("notebook", "format"),
    "has_old_format": ("notebook", "format"),
    "has_broken_cell": ("notebook", "cell"),
    # What keeps an exercise's cell from being run, and which of several cells or files is judged.
    "cell_is_markdown": (),
    "cell_is_raw": (),
    "cell_is_saved": ("magic",),
    "cell_is_shown": ("magic",),
    "cell_is_for_program": ("magic",),
    "cell_has_magic": ("magic",),
    "stub_is_passed_over": ("answers", "judged"),
    "file_is_passed_over": ("notebook", "other"),
    # What kept the grader from running a notebook that is there.
    "could_not_be_read": ("error",),
    "can_not_be_run": ("why",),
    "starter_ended": ("tries",),
    "too_much_for_cluster": ("size",),
    "too_much_beside": ("size",),
    "too_many_beside": ("most",),
    "cluster_lost_workers": (),
    "cluster_lost_answer": ("error",),
    "grader_failed": ("error",),
    **EXPLANATIONS,
}

#: What a value is, by its name; a text where nothing stands here.
_TYPES: Mapping[str, type] = {
    "values": int,
    "first": float,
    "last": float,
    "least": float,
    "value": float,
    "position": int,
    "line_number": int,
    "signal": int,
    "code": int,
    "megabytes": int,
    "cells": int,
    "cell": int,
    "answers": int,
    "judged": int,
    "most": int,
    "tries": int,
}

#: Characters of one text in a verdict: an error message and its line have fewer.
MAX_TEXT = 10_000
#: Further reasons that one reason can have.
MAX_MORE = 10


@dataclass(frozen=True)
class Reason:
    """Why a verdict is what it is.

    Attributes:
        id: one of REASONS.
        fields: values by the names that REASONS gives for it.
        more: what else there is to say.

    Raises:
        ValueError: there is no such reason, or it has other fields, or values of other types.
    """

    id: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    more: tuple["Reason", ...] = ()

    def __post_init__(self) -> None:
        if self.id not in REASONS or set(self.fields) != set(REASONS[self.id]):
            raise ValueError(f"no reason {self.id} with the fields {sorted(self.fields)}")
        if any(type(each) is not _TYPES.get(name, str) for name, each in self.fields.items()):
            raise ValueError(f"a field of {self.id} is of another type")

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        more = [each.to_json() for each in self.more]
        return {"id": self.id, "fields": dict(self.fields), "more": more}

    @classmethod
    def from_json(cls, value: object, most: int = MAX_MORE) -> "Reason":
        """What `to_json` gave.

        Args:
            value: that.
            most: how many more reasons there may be; these have no more of their own.

        Raises:
            ValueError: it never gives that.
        """
        read = _object(value, {"id", "fields", "more"})
        if not isinstance(read["fields"], dict):
            raise ValueError("fields are no object")
        fields = {_text(name): _field(each) for name, each in read["fields"].items()}
        more = _list(read["more"], partial(cls.from_json, most=0), most)
        return cls(_text(read["id"]), fields, more)


@dataclass(frozen=True)
class Shown:
    """The call that a verdict speaks of.

    Attributes:
        call: its place among the calls that were made, from 0.
        inputs: what the function was called with.
        expected: the oracle's losses, one per epoch.
        returned: what the function returned; empty where that is no numbers.
        difference: where the two part first; None where they agree or nothing was compared.
        forms: in a small exercise how the numbers asked for and those returned are nested, as in
            `Outcome.nesting`; empty for what is no numbers, and for curves.
    """

    call: int
    inputs: Inputs
    expected: tuple[float, ...]
    returned: tuple[float, ...]
    difference: Difference | None = None
    forms: tuple[str, str] = ("", "")

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return {
            "call": self.call,
            "inputs": self.inputs,
            "expected": list(self.expected),
            "returned": list(self.returned),
            "difference": self.difference and vars(self.difference),
            "forms": list(self.forms),
        }

    @classmethod
    def from_json(cls, value: object) -> "Shown":
        """What `to_json` gave.

        Raises:
            ValueError: it never gives that.
        """
        read = _object(value, {"call", "inputs", "expected", "returned", "difference", "forms"})
        difference = read["difference"]
        expected, returned = _list(read["forms"], _form, 2)
        return cls(
            _count(read["call"]),
            _inputs(read["inputs"]),
            _list(read["expected"], _float, MAX_VALUES + 1),
            _list(read["returned"], _float, MAX_VALUES + 1),
            None if difference is None else _difference(difference),
            (expected, returned),
        )


@dataclass(frozen=True)
class Smallest:
    """The smallest case that shows a mistake, of a few samples and epochs.

    Attributes:
        stage: where in training it lies.
        inputs: what the function was called with.
        expected: the oracle's losses, one per epoch.
        returned: what the function returned.
        share: how far its first update went, as a share of the right one; None where that is not
            what is wrong, or can't be told.
        moves: where a single weight started, where it should have gone, and where it went; None
            where there are several, or no share.
    """

    stage: Stage
    inputs: Inputs
    expected: tuple[float, ...]
    returned: tuple[float, ...]
    share: float | None = None
    moves: tuple[float, float, float] | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return {
            "stage": self.stage,
            "inputs": self.inputs,
            "expected": list(self.expected),
            "returned": list(self.returned),
            "share": self.share,
            "moves": self.moves and list(self.moves),
        }

    @classmethod
    def from_json(cls, value: object) -> "Smallest":
        """What `to_json` gave.

        Raises:
            ValueError: it never gives that.
        """
        read = _object(value, {"stage", "inputs", "expected", "returned", "share", "moves"})
        if _text(read["stage"]) not in get_args(Stage):
            raise ValueError("unknown stage")
        return cls(
            read["stage"],
            _inputs(read["inputs"]),
            _list(read["expected"], _float, MAX_VALUES + 1),
            _list(read["returned"], _float, MAX_VALUES + 1),
            None if read["share"] is None else _float(read["share"]),
            None if read["moves"] is None else _three(_list(read["moves"], _float, 3)),
        )


@dataclass(frozen=True)
class Verdict:
    """The verdict on one exercise.

    Attributes:
        exercise: its id.
        kind: what it came to.
        points: what it scores.
        max_points: what a right answer scores.
        reason: why.
        mistakes: ids of the mistakes that are proven.
        shown: the call that it speaks of; None where none was made.
        smallest: the smallest case that shows what is wrong, where no mistake is proven.
    """

    exercise: str
    kind: Kind
    points: int
    max_points: int
    reason: Reason
    mistakes: tuple[str, ...] = ()
    shown: Shown | None = None
    smallest: Smallest | None = None

    @property
    def first_wrong_epoch(self) -> int | None:
        """First epoch that differs from the oracle, from 0, in the call shown."""
        return self.shown.difference.epoch if self.shown and self.shown.difference else None

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`, which writes nan and infinities as Python does."""
        return {
            "exercise": self.exercise,
            "kind": self.kind,
            "points": self.points,
            "max_points": self.max_points,
            "reason": self.reason.to_json(),
            "mistakes": list(self.mistakes),
            "shown": self.shown and self.shown.to_json(),
            "smallest": self.smallest and self.smallest.to_json(),
        }

    @classmethod
    def from_json(cls, value: object) -> "Verdict":
        """What `to_json` gave, wherever it has been meanwhile.

        Raises:
            ValueError: it never gives that: something is missing, surplus, too large or of the
                wrong type.
        """
        names = {"exercise", "kind", "points", "max_points", "reason", "mistakes"}
        read = _object(value, names | {"shown", "smallest"})
        if _text(read["kind"]) not in get_args(Kind):
            raise ValueError("unknown kind of verdict")
        mistakes = _list(read["mistakes"], _text, len(KNOWN))
        if not (_text(read["exercise"]) in EXERCISES and set(mistakes) <= KNOWN):
            raise ValueError("the course has no such exercise or mistake")
        return cls(
            read["exercise"],
            read["kind"],
            _count(read["points"]),
            _count(read["max_points"]),
            Reason.from_json(read["reason"]),
            mistakes,
            None if read["shown"] is None else Shown.from_json(read["shown"]),
            None if read["smallest"] is None else Smallest.from_json(read["smallest"]),
        )


def _object(value: object, names: set[str]) -> dict[str, Any]:
    if not (isinstance(value, dict) and value.keys() == names):
        raise ValueError("fields are missing or surplus")
    return value


def _list(value: object, parse: Callable[[object], T], most: int) -> tuple[T, ...]:
    if not (isinstance(value, list) and len(value) <= most):
        raise ValueError("a list is no list or too long")
    return tuple(map(parse, value))


def _text(value: object) -> str:
    if not (isinstance(value, str) and len(value) <= MAX_TEXT):
        raise ValueError("a text is no text or too long")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("a count is no whole number or negative")
    return value


def _float(value: object) -> float:
    if type(value) is not float:
        raise ValueError("a loss is no float")
    return value


def _form(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_FORM or value.strip("n[]"):
        raise ValueError("a form is no form or too long")
    return value


def _field(value: object) -> Value:
    return value if type(value) is int or type(value) is float else _text(value)


def _three(values: tuple[float, ...]) -> tuple[float, float, float]:
    if len(values) != 3:
        raise ValueError("there are not three numbers")
    return values[0], values[1], values[2]


def _inputs(value: object) -> Inputs:
    if not isinstance(value, dict):
        raise ValueError("inputs are no object")
    return {_text(name): _input(each) for name, each in value.items()}


def _input(value: object, depth: int = 3) -> Any:
    """A number, or lists of lists of them."""
    if isinstance(value, list) and depth:
        return [_input(each, depth - 1) for each in value]
    if type(value) not in (int, float):
        raise ValueError("an input is no number")
    return value


def _difference(value: object) -> Difference:
    read = _object(value, {"epoch", "expected", "actual"})
    sides = (None if read[name] is None else _float(read[name]) for name in ("expected", "actual"))
    return Difference(_count(read["epoch"]), *sides)
