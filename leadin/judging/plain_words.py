"""An exception of plain Python or torch -> what it means and what to do, as a reason.

What proves a mistake of this course is named as that (see errors). Here is the rest: whatever a
student's code raises, one reason says it in plain words. Python's own suggestions help where there
are any; most of its texts are older than those, and torch has none.
"""

import ast
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from leadin.judging.plain_names import as_name, explain_name
from leadin.judging.plain_syntax import explain_syntax
from leadin.judging.sayings import SAYINGS
from leadin.judging.source import parse_cell
from leadin.judging.verdict import Reason
from leadin.observe import ErrorReport

#: Letters of a word out of an error's text that a sentence quotes.
_QUOTED = 60

#: What tensors have and numbers and lists have not.
_OF_TENSORS = """
    T abs add_ backward clone copy_ cpu data detach dim dtype exp fill_ flatten grad grad_fn is_leaf
    item log matmul mean mm mul_ ndim numel numpy pow relu requires_grad requires_grad_ reshape
    retain_grad shape sigmoid size sqrt square squeeze sub_ sum t tanh tolist transpose unsqueeze
    view zero_ zero_grad
"""
#: Types whose attributes no code of a notebook sets.
_PLAIN_TYPES = """
    bool complex dict enumerate filter float generator int list map ndarray range reversed set str
    tuple type zip
"""
_TORCH_TYPES = "Adam Linear MSELoss Parameter SGD Sequential Sigmoid Tanh Tensor"
_FUNCTION_TYPES = ("function", "method", "builtin_function_or_method")
_OF_LISTS = ("append", "extend", "insert", "pop")
#: Methods one of which a class has that stands for a number.
_ARITHMETIC = ("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__pow__")
#: Methods that other languages' lists have.
_OF_OTHER_LISTS = ("add", "push", "push_back")
_LACKS = re.compile(
    r"^(?:module |type object )?'(?P<type>[\w.]+)' (?:object )?has no attribute '(?P<name>\w+)'"
)
#: What may have been meant by a module, or an argument, that there is not.
_MODULES = ("torch", "numpy", "math", "random", "matplotlib", "copy", "itertools", "functools")
_ARGUMENTS = ("bias", "dim", "dtype", "lr", "requires_grad", "retain_graph")


def explain_error(error: ErrorReport, answer: str = "", cells_before: Sequence[str] = ()) -> Reason:
    """Say in plain words what an exception means, and what to do.

    Args:
        error: what was raised.
        answer: text of the exercise cell, or of the function alone.
        cells_before: texts of the cells before it.

    Returns:
        A reason for every exception there is; of one that says nothing, what to do to find out.
    """
    if error.type in ("SyntaxError", "IndentationError", "TabError"):
        return explain_syntax(error, answer)
    if error.type in ("NameError", "UnboundLocalError"):
        explained = explain_name(error, answer, cells_before)
    elif error.type == "AttributeError":
        own = _attributes_by_class((answer, *cells_before))
        explained = _explain_attribute(error, own) or _by_saying(error)
    elif error.type == "TypeError" and not error.line and "argument" in error.message:
        explained = Reason("signature")
    elif error.line.startswith("raise ") and error.type != "NotImplementedError":
        explained = Reason("raised_here")
    else:
        explained = _by_saying(error)
    if explained and explained.id == "operator_of_class":
        own = _attributes_by_class((answer, *cells_before))
        explained = _without_arithmetic(explained, own) or explained
    return explained or Reason("other_error" if error.line else "other_error_nowhere")


def _by_saying(error: ErrorReport) -> Reason | None:
    for types, pattern, id_ in SAYINGS:
        found = re.search(pattern, error.message) if error.type in types.split() else None
        if found:
            return _more_exact(id_, _fields(found), error)
    return None


def _fields(found: re.Match[str]) -> dict[str, str]:
    """Named groups, of which a second one of the same name ends in `_2`."""
    groups = found.groupdict().items()
    return {name.removesuffix("_2"): text[:_QUOTED] for name, text in groups if text is not None}


