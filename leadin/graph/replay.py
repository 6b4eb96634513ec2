"""Operations calculated again from their operands, for values that torch does not keep.

Only those stand here that can be repeated exactly; any other value stays unknown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.autograd.graph import Node as TorchNode

from leadin.graph import saved
from leadin.graph.model import Shape

#: How far a repeated value may be from a kept one, relative to the largest number involved.
TOLERANCE = 1e-5
#: How exactly a constant must come out of a difference to be shown with four digits, and at all.
SHARP, BLURRED = 5e-5, 1e-2


@dataclass(frozen=True)
class Operation:
    """What a repeat has to go by: the node, and the shape of its result."""

    node: TorchNode
    shape: Shape

    def kept(self, name: str, default: Any = None) -> Any:
        """Read what the node keeps under a name."""
        value = saved.read(self.node, name)
        return default if value is None else value


Repeat = Callable[[Operation, Sequence[Tensor]], Tensor]


def _reduced(kind: str) -> Repeat:
    def repeat(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
        dim = operation.kept("dim")
        reduce = getattr(torch, kind)
        result: Tensor = reduce(operands[0]) if dim is None else reduce(operands[0], dim)
        return result.reshape(operation.shape)

    return repeat


def _elementwise(function: Callable[[Tensor], Tensor]) -> Repeat:
    return lambda _, operands: function(operands[0])


def _pow(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    if len(operands) > 1:
        return operands[0] ** operands[1]
    base, exponent = operation.kept("self"), operation.kept("exponent")
    if isinstance(base, int | float):  # `2 ** w`
        return torch.pow(base, operands[0])
    return torch.pow(operands[0], exponent)


def _div(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    return torch.div(operands[0], operands[1], rounding_mode=operation.kept("rounding_mode"))


def _clamp(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    return operands[0].clamp(operation.kept("min"), operation.kept("max"))


def _addmm(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    beta, alpha = operation.kept("beta", 1), operation.kept("alpha", 1)
    return torch.addmm(operands[0], operands[1], operands[2], beta=beta, alpha=alpha)


def _slice(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    bounds = (operation.kept(name) for name in ("start", "end", "step"))
    return (
        operands[0]
        .movedim(operation.kept("dim"), 0)[slice(*bounds)]
        .movedim(0, operation.kept("dim"))
    )


def _mse(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    squares = (operands[0] - operands[1]) ** 2
    return (squares, squares.mean(), squares.sum())[operation.kept("reduction")]


def _reshape(operation: Operation, operands: Sequence[Tensor]) -> Tensor:
    return operands[0].reshape(operation.shape)


REPEATS: Mapping[str, Repeat] = {
    "Add": lambda op, of: of[0] + op.kept("alpha", 1) * of[1],
    "Sub": lambda op, of: of[0] - op.kept("alpha", 1) * of[1],
    "Rsub": lambda op, of: of[1] - op.kept("alpha", 1) * of[0],
    "Mul": lambda _, of: of[0] * of[1],
    "Div": _div,
    "Pow": _pow,
    "Mm": lambda _, of: of[0] @ of[1],
    "Mv": lambda _, of: of[0] @ of[1],
    "Bmm": lambda _, of: of[0] @ of[1],
    "Dot": lambda _, of: of[0] @ of[1],
    "Addmm": _addmm,
    "Neg": _elementwise(torch.neg),
    "Abs": _elementwise(torch.abs),
    "Exp": _elementwise(torch.exp),
    "Log": _elementwise(torch.log),
    "Sqrt": _elementwise(torch.sqrt),
    "Reciprocal": _elementwise(torch.reciprocal),
    "Sigmoid": _elementwise(torch.sigmoid),
    "Tanh": _elementwise(torch.tanh),
    "Sin": _elementwise(torch.sin),
    "Cos": _elementwise(torch.cos),
    "Relu": _elementwise(torch.relu),
    "Silu": _elementwise(torch.nn.functional.silu),
    "Clamp": _clamp,
    "ClampMin": _clamp,
    "Maximum": lambda _, of: torch.maximum(of[0], of[1]),
    "Minimum": lambda _, of: torch.minimum(of[0], of[1]),
    "MseLoss": _mse,
    "Sum": _reduced("sum"),
    "Mean": _reduced("mean"),
    "T": lambda _, of: of[0].T,
    "Transpose": lambda op, of: of[0].transpose(op.kept("dim0"), op.kept("dim1")),
    "Permute": lambda op, of: of[0].permute(op.kept("dims")),
    "View": _reshape,
    "UnsafeView": _reshape,
    "ReshapeAlias": _reshape,
    "Squeeze": _reshape,
    "Unsqueeze": _reshape,
    "Expand": lambda op, of: of[0].expand(op.shape),
    "Select": lambda op, of: of[0].select(op.kept("dim"), op.kept("index")),
    "Slice": _slice,
    "Cat": lambda op, of: torch.cat(list(of), op.kept("dim")),
    "Stack": lambda op, of: torch.stack(list(of), op.kept("dim")),
    "Clone": _elementwise(lambda operand: operand),
    "Alias": _elementwise(lambda operand: operand),
}


def repeat(operation: Operation, operands: Sequence[Tensor | None]) -> Tensor | None:
    """Calculate an operation's value again.

    Args:
        operation: the operation.
        operands: its operands, None for one that is not known.

    Returns:
        The value, or None where it cannot be told for certain.
    """
    again = REPEATS.get(saved.operation(operation.node))
    known = [operand for operand in operands if operand is not None]
    if again is None or len(known) < len(operands):
        return None
    try:
        value = again(operation, known)
    # Whatever was not foreseen above ends as an unknown value, not as a wrong one.
    except (RuntimeError, TypeError, IndexError, ValueError, OverflowError):
        return None
    return None if value.is_complex() or value.shape != operation.shape else value


def agree(kept: Tensor, again: Tensor, operands: Sequence[Tensor | None]) -> bool:
    """Whether a kept and a repeated value are the same but for rounding."""
    scale = max(
        (
            float(part.abs().max())
            for part in (kept, *operands)
            if part is not None and part.numel()
        ),
        default=0.0,
    )
    return torch.allclose(
        kept.double(), again.double(), rtol=TOLERANCE, atol=TOLERANCE * scale, equal_nan=True
    )


def missing_constant(
    operation: Operation, operands: Sequence[Tensor | None], result: Tensor | None
) -> tuple[Tensor, bool] | None:
    """Work out the constant of a sum or difference, which torch does not keep.

    Args:
        operation: the operation; nothing is worked out unless it adds or subtracts.
        operands: its two operands, None for the constant.
        result: its result, kept by torch.

    Returns:
        The constant, and whether it is only approximate; None where it cannot be told.
    """
    solve = _SOLVE.get(
        (saved.operation(operation.node), [part is None for part in operands].index(True))
    )
    other = next((part for part in operands if part is not None), None)
    if solve is None or other is None or result is None or not result.is_floating_point():
        return None
    constant = solve(result.double(), other.double(), float(operation.kept("alpha", 1)))
    if not bool(constant.isfinite().all()):
        return None
    unsure = torch.finfo(result.dtype).eps * (result.double().abs() + other.double().abs())
    if bool((constant.abs() <= unsure).all()):
        # Nothing was added, or something too small to be seen beside this: it rounds to nothing.
        return torch.zeros(()), True
    if bool((unsure > BLURRED * constant.abs()).any()):
        return None
    approximate = bool((unsure > SHARP * constant.abs()).any())
    if bool(((constant - constant.flatten()[0]).abs() <= 2 * unsure).all()):
        constant = constant.flatten()[0]  # one number for all elements, as in `y + 1`
    return constant.to(result.dtype), approximate


#: The constant by operation and place: from the result, the other operand, and torch's alpha.
_SOLVE: Mapping[tuple[str, int], Callable[[Tensor, Tensor, float], Tensor]] = {
    ("Add", 0): lambda result, other, alpha: result - alpha * other,
    ("Add", 1): lambda result, other, alpha: (result - other) / alpha,
    ("Sub", 0): lambda result, other, alpha: result + alpha * other,
    ("Sub", 1): lambda result, other, alpha: (other - result) / alpha,
    ("Rsub", 1): lambda result, other, alpha: result + alpha * other,
}
