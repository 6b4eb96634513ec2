"""What a node of torch's autograd graph tells about the operation that made it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor
from torch.autograd.graph import Node as TorchNode

from leadin.graph.model import Shape

#: Where an operation keeps its operands, in the order of the node's inputs. Empty: not kept.
OPERANDS: Mapping[str, tuple[str, ...]] = {
    "Mul": ("self", "other"),
    "Div": ("self", "other"),
    "Pow": ("self", "exponent"),
    "Mm": ("self", "mat2"),
    "Mv": ("self", "vec"),
    "Dot": ("self", "tensor"),
    "Bmm": ("self", "mat2"),
    "Addmm": ("", "mat1", "mat2"),
    "Addmv": ("", "mat", "vec"),
    "Maximum": ("self", "other"),
    "Minimum": ("self", "other"),
    "Atan2": ("self", "other"),
    "MseLoss": ("self", "target"),
    "L1Loss": ("self", "target"),
    "SmoothL1Loss": ("self", "target"),
    "HuberLoss": ("self", "target"),
    "BinaryCrossEntropy": ("self", "target"),
    "BinaryCrossEntropyWithLogits": ("self", "target"),
    "Add": ("", ""),
    "Sub": ("", ""),
    "Rsub": ("", ""),
    "Where": ("", ""),
    "Convolution": ("input", "weight", ""),
}
#: What has two operands even where torch knows of one only.
ARITHMETIC = ("Add", "Sub", "Rsub", "Mul", "Div")
#: Numbers beyond this are negative ones that torch hands out without their sign.
_UNSIGNED = 2**63
_NAME = re.compile(r"(.*?)(?:Backward)?\d*$")


def torch_name(node: TorchNode) -> str:
    """Torch's name of a node without its C++ namespace, such as `MulBackward0`."""
    return node.name().rsplit("::", 1)[-1]


def operation(node: TorchNode) -> str:
    """The operation that a node differentiates, such as `Mul`."""
    match = _NAME.match(torch_name(node))
    return match[1] if match else torch_name(node)


def is_leaf(node: TorchNode) -> bool:
    """Whether a node is the end of a path: it adds the gradient to a leaf's `.grad`."""
    return hasattr(node, "variable")


def shape_of(node: TorchNode, output: int) -> Shape | None:
    """The shape of one of the values that an operation made."""
    metadata: Any = getattr(node, "_input_metadata", ())
    return tuple(metadata[output].shape) if output < len(metadata) else None


def read(node: TorchNode, name: str) -> Any:
    """Read what a node keeps under a name, with signs mended; None where it keeps nothing.

    Raises:
        RuntimeError: the graph was freed, or the tensor was changed in place.
    """
    return _signed(getattr(node, f"_saved_{name}", None)) if name else None


def tensors(node: TorchNode) -> Iterator[tuple[str, Tensor]]:
    """The tensors that a node keeps, by name.

    Raises:
        RuntimeError: the graph was freed, or a tensor was changed in place.
    """
    for attribute in dir(node):
        if attribute.startswith("_saved_"):
            kept = getattr(node, attribute)
            if isinstance(kept, Tensor):
                yield attribute.removeprefix("_saved_"), kept
    # A torch.autograd.Function written in Python keeps its tensors in one tuple.
    if isinstance(node, torch.autograd.function.BackwardCFunction):
        for place, kept in enumerate(node.saved_tensors):
            if isinstance(kept, Tensor):
                yield str(place), kept


def settings(node: TorchNode) -> tuple[tuple[str, float], ...]:
    """The plain numbers that a node keeps, such as an exponent, by name; sizes are left out."""
    found = []
    for attribute in dir(node):
        if attribute.startswith("_saved_") and "_sym_" not in attribute:
            kept = _signed(getattr(node, attribute))
            if isinstance(kept, int | float):
                found.append((attribute.removeprefix("_saved_"), kept))
    return tuple(found)


def _signed(kept: Any) -> Any:
    if isinstance(kept, tuple):
        return tuple(_signed(part) for part in kept)
    if isinstance(kept, int) and kept >= _UNSIGNED:
        return kept - 2 * _UNSIGNED
    return kept
