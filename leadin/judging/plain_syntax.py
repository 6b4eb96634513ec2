"""A cell that is no Python -> what is wrong with it, as a reason.

There is no syntax tree then. Python's own text knows most of it; what it calls invalid without a
word is told by the line.
"""

import keyword
import re
import unicodedata
from collections.abc import Iterator, Sequence

from leadin.judging.verdict import Reason
from leadin.observe import ErrorReport, plain_text

#: What to type for characters that look like Python and are none; where Unicode itself knows the
#: plain one, as for a full-width comma, nothing stands here.
_TYPE_INSTEAD = {
    **dict.fromkeys("“”„‟«»「」『』″", '"'),
    **dict.fromkeys("‘’‚‛`´′", "'"),
    **dict.fromkeys("−–—‐‑‒", "-"),
    **dict.fromkeys("×·∙⋅∗•", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    "、": ",",
    "。": ".",
    "…": "...",
    "²": "**2",
    "³": "**3",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "←": "=",
    "【": "[",
    "】": "]",
}

#: What Python says, and the reason for it; named groups are the reason's fields.
_SAID: Sequence[tuple[str, str]] = (
    (r"Missing parentheses in call to '(?P<name>\w+)'", "syntax_print"),
    (r"inconsistent use of tabs and spaces", "syntax_tabs"),
    (r"unindent does not match", "syntax_dedent"),
    (r"unexpected indent", "syntax_indent"),
    (r"expected an indented block after (?P<opener>.+) on line \d+", "syntax_no_block"),
    (r"expected an indented block", "syntax_no_body"),
    (r"'(?P<bracket>.)' was never closed", "syntax_open_bracket"),
    (r"unmatched '(?P<bracket>.)'", "syntax_unmatched"),
    (r"closing parenthesis '(?P<closing>.)' does not match .* '(?P<opening>.)'", "syntax_brackets"),
    (r"unterminated .*string|EOL while scanning", "syntax_string"),
    (r"f-string", "syntax_f_string"),
    (r"must be parenthesized", "syntax_comprehension"),
    (r"forgot a comma", "syntax_comma"),
    (r"(cannot|can't) assign to (?P<what>True|False|None)\b", "syntax_assign_constant"),
    (r"(cannot|can't) assign to|Maybe you meant '=='", "syntax_equals"),
    (r"'(?P<word>return|yield|await)' outside", "syntax_outside_function"),
    (r"'(?P<word>break|continue)' (outside|not properly in) loop", "syntax_outside_loop"),
    (r"positional argument follows keyword", "syntax_argument_order"),
    (r"(non-default argument|parameter without a default) follows", "syntax_default_order"),
    (r"duplicate (argument|parameter) '(?P<name>\w+)'", "syntax_argument_twice"),
    (r"keyword argument repeated: (?P<name>\w+)", "syntax_argument_twice"),
    (r"name '(?P<name>\w+)' is (assigned to|used) (before|prior to) global", "syntax_global"),
    (r"name '(?P<name>\w+)' is parameter and global", "syntax_parameter_global"),
    (r"invalid decimal literal|invalid imaginary", "syntax_number"),
    (r"leading zeros", "syntax_zeros"),
    (r"after line continuation character", "syntax_backslash"),
    (r"expected 'except' or 'finally'", "syntax_try"),
    (r"expected '\('", "syntax_parentheses"),
    (r"expected ':'", "syntax_colon"),
    (r"null byte", "syntax_null"),
    (r"incomplete input|unexpected EOF", "syntax_incomplete"),
)

#: What a line that Python calls invalid looks like, and the reason.
_LOOKS: Sequence[tuple[str, str]] = (
    (r"^(`{3}|~{3})", "syntax_fence"),
    (r"^(In|Out) ?\[\d*\]:|^>>>|^\.\.\. ", "syntax_prompt"),
    (r"^else\s+if\b", "syntax_else_if"),
    (r"\+\+|--\s*$", "syntax_plus_plus"),
    (r"&&|\|\||!(?!=)", "syntax_and"),
    (r"<>", "syntax_unequal"),
    (r"^(for|while|if|elif|else|def|class|with)\b.*[{;]$", "syntax_braces"),
    (r"^(for|while|if|elif|else|def|class|with)\b.*[^:]$", "syntax_colon"),
    (r"\w\W.*\bfor\b.*\bin\b", "syntax_comprehension"),
    (r"[-+*/=,(\[]$", "syntax_incomplete"),
)

_CONFLICT = re.compile(r"^\s*(<{7}|={7}|>{7})(\s|$)")
_CHARACTER = re.compile(r"invalid (?:non-printable )?character .*?U\+([0-9A-F]{4,5})\b")


def explain_syntax(error: ErrorReport, answer: str) -> Reason:
    """Say what keeps Python from reading a cell.

    Args:
        error: a SyntaxError or one of its kinds.
        answer: text of the cell.
    """
    if _CONFLICT.match(error.line) or any(
        line.lstrip().startswith("<<<<<<< ") for line in answer.splitlines()
    ):
        return Reason("syntax_merge_conflict")
    return next(_reasons(error), Reason("syntax_other"))


def _reasons(error: ErrorReport) -> Iterator[Reason]:
    """What can be said, the surest first."""
    if code := _CHARACTER.search(error.message):
        yield _character(chr(int(code[1], 16)))
    looks = [id_ for pattern, id_ in _LOOKS if re.search(pattern, _without_texts(error.line))]
    # `else if` lacks no colon, and a block no brace at its end, whatever Python says.
    yield from (Reason(id_) for id_ in looks if id_ in ("syntax_else_if", "syntax_braces"))
    for pattern, id_ in _SAID:
        if found := re.search(pattern, error.message):
            yield Reason(id_, found.groupdict())
    if name := _reserved(error.line):
        yield Reason("syntax_reserved", {"name": name})
    yield from map(Reason, looks)


def _character(character: str) -> Reason:
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    if not character.isprintable() or unicodedata.category(character) in ("Cf", "Zs"):
        return Reason("syntax_invisible", {"name": name})
    fields = {"character": plain_text(character), "name": name}
    plain = _TYPE_INSTEAD.get(character) or unicodedata.normalize("NFKC", character)
    if plain.isascii() and plain.isprintable():
        return Reason("syntax_character", {**fields, "plain": plain})
    return Reason("syntax_unknown_character", fields)


def _without_texts(line: str) -> str:
    """A line of code without its strings and comments, in which anything may stand."""
    return re.sub(r"#.*", "", re.sub(r"(\"|')[^\"']*\1", "", line)).strip()


def _reserved(line: str) -> str:
    """A word of Python's own that is used as a name; empty where there is none."""
    code = _without_texts(line)
    as_name = re.match(r"(\w+)(\s*,\s*\w+)*\s*[-+*/]?=(?!=)", code)
    arguments = re.match(r"def\s+(\w+)\s*\((.*)", code)
    words = [as_name[1]] if as_name else []
    if arguments:
        words += [arguments[1], *re.findall(r"(?:^|,)\s*(\w+)", arguments[2])]
    return next((word for word in words if keyword.iskeyword(word)), "")
