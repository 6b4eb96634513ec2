"""One call of a student's function, observed: whatever it does becomes plain data.

Both the notebook's check and the grader's worker call student code through this module. It knows
nothing of what a right answer is.
"""

import ast
import builtins
import contextlib
import ctypes
import difflib
import itertools
import linecache
import numbers
import re
import sys
import sysconfig
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TextIO, TypeAlias

Kind: TypeAlias = Literal[
    "curve",
    "tensors",
    "nested",
    "none",
    "number",
    "other",
    "raised",
    "waiting",
    "timeout",
    "memory",
]

#: A longer curve is cut here. No exercise comes near it; a generator without an end would.
MAX_VALUES = 10_000
#: Lists within lists deeper than this are no numbers any more; exercises ask for three at most.
MAX_DEPTH = 4
#: Characters of a form. The numbers that it is about would be cut long before.
MAX_FORM = 100_000
#: Longer texts from student code (an error message, say) are cut here.
MAX_TEXT = 2_000

#: How the text of a lesson's stub begins.
STUB_TEXT = "write "

#: What IPython makes of a magic or a command, and what stood before its words.
_IPYTHON_CALL = re.compile(r"get_ipython\(\)\.(?P<method>\w+)\((?P<arguments>.*)\)$")
_TYPED = {"run_line_magic": "%", "run_cell_magic": "%%", "system": "!", "getoutput": "!"}

#: Where a frame is not the student's.
_LIBRARIES = tuple(
    str(Path(folder).resolve())
    for folder in (
        *map(sysconfig.get_path, ("stdlib", "platstdlib", "purelib", "platlib")),
        str(Path(__file__).parent),
    )
)

#: How IPython calls what stands below `%%time`, and the line that it makes of a cell with a magic.
_BELOW_TIME = "<timed exec>"
_CELL_MAGIC = "get_ipython().run_cell_magic("
#: Names that every notebook has and no student has made.
_OF_THE_NOTEBOOK_ITSELF = {"In", "Out", "exit", "quit", "get_ipython", "open"}


@dataclass(frozen=True)
class ErrorReport:
    """An exception of the student's code.

    Attributes:
        type: name of its class.
        message: its text.
        line_number: line in the student's cell, counted from 1, or None where there is none.
        line: that line; empty, beside a number, for a line of what stands below a cell's magic.
        near: for a name that does not exist, the one most like it that does, where there is one.
    """

    type: str
    message: str
    line_number: int | None = None
    line: str = ""
    near: str = ""

    def __str__(self) -> str:
        return f"{self.type}: {self.message}" if self.message else self.type


@dataclass(frozen=True)
class Outcome:
    """What one call gave.

    Attributes:
        kind: `curve` (a sequence of real numbers), `tensors` (the same with torch tensors in it),
            `nested` (sequences within a sequence), `none`, `number` (a single one), `other` (see
            type), `raised` (see error), `waiting` (raised NotImplementedError: not written yet),
            `timeout` or `memory`.
        curve: the numbers, where there are any, from left to right; at most MAX_VALUES of them.
        form: how they are nested, where that is more than one sequence: an `n` for each number,
            within brackets. A matrix of two rows and one column is `[[n][n]]`.
        type: for `other` and `nested`, name of the type of what came back, or of what was in the
            list and is no number.
        position: for these, the place in the list where that was, from 0; None for no list.
        error: the exception, for `raised`.
        warnings: texts of the warnings that were given on the way.
    """

    kind: Kind
    curve: tuple[float, ...] = ()
    form: str = ""
    type: str = ""
    position: int | None = None
    error: ErrorReport | None = None
    warnings: tuple[str, ...] = ()

    @property
    def is_curve(self) -> bool:
        """Whether it is a sequence of numbers, be it that some are tensors."""
        return self.kind in ("curve", "tensors")

    @property
    def is_numbers(self) -> bool:
        """Whether it is made of numbers alone: one, a sequence, or sequences of them."""
        return self.is_curve or self.kind in ("number", "nested")

    @property
    def nesting(self) -> str:
        """Its form, be that a single number or sequence."""
        if self.kind == "number":
            return "n"
        return self.form or f"[{'n' * len(self.curve)}]"


def observe(function: Callable[..., Any], arguments: Sequence[Any]) -> Outcome:
    """Call a function once, in this thread.

    Args:
        function: the student's function.
        arguments: what to call it with, by position; it may change lists in place.

    Returns:
        What happened. No exception of the function gets out, not even SystemExit.
    """
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            outcome = plain(function(*arguments))
        except NotImplementedError as error:
            outcome = _not_implemented(error)
        except MemoryError:
            outcome = Outcome("memory")
        except BaseException as error:
            outcome = Outcome("raised", error=report_error(error))
    texts = tuple(dict.fromkeys(plain_text(str(w.message)) for w in caught))[:20]
    return replace(outcome, warnings=texts)


