"""What the text of an answer shows: the tools it leaves the work to, and the order of its loop.

Curves come first; the text decides where they leave two explanations open, and whether an exercise
was done without the tool that it is to be done without.
"""

import ast
import builtins
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Event: TypeAlias = Literal["backward", "zero", "step"]

#: What computes gradients in torch, under these names only.
_GRADIENTS = {
    "backward",
    "grad",
    "grad_and_value",
    "hessian",
    "jacfwd",
    "jacobian",
    "jacrev",
    "jvp",
    "vjp",
}
#: Names whose use means that tensors are tracked. A class of the student's own may have a method
#: called backward; without one of these it has nothing to do with autograd.
_TRACKING = {"requires_grad", "requires_grad_", "autograd", "func", "optim", "Parameter", "Module"}
#: Those through which code can reach what its text does not name.
_PLAIN_BUILTINS = set(dir(builtins)) - {"eval", "exec", "getattr", "globals", "vars", "__import__"}
_LAYERS = re.compile(r"nn\.[A-Z]")


@dataclass(frozen=True)
class Tools:
    """What an answer uses.

    Attributes:
        torch: anything of torch.
        autograd: torch computes its gradients.
    """

    torch: bool = False
    autograd: bool = False


@dataclass(frozen=True)
class Source:
    """Facts read off an answer's syntax tree; all False or empty where there is no text.

    Attributes:
        tools: what it leaves the work to.
        zeroes_before_step: in a loop, gradients are zeroed after backward and before the update.
        updated: names that are set, or whose data are set, from something with their own `.grad`.
        rebinds_parameter: a name is set to itself minus something with `.grad` in it, which makes
            it a new tensor.
        rebinds_loop_name: that happens to the name that a loop goes through parameters with.
        takes_others_gradient: a name is updated with the `.grad` of another name.
        zeroes_first: in a loop, gradients are zeroed before backward.
        plain_tensors: names of tensors that are made without requires_grad and never get it.
        names_backward: `loss.backward` stands alone as a line, without the parentheses.
    """

    tools: Tools = Tools()
    zeroes_before_step: bool = False
    updated: frozenset[str] = frozenset()
    rebinds_parameter: bool = False
    rebinds_loop_name: bool = False
    takes_others_gradient: bool = False
    zeroes_first: bool = False
    plain_tensors: frozenset[str] = frozenset()
    names_backward: bool = False


def parse_cell(text: str) -> ast.Module | None:
    """The syntax tree of a cell.

    Args:
        text: the cell; lines of IPython's magic and of the shell are passed by.

    Returns:
        Its tree, with the line numbers of the text; None where it is no Python.
    """
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in text.splitlines()]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def read_source(tree: ast.Module | None) -> Source:
    """Read the facts off an answer.

    Args:
        tree: the exercise cell or the function, as `parse_cell` gives it.

    Returns:
        What it shows; nothing for what is no Python.
    """
    if tree is None:
        return Source()
    nodes = list(ast.walk(tree))
    loops = [node for node in nodes if isinstance(node, ast.For | ast.While)]
    return Source(
        tools=read_tools(tree),
        zeroes_before_step=any(map(_zeroes_before_step, loops)),
        updated=frozenset(name for node in nodes for name in _updated(node)),
        rebinds_parameter=any(map(_rebinds_parameter, nodes)),
        rebinds_loop_name=any(map(_rebinds_loop_name, loops)),
        takes_others_gradient=any(map(_takes_others_gradient, nodes)),
        zeroes_first=any(_zeroes_first(loop) for loop in loops),
        plain_tensors=_plain_tensors(nodes),
        names_backward=any(map(_names_backward, nodes)),
    )


def read_tools(tree: ast.Module | None) -> Tools:
    """Find the tools.

    Args:
        tree: the answer, and what it calls (see `with_helpers`).

    Returns:
        What it uses; nothing for what is no Python.
    """
    if tree is None:
        return Tools()
    nodes = list(ast.walk(tree))
    aliases = _torch_aliases(nodes)
    loaded = {each.id for each in _names(nodes) if isinstance(each.ctx, ast.Load)}
    # A cell can use the torch that an earlier one imported, and a variable can be called torch.
    from_before = {"torch"} & _names_from_outside(tree)
    torch = bool(aliases.keys() & loaded or from_before) or any(map(_imports_by_name, nodes))
    autograd = torch and any(map(_tracks, nodes)) and _calls_gradients(nodes, aliases)
    return Tools(torch, autograd)


