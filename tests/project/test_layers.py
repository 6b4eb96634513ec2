"""Imports point downwards only, and what judges never meets what runs student code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "leadin"

#: From the top down; a room imports only from rooms below it.
ROOMS = [
    "__main__",
    "cli",
    "authoring",
    "gradebook",
    "running",
    "check",
    "plot",
    "words",
    "judging",
    "observe",
    "course",
    "training",
    "graph",
]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__init__.py"]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_from_its_own_room_and_from_rooms_below(path: Path) -> None:
    below = ROOMS[ROOMS.index(room_of(path)) :]
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "leadin" and len(parts) > 1 and parts[1] in ROOMS:
            assert parts[1] in below, name


def loaded_by(module: str) -> set[str]:
    script = f"import {module}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize("room", ["training", "course", "judging", "words"])
def test_what_judges_needs_neither_torch_nor_jupyter(room: str) -> None:
    loaded = {name.split(".")[0] for name in loaded_by(f"leadin.{room}")}
    assert not loaded & {"torch", "IPython", "ipykernel", "nbformat", "matplotlib", "numpy"}


#: What the worker must not find in its own process.
FORBIDDEN = ("leadin.training", "leadin.course", "leadin.judging", "leadin.words")


@pytest.mark.parametrize("module", ["worker", "warm.server"])
def test_what_runs_student_code_knows_no_right_answer(module: str) -> None:
    loaded = loaded_by(f"leadin.running.{module}")
    assert not [name for name in loaded if name.startswith(FORBIDDEN)]
