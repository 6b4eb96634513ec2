"""What the text of an answer shows, where curves alone leave two explanations open."""

import ast
from dataclasses import dataclass
from typing import Literal, TypeAlias

Event: TypeAlias = Literal["backward", "zero", "step"]


@dataclass(frozen=True)
class Source:
    """Facts read off an answer's syntax tree; all False or empty where there is no text.

    Attributes:
        uses_torch: it names torch.
        uses_autograd: torch computes its gradients.
        zeroes_before_step: in a loop, gradients are zeroed after backward and before the update.
        rebinds_parameter: a name is set to itself minus something with `.grad` in it, which makes
            it a new tensor.
        zeroes_first: in a loop, gradients are zeroed before backward.
        plain_tensors: names of tensors that are made without requires_grad and never get it.
    """

    uses_torch: bool = False
    uses_autograd: bool = False
    zeroes_before_step: bool = False
    rebinds_parameter: bool = False
    zeroes_first: bool = False
    plain_tensors: frozenset[str] = frozenset()


def read_source(text: str) -> Source:
    """Read the facts.

    Args:
        text: Python source of the exercise cell or of the function.

    Returns:
        What it shows; nothing for text that does not parse.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Source()
    nodes = list(ast.walk(tree))
    loops = [node for node in nodes if isinstance(node, ast.For | ast.While)]
    uses_torch = any(map(_names_torch, nodes))
    return Source(
        uses_torch=uses_torch,
        # Nodes of the student's own may have a method called backward too: autograd needs tensors
        # that it tracks, or a module of torch that makes them.
        uses_autograd=uses_torch
        and any(map(_tracks, nodes))
        and any(_is_call(node, {"backward", "grad", "jacrev"}) for node in nodes),
        zeroes_before_step=any(map(_zeroes_before_step, loops)),
        rebinds_parameter=any(map(_rebinds_parameter, nodes)),
        zeroes_first=any(_zeroes_first(loop) for loop in loops),
        plain_tensors=_plain_tensors(nodes),
    )


def _names_torch(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.split(".")[0] == "torch" for alias in names)
        case ast.ImportFrom(module=str(module)):
            return module.split(".")[0] == "torch"
        case ast.Name(id=name):
            return name == "torch"
    return False


_TRACKING = {"requires_grad", "requires_grad_", "autograd", "nn", "func", "optim", "Parameter"}


def _tracks(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name) | ast.keyword(arg=str(name)):
            return name in _TRACKING
        case ast.ImportFrom(module=str(module)):
            return bool(_TRACKING & set(module.split(".")))
    return False


def _zeroes_before_step(loop: ast.For | ast.While) -> bool:
    events = _events(loop)
    if "backward" not in events:
        return False
    after = events[events.index("backward") + 1 :]
    return "zero" in after and "step" in after and after.index("zero") < after.index("step")


def _zeroes_first(loop: ast.For | ast.While) -> bool:
    events = _events(loop)
    return "backward" in events and events[0] == "zero"


def _events(loop: ast.For | ast.While) -> list[Event]:
    """Backward passes, zeroings and updates in the order in which they are written."""
    found: list[tuple[int, int, Event]] = []
    for node in ast.walk(loop):
        event = _event(node)
        if event and isinstance(node, ast.stmt | ast.expr):
            found.append((node.lineno, node.col_offset, event))
    return [event for _, _, event in sorted(found)]


def _event(node: ast.AST) -> Event | None:
    if _is_call(node, {"backward"}):
        return "backward"
    if _is_call(node, {"zero_", "zero_grad", "zeros_like"}) or _sets_grad(node):
        return "zero"
    if _is_call(node, {"step", "sub_", "add_", "copy_"}) or isinstance(node, ast.AugAssign):
        return "step"
    if isinstance(node, ast.Assign) and any(
        isinstance(inner, ast.BinOp) and _mentions_grad(inner) for inner in ast.walk(node.value)
    ):
        return "step"
    return None


def _sets_grad(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Attribute) and target.attr == "grad" for target in node.targets
    )


def _rebinds_parameter(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp)):
        return False
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    used = {inner.id for inner in ast.walk(node.value) if isinstance(inner, ast.Name)}
    return bool(names & used) and _mentions_grad(node.value)


def _plain_tensors(nodes: list[ast.AST]) -> frozenset[str]:
    made: set[str] = set()
    marked: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Assign) and _is_call(node.value, {"tensor"}):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            keywords = {keyword.arg for keyword in getattr(node.value, "keywords", [])}
            (marked if "requires_grad" in keywords else made).update(names)
        elif (
            isinstance(node, ast.Attribute)
            and node.attr in ("requires_grad", "requires_grad_")
            and isinstance(node.value, ast.Name)
        ):
            marked.add(node.value.id)
    return frozenset(made - marked)


def _mentions_grad(node: ast.AST) -> bool:
    return any(
        isinstance(inner, ast.Attribute) and inner.attr == "grad" for inner in ast.walk(node)
    )


def _is_call(node: ast.AST, names: set[str]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    return (isinstance(function, ast.Attribute) and function.attr in names) or (
        isinstance(function, ast.Name) and function.id in names
    )
