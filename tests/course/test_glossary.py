"""Every term of the glossary is explained in one lesson, and used in none before."""

import functools
import re
import tomllib
from importlib import resources
from pathlib import Path

import nbformat
import pytest

import leadin.words
from leadin.course import LESSONS

SOLUTIONS = Path(__file__).parents[2] / "solutions"
WORDS = tomllib.loads(resources.files(leadin.words).joinpath("en.toml").read_text("utf-8"))
GLOSSARY: dict[str, dict[str, str | list[str]]] = WORDS["glossary"]
#: Of each term, where it is explained.
PLACES = {term: (lesson.name, cell) for lesson in LESSONS for term, cell in lesson.explains.items()}

each_term = pytest.mark.parametrize("term", PLACES)
#: What is not read as a word of the text: code, formulas, and where links lead.
_NO_WORDS = re.compile(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]+\$|\]\([^)]*\)", re.DOTALL)


@functools.cache
def texts(lesson: str) -> dict[str, str]:
    """A lesson's texts in order, but for the first: what it promises may have words of its own."""
    cells = nbformat.read(SOLUTIONS / f"{lesson}.ipynb", as_version=4).cells
    return {cell.id: cell.source for cell in cells[1:] if cell.cell_type == "markdown"}


def forms(term: str) -> list[str]:
    entry = GLOSSARY[term]
    return [str(entry["term"]), *entry.get("forms", [])]


def uses(term: str, text: str) -> bool:
    words = "|".join(map(re.escape, forms(term)))
    return bool(re.search(rf"(?<![\w-])(?:{words})(?![\w-])", text, re.IGNORECASE))


def test_every_term_has_words_and_a_place_and_none_is_left_over() -> None:
    assert GLOSSARY.keys() == PLACES.keys()
    explained = [term for lesson in LESSONS for term in lesson.explains]
    assert len(explained) == len(set(explained)), "explained twice"


@each_term
def test_a_term_is_bold_where_it_is_explained(term: str) -> None:
    lesson, cell = PLACES[term]
    bold = re.findall(r"\*\*(.+?)\*\*|`(.+?)`", texts(lesson)[cell])
    assert any(uses(term, part) for pair in bold for part in pair)


@each_term
def test_a_term_is_not_used_before_it_is_explained(term: str) -> None:
    home, cell = PLACES[term]
    before = []
    for lesson in LESSONS:
        if lesson.name > home:
            break
        for id_, text in texts(lesson.name).items():
            if (lesson.name, id_) == (home, cell):
                break
            before.append((f"{lesson.number} {id_}", _NO_WORDS.sub(" ", text)))
    assert [id_ for id_, text in before if uses(term, text)] == []


@each_term
def test_a_terms_meaning_is_one_plain_sentence(term: str) -> None:
    means = str(GLOSSARY[term]["means"])
    assert means[0].isupper()
    assert means.endswith(".")
    assert len(means) < 200
