"""Edits of one statement, or of two neighbours: lines lost, doubled, or in the wrong place."""

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias

from tests.mutants.expressions import OTHER_OPERATORS, Scope, changed, parsed

Loop: TypeAlias = ast.For | ast.While
Block: TypeAlias = ast.For | ast.While | ast.With
Statements: TypeAlias = list[ast.stmt]
#: (a statement, what is known around it) -> what could stand in its place.
OfStatement: TypeAlias = Callable[[ast.stmt, Scope], Iterator[Statements]]
#: (a statement, the next one) -> what could stand in the place of both.
OfNeighbours: TypeAlias = Callable[[ast.stmt, ast.stmt], Iterator[Statements]]

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Pass)


def deleted(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """The statement is missing."""
    if not isinstance(node, _DEFINITIONS):
        yield []


def doubled(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """The statement stands there twice."""
    if not isinstance(node, (*_DEFINITIONS, ast.Return)):
        yield [node, node]


def other_assignment(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """`a += b` to `a -= b` and to `a = b`; `a = a - b` to `a -= b`."""
    match node:
        case ast.AugAssign(target=target, op=op, value=value):
            for other in OTHER_OPERATORS.get(type(op), ()):
                yield [changed(node, op=other())]
            yield [ast.Assign([target], value, lineno=0)]
        case ast.Assign(
            targets=[ast.Name() | ast.Attribute() | ast.Subscript() as target],
            value=ast.BinOp(left=left, op=op, right=right),
        ) if ast.unparse(left) == ast.unparse(target):
            yield [ast.AugAssign(target, op, right)]


def early_item(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """What is computed leaves torch, or its graph, at once."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Call):
        yield [changed(node, value=parsed("a.item()", a=node.value))]
        yield [changed(node, value=parsed("a.detach()", a=node.value))]


def other_return(node: ast.stmt, scope: Scope) -> Iterator[Statements]:
    """The last value, None, or another name is returned."""
    if isinstance(node, ast.Return) and node.value:
        yield [ast.Return(ast.Constant(None))]
        yield [ast.Return(parsed("a[-1]", a=node.value))]
        for name in scope.names:
            yield [ast.Return(ast.Name(name))]


def other_value_kept(node: ast.stmt, scope: Scope) -> Iterator[Statements]:
    """Something else is appended."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append"), args=[_]) as call):
            for name in scope.names:
                yield [ast.Expr(changed(call, args=[ast.Name(name)]))]


def no_block(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """`with` or `if` is missing; what stood in it stays."""
    if isinstance(node, ast.With | ast.If):
        yield node.body
    if isinstance(node, ast.If) and node.orelse:
        yield node.orelse


def first_line_before_block(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """The first line of a block stands before it."""
    if isinstance(node, Block):
        yield [node.body[0], _with_body(node, node.body[1:])]


def last_line_after_block(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """The last line of a block is dedented."""
    if isinstance(node, Block):
        yield [_with_body(node, node.body[:-1]), node.body[-1]]


def _with_body(node: Block, body: Statements) -> Block:
    return changed(node, body=body or [ast.Pass()])


def left_at_once(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """A loop is left after its first round."""
    if isinstance(node, Loop):
        yield [changed(node, body=[*node.body, ast.Break()])]


def loops_exchanged(node: ast.stmt, _scope: Scope) -> Iterator[Statements]:
    """The inner loop is the outer one."""
    match node:
        case ast.For(body=[ast.For() as inner, *rest]):
            outside = changed(node, target=inner.target, iter=inner.iter)
            inside = changed(inner, target=node.target, iter=node.iter)
            yield [changed(outside, body=[inside, *rest])]


def swapped(one: ast.stmt, other: ast.stmt) -> Iterator[Statements]:
    """Two neighbours in the other order."""
    yield [other, one]


def into_block_before(one: ast.stmt, other: ast.stmt) -> Iterator[Statements]:
    """The line after a block is indented."""
    if isinstance(one, Block):
        yield [changed(one, body=[*one.body, other])]


def into_block_after(one: ast.stmt, other: ast.stmt) -> Iterator[Statements]:
    """The line before a block stands in it, as when losses are emptied each epoch."""
    if isinstance(other, Block) and not isinstance(one, _DEFINITIONS):
        yield [changed(other, body=[one, *other.body])]


STATEMENTS: tuple[OfStatement, ...] = (
    deleted,
    doubled,
    other_assignment,
    early_item,
    other_return,
    other_value_kept,
    no_block,
    first_line_before_block,
    last_line_after_block,
    left_at_once,
    loops_exchanged,
)
NEIGHBOURS: tuple[OfNeighbours, ...] = (swapped, into_block_before, into_block_after)
