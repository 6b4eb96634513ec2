"""tools/setup.sh says in one line what stands in its way, and mends a half-made .venv."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("cat", "cksum", "cp", "dirname", "grep", "mkdir", "rm", "sed", "sh", "tail", "uname", "wc")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sets up with environment.yml")


class Machine:
    """A copy of the repository's set-up on a machine that has only the programs it is given."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.repo = folder / "repo"
        self.venv = self.repo / ".venv"
        self.bin.mkdir()
        (self.repo / "tools").mkdir(parents=True)
        for name in ("pyproject.toml", "constraints.txt", "tools/setup.sh"):
            shutil.copy(ROOT / name, self.repo / name)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")

    def script(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def python(self, name: str, answer: str, *, fails_at: str = "nothing") -> None:
        """Put a Python there that knows its version and fails at what holds `fails_at`."""
        self.script(
            self.bin / name,
            f'case "$*" in *{fails_at}*) exit 1 ;; *version_info*) echo {answer} ;; esac',
        )

    def real_python(self) -> None:
        self.script(self.bin / "python3", f'exec {sys.executable} "$@"')

    def sound_venv(self) -> None:
        """Lay a .venv that looks complete to the script, from stand-ins."""
        version = "{}.{}".format(*sys.version_info)
        self.script(
            self.venv / "bin/python", f'case "$*" in *version_info*) echo {version} ;; esac'
        )
        self.script(self.venv / "bin/pip", "")
        self.script(self.venv / "bin/uv", "")
        (self.venv / "bin/activate").write_text(f"VIRTUAL_ENV={self.venv.resolve()}\n")

    def setup(self, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return self.run("tools/setup.sh", env)

    def run(
        self, script: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.bin / "sh", script],
            cwd=self.repo,
            env={"PATH": str(self.bin), "HOME": str(self.repo), **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def complaint(run: subprocess.CompletedProcess[str]) -> str:
    """Return the one line of a run that failed as it should."""
    assert run.returncode != 0
    lines = run.stderr.splitlines()
    assert len(lines) == 1, run.stderr
    return lines[0]


def test_without_a_python_it_says_which_to_install(machine: Machine) -> None:
    assert "no Python found; install Python 3.11 to 3.14" in complaint(machine.setup())


def test_a_python_that_does_not_start_counts_as_none(machine: Machine) -> None:
    machine.script(
        machine.bin / "python3", "echo 'pyenv: python3: command not found' >&2; exit 127"
    )
    assert "no Python found" in complaint(machine.setup())


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.10", "3.99"])
def test_a_python_that_does_not_fit_is_named_with_its_version(
    machine: Machine, version: str
) -> None:
    machine.python("python3", version)
    assert f"python3 is Python {version}; install Python 3.11" in complaint(machine.setup())


def test_a_fitting_python_is_found_behind_one_that_is_too_old(machine: Machine) -> None:
    machine.python("python3", "3.9")
    machine.python("python3.12", "3.12", fails_at="ensurepip")
    assert "python3.12 has no venv module" in complaint(machine.setup())


def test_the_python_that_the_user_names_is_the_only_one_tried(machine: Machine) -> None:
    machine.python("python3", "3.12")
    run = machine.setup({"PYTHON": "python3.13"})
    assert "no python3.13 found" in complaint(run)


def test_a_python_without_venv_leads_to_the_package_that_has_it(machine: Machine) -> None:
    machine.python("python3", "3.11", fails_at="ensurepip")
    assert "apt-get install python3.11-venv" in complaint(machine.setup())
    assert not machine.venv.exists()


def test_without_a_network_it_says_so_and_the_next_run_starts_afresh(
    machine: Machine, tmp_path: Path
) -> None:
    machine.real_python()
    offline = {
        "PIP_NO_INDEX": "1",  # pip answers as it does offline, without its retries
        "PIP_FIND_LINKS": str(tmp_path / "bin"),
        "PIP_CONFIG_FILE": "/dev/null",
    }
    assert "no network: uv could not be downloaded" in complaint(machine.setup(offline))
    assert "from versions: none" in (machine.venv / "setup.log").read_text()
    assert (machine.venv / "unfinished").exists()

    remnant = machine.venv / "remnant"
    remnant.touch()
    machine.setup(offline)
    assert not remnant.exists()


def test_a_second_run_has_nothing_to_do(machine: Machine) -> None:
    machine.sound_venv()
    first, second = machine.setup(), machine.setup()
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert first.stdout.endswith("done\n")
    assert second.stdout == ""


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt", "tools/setup.sh"])
def test_a_change_of_what_is_installed_updates_the_venv_in_place(
    machine: Machine, name: str
) -> None:
    machine.sound_venv()
    machine.setup()
    kept = machine.venv / "kept"
    kept.touch()
    with (machine.repo / name).open("a") as file:
        file.write("# changed\n")
    assert machine.setup().stdout.endswith("done\n")
    assert kept.exists()


def break_python(venv: Path) -> None:
    (venv / "bin/python").unlink()
    (venv / "bin/python").symlink_to("/python/that/was/removed")


def interrupt(venv: Path) -> None:
    (venv / "unfinished").touch()


def move(venv: Path) -> None:
    (venv / "bin/activate").write_text("VIRTUAL_ENV=/where/it/was/.venv\n")


@pytest.mark.parametrize("damage", [break_python, interrupt, move])
def test_a_broken_venv_is_made_anew(machine: Machine, damage: object) -> None:
    assert callable(damage)
    machine.sound_venv()
    machine.setup()
    damage(machine.venv)
    machine.python("python3", "3.11", fails_at="-m")
    assert "python3 could not make .venv" in complaint(machine.setup())
    assert not (machine.venv / "bin").exists()


def test_without_a_browser_it_is_tried_once_to_get_one_and_said_what_to_install(
    machine: Machine,
) -> None:
    shutil.copy(ROOT / "tools/browser.sh", machine.repo / "tools")
    machine.script(
        machine.venv / "bin/python",
        'case "$*" in *MISSING*) echo "browser: install one" ;; *chromium*) exit 1 ;; esac',
    )
    machine.script(machine.bin / "id", "echo 1000")
    runs = [machine.run("tools/browser.sh") for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    assert [run.stdout.splitlines()[-1] for run in runs] == ["browser: install one"] * 2
    assert [len(run.stdout.splitlines()) for run in runs] == [2, 1]


def test_make_alone_lists_every_target_that_there_is() -> None:
    # A long line goes on after a backslash.
    makefile = (ROOT / "Makefile").read_text().replace("\\\n", "")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    listed = [line.split()[0] for line in shown.stdout.splitlines()]
    assert sorted(listed) == sorted(phony[1].split())
    assert sorted(listed) == sorted(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
