"""pyproject.toml, environment.yml, constraints.txt and the imports of leadin/ tell one story."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text())

CONDA_NAMES = {
    "jupyter-client": "jupyter_client",
    "playwright": "playwright-python",
    "torch": "pytorch-cpu",
}
NOT_FROM_PYPROJECT = {"python", "pip"}
"""What conda has to be told and pip need not be."""

BY_PIP = {"axe-playwright-python", "django-static-mathjax"}
"""What conda-forge does not have."""

DISTRIBUTIONS = {"markdown_it": "markdown-it-py"}
"""Where the name that one imports differs from the name that one installs."""

NEEDED_BY_LESSONS = {"torch"}
"""What the notebooks import, whether or not the package does."""

NEEDED_BY_BOOK = {"django-static-mathjax", "furo", "myst-nb", "sphinx-copybutton"}
"""What the reading site is made with, beyond what the package imports."""


def declared(*groups: str) -> dict[str, SpecifierSet]:
    """Return what pyproject.toml asks for, by name: run time alone, or with extras."""
    lines = list(PROJECT["dependencies"])
    for group in groups:
        lines += PROJECT["optional-dependencies"][group]
    requirements = map(Requirement, lines)
    return {canonicalize_name(item.name): item.specifier for item in requirements}


def conda_packages() -> dict[str, SpecifierSet]:
    """Return what environment.yml asks for from conda-forge, by conda's names."""
    lines = [line for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
    return {item.name: item.specifier for item in map(Requirement, lines)}


def pins() -> dict[str, str]:
    """Return the version that constraints.txt pins for each package."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    requirements = [Requirement(line) for line in lines if not line.startswith("#")]
    found: dict[str, str] = {}
    for item in requirements:
        (specifier,) = item.specifier
        assert specifier.operator == "==", item
        assert item.name not in found, f"{item.name} is pinned twice"
        found[canonicalize_name(item.name)] = specifier.version
    return found


def imported_packages() -> set[str]:
    """Return the top-level packages that leadin/ imports from outside the standard library."""
    names = set()
    for path in (ROOT / "leadin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module.split(".")[0])
    outside = names - sys.stdlib_module_names - {"leadin"}
    return {canonicalize_name(DISTRIBUTIONS.get(name, name)) for name in outside}


def test_conda_users_get_the_same_packages_in_the_same_ranges() -> None:
    declared_by_us = {name: s for name, s in declared("lab", "dev").items() if name not in BY_PIP}
    expected = {CONDA_NAMES.get(name, name): s for name, s in declared_by_us.items()}
    got = {name: s for name, s in conda_packages().items() if name not in NOT_FROM_PYPROJECT}
    assert got == expected


def test_conda_users_get_a_supported_python() -> None:
    assert conda_packages()["python"] == SpecifierSet(PROJECT["requires-python"])


def test_conda_users_get_everything_from_conda_forge_that_is_there() -> None:
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]
    (by_pip,) = [item["pip"] for item in ENVIRONMENT["dependencies"] if isinstance(item, dict)]
    own, *others = sorted(line for line in by_pip if not line.startswith("--"))
    assert own == "-e ."
    wanted = declared("dev")
    assert {item.name: item.specifier for item in map(Requirement, others)} == {
        name: wanted[name] for name in BY_PIP
    }


@pytest.mark.parametrize("name", sorted(declared("lab", "dev")))
def test_each_pin_lies_in_the_range_that_pyproject_states(name: str) -> None:
    assert pins()[name] in declared("lab", "dev")[name]


def test_setup_and_pyproject_agree_on_the_oldest_python() -> None:
    oldest = re.search(r"^oldest=(\S+)", (ROOT / "tools/setup.sh").read_text(), re.MULTILINE)
    assert oldest is not None
    assert SpecifierSet(f">={oldest[1]}") == SpecifierSet(PROJECT["requires-python"])


def test_leadin_declares_what_it_imports_and_no_more() -> None:
    needed = imported_packages() | NEEDED_BY_LESSONS | NEEDED_BY_BOOK
    assert needed == set(declared("book", "cluster"))
