"""The instructor's guide and the examples lead somewhere, and name only commands that exist."""

import re
import shlex
from pathlib import Path

import pytest

from leadin.authoring.rules import links
from leadin.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "book/instructors.md", *sorted((ROOT / "examples").rglob("*.md"))]

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}")


def anchors(path: Path) -> set[str]:
    """A page's headings as GitHub and Sphinx link to them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(path: Path) -> list[str]:
    """What follows `leadin` on each line of the page's code."""
    blocks = re.findall(r"^ *```\n(.*?)^ *```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    calls = [re.match(r"(?:\$ |time )?(?:\.venv/bin/)?leadin (?!:)(.+)", line) for line in lines]
    return [call[1] for call in calls if call]


@each_page
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in links(path.read_text("utf-8")):
        name, _, anchor = link.target.partition("#")
        if not name.startswith("https:"):
            target = path.parent / name if name else path
            assert target.exists(), link.target
            assert not anchor or anchor in anchors(target), link.target


@each_page
def test_every_command_exists_with_its_options(path: Path) -> None:
    for call in commands(path):
        command, *arguments = shlex.split(call)
        with main.commands[command].make_context(command, arguments):
            pass


def test_the_guide_shows_how_to_grade() -> None:
    assert len(commands(PAGES[0])) >= 8