def observe_within(
    seconds: float, function: Callable[..., Any], arguments: Sequence[Any]
) -> Outcome:
    """Call a function once and wait for a limited time, on every system.

    The call runs in a thread of its own, so that the caller goes on even when the function
    swallows every exception. A thread can't be killed: it is asked to stop.

    Args:
        seconds: how long to wait.
        function: the student's function.
        arguments: what to call it with, by position.

    Returns:
        What happened, with kind `timeout` where it has not come back.

    Raises:
        KeyboardInterrupt: the user pressed stop while waiting; the function is asked to stop too.
    """
    outcomes: list[Outcome] = []
    thread = threading.Thread(
        target=lambda: outcomes.append(observe(function, arguments)), daemon=True
    )
    thread.start()
    deadline = time.monotonic() + seconds
    try:
        # Short waits, because Windows can't interrupt a long one.
        while thread.is_alive() and time.monotonic() < deadline:
            thread.join(0.1)
    finally:
        came_back = not thread.is_alive()
        if not came_back:
            _ask_to_stop(thread)
    return outcomes[0] if came_back and outcomes else Outcome("timeout")


class _Stopped(BaseException):
    """Raised inside a student's function that has run out of time."""


def _ask_to_stop(thread: threading.Thread, tries: int = 5) -> None:
    for _ in range(tries):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident or 0), ctypes.py_object(_Stopped)
        )
        thread.join(0.1)
        if not thread.is_alive():
            return


def report_error(error: BaseException) -> ErrorReport:
    """Describe an exception, with the innermost line of it that a student wrote.

    Args:
        error: the exception, with its traceback.

    Returns:
        Its class, text, and place in the student's code where there is one.
    """
    number, line = _place(error)
    return ErrorReport(type(error).__name__, _message(error), number, line, _near(error))


def _place(error: BaseException) -> tuple[int | None, str]:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == _BELOW_TIME:
            return frame.lineno, ""
        line = linecache.getline(frame.filename, frame.lineno or 0).strip()
        if line.startswith(_CELL_MAGIC) and isinstance(error, SyntaxError):
            return error.lineno, ""
        if line and not str(Path(frame.filename).resolve()).startswith(_LIBRARIES):
            return frame.lineno, plain_text(_as_typed(line))
    if isinstance(error, SyntaxError):
        return error.lineno, plain_text(_as_typed((error.text or "").strip()))
    return None, ""


def _message(error: BaseException) -> str:
    try:
        return plain_text(str(error.msg if isinstance(error, SyntaxError) else error))
    except BaseException:  # a class of the student's own may do anything even here
        return ""


def _near(error: BaseException) -> str:
    """Python's own suggestion stands in its traceback only, and for modules not before 3.12."""
    try:
        if isinstance(error, AttributeError) and error.name:
            names = [name for name in dir(error.obj) if name[:1] != "_" or error.name[:1] == "_"]
            return plain_text(_most_like(error.name, names))
        if isinstance(error, NameError) and error.name:
            found = (_most_like(error.name, names) for names in _names_within_reach(error))
            return plain_text(next(filter(None, found), ""))
    except BaseException:  # objects of the student's own may do anything even here
        pass
    return ""


def _most_like(name: str, names: Sequence[str]) -> str:
    same = [each for each in names if each.casefold() == name.casefold()]
    return "".join(same[:1] or difflib.get_close_matches(name, names, 1, 0.75))


