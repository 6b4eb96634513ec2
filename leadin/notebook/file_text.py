"""The bytes of a notebook file -> its JSON, or in a word what the file is instead."""

import codecs
import itertools
import json
import re
from typing import Any, NoReturn

from leadin.judging import Reason


class UnreadableError(Exception):
    """A file that is no notebook.

    Attributes:
        reason: why.
    """

    def __init__(self, id_: str, **fields: str | int) -> None:
        self.reason = Reason(id_, fields)
        super().__init__(self.reason)


#: How files begin that are archives.
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")
_LFS = "version https://git-lfs.github.com/spec/"
#: What Git puts on a line of its own. No line of a notebook's JSON begins like that.
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
#: Letters at the start of a file, and around a place in it, that are looked at.
_FEW = 1_000
#: An unfinished `\uXXXX`, `false` or `-1.5e-3` is reported at its first letter.
_LONGEST_WORD = 7


def read_json(data: bytes, name: str) -> Any:
    """What a notebook file holds.

    Args:
        data: the file.
        name: of the file.

    Raises:
        UnreadableError: it is no JSON; the reason says what it is, as far as can be seen.
    """
    text = _decoded(data, name)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        _explain(text, error, name)
    except RecursionError as error:
        raise UnreadableError("is_too_deep", notebook=name) from error


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_ARCHIVES):
        raise UnreadableError("is_packed", notebook=name)
    if data.startswith(b"%PDF"):
        raise UnreadableError("is_no_text", notebook=name)
    # By a byte order mark, or by the zeros that UTF-16 puts beside JSON's first letters.
    text = _decode(data, json.detect_encoding(data))
    if text is None and _looks_chinese(data):
        text = _decode(data, "gb18030")
    start = data[:_FEW].decode("latin-1") if text is None else text[:_FEW]
    if re.search(r"[\x00-\x08\x0e-\x1f]", start):  # no text has these letters
        raise UnreadableError("is_no_text", notebook=name)
    if text is None:
        raise UnreadableError("is_in_unknown_encoding", notebook=name)
    return text


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        # What is cut short can end in the middle of a letter.
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None


def _looks_chinese(data: bytes) -> bool:
    r"""Whether bytes outside of ASCII come in pairs, as they do in GBK.

    Read as GBK, the é of a Western text would swallow the letter behind it, which could be the
    backslash of a `\n`.
    """
    pairs = re.finditer(rb"[\x81-\xfe]([\x40-\xfe])", data)
    seconds = [pair[1] for pair in itertools.islice(pairs, _FEW)]
    above_ascii: int = sum(second >= b"\x80" for second in seconds)
    return 2 * above_ascii > len(seconds)


def _explain(text: str, error: json.JSONDecodeError, name: str) -> NoReturn:
    """Say what a text is that is no JSON."""
    _explain_other(text, error, name)
    if conflict := _CONFLICT.search(text):
        line = _line(text, conflict.start())
        raise UnreadableError("is_merge_conflict", notebook=name, line_number=line) from error
    comma = _trailing_comma(text, error.pos)
    if comma is not None:
        line = _line(text, comma)
        raise UnreadableError("has_trailing_comma", notebook=name, line_number=line) from error
    if _is_cut_short(text, error):
        raise UnreadableError("is_cut_short", notebook=name) from error
    id_ = "goes_on" if error.msg == "Extra data" else "is_damaged"
    raise UnreadableError(id_, notebook=name, line_number=error.lineno) from error


def _explain_other(text: str, error: json.JSONDecodeError, name: str) -> None:
    """Say what a text is that does not even begin as a notebook does."""
    start = text[:_FEW].lstrip()
    if not start and not text.strip():
        raise UnreadableError("is_empty", notebook=name) from error
    if start.startswith(_LFS):
        raise UnreadableError("is_lfs_pointer", notebook=name) from error
    if re.match(r"<(?:!doctype|html|head|\?xml|!--)|From: <Saved by", start, re.IGNORECASE):
        raise UnreadableError("is_web_page", notebook=name) from error
    if not start.startswith(("{", "<<<<<<<")):
        raise UnreadableError("is_other_text", notebook=name) from error


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _trailing_comma(text: str, position: int) -> int | None:
    """Where a comma stands before a closing bracket.

    Args:
        text: no JSON.
        position: where that shows; at the comma or behind it, as the Python at hand has it.
    """
    first = max(0, position - _FEW)
    for comma in re.finditer(r",\s*[\]}]", text[first : position + _FEW]):
        if first + comma.start() <= position < first + comma.end():
            return first + comma.start()
    return None


def _is_cut_short(text: str, error: json.JSONDecodeError) -> bool:
    end = len(text.rstrip())
    if error.msg.startswith("Unterminated string"):
        # A line's end would have ended it: only in a file of one line can another mark be missing.
        return error.lineno > 1 or not text.endswith("}", 0, end)
    is_last_word = error.pos >= end - _LONGEST_WORD and not text.endswith(("}", "]"), 0, end)
    return error.msg != "Extra data" and (error.pos >= end or is_last_word)
