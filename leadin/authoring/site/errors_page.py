"""The page of errors: each error text and silent trap of the lessons. Pure: notebooks in, text out.

A text tagged `error` or `trap` has tables. Where a row begins with a number, such as E3 or T7, a
code cell of the lesson shows what it is about: what it prints under that number. An error that
several lessons speak of becomes one entry. Its title is the text as PyTorch or Python words it,
since that is what a reader pastes into the search.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding, NotebookError
from leadin.authoring.site.lesson_page import anchor
from leadin.authoring.site.markdown import blocks, fence, is_table, link_lessons, table_rows
from leadin.notebook.roles import Role, has_role
from leadin.words import say

#: The lessons' solutions by name.
Solutions = Mapping[str, NotebookNode]

#: A title is a text's first sentence, cut after so many letters.
_LONGEST_TITLE = 110
_NUMBER = re.compile(r"[ET]\d+")
_REFERENCE = re.compile(r"(`[^`]*`)|\b([ET]\d+)\b")
_FIRST_LINE = re.compile(r"\s*\w+(Error|Exception|Interrupt): ")
_ENDS_MESSAGE = re.compile(r"\s*$|\s*\w+:$|Warning: ")


@dataclass
class Entry:
    """An error, its texts in full, and what the lessons say of it.

    Attributes:
        messages: the texts that a program printed, each on one line.
        remarks: blocks of Markdown.
        number: lesson 12's name for it, such as `E3`, if it has one.
    """

    messages: list[str]
    remarks: list[str] = field(default_factory=list)
    number: str = ""

    @property
    def title(self) -> str:
        """The heading."""
        return f"{self.number} · `{self.title_text}`" if self.number else f"`{self.title_text}`"

    @property
    def title_text(self) -> str:
        """As much of the first message as fits into a heading."""
        text = self.messages[0].split(". ")[0]
        if len(text) > _LONGEST_TITLE:
            text = text[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
        return text


def error_entries(solutions: Solutions) -> str:
    """Write an entry for each error that a lesson speaks of."""
    entries = [_error_entry(numbered) for numbered in _numbered(solutions, Role.ERROR)]
    for name, solution in solutions.items():
        _add_tables(entries, name, solution)
    return "\n\n".join(_written(entry, solutions) for entry in entries)


def trap_entries(solutions: Solutions) -> str:
    """Write an entry for each mistake that raises no error, and tables that lead to them."""
    parts = [
        _linked(table, solutions)
        for solution in solutions.values()
        for table in _tables(solution, Role.TRAP)
        if not any(map(_is_numbered, table_rows(table)))
    ]
    for each in _numbered(solutions, Role.TRAP):
        parts += [anchor(each.number.lower()), f"### {each.number} · {each.row[0]}"]
        parts += [_linked(text, solutions) for text in each.row[1:]]
        parts += [fence(each.printed, "none"), _see(each.lesson, each.cell_id)]
    return "\n\n".join(parts)


def silent_mistakes(solutions: Solutions) -> str:
    """List the lessons that show silent mistakes of their own."""
    return "\n".join(
        f"- {_link(name, cell.id, say('page.errors.lesson', number=name[:2]))}"
        for name, solution in solutions.items()
        for cell in solution.cells
        if cell.id == "silent-mistakes"
    )


def messages_in(printed: str) -> list[str]:
    """Find the error texts in what a cell printed, each put on one line again."""
    found: list[str] = []
    inside = False
    for line in printed.split("\n"):
        if _FIRST_LINE.match(line):
            found.append(line.strip())
            inside = True
        elif inside and not _ENDS_MESSAGE.match(line):
            found[-1] += " " + line.strip()
        else:
            inside = False
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class _Numbered:
    """A row of a table that has a number, and the code that shows what it is about.

    Attributes:
        lesson: name of the notebook.
        number: such as `E3`.
        row: the columns behind the number.
        cell_id: of the code.
        printed: what the code prints under this number.
    """

    lesson: str
    number: str
    row: list[str]
    cell_id: str
    printed: str


def _tables(solution: NotebookNode, role: Role) -> Iterator[str]:
    for cell in solution.cells:
        if has_role(cell, role):
            yield from filter(is_table, blocks(cell.source))


def _is_numbered(row: list[str]) -> bool:
    return _NUMBER.fullmatch(row[0]) is not None


def _numbered(solutions: Solutions, role: Role) -> Iterator[_Numbered]:
    for name, solution in solutions.items():
        rows = [row for table in _tables(solution, role) for row in table_rows(table)]
        for number, *row in filter(_is_numbered, rows):
            shown = {cell.id: _printed_under(number, cell) for cell in solution.cells}
            cell_id = next((key for key, printed in shown.items() if printed), None)
            if cell_id is None:
                raise NotebookError(Finding(None, f"no cell prints what {number} is about"))
            yield _Numbered(name, number, row, cell_id, shown[cell_id])


def _printed_under(number: str, cell: NotebookNode) -> str:
    """What a cell prints from lines that begin with a number on, without the number."""
    found = []
    inside = False
    for line in _printed(cell).split("\n"):
        begins = _NUMBER.match(line)
        if begins:
            inside = begins[0] == number
            line = " " * len(number) + line[len(number) :]
        if inside and line.strip():
            found.append(line.rstrip())
    return "\n".join(found)


def _error_entry(numbered: _Numbered) -> Entry:
    messages = messages_in(numbered.printed)
    if not messages:
        text = f"prints no error for {numbered.number}"
        raise NotebookError(Finding(numbered.cell_id, text))
    _, cause, mend = numbered.row
    told = say("page.errors.entry", cause=cause, mend=mend)
    return Entry(messages, [told, _see(numbered.lesson, numbered.cell_id)], numbered.number)


def _add_tables(entries: list[Entry], name: str, solution: NotebookNode) -> None:
    """Add what a lesson's own tables say, to the entry of the same error if there is one."""
    printed = "\n\n".join(_printed(cell) for cell in solution.cells)
    messages = messages_in(printed)
    for cell in solution.cells:
        if not has_role(cell, Role.ERROR):
            continue
        tables = filter(is_table, blocks(cell.source))
        rows = [row for table in tables for row in table_rows(table) if not _is_numbered(row)]
        for text, cause, mend in rows:
            part = text.strip("`").split("…")[0].strip()
            own = [message for message in messages if part in message]
            entry = _entry_with(part, entries)
            if entry is None:
                entry = Entry(own or [part])
                entries.append(entry)
            entry.messages += [
                text for text in own if not any(known.startswith(text) for known in entry.messages)
            ]
            lesson = _link(name, cell.id, say("page.errors.lesson", number=name[:2]))
            remark = say("page.errors.remark", lesson=lesson, cause=cause, mend=mend)
            entry.remarks.append(f"- {remark}")


def _entry_with(part: str, entries: list[Entry]) -> Entry | None:
    return next((each for each in entries if any(part in text for text in each.messages)), None)


def _written(entry: Entry, solutions: Solutions) -> str:
    parts = [anchor(entry.number.lower())] if entry.number else []
    parts.append(f"### {entry.title}")
    if entry.messages != [entry.title_text]:
        parts.append(fence("\n".join(entry.messages), "text"))
    return "\n\n".join([*parts, *(_linked(remark, solutions) for remark in entry.remarks)])


def _linked(text: str, solutions: Solutions) -> str:
    """Make links of E3, T7 and lesson 08."""

    def link(match: re.Match[str]) -> str:
        return match[1] or f'<a href="#{match[2].lower()}">{match[2]}</a>'

    return link_lessons(_REFERENCE.sub(link, text), list(solutions))


def _see(name: str, cell_id: str) -> str:
    return f'<p class="see-cell">{_link(name, cell_id, say("page.errors.see"))}</p>'


def _link(name: str, cell_id: str, text: str) -> str:
    return f'<a href="{name}.html#{cell_id}">{text}</a>'


def _printed(cell: NotebookNode) -> str:
    return "".join(output.get("text", "") for output in cell.get("outputs", []))