def _names_within_reach(error: NameError) -> Iterator[list[str]]:
    """The names that the failing line could have used: of its function, its notebook, Python."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    innermost = frames[-1]
    names = set(innermost.f_locals)
    if innermost.f_code.co_name.startswith("<"):  # a comprehension: a function before 3.12
        names |= {name for frame in frames[-2:] for name in frame.f_locals}
    of_notebook = set(innermost.f_globals) - _OF_THE_NOTEBOOK_ITSELF
    for each in (names - _OF_THE_NOTEBOOK_ITSELF, of_notebook, set(dir(builtins))):
        yield sorted(name for name in each if not name.startswith("_"))


def _as_typed(line: str) -> str:
    """A line of a cell as the student typed it: IPython makes calls of `%magic` and `!command`."""
    call = _IPYTHON_CALL.search(line) if len(line) <= MAX_TEXT else None
    if not (call and call["method"] in _TYPED):
        return line
    try:
        words = ast.literal_eval(f"({call['arguments']},)")
        typed = " ".join(map(str, words)).rstrip()
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return line
    return f"{line[: call.start()]}{_TYPED[call['method']]}{typed}"


def plain_text(text: str) -> str:
    """A text from student code as every file and terminal can take it: short, no surrogates."""
    return text[:MAX_TEXT].encode("utf-8", "replace").decode()


def _not_implemented(error: NotImplementedError) -> Outcome:
    """Tell a stub from code that was written and fails, as a misspelt `forward` does in torch."""
    frames_of_the_answer = len(traceback.extract_tb(error.__traceback__)) - 1
    if frames_of_the_answer <= 1 or str(error).startswith(STUB_TEXT):
        return Outcome("waiting")
    return Outcome("raised", error=report_error(error))


class BoundedOutput:
    """Passes text on to another stream until there is too much of it."""

    def __init__(self, stream: TextIO, limit: int, last: str) -> None:
        self.stream = stream
        self.left = limit
        self.last = last

    def write(self, text: str) -> int:
        """Pass on what is still allowed; claim to have written all of it."""
        if self.left > 0:
            self.stream.write(text[: self.left])
            self.left -= len(text)
            if self.left <= 0:
                self.stream.write(self.last)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        """Everything but writing is the stream's own business."""
        return getattr(self.stream, name)


@contextlib.contextmanager
def bounded_printing(limit: int, last: str = "") -> Iterator[None]:
    """Let code print to standard output, but not without end.

    Args:
        limit: characters; 0 mutes it.
        last: what is printed in place of more.
    """
    # redirect_stdout hands on whatever can write.
    stream: Any = BoundedOutput(sys.stdout, limit, last)
    with contextlib.redirect_stdout(stream):
        yield


def plain(value: Any) -> Outcome:
    """Reduce what a function returned to numbers and names of types."""
    if value is None:
        return Outcome("none")
    if _is_tensor(value) and value.dim() == 0:
        return Outcome("number", (float(value.detach()),))
    if _is_number(value):
        return Outcome("number", (_to_float(value),))
    if not _is_sequence(value):
        return Outcome("other", type=_type_of(value))
    values = list(itertools.islice(iter(value), MAX_VALUES + 1))
    return _plain_sequence(values, _is_tensor(value) and value.dim() > 1)


def _plain_sequence(values: list[Any], is_matrix: bool) -> Outcome:
    """A sequence as a curve where it is one; a matrix of tensors with one column is both."""
    curve = []
    for position, value in enumerate(values):
        if _is_tensor(value) and value.numel() == 1:
            curve.append(float(value.detach()))
        elif _is_number(value):
            curve.append(_to_float(value))
        elif nested := _nested(values):
            return Outcome("nested", *nested, type=_type_of(value), position=position)
        else:
            return Outcome("other", type=_type_of(value), position=position)
    has_tensors = any(map(_is_tensor, values))
    form = nested[1] if is_matrix and (nested := _nested(values)) else ""
    return Outcome("tensors" if has_tensors else "curve", tuple(curve), form)


def _nested(values: Sequence[Any]) -> tuple[tuple[float, ...], str] | None:
    """The numbers of sequences within sequences, and their form; None where there is more."""
    numbers: list[float] = []
    form: list[str] = []

    def add(value: Any, depth: int) -> bool:
        if len(numbers) > MAX_VALUES or len(form) >= MAX_FORM - MAX_DEPTH or depth > MAX_DEPTH:
            return False
        if _is_tensor(value):
            value = value.detach().tolist()
        if _is_number(value):
            numbers.append(_to_float(value))
            form.append("n")
            return True
        if not _is_sequence(value):
            return False
        form.append("[")
        inner = itertools.islice(iter(value), MAX_VALUES + 1)
        is_added = all(add(each, depth + 1) for each in inner)
        form.append("]")
        return is_added

    return (tuple(numbers), "".join(form)) if add(values, 0) else None


def _is_sequence(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | dict | set)


def _is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")  # not imported for a function that never uses it
    return torch is not None and isinstance(value, torch.Tensor)


def _is_number(value: Any) -> bool:
    if isinstance(value, numbers.Real):
        return not isinstance(value, bool)
    numpy = sys.modules.get("numpy")
    return numpy is not None and _is_single(numpy, value)


def _is_single(numpy: Any, value: Any) -> bool:
    """Whether this is an array without dimensions, as `loss.detach().numpy()` gives it."""
    return isinstance(value, numpy.ndarray) and value.ndim == 0 and value.dtype.kind in "fiu"


def _to_float(number: Any) -> float:
    try:
        return float(number)
    except OverflowError:  # an int too large for a float
        return float("inf")


def _type_of(value: Any) -> str:
    return plain_text(type(value).__name__[:100])
