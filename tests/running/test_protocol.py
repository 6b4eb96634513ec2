"""What a worker says is believed only as far as it is plain, bounded and well formed."""

import json
from typing import Any

import pytest

from leadin.observe import MAX_TEXT, MAX_VALUES, ErrorReport, Outcome
from leadin.running.protocol import (
    MAX_MESSAGE,
    ProtocolError,
    decode,
    decode_outcome,
    encode,
    encode_outcome,
)

CURVE = encode_outcome(Outcome("curve", (1.0, 2.0)))


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome("curve", (1.0, float("inf"), 1e-300)),
        Outcome("curve", (0.1,) * (MAX_VALUES + 1)),
        Outcome("none", warnings=("mind this",)),
        Outcome("raised", error=ErrorReport("ValueError", "no", 3, "raise ValueError")),
        Outcome("raised", error=ErrorReport("ValueError", "x" * MAX_TEXT)),
    ],
)
def test_an_outcome_comes_across_unchanged(outcome: Outcome) -> None:
    line = encode({"step": 1, "outcome": encode_outcome(outcome)})
    assert len(line) < MAX_MESSAGE
    assert decode_outcome(decode(line)["outcome"]) == outcome


@pytest.mark.parametrize(
    "line", [b"", b"hello\n", b"[1]\n", b"\xff\n", b"1" * (MAX_MESSAGE + 1), b"[" * 100_000]
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "pass"},
        {"kind": ["curve"]},
        {"curve": "7.3"},
        {"curve": [1]},
        {"curve": [True]},
        {"curve": [[1.0]]},
        {"curve": [1.0] * (MAX_VALUES + 2)},
        {"type": None},
        {"type": "x" * (MAX_TEXT + 1)},
        {"position": "1"},
        {"position": True},
        {"warnings": ["w"] * 21},
        {"warnings": [1]},
        {"error": "ValueError"},
        {"error": {"type": "E", "message": "", "line_number": "3", "line": ""}},
        {"points": 4},
    ],
)
def test_a_field_that_our_own_code_would_not_send_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ProtocolError):
        decode_outcome(json.loads(json.dumps({**CURVE, **change})))


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(ProtocolError):
        decode_outcome({"kind": "curve", "curve": [1.0]})