def _more_exact(id_: str, fields: dict[str, str], error: ErrorReport) -> Reason:
    """The reason, or one that knows a better word for what was meant."""
    if "callee" in fields:
        fields["callee"] = fields["callee"].removesuffix(".__init__")
    match id_:
        case "no_self" if "." not in fields["callee"]:  # no method
            return Reason("too_many_arguments", {**fields, "takes": "0", "given": "1"})
        case "none_used" if ".grad" in error.line:
            return Reason("grad_is_empty")
        case "module_missing":
            if near := difflib.get_close_matches(fields["module"], _MODULES, 1):
                return Reason("module_near", {**fields, "near": near[0]})
        case "argument_unknown":
            near = difflib.get_close_matches(fields["name"], _ARGUMENTS, 1)
            if near and near[0] != fields["name"]:
                return Reason("argument_near", {**fields, "near": near[0]})
        case "operands":
            for type_ in fields.values():
                if not _is_known(type_):
                    return Reason("operator_of_class", {"type": type_})
    return Reason(id_, fields)


def _explain_attribute(error: ErrorReport, own: Mapping[str, Set[str]]) -> Reason | None:
    """What stands before a dot does not have what stands behind it."""
    found = _LACKS.search(error.message)
    if not found:
        return None
    type_, name, near = found["type"][:_QUOTED], found["name"][:_QUOTED], as_name(error.near)
    if error.message.startswith("module"):
        fields = {"module": type_, "name": name}
        if near:
            return Reason("module_lacks_near", {**fields, "near": near})
        return Reason("module_lacks", fields)
    if type_ == "NoneType":
        in_grad = ".grad" in error.line
        return Reason("grad_is_empty") if in_grad else Reason("none_before_dot", {"name": name})
    if type_ in _FUNCTION_TYPES:
        return Reason("attribute_of_function", {"name": name})
    if error.line and name not in error.line and name in _OF_TENSORS.split():
        # Not the student but a function of torch has looked for it.
        return Reason("tensor_needed", {"type": type_})
    return _lacks(type_, name, near, own)


def _lacks(type_: str, name: str, near: str, own: Mapping[str, Set[str]]) -> Reason:
    """An object of a type lacks an attribute."""
    fields = {"type": type_, "name": name}
    if type_ == "list" and name in _OF_OTHER_LISTS:
        near = "append"
    owner = next((class_ for class_, names in own.items() if name in names), "")
    if near:
        return Reason("attribute_near", {**fields, "near": near})
    if type_ in own or not _is_known(type_):
        return Reason("attribute_never_set", fields)
    if owner:
        return Reason("attribute_of_class", {**fields, "owner": owner[:_QUOTED]})
    if type_.endswith("Loss"):
        return Reason("loss_not_called", {"type": type_})
    if type_ not in _TORCH_TYPES.split() and name in _OF_TENSORS.split():
        return Reason("attribute_of_tensors", fields)
    return Reason("attribute_of_lists" if name in _OF_LISTS else "attribute_unknown", fields)


def _without_arithmetic(explained: Reason, own: Mapping[str, Set[str]]) -> Reason | None:
    """A class that bundles numbers and is not meant to be one, as the nodes of lesson 02."""
    type_ = str(explained.fields["type"])
    names = own.get(type_, set())
    if not names or any(each in names for each in _ARITHMETIC):
        return None
    has = ", ".join(f".{name}" for name in sorted(names) if not name.startswith("_"))
    return Reason("object_for_number", {"type": type_, "has": has[:_QUOTED]}) if has else None


def _is_known(type_: str) -> bool:
    """Whether a type is Python's own, numpy's or torch's; else a notebook has made it."""
    is_dotted, is_loss = "." in type_, type_.endswith("Loss")
    return is_dotted or is_loss or type_ in f"{_PLAIN_TYPES} {_TORCH_TYPES}".split()


def _attributes_by_class(cells: Iterable[str]) -> dict[str, set[str]]:
    """The classes of a notebook, with the attributes and methods that their text sets."""
    trees = filter(None, map(parse_cell, cells))
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    return {each.name: set(_set_in_class(each)) for each in classes}


def _set_in_class(node: ast.ClassDef) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store):
            yield part.attr
        elif isinstance(part, ast.FunctionDef):
            yield part.name
