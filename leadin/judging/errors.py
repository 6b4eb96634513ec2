"""An exception in a student's loop -> the mistake that raises it."""

import re

from leadin.judging.source import Source
from leadin.observe import ErrorReport

#: Exception class, a part of its text as torch 2 words it, and the mistake it proves.
SIGNS: list[tuple[str, str, str]] = [
    ("RuntimeError", r"leaf Variable that requires grad .*in-place operation", "inplace_leaf"),
    ("RuntimeError", r"backward through the graph a second time", "backward_twice"),
    ("RuntimeError", r"does not require grad and does not have a grad_fn", "no_requires_grad"),
    ("RuntimeError", r"nly Tensors of floating point .*can require gradients", "int_tensor"),
    ("RuntimeError", r"grad can be implicitly created only for scalar outputs", "vector_loss"),
    ("RuntimeError", r"cannot be converted to Scalar", "item_of_many"),
    (
        "RuntimeError",
        r"shapes cannot be multiplied|size mismatch, got|must match the size of tensor"
        r"|inconsistent tensor size|output with shape .* doesn't match|1D tensors expected",
        "wrong_shapes",
    ),
    (
        "ValueError",
        r"matmul: Input operand .* (mismatch|enough dimensions)|could not be broadcast together"
        r"|non-broadcastable output|shapes .* not aligned",
        "wrong_shapes",
    ),
    (
        "AttributeError",
        r"'(float|numpy\.\w+)' object has no attribute 'backward'",
        "item_too_early",
    ),
    ("TypeError", r"assigned grad expected to be a Tensor or None", "grad_no_tensor"),
    (
        "TypeError",
        r"only integer tensors of a single element can be converted",
        "tensor_times_list",
    ),
    ("RuntimeError", r"modified by an inplace operation", "edited_before_backward"),
    ("RuntimeError", r"differentiated Tensors does not require grad", "no_requires_grad"),
    ("RuntimeError", r"shape '.*' is invalid for input of size", "wrong_shapes"),
    ("RuntimeError", r"result type \w+ can't be cast to .* (Long|Int)", "int_tensor"),
    (
        "TypeError",
        r"(operand|not supported between).*'(function|method|builtin_function_or_method|type)'"
        r"|number, not '?(function|method|builtin_function_or_method|type)\b",
        "not_called",
    ),
    (
        "TypeError",
        r"'(builtin_function_or_method|method|function|type)' object is not iterable",
        "not_called",
    ),
    (
        "AttributeError",
        r"'(builtin_function_or_method|method)' object has no attribute",
        "not_called",
    ),
    ("TypeError", r"'(type|function|method)' object does not support the context", "not_called"),
    ("OverflowError", r"out of range|too large", "loss_diverges"),
    ("AttributeError", r"'(float|int)' object has no attribute 'grad'", "grad_of_number"),
    (
        "AttributeError",
        r"'tuple' object has no attribute '(grad|data|parents|backward|item)'",
        "pair_for_element",
    ),
    (
        "AttributeError",
        r"'Value' object has no attribute '(item|detach|numpy|tolist|zero_|retain_grad)'",
        "value_for_tensor",
    ),
    ("AttributeError", r"'NoneType' object has no attribute", "grad_is_none"),
    ("TypeError", r"unsupported operand .*'NoneType'", "grad_is_none"),
]

_NON_LEAF_WARNING = "not a leaf Tensor is being accessed"


def mistakes_behind_error(
    error: ErrorReport,
    warnings: tuple[str, ...],
    source: Source,
    frozen: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Name the mistake that an exception proves.

    Args:
        error: the exception.
        warnings: texts of warnings given before it.
        source: what the answer's text shows.
        frozen: names of the parameters that the exercise wants to stay.

    Returns:
        Ids of mistakes; empty where the exception could come from anything.
    """
    mistake = next(
        (
            mistake
            for kind, pattern, mistake in SIGNS
            if error.type == kind and re.search(pattern, error.message)
        ),
        None,
    )
    if mistake is None:
        return ()
    if mistake == "grad_of_number":
        return ("update_of_frozen",) if _owners(error) & frozen else ()
    if mistake == "grad_is_none" and source.names_backward:
        return ("not_called",)
    if mistake == "grad_is_none":
        return _why_grad_is_none(error, warnings, source, frozen)
    if mistake == "no_requires_grad" and source.rebinds_parameter:
        return ("lost_leaf",)
    return (mistake,)


def _why_grad_is_none(
    error: ErrorReport, warnings: tuple[str, ...], source: Source, frozen: frozenset[str]
) -> tuple[str, ...]:
    """None where a gradient should be: lost with its leaf, never made, or not there yet."""
    used = _owners(error)
    if not used:
        return ()
    if used <= frozen & source.plain_tensors:
        return ("update_of_frozen",)
    not_a_leaf = any(_NON_LEAF_WARNING in text for text in warnings)
    if used & source.updated and (source.rebinds_parameter or not_a_leaf):
        return ("lost_leaf",)
    if used & source.plain_tensors:
        return ("no_requires_grad",)
    return ("zero_before_backward",) if source.zeroes_first else ()


def _owners(error: ErrorReport) -> set[str]:
    """Names whose `.grad` the line uses that raised."""
    return set(re.findall(r"(\w+)\.grad\b", error.line))
