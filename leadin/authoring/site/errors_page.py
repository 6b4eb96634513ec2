"""The page of errors: each error text and silent trap of the lessons. Pure: notebooks in, text out.

A text tagged `error` or `trap` is an entry where code follows it: `error-3` shows what E3 is about.
Otherwise it has a table. An error that several lessons speak of becomes one entry. Its title is the
text as PyTorch or Python words it, since that is what a reader pastes into the search.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

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
_CELL_OF_ENTRY = re.compile(r"(?P<kind>[et])\w+-(?P<number>\d+)")
_REFERENCE = re.compile(r"(`[^`]*`)|\b([ET]\d+)\b")
_FIRST_LINE = re.compile(r"\s*\w+(Error|Exception|Interrupt): ")
_ENDS_MESSAGE = re.compile(r"\s*$|\w+:$|Warning: ")


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
    entries = [_error_entry(shown) for shown in _shown(solutions, Role.ERROR)]
    for name, solution in solutions.items():
        _add_tables(entries, name, solution)
    return "\n\n".join(_written(entry, solutions) for entry in entries)


def trap_entries(solutions: Solutions) -> str:
    """Write an entry for each mistake that raises no error, and a table that leads to them."""
    parts = [
        _linked(table, solutions)
        for solution in solutions.values()
        for cell in solution.cells
        if has_role(cell, Role.TRAP)
        for table in filter(is_table, blocks(cell.source))
    ]
    for each in _shown(solutions, Role.TRAP):
        parts += [anchor(each.number.lower()), f"### {each.number} · {each.title}"]
        parts += [_linked(text, solutions) for text in each.texts]
        parts += [fence(_printed(each.code).rstrip(), "none"), _see(each.lesson, each.code.id)]
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
class _Shown:
    """An error or a trap with the code that shows it.

    Attributes:
        lesson: name of the notebook.
        number: such as `E3`, after the code cell's id.
        title: of the text, without the number.
        texts: the blocks under the title.
        code: the code cell.
    """

    lesson: str
    number: str
    title: str
    texts: list[str]
    code: NotebookNode


def _shown(solutions: Solutions, role: Role) -> Iterator[_Shown]:
    for name, solution in solutions.items():
        for cell, following in pairwise(solution.cells):
            found = _CELL_OF_ENTRY.fullmatch(following.id)
            if found and has_role(cell, role):
                heading, *texts = blocks(cell.source)
                number = found["kind"].upper() + found["number"]
                title = heading.partition(f"{number}: ")[2]
                yield _Shown(name, number, title, texts, following)


def _error_entry(shown: _Shown) -> Entry:
    messages = messages_in(_printed(shown.code))
    if not messages:
        raise NotebookError(Finding(shown.code.id, f"prints no error for {shown.number}"))
    return Entry(messages, [*shown.texts, _see(shown.lesson, shown.code.id)], shown.number)


def _add_tables(entries: list[Entry], name: str, solution: NotebookNode) -> None:
    """Add what a lesson's own tables say, to the entry of the same error if there is one."""
    printed = "\n\n".join(_printed(cell) for cell in solution.cells)
    messages = messages_in(printed)
    for cell in solution.cells:
        if not has_role(cell, Role.ERROR):
            continue
        tables = filter(is_table, blocks(cell.source))
        for text, cause, mend in (row for table in tables for row in table_rows(table)):
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
