"""What the grader and its worker say to each other: one line of JSON per message.

The worker runs student code, so nothing that it says is trusted: messages are bounded, parsed
strictly and hold only numbers and texts.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, get_args

from leadin.observe import MAX_FORM, MAX_TEXT, MAX_VALUES, ErrorReport, Kind, Outcome, plain_text

#: Bytes that one message may have. The longest true one, a cut curve, needs a quarter of it.
MAX_MESSAGE = 1_000_000


class ProtocolError(Exception):
    """A message that the worker's own code would never send."""


@dataclass(frozen=True)
class Step:
    """One thing that the worker does with a notebook.

    Attributes:
        source: text of the cell to run, or, for a step that judges, empty.
        function: name of the function to call at this place, or None for a cell to run.
    """

    source: str = ""
    function: str | None = None


def encode(message: Mapping[str, Any]) -> bytes:
    """A message as a line."""
    return json.dumps(message).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """A line as a message.

    Raises:
        ProtocolError: it is too long or no JSON object.
    """
    if len(line) > MAX_MESSAGE:
        raise ProtocolError("a message is too long")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("a message is no JSON") from error
    if not isinstance(message, dict):
        raise ProtocolError("a message is no object")
    return message


def encode_outcome(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain values; nan and infinities go as Python's json writes them."""
    return asdict(outcome)


def decode_outcome(value: object) -> Outcome:
    """Plain values as an outcome.

    Raises:
        ProtocolError: a field is missing, surplus, too large or of the wrong type.
    """
    fields = _fields(value, {"kind", "curve", "form", "type", "position", "error", "warnings"})
    if fields["kind"] not in get_args(Kind):
        raise ProtocolError("unknown kind of outcome")
    curve = _list(fields["curve"], MAX_VALUES + 1)
    if not all(type(number) is float for number in curve):
        raise ProtocolError("a curve holds something that is no float")
    return Outcome(
        kind=fields["kind"],
        curve=tuple(curve),
        form=_form(fields["form"], len(curve)),
        type=_text(fields["type"]),
        position=_int_or_none(fields["position"]),
        error=None if fields["error"] is None else decode_error(fields["error"]),
        warnings=tuple(map(_text, _list(fields["warnings"], 20))),
    )


def decode_error(value: object) -> ErrorReport:
    """Plain values as an error report.

    Raises:
        ProtocolError: a field is missing, surplus, too large or of the wrong type.
    """
    fields = _fields(value, {"type", "message", "line_number", "line", "near"})
    return ErrorReport(
        _text(fields["type"]),
        _text(fields["message"]),
        _int_or_none(fields["line_number"]),
        _text(fields["line"]),
        _text(fields["near"]),
    )


def _fields(value: object, names: set[str]) -> dict[str, Any]:
    if not (isinstance(value, dict) and value.keys() == names):
        raise ProtocolError("fields are missing or surplus")
    return value


def _list(value: object, most: int) -> list[Any]:
    if not (isinstance(value, list) and len(value) <= most):
        raise ProtocolError("a list is no list or too long")
    return value


def _text(value: object) -> str:
    if not (isinstance(value, str) and len(value) <= MAX_TEXT):
        raise ProtocolError("a text is no text or too long")
    return plain_text(value)


def _form(value: object, numbers: int) -> str:
    """How numbers are nested, with as many places as there are numbers."""
    if not isinstance(value, str) or len(value) > MAX_FORM or value.strip("n[]"):
        raise ProtocolError("a form is no form or too long")
    if value and value.count("n") != numbers:
        raise ProtocolError("a form has another number of places than there are numbers")
    return value


def _int_or_none(value: object) -> int | None:
    if not (value is None or type(value) is int):
        raise ProtocolError("a number is no int")
    return value
