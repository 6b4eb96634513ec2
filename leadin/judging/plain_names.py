"""A name that means nothing where it is used -> why, as a reason."""

import ast
import builtins
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadin.judging.source import parse_cell
from leadin.judging.verdict import Reason
from leadin.observe import ErrorReport

_Function = ast.FunctionDef | ast.AsyncFunctionDef

#: What comes with a module and is written with a dot or with parentheses behind it, and the line
#: that brings it. A `log` without those is a list of losses.
_IMPORTS = {
    "F.": "import torch.nn.functional as F",
    "deepcopy(": "from copy import deepcopy",
    "np.": "import numpy as np",
    "plt.": "import matplotlib.pyplot as plt",
    "tensor(": "from torch import tensor",
    **{f"{each}.": f"import {each}" for each in ("copy", "itertools", "math", "numpy", "random")},
    **{f"{each}.": f"import {each}" for each in ("time", "torch")},
    **{f"{each}.": f"from torch import {each}" for each in ("autograd", "nn", "optim")},
    **{f"{each}(": f"from math import {each}" for each in ("cosh", "exp", "log", "sqrt", "tanh")},
}
#: Letters of a line of code that are quoted in a sentence.
_QUOTED = 80


@dataclass(frozen=True)
class _Text:
    """The text of a cell, its tree, and where in it the failing line stands.

    Attributes:
        tree: its syntax tree; None where it is no Python.
        lines: its lines.
        number: of the failing line, from 1; 0 where it is not in it.
        function: the innermost function around that line; None at the cell's top.
    """

    tree: ast.Module | None
    lines: Sequence[str]
    number: int
    function: _Function | None

    def quoted(self, number: int) -> str:
        """A line as a sentence can quote it."""
        return self.lines[number - 1].strip()[:_QUOTED]


def explain_name(error: ErrorReport, answer: str, cells_before: Sequence[str]) -> Reason | None:
    """Say why a name is not there.

    Args:
        error: a NameError or an UnboundLocalError.
        answer: text of the exercise cell, or of the function alone.
        cells_before: texts of the cells before it.

    Returns:
        Why; None where Python's text names no name.
    """
    found = re.search(r"(?:name|variable) '(\w{1,100})'", error.message)
    if not found:
        return None
    name = found[1]
    if "not associated with a value" in error.message:
        texts = (_read(error, text) for text in (answer, *reversed(cells_before)))
        text = next((text for text in texts if text.number), _read(error, ""))
        outside = [parse_cell(cell) for cell in cells_before] + [text.tree]
        return next(_why_unset(name, text, outside), Reason("local_unset", {"name": name}))
    if not error.line:
        return _why_no_function(name, answer)
    for used, statement in _IMPORTS.items():
        if used[:-1] == name and used in error.line:
            return Reason("name_not_imported", {"name": name, "statement": statement})
    text = _read(error, answer)
    return next(_why_unknown(name, text, as_name(error.near), cells_before))


def as_name(text: str) -> str:
    """A name that student code has reported; empty where it is none, for it may be anything."""
    return text if text.isidentifier() and len(text) <= _QUOTED else ""


def _read(error: ErrorReport, cell: str) -> _Text:
    tree, lines = parse_cell(cell), cell.splitlines()
    numbers = [index + 1 for index, line in enumerate(lines) if line.strip() == error.line]
    # The text may be the function alone, while the number is that in its cell.
    number = error.line_number if error.line_number in numbers else next(iter(numbers), 0)
    around = [
        node
        for node in (ast.walk(tree) if tree else ())
        if isinstance(node, _Function) and node.lineno <= (number or 0) <= (node.end_lineno or 0)
    ]
    return _Text(tree, lines, number or 0, around[-1] if around else None)


def _why_unset(name: str, text: _Text, outside: Sequence[ast.Module | None]) -> Iterator[Reason]:
    """Why a variable of a function has no value yet, the surest reason first."""
    stores = [] if text.function is None else list(_stores(name, text.function))
    if not stores:
        return
    kinds = {kind for tree in outside if tree for kind in _made_at_top(name, tree)}
    is_function = "function" in kinds or (hasattr(builtins, name) and not kinds)
    if is_function and re.search(rf"\b{name}\s*\(", text.quoted(text.number)):
        yield Reason("local_hides_function", {"name": name})
    begins = [node.lineno for node in stores if not _is_own_update(name, node)]
    if not begins:
        nodes = list(ast.walk(text.tree)) if text.tree else []
        if any(_is_of_self(name, node) for node in nodes):
            yield Reason("name_needs_self", {"name": name})
        is_outside = kinds or any(_gives(name, node, text) for node in nodes)
        id_ = "local_hides_variable" if is_outside else "local_only_updated"
        yield Reason(id_, {"name": name})
    else:
        id_ = "local_set_later" if min(begins) > text.number else "local_set_in_branch"
        yield Reason(id_, {"name": name, "later": text.quoted(min(begins))})


