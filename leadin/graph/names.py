"""Names of tensors, as the reader's own variables give them."""

from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

from torch import Tensor, nn

#: A list or dictionary longer than this is data, not a handful of weights.
LONGEST = 100


def in_frame(frame: FrameType | None) -> dict[str, Tensor]:
    """Name the tensors that the code of a frame can see.

    Variables come first, then parameters of modules (`model.weight`), then elements of lists and
    dictionaries (`params[0]`). What starts with an underscore is left out: notebooks keep earlier
    outputs there.

    Args:
        frame: the frame whose variables count.

    Returns:
        The tensors by name; the first name of a tensor is the one to use.
    """
    if frame is None:
        return {}
    # Locals first, and a local hides the global of the same name.
    scope = {
        **frame.f_locals,
        **{k: v for k, v in frame.f_globals.items() if k not in frame.f_locals},
    }
    variables = {
        name: value for name, value in scope.items() if name.isidentifier() and name[0] != "_"
    }
    names = {name: value for name, value in variables.items() if isinstance(value, Tensor)}
    for name, value in variables.items():
        for inner, tensor in _inside(name, value):
            names.setdefault(inner, tensor)
    return names


def _inside(name: str, value: Any) -> Iterator[tuple[str, Tensor]]:
    if isinstance(value, nn.Module):
        for inner, parameter in value.named_parameters():
            yield f"{name}.{inner}", parameter
    elif isinstance(value, list | tuple) and len(value) <= LONGEST:
        for place, item in enumerate(value):
            if isinstance(item, Tensor):
                yield f"{name}[{place}]", item
    # In and Out of a notebook are a list and a dict as well; Out holds numbers as keys.
    elif isinstance(value, Mapping) and len(value) <= LONGEST and name != "Out":
        for key, item in list(value.items()):
            if isinstance(item, Tensor):
                yield f"{name}[{key!r}]", item
