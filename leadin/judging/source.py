"""What the text of an answer shows, where curves alone leave two explanations open."""

import ast
from dataclasses import dataclass
from typing import Literal, TypeAlias

from leadin.judging.tools import NO_TOOLS, Tools, parse, read_tools

Event: TypeAlias = Literal["backward", "zero", "step"]


@dataclass(frozen=True)
class Source:
    """Facts read off an answer's syntax tree; all False or empty where there is no text.

    Attributes:
        tools: what it leaves the work to.
        zeroes_before_step: in a loop, gradients are zeroed after backward and before the update.
        updated: names that are set, or whose data are set, from something with their own `.grad`.
        rebinds_parameter: a name is set to itself minus something with `.grad` in it, which makes
            it a new tensor.
        zeroes_first: in a loop, gradients are zeroed before backward.
        plain_tensors: names of tensors that are made without requires_grad and never get it.
    """

    tools: Tools = NO_TOOLS
    zeroes_before_step: bool = False
    updated: frozenset[str] = frozenset()
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
    tree = parse(text)
    if tree is None:
        return Source()
    nodes = list(ast.walk(tree))
    loops = [node for node in nodes if isinstance(node, ast.For | ast.While)]
    return Source(
        tools=read_tools(text),
        zeroes_before_step=any(map(_zeroes_before_step, loops)),
        updated=frozenset(name for node in nodes for name in _updated(node)),
        rebinds_parameter=any(map(_rebinds_parameter, nodes)),
        zeroes_first=any(_zeroes_first(loop) for loop in loops),
        plain_tensors=_plain_tensors(nodes),
    )


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
    if _is_call(node, {"step", "sub_", "add_", "copy_"}):
        return "step"
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
        # `w -= lr * w.grad`, or `w -= lr * g` with a g of one's own; `step += 1` is none.
        return None if isinstance(node.value, ast.Constant) else "step"
    if isinstance(node, ast.Assign) and any(
        isinstance(inner, ast.BinOp) and _mentions_grad(inner) for inner in ast.walk(node.value)
    ):
        return "step"
    return None


def _sets_grad(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Attribute) and target.attr == "grad" for target in node.targets
    )


def _updated(node: ast.AST) -> set[str]:
    match node:
        case ast.Assign(targets=targets, value=value):
            pass
        case ast.AugAssign(target=target, value=value):
            targets = [target]
        case ast.ListComp(elt=value, generators=generators):
            targets = [generator.target for generator in generators]
        case _:
            return set()
    bases = (target.value if isinstance(target, ast.Attribute) else target for target in targets)
    names = {base.id for base in bases if isinstance(base, ast.Name)}
    gradients = (part for part in ast.walk(value) if isinstance(part, ast.Attribute))
    owners = (part.value for part in gradients if part.attr == "grad")
    return names & {owner.id for owner in owners if isinstance(owner, ast.Name)}


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