def _gives(name: str, node: ast.AST, text: _Text) -> bool:
    """Whether a function gives a name to the one that stands inside it."""
    inner = text.function
    if inner is None or inner is node or not isinstance(node, _Function):
        return False
    is_around = node.lineno < inner.lineno <= (node.end_lineno or 0)
    return is_around and _has(name, node)


def _has(name: str, function: _Function) -> bool:
    """Whether a function has a name of its own: an argument, or what it sets."""
    arguments = {each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)}
    return name in arguments or any(_stores(name, function))


def _is_of_self(name: str, node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id="self"), attr=attribute):
            return attribute == name
    return False


def _stores(name: str, function: _Function) -> Iterator[ast.stmt]:
    """Statements of a function that set a name."""
    for node in ast.walk(function):
        targets: Sequence[ast.AST] = ()
        match node:
            case ast.Assign():
                targets = node.targets
            case ast.AugAssign() | ast.AnnAssign() | ast.For():
                targets = [node.target]
            case ast.FunctionDef() if node is not function and node.name == name:
                yield node
        if isinstance(node, ast.stmt) and any(name in _stored(target) for target in targets):
            yield node


def _stored(target: ast.AST) -> set[str]:
    names = (node for node in ast.walk(target) if isinstance(node, ast.Name))
    return {node.id for node in names if isinstance(node.ctx, ast.Store)}


def _is_own_update(name: str, node: ast.AST) -> bool:
    """Whether a name is set from itself: `total += loss`, `loss = loss(x, y)`."""
    match node:
        case ast.AugAssign():
            return True
        case ast.Assign(value=source) | ast.For(iter=source):
            return name in {part.id for part in ast.walk(source) if isinstance(part, ast.Name)}
    return False


def _made_at_top(name: str, tree: ast.Module) -> Iterator[str]:
    """What a cell makes under a name: a function or a variable."""
    for node in tree.body:
        if isinstance(node, _Function | ast.ClassDef) and node.name == name:
            yield "function"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            if name in {alias.asname or alias.name for alias in node.names}:
                yield "function"
        elif any(name in _stored(part) for part in ast.walk(node)) and not isinstance(
            node, _Function | ast.ClassDef
        ):
            yield "variable"


def _why_no_function(name: str, answer: str) -> Reason:
    """The function that is asked for is not there when it is to be called."""
    tree = parse_cell(answer)
    names = [node.name for node in tree.body if isinstance(node, _Function)] if tree else []
    near = difflib.get_close_matches(name, names, 1) or names[-1:]
    if name in names:
        return Reason("function_lost", {"name": name})
    if near:
        return Reason("function_named_else", {"name": name, "near": near[0][:100]})
    return Reason("function_missing", {"name": name})


def _why_unknown(
    name: str, text: _Text, near: str, cells_before: Sequence[str]
) -> Iterator[Reason]:
    """Why there is nothing of a name, the surest reason first."""
    fields = {"name": name}
    nodes = list(ast.walk(text.tree)) if text.tree else []
    if name == "self":
        yield Reason("self_is_no_argument")
    if any(_is_of_self(name, node) for node in nodes):
        yield Reason("name_needs_self", fields)
    comprehensions = (node for node in nodes if isinstance(node, ast.comprehension))
    if any(name in _stored(node.target) for node in comprehensions):
        yield Reason("name_in_comprehension", fields)
    yield from _set_elsewhere(name, text, nodes)
    if any(_sets_at_top(name, cell) for cell in cells_before):
        yield Reason("name_of_earlier_cell", fields)
    if near:
        yield Reason("name_near", {**fields, "near": near})
    yield Reason("name_unknown", fields)


def _set_elsewhere(name: str, text: _Text, nodes: Sequence[ast.AST]) -> Iterator[Reason]:
    """A name of the same cell that is set in another function, or further down."""
    others = (node for node in nodes if isinstance(node, _Function) and node is not text.function)
    for other in others:
        if _has(name, other):
            yield Reason("name_of_other_function", {"name": name, "owner": other.name[:100]})
    for statement in text.tree.body if text.tree else ():
        if statement.lineno > text.number > 0 and name in _stored(statement):
            yield Reason("name_set_later", {"name": name, "later": text.quoted(statement.lineno)})


def _sets_at_top(name: str, cell: str) -> bool:
    """Whether a cell makes a name, be it that it is no Python."""
    return bool(re.search(rf"(?m)^(?:(?:def|class) {name}\b|{name}\s*=(?!=))", cell))
