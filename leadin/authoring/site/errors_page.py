"""The page of errors: each error text and silent trap of the lessons. Pure: notebooks in, text out.

Lesson 12 has the entries E1, E2, … and T1, T2, …; most lessons have a table of their own under
*What goes wrong*. An error that several lessons speak of becomes one entry. Its title is the text
as PyTorch or Python words it, since that is what a reader pastes into the search.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding, NotebookError
from leadin.authoring.site.lesson_page import anchor
from leadin.authoring.site.markdown import blocks, fence, link_lessons, table_rows

CLINIC = "12"
#: The lessons' solutions by name.
Solutions = Mapping[str, NotebookNode]

#: A title is a text's first sentence, cut after so many letters.
_LONGEST_TITLE = 110
_TABLE = "| the text contains | the cause | mend it |"
_TRAPS_TABLE = "| what you see "
_ENTRY = re.compile(r"### ([ET]\d+): (.+)")
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
    entries = list(_clinic_errors(solutions))
    for name, solution in solutions.items():
        _add_table(entries, name, solution)
    return "\n\n".join(_written(entry, solutions) for entry in entries)


def trap_entries(solutions: Solutions) -> str:
    """Write an entry for each mistake that raises no error, and a table that leads to them."""
    name, clinic = _clinic(solutions)
    parts = [
        _linked(block, solutions)
        for cell in clinic.cells
        if cell.cell_type == "markdown"
        for block in blocks(cell.source)
        if block.startswith(_TRAPS_TABLE)
    ]
    for cell, following in _with_following(clinic):
        match = _ENTRY.match(cell.source)
        if match and match[1].startswith("T"):
            _, *texts = blocks(cell.source)
            parts += [anchor(match[1].lower()), f"### {match[1]} · {match[2]}"]
            parts += [_linked(text, solutions) for text in texts]
            parts += [fence(_printed(following).rstrip(), "none"), _see(name, following.id)]
    return "\n\n".join(parts)


def silent_mistakes(solutions: Solutions) -> str:
    """List the lessons that show silent mistakes of their own."""
    return "\n".join(
        f"- {_link(name, 'silent-mistakes', f'Lesson {name[:2]}')}"
        for name, solution in solutions.items()
        if any(cell.id == "silent-mistakes" for cell in solution.cells)
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


def _clinic_errors(solutions: Solutions) -> Iterator[Entry]:
    name, clinic = _clinic(solutions)
    for cell, following in _with_following(clinic):
        match = _ENTRY.match(cell.source)
        if match and match[1].startswith("E"):
            _, *texts = blocks(cell.source)
            messages = messages_in(_printed(following))
            if not messages:
                raise NotebookError(Finding(following.id, f"prints no error for {match[1]}"))
            yield Entry(messages, [*texts, _see(name, following.id)], match[1])


def _add_table(entries: list[Entry], name: str, solution: NotebookNode) -> None:
    """Add what a lesson's own table says, to the entry of the same error if there is one."""
    printed = "\n\n".join(_printed(cell) for cell in solution.cells)
    messages = messages_in(printed)
    for cell in solution.cells:
        tables = [block for block in blocks(cell.source) if block.startswith(_TABLE)]
        if cell.cell_type != "markdown" or not tables:
            continue
        for text, cause, mend in table_rows(tables[0]):
            part = text.strip("`").split("…")[0].strip()
            own = [message for message in messages if part in message]
            entry = _entry_with(part, entries)
            if entry is None:
                entry = Entry(own or [part])
                entries.append(entry)
            entry.messages += [
                text for text in own if not any(known.startswith(text) for known in entry.messages)
            ]
            lesson = _link(name, cell.id, f"Lesson {name[:2]}")
            entry.remarks.append(f"- {lesson}: {cause}. **Mend it:** {mend}.")


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
    return f'<p class="see-cell">{_link(name, cell_id, "See it happen, with its code")}</p>'


def _link(name: str, cell_id: str, text: str) -> str:
    return f'<a href="{name}.html#{cell_id}">{text}</a>'


def _clinic(solutions: Solutions) -> tuple[str, NotebookNode]:
    for name, solution in solutions.items():
        if name.startswith(CLINIC):
            return name, solution
    raise NotebookError(Finding(None, f"lesson {CLINIC}, the clinic, is missing"))


def _with_following(notebook: NotebookNode) -> Iterator[tuple[NotebookNode, NotebookNode]]:
    yield from zip(notebook.cells, notebook.cells[1:], strict=False)


def _printed(cell: NotebookNode) -> str:
    return "".join(output.get("text", "") for output in cell.get("outputs", []))
