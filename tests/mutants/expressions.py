"""Edits of one expression: the slips of people who type a training loop.

Each is a small function: (an expression, what is known around it) -> the expressions that could
stand in its place. None changes what it is given.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T", bound=ast.AST)


@dataclass(frozen=True)
class Scope:
    """What an edit may need to know.

    Attributes:
        names: the names that the function around the place binds, its arguments included.
        data: which arguments hold one item for each sample.
        modules: names of imported modules and of what was imported from them.
    """

    names: tuple[str, ...] = ()
    data: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()


OfExpression: TypeAlias = Callable[[ast.expr, Scope], Iterator[ast.expr]]


def changed(node: T, **fields: Any) -> T:
    """A copy of a node with other fields; what it does not change is shared."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def parsed(text: str, **parts: ast.expr) -> ast.expr:
    """The expression of a text, with other expressions in the place of some of its names."""

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return parts.get(node.id, node)

    filled: ast.expr = Fill().visit(ast.parse(text, mode="eval").body)
    return filled


def is_call(node: ast.AST, *names: str) -> bool:
    """Whether this calls a function of one of these names."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


OTHER_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Mod, ast.Div),
}


def other_operator(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a + b` to `a - b`, and the like."""
    if isinstance(node, ast.BinOp):
        for other in OTHER_OPERATORS.get(type(node.op), ()):
            yield changed(node, op=other())


def other_number(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """2 to 1, 0 and 3, 1 to 0 and 2; a float to its double and to 0; True to False."""
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            for number in sorted({0, value - 1, value + 1} - {value, -1}):
                yield ast.Constant(number)
        case ast.Constant(value=float(value)):
            for other in (2 * value, 0.0) if value else (1.0,):
                yield ast.Constant(other)


def other_name(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """One name of the function to each of its others."""
    if isinstance(node, ast.Name) and node.id in scope.names:
        for name in scope.names:
            if name != node.id:
                yield ast.Name(name)


OTHER_ATTRIBUTES = {"grad": "data", "data": "grad"}


def other_attribute(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """`w.grad` to `w.data` and to `w`."""
    if isinstance(node, ast.Attribute) and not _is_module(node.value, scope):
        yield node.value
        if other := OTHER_ATTRIBUTES.get(node.attr):
            yield changed(node, attr=other)


def _is_module(node: ast.expr, scope: Scope) -> bool:
    return isinstance(node, ast.Name) and node.id in scope.modules


def no_parentheses(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`l.backward()` to `l.backward`."""
    if isinstance(node, ast.Call) and not node.args and not node.keywords:
        yield node.func


def no_call(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """`l.item()` to `l`, `float(l)` to `l`."""
    match node:
        case ast.Call(func=ast.Attribute(value=value), args=[]) if not _is_module(value, scope):
            yield value
        case ast.Call(args=[ast.expr() as argument]) if not isinstance(argument, ast.Starred):
            yield argument


OTHER_FUNCTIONS = {
    "sum": "mean",
    "mean": "sum",
    "add_": "sub_",
    "sub_": "add_",
    "zeros": "ones",
    "ones": "zeros",
    "zero_": "detach_",
    "outer": "mul",
    "MSELoss": "L1Loss",
}


def other_function(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """A method to one that is easily taken for it."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) as function) if name in OTHER_FUNCTIONS:
            yield changed(node, func=changed(function, attr=OTHER_FUNCTIONS[name]))


def swapped_arguments(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`zip(x_data, y_data)` to `zip(y_data, x_data)`; neighbours only."""
    if isinstance(node, ast.Call):
        for i in range(len(node.args) - 1):
            one, other = node.args[i : i + 2]
            yield changed(node, args=[*node.args[:i], other, one, *node.args[i + 2 :]])


def dropped_argument(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """One argument left out, by position or by name."""
    if isinstance(node, ast.Call):
        for i in range(len(node.args) if len(node.args) + len(node.keywords) > 1 else 0):
            yield changed(node, args=node.args[:i] + node.args[i + 1 :])
        for i in range(len(node.keywords)):
            yield changed(node, keywords=node.keywords[:i] + node.keywords[i + 1 :])


def dropped_operand(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a * b` to `a` and to `b`; likewise what `and`, `or` and a conditional join."""
    match node:
        case ast.BinOp(left=left, right=right):
            yield from (left, right)
        case ast.BoolOp(values=values):
            yield from values
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)


def doubled_factor(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a * b` to `a * b * b`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        yield ast.BinOp(node, ast.Mult(), node.right)


def other_sign(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`-a` to `a`, a product or a difference to its negative."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(op=ast.Mult() | ast.Sub()):
            yield ast.UnaryOp(ast.USub(), node)


def other_square(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a ** 2` to `abs(a)` and to `a ** 2 / 2`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        yield parsed("abs(a)", a=node.left)
        yield parsed("a / 2", a=node)


RANGES = (
    *("range(1, n)", "range(n - 1)", "range(n + 1)", "range(1, n + 1)", "range(10)"),
    "range(n - 1, -1, -1)",
)


def other_range(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`range(n)` begun later, ended sooner or later, backwards, or of a fixed length."""
    if is_call(node, "range") and isinstance(node, ast.Call) and len(node.args) == 1:
        for text in RANGES:
            yield parsed(text, n=node.args[0])


def other_samples(node: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The data without its first or last sample, backwards, or sorted."""
    if isinstance(node, ast.Name) and node.id in scope.data:
        for text in ("data[1:]", "data[:-1]", "data[:1]", "data[::-1]", "sorted(data)"):
            yield parsed(text, data=node)
    if is_call(node, "zip"):
        for end in ("[1:]", "[:-1]", "[:1]", "[::-1]"):
            yield parsed(f"list(data){end}", data=node)


def other_count(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`enumerate(a)` to `enumerate(a, 1)`, and back."""
    if is_call(node, "enumerate") and isinstance(node, ast.Call):
        counts_from_zero = len(node.args) == 1 and not node.keywords
        text = "enumerate(a, 1)" if counts_from_zero else "enumerate(a)"
        yield parsed(text, a=node.args[0])


OTHER_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq, ast.LtE),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}


def other_comparison(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a == b` to `a != b`, `a < b` to `a <= b`, and the like."""
    if isinstance(node, ast.Compare):
        for other in OTHER_COMPARISONS[type(node.ops[0])]:
            yield changed(node, ops=[other(), *node.ops[1:]])


def other_index(node: ast.expr, _scope: Scope) -> Iterator[ast.expr]:
    """`a[i]` to its neighbours, the first, the last, and all of `a`."""
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        yield node.value
        for text in ("a[0]", "a[-1]", "a[i + 1]", "a[i - 1]"):
            yield parsed(text, a=node.value, i=node.slice)


#: By the function's name a report says what was done.
EXPRESSIONS: tuple[OfExpression, ...] = (
    other_operator,
    other_number,
    other_name,
    other_attribute,
    no_parentheses,
    no_call,
    other_function,
    swapped_arguments,
    dropped_argument,
    dropped_operand,
    doubled_factor,
    other_sign,
    other_square,
    other_range,
    other_samples,
    other_count,
    other_comparison,
    other_index,
)
