"""Whatever a file is instead of a notebook is called by its name, and odd encodings are read."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from leadin.notebook.file_text import UnreadableError, read_json
from leadin.notebook.submission import read_submission
from leadin.words import say_reason

NAME = "08_training_linear.ipynb"
CHINESE = "# 训练：逐个样本更新参数\nw = 1"
WESTERN = "# café créé\nw = 1"


def notebook(source: str = CHINESE, **fields: Any) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": source}
    return {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4, **fields}


TEXT = json.dumps(notebook(), indent=1, ensure_ascii=False)
LINES = TEXT.splitlines(keepends=True)
CONFLICT = "".join([*LINES[:3], "<<<<<<< HEAD\n", *LINES[3:5], "=======\n", ">>>>>>> a\n"])

#: Files that are no JSON: what they hold, the reason, and a part of what its student reads.
NO_JSON: dict[str, tuple[str | bytes, str, str]] = {
    "a conflict": (CONFLICT, "is_merge_conflict", "conflict at line 4"),
    "one on Windows": (CONFLICT.replace("\n", "\r\n"), "is_merge_conflict", "conflict at line 4"),
    "one of whole files": (f"<<<<<<< HEAD\n{TEXT}", "is_merge_conflict", "conflict at line 1"),
    "its last mark": (f"{TEXT}\n>>>>>>> main\n", "is_merge_conflict", f"line {len(LINES) + 1}."),
    "a pointer": (
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
        "is_lfs_pointer",
        "Run `git lfs pull`",
    ),
    "a web page": ("\n<!DOCTYPE html>\n<title>x</title>", "is_web_page", "download button"),
    "a web page of Chrome's": ("From: <Saved by Blink>\n", "is_web_page", "download button"),
    "an old web page": ("<HTML><HEAD>", "is_web_page", "download button"),
    "a comma in an object": (
        TEXT.replace('"nbformat_minor": 4', '"nbformat_minor": 4,'),
        "has_trailing_comma",
        f"comma too many at line {len(LINES) - 1}",
    ),
    "a comma in a list": ('{"cells": [\n1,\n ]}', "has_trailing_comma", "too many at line 2"),
    "cut in a text": (TEXT[: TEXT.index("训练")], "is_cut_short", "cut short"),
    "cut before its end": (TEXT[:-1], "is_cut_short", "cut short"),
    "cut behind a comma": (TEXT[: TEXT.index(",") + 1], "is_cut_short", "cut short"),
    "cut in a word": ('{"cells": [], "metadata": nul', "is_cut_short", "cut short"),
    "cut in a letter": ('{"cells": "\\u00', "is_cut_short", "cut short"),
    "its first letter": ("{", "is_cut_short", "cut short"),
    "two notebooks": (f"{TEXT}\n{TEXT}", "goes_on", f"from line {len(LINES) + 1} on"),
    "a comma lacks": (TEXT.replace("],", "]"), "is_damaged", "is damaged at line"),
    "a quotation mark lacks": (TEXT.replace('code"', "code"), "is_damaged", "damaged at line 4"),
    "other quotation marks": ("{'cells': []}", "is_damaged", "damaged at line 1"),
    "blank": (" \n\t", "is_empty", "is empty"),
    "a script": ("import torch\n", "is_other_text", "maybe a script"),
    "a heading": ("Homework\n=======\n", "is_other_text", "a text"),
    "a bracket": ("[" * 10, "is_other_text", "a text"),
    "too many brackets": ('{"a":' + "[" * 200_000, "is_too_deep", "brackets"),
    "zeros": (bytes(4096), "is_no_text", "a picture"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is_no_text", "a picture"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is_no_text", "a PDF"),
    "a zip": (b"PK\x03\x04\x14\0", "is_packed", "Unpack it"),
    "a gzip": (b"\x1f\x8b\x08\0", "is_packed", "Unpack it"),
    "Western letters": (
        json.dumps(notebook(WESTERN), ensure_ascii=False).encode("latin-1"),
        "is_in_unknown_encoding",
        "save it as UTF-8",
    ),
}

#: Files that are JSON and no notebook.
NO_NOTEBOOK: dict[str, tuple[Any, str, str]] = {
    "a number": (42, "has_no_cells", "no cells"),
    "no cells": ({"nbformat": 4}, "has_no_cells", "no cells"),
    "cells that are no list": (notebook(cells={}), "has_no_cells", "no cells"),
    "a cell that is none": (notebook(cells=[1]), "has_broken_cell", "its cell 1 lacks"),
    "half a cell": (notebook(cells=[{"source": ""}]), "has_broken_cell", "its cell 1 lacks"),
    "a format of the future": (notebook(nbformat=9), "has_unknown_format", "format is 9"),
    "a format that is none": (notebook(nbformat="four"), "has_unknown_format", "format is four"),
    "a format that no file can hold": (notebook(nbformat="\ud800"), "has_unknown_format", "is ?"),
    "no format": ({"cells": [{"cell_type": "code"}]}, "has_broken_cell", "its cell 1 lacks"),
    "half of an old one": (
        {"nbformat": 3, "worksheets": [{"cells": [{}]}]},
        "has_old_format",
        "notebook format 3",
    ),
    "no metadata": (notebook(metadata=None), "is_no_notebook", "a damaged one"),
}

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"]


def refused(path: Path, content: str | bytes) -> UnreadableError:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableError) as error:
        read_submission(path)
    return error.value


@pytest.mark.parametrize(("content", "id_", "said"), NO_JSON.values(), ids=NO_JSON)
def test_a_file_is_called_by_what_it_is(
    tmp_path: Path, content: str | bytes, id_: str, said: str
) -> None:
    reason = refused(tmp_path / NAME, content).reason
    assert reason.id == id_
    assert said in say_reason(reason)


@pytest.mark.parametrize(("content", "id_", "said"), NO_NOTEBOOK.values(), ids=NO_NOTEBOOK)
def test_json_that_is_no_notebook_is_called_that(
    tmp_path: Path, content: Any, id_: str, said: str
) -> None:
    reason = refused(tmp_path / NAME, json.dumps(content)).reason
    assert reason.id == id_
    assert said in say_reason(reason)


@pytest.mark.parametrize("content", [each[0] for each in NO_JSON.values()], ids=NO_JSON)
def test_no_words_of_python_stand_for_an_answer(tmp_path: Path, content: str | bytes) -> None:
    said = say_reason(refused(tmp_path / NAME, content).reason)
    assert NAME in said
    for words in ("codec", "Expecting", "delimiter", "Unterminated", "Traceback", "char "):
        assert words not in said


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encodings_of_editors_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / NAME
    path.write_bytes(TEXT.encode(encoding))
    assert read_submission(path).cells[0].source == CHINESE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk"])
@pytest.mark.parametrize("end", range(4, 400, 7))
def test_wherever_a_notebook_is_cut_it_is_cut_short(end: int, encoding: str) -> None:
    source = "x = {'a': [1]}  # 训练：逐个样本更新\n" * 20
    short = json.dumps(notebook(source), indent=1, ensure_ascii=False).encode(encoding)
    with pytest.raises(UnreadableError, match="is_cut_short"):
        read_json(short[:end], NAME)


@pytest.mark.parametrize(
    "content",
    [
        b'{"a": "' + b"," * 10_000_000,
        b"{" + b"<<<<<<" * 2_000_000,
        b"{" + b"\n" * 10_000_000 + b",",
        b"{" + b" \xc4\xe3" * 3_000_000,
        b'{"a": 1' + b", ]" * 3_000_000,
    ],
    ids=["a text", "half a mark", "lines", "Chinese", "commas"],
)
def test_a_large_file_that_is_no_notebook_is_refused_soon(content: bytes) -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableError):
        read_json(content, NAME)
    assert time.perf_counter() - began < 5
