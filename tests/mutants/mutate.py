"""A right answer -> its mutants: every edit, at every place where it applies, one at a time."""

import ast
import difflib
import random
import warnings
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.mutants.expressions import EXPRESSIONS, Scope, is_call
from tests.mutants.statements import NEIGHBOURS, STATEMENTS


@dataclass(frozen=True)
class Mutant:
    """An answer with one edit in it.

    Attributes:
        base: name of the answer that it was made from.
        operator: name of the edit.
        source: its text.
        diff: the lines of the answer's text that went (`-`) and came (`+`).
    """

    base: str
    operator: str
    source: str
    diff: str


def plain_text(source: str) -> str:
    """An answer as mutants are written: without comments and docstrings, laid out by `ast`."""
    return ast.unparse(_without_docstrings(ast.parse(source)))


def mutants_of(base: str, source: str, data: Collection[str] = ()) -> list[Mutant]:
    """Every mutant of an answer; none twice, and none with the answer's own text.

    Args:
        base: a name for the answer.
        source: its text.
        data: names of the arguments that hold one item for each sample.
    """
    tree = _without_docstrings(ast.parse(source))
    text = ast.unparse(tree)
    found: dict[str, str] = {}
    for operator in _edits(tree, frozenset(data)):
        mutated = ast.unparse(tree)
        if mutated != text and mutated not in found and _compiles(mutated):
            found[mutated] = operator
    return [Mutant(base, op, mutated, _diff(text, mutated)) for mutated, op in found.items()]


def draw(mutants: Sequence[Mutant], limit: int, seed: int) -> list[Mutant]:
    """Some of many mutants: as many of each edit as of any other, while there are any.

    Args:
        mutants: all of them.
        limit: the most to draw.
        seed: chooses them.
    """
    rng = random.Random(seed)
    heaps: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        heaps[mutant.operator].append(mutant)
    for heap in heaps.values():
        rng.shuffle(heap)
    drawn: list[Mutant] = []
    while len(drawn) < limit and (left := [heap for heap in heaps.values() if heap]):
        drawn += [heap.pop() for heap in left]
    return drawn[:limit]


def _edits(tree: ast.Module, data: frozenset[str]) -> Iterator[str]:
    """Put each edit into the tree in turn, give its name, and take it out again."""
    modules = frozenset(
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    )
    for top in tree.body:
        bound = {each.arg for each in ast.walk(top) if isinstance(each, ast.arg)}
        bound |= {
            each.id
            for each in ast.walk(top)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        }
        scope = Scope(tuple(sorted(bound)), data & bound, modules)
        yield from _edits_below(top, scope)
    yield from _edits_of_body(tree, "body", Scope(modules=modules))


def _edits_below(node: ast.AST, scope: Scope) -> Iterator[str]:
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.expr):
            yield from _edits_of_expression(node, field, value, scope)
        elif isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield from _edits_of_body(node, field, scope)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_shown_only(child):
                yield from _edits_below(child, scope)
        if isinstance(value, list):
            for i, child in enumerate(value):
                if isinstance(child, ast.expr):
                    yield from _edits_of_expression(value, i, child, scope)


def _is_shown_only(node: ast.AST) -> bool:
    """Whether this is a text, or what is printed: of no consequence for the losses."""
    return isinstance(node, ast.JoinedStr) or is_call(node, "print")


def _edits_of_expression(
    holder: Any, place: str | int, node: ast.expr, scope: Scope
) -> Iterator[str]:
    is_bound = isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)
    # What is called is edited as part of its call: a number in its place would be no slip.
    if is_bound or place in ("func", "annotation", "returns") or _is_shown_only(node):
        return
    for edit in EXPRESSIONS:
        for other in edit(node, scope):
            _put(holder, place, other)
            yield edit.__name__
    _put(holder, place, node)


def _put(holder: Any, place: str | int, node: ast.expr) -> None:
    if isinstance(place, int):
        holder[place] = node
    else:
        setattr(holder, place, node)


def _edits_of_body(holder: ast.AST, field: str, scope: Scope) -> Iterator[str]:
    body: list[ast.stmt] = getattr(holder, field)
    for i, node in enumerate(body):
        for edit in STATEMENTS:
            for others in edit(node, scope):
                setattr(holder, field, [*body[:i], *others, *body[i + 1 :]] or [ast.Pass()])
                yield edit.__name__
        for edit_two in NEIGHBOURS if i + 1 < len(body) else ():
            for others in edit_two(node, body[i + 1]):
                setattr(holder, field, [*body[:i], *others, *body[i + 2 :]])
                yield edit_two.__name__
    setattr(holder, field, body)


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        match node:
            case ast.Module() | ast.FunctionDef() | ast.ClassDef() if ast.get_docstring(node):
                node.body = node.body[1:] or [ast.Pass()]
    return tree


def _compiles(source: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a number that is called, say: it fails when it is run
        try:
            compile(source, "<mutant>", "exec")
        except SyntaxError:  # a `return` or a `break` that has left its place
            return False
    return True


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))
