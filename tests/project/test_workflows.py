"""The workflows run only commands that exist, and only those that a person would run too."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from leadin.cli import main

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as true; BaseLoader keeps every scalar a string.
    workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(workflow, dict)
    return workflow


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def run_lines() -> list[Any]:
    """Return each line of each `run:`, named for the workflow it stands in."""
    return [
        pytest.param(line, id=f"{path.stem}: {line}")
        for path in WORKFLOWS
        for step in steps(path)
        for line in step.get("run", "").splitlines()
    ]


def assert_understood(words: list[str]) -> None:
    """Fail unless this is `make TARGET` or `leadin COMMAND ...` with arguments that it takes."""
    match words:
        case ["make", target]:
            subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)
        case [".venv/bin/leadin", command, *arguments]:
            # Parses the arguments as the command would, and closes the files that it opens.
            with main.commands[command].make_context(command, arguments):
                pass
        case _:
            pytest.fail(f"neither make nor leadin: {' '.join(words)}")


@pytest.mark.parametrize("line", run_lines())
def test_each_run_line_is_a_command_that_exists(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert_understood(shlex.split(re.sub(r"\$(\w+)", rf"{tmp_path}/\1", line)))


def test_a_target_or_an_option_that_does_not_exist_would_be_noticed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        assert_understood(["make", "no-such-target"])
    with pytest.raises(click.NoSuchOption):
        assert_understood([".venv/bin/leadin", "grade", "lessons", "--no-such-option"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_the_repository(path: Path) -> None:
    assert load(path)["permissions"] == {"contents": "read"}


def test_the_test_workflow_runs_on_the_oldest_and_the_newest_python() -> None:
    setup = (ROOT / "tools/setup.sh").read_text()
    ends = re.search(r"^oldest=(\S+) newest=(\S+)", setup, re.MULTILINE)
    assert ends is not None
    matrix = load(ROOT / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"] == list(ends.groups())


def test_the_grade_workflow_grades_forks_and_whoever_asks() -> None:
    workflow = load(ROOT / ".github/workflows/grade.yml")
    assert set(workflow["on"]) == {"push", "workflow_dispatch"}
    assert "github.event.repository.fork" in workflow["jobs"]["grade"]["if"]


def test_ci_ends_with_the_test_command_of_the_readme() -> None:
    assert (ROOT / ".ci/run").read_text().splitlines()[-1] == "make test"
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
