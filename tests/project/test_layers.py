"""Imports point downwards only, and what judges never meets what runs student code."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
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
    "notebook",
    "check",
    "charts",
    "words",
    "judging",
    "course",
    "training",
    "graph",
    "observe",
    "digits",
    "engine",
    "broken_engines",
    "patients",
]


#: The modules by the names that they are imported by; a package's is that of its __init__.py.
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def room_of(module: str) -> str:
    return [*module.split("."), ""][1]


def imports_of(module: str) -> set[str]:
    """Modules of ours that a module imports, at its top or within a function."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in names}
    return found & MODULES.keys()


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module)])
def test_a_module_imports_from_its_own_room_and_from_rooms_below(module: str) -> None:
    below = ROOMS[ROOMS.index(room_of(module)) :]
    rooms = {room_of(name) for name in imports_of(module)} - {""}
    assert rooms <= set(below)


def test_no_module_imports_itself_over_others() -> None:
    """Not within a room either, and not by an import that waits in a function."""
    imports = {module: imports_of(module) for module in MODULES}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def loaded_by(module: str) -> set[str]:
    script = f"import {module}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


#: What runs in a browser too.
JUDGES = ["training", "course", "judging", "words"]


@pytest.mark.parametrize("room", JUDGES)
def test_what_judges_needs_neither_torch_nor_jupyter(room: str) -> None:
    loaded = {name.split(".")[0] for name in loaded_by(f"leadin.{room}")}
    assert not loaded & {"torch", "IPython", "ipykernel", "nbformat", "matplotlib"}


def test_of_what_judges_only_training_on_batches_needs_numpy() -> None:
    users = [
        module
        for module, path in MODULES.items()
        if room_of(module) in JUDGES and "\nimport numpy" in path.read_text("utf-8")
    ]
    assert users == [f"leadin.training.{each}" for each in ("batches", "classes")]


#: What the worker must not find in its own process.
FORBIDDEN = tuple(f"leadin.{room}" for room in ROOMS if room not in ("running", "observe", "graph"))


@pytest.mark.parametrize("module", ["worker", "warm.server"])
def test_what_runs_student_code_knows_no_right_answer(module: str) -> None:
    loaded = loaded_by(f"leadin.running.{module}")
    assert not [name for name in loaded if name.startswith(FORBIDDEN)]