def with_helpers(answer: ast.Module | None, cells: Sequence[str]) -> ast.Module | None:
    """Add to an answer the functions and classes of other cells that it uses.

    Args:
        answer: the exercise cell.
        cells: texts of the cells before it.

    Returns:
        The answer, then what it refers to, directly or through others.
    """
    if answer is None:
        return None
    definitions = {
        node.name: node
        for tree in map(parse_cell, cells)
        for node in (tree.body if tree else [])
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    body, names = list(answer.body), _names_from_outside(answer)
    while found := names & definitions.keys():
        for name in sorted(found):
            body.append(definitions.pop(name))
            names |= _names_from_outside(body[-1])
    return ast.Module(body, [])


def can_use_engine(tree: ast.Module | None, function: str) -> bool:
    """Whether a function may get its gradients from objects that remember their parents.

    Args:
        tree: the answer, and what it calls (see `with_helpers`).
        function: its name.

    Returns:
        False only where nothing that it runs can: it calls no method of the answer's classes, asks
        no object for its parents, and every name that it uses is known.
    """
    body = tree.body if tree else []
    functions = {node.name: node for node in body if isinstance(node, ast.FunctionDef)}
    classes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
    if function not in functions:
        return True
    engine = {"backward", "parents"}.union(
        each.name
        for owner in classes.values()
        for each in owner.body
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("__")
    )
    waiting, seen = [function], {function}
    for name in waiting:
        nodes = list(ast.walk(functions[name]))
        used = _names_from_outside(functions[name])
        if any(isinstance(node, ast.Attribute) and node.attr in engine for node in nodes):
            return True
        if used - functions.keys() - classes.keys() - _PLAIN_BUILTINS:
            return True
        # A class of another kind may compute gradients on the way forward.
        if any("parents" not in ast.unparse(classes[each]) for each in used & classes.keys()):
            return True
        new = sorted((used & functions.keys()) - seen)
        waiting += new
        seen.update(new)
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


def _rebinds_loop_name(loop: ast.For | ast.While) -> bool:
    if not (isinstance(loop, ast.For) and isinstance(loop.target, ast.Name)):
        return False
    assigned = [node for line in loop.body for node in ast.walk(line) if _rebinds_parameter(node)]
    targets = (target for node in assigned for target in getattr(node, "targets", []))
    return any(isinstance(each, ast.Name) and each.id == loop.target.id for each in targets)


def _takes_others_gradient(node: ast.AST) -> bool:
    match node:
        case ast.AugAssign(target=target, value=value):
            pass
        case ast.Assign(targets=[target], value=value):
            pass
        case _:
            return False
    base = target.value if isinstance(target, ast.Attribute) else target
    gradients = (part for part in ast.walk(value) if isinstance(part, ast.Attribute))
    owners = (part.value for part in gradients if part.attr == "grad")
    names = {owner.id for owner in owners if isinstance(owner, ast.Name)}
    used = {each.id for each in _names(ast.walk(value))}
    updates = isinstance(node, ast.AugAssign) or (isinstance(base, ast.Name) and base.id in used)
    return updates and isinstance(base, ast.Name) and bool(names) and base.id not in names


def _plain_tensors(nodes: list[ast.AST]) -> frozenset[str]:
    made: set[str] = set()
    marked: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Assign) and _is_call(node.value, {"tensor"}):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            keywords = {
                keyword.arg
                for keyword in getattr(node.value, "keywords", [])
                if not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
            }
            (marked if "requires_grad" in keywords else made).update(names)
        elif (
            isinstance(node, ast.Attribute)
            and node.attr in ("requires_grad", "requires_grad_")
            and isinstance(node.value, ast.Name)
        ):
            marked.add(node.value.id)
    return frozenset(made - marked)


def _names_backward(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Attribute(attr="backward")):
            return True
    return False


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


def _names_from_outside(tree: ast.AST) -> set[str]:
    """Names that code uses and neither sets nor defines nor takes as arguments."""
    nodes = list(ast.walk(tree))
    loaded = {each.id for each in _names(nodes) if isinstance(each.ctx, ast.Load)}
    stored = {each.id for each in _names(nodes) if not isinstance(each.ctx, ast.Load)}
    defined = {each.name for each in nodes if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    return loaded - stored - defined - _parameters(nodes)


def _names(nodes: Iterable[ast.AST]) -> Iterable[ast.Name]:
    return (node for node in nodes if isinstance(node, ast.Name))


def _parameters(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.arg for node in nodes if isinstance(node, ast.arg)}


def _torch_aliases(nodes: Iterable[ast.AST]) -> dict[str, str]:
    """Names that imports give to torch and its parts, with what they stand for."""
    aliases = {}
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "torch":
                    aliases[alias.asname or "torch"] = alias.name
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "torch":
            for alias in node.names:
                aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return aliases


def _imports_by_name(node: ast.AST) -> bool:
    """`__import__("torch")` and the like."""
    if not (isinstance(node, ast.Call) and "import" in ast.unparse(node.func)):
        return False
    constants = (part for part in node.args if isinstance(part, ast.Constant))
    return any(str(constant.value).split(".")[0] == "torch" for constant in constants)


def _tracks(node: ast.AST) -> bool:
    match node:
        case ast.keyword(arg="requires_grad", value=ast.Constant(value=False)):
            return False
        case ast.keyword(arg=str(name)) | ast.Name(id=name):
            return name in _TRACKING
        case ast.Attribute(attr=name):
            return name in _TRACKING or bool(_LAYERS.search(ast.unparse(node)))
        case ast.ImportFrom(module=str(module), names=names):
            imported = {module.split(".")[-1], *(alias.name for alias in names)}
            return bool(imported & (_TRACKING | _GRADIENTS)) and "set_grad_enabled" not in imported
    return False


def _calls_gradients(nodes: Sequence[ast.AST], aliases: dict[str, str]) -> bool:
    own = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in _GRADIENTS - own:
            return True
        if isinstance(node.func, ast.Name):
            name = aliases.get(node.func.id, node.func.id).split(".")[-1]
            if name in _GRADIENTS and node.func.id not in own:
                return True
    return False
