"""Which tools an answer leaves the work to: torch, or its autograd. Read off its text."""

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


NO_TOOLS = Tools()


def parse(text: str) -> ast.Module | None:
    """The syntax tree of a cell, without its magic lines; None where it is no Python."""
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in text.splitlines()]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def read_tools(text: str) -> Tools:
    """Find the tools.

    Args:
        text: Python source of the answer, and of what it calls.

    Returns:
        What it uses; nothing for text that does not parse.
    """
    tree = parse(text)
    if tree is None:
        return NO_TOOLS
    nodes = list(ast.walk(tree))
    aliases = _torch_aliases(nodes)
    loaded = {each.id for each in _names(nodes) if isinstance(each.ctx, ast.Load)}
    # A cell can use the torch that an earlier one imported, and a variable can be called torch.
    from_before = {"torch"} & _names_from_outside(text)
    torch = bool(aliases.keys() & loaded or from_before) or any(map(_imports_by_name, nodes))
    autograd = torch and any(map(_tracks, nodes)) and _calls_gradients(nodes, aliases)
    return Tools(torch, autograd)


def with_helpers(answer: str, others: Sequence[str]) -> str:
    """Add to an answer the functions and classes of other cells that it uses.

    Args:
        answer: text of the exercise cell.
        others: texts of the cells before it.

    Returns:
        The answer, then what it refers to, directly or through others.
    """
    definitions: dict[str, str] = {}
    for text in others:
        tree = parse(text)
        for node in tree.body if tree else []:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                definitions[node.name] = ast.unparse(node)
    parts, names = [answer], _names_from_outside(answer)
    while found := names & definitions.keys():
        for name in sorted(found):
            parts.append(definitions.pop(name))
            names |= _names_from_outside(parts[-1])
    return "\n".join(parts)


def _names_from_outside(text: str) -> set[str]:
    """Names that a text uses and neither sets nor defines nor takes as arguments."""
    tree = parse(text)
    if tree is None:
        return set()
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
