"""`leadin release`: students get what they need, and no solution."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadin.authoring.release import NAME, ReleaseError, release_files, to_zip, write_release
from leadin.authoring.rules import links
from leadin.cli import main
from leadin.course import EXERCISES, LESSONS
from leadin.notebook.roles import BEGIN, END

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return release_files(ROOT)


@pytest.fixture(scope="module")
def unpacked(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(io.BytesIO(to_zip(files))) as archive:
        archive.extractall(folder)
    return folder / NAME


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The part of the course that a release reads, to spoil."""
    for name in ("solutions", "lessons", "leadin", "pics", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    return tmp_path


def solved_regions() -> list[str]:
    """What stands between the markers of each solution, each line without its indentation."""
    found = []
    for path in (ROOT / "solutions").glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            for region in re.findall(f"{BEGIN}(.*?){END}", source, re.DOTALL):
                found.append(bare(region))
    return found


def bare(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def test_no_solution_is_in_the_archive(files: Mapping[str, bytes]) -> None:
    regions = solved_regions()
    assert len(regions) >= 17
    texts = [bare(content.decode()) for content in files.values()]
    for name, content in files.items():
        if name.endswith(".ipynb"):
            cells = json.loads(content)["cells"]
            texts += [bare("".join(cell["source"])) for cell in cells]
    for region in regions:
        assert not [text for text in texts if region in text], region


def test_no_test_and_no_output_is_in_the_archive(files: Mapping[str, bytes]) -> None:
    folders = {name.split("/")[0] for name in files if "/" in name}
    assert folders == {"leadin", "lessons", "pics", "tools"}
    for name in files:
        if name.endswith(".ipynb"):
            assert b'"output_type"' not in files[name]


def test_the_lessons_are_the_ones_that_students_see_in_the_course(
    files: Mapping[str, bytes],
) -> None:
    lessons = {f"lessons/{path.name}": path.read_bytes() for path in ROOT.glob("lessons/*.ipynb")}
    assert {name: files[name] for name in lessons} == lessons


def test_every_picture_that_a_lesson_shows_is_there_and_no_other(unpacked: Path) -> None:
    shown = set()
    for path in unpacked.glob("lessons/*.ipynb"):
        shown |= set(re.findall(r"\.\./(pics/[\w.]+)", path.read_text("utf-8")))
    there = {path.relative_to(unpacked).as_posix() for path in unpacked.glob("pics/*")}
    assert there == shown


def test_two_archives_of_one_course_are_the_same_to_the_byte(
    files: Mapping[str, bytes], copy: Path
) -> None:
    for path in copy.rglob("*"):
        os.utime(path, (2e9, 2e9))
        if path.is_file():
            path.chmod(0o600)
    assert to_zip(release_files(copy)) == to_zip(dict(reversed(files.items())))


def test_what_lies_about_does_not_get_in(files: Mapping[str, bytes], copy: Path) -> None:
    (copy / "lessons" / "answers.ipynb").write_text("{}")
    (copy / "leadin" / "notes.txt").write_text("the answer is 42")
    (copy / "pics" / "answer.svg").write_text("<svg/>")
    assert release_files(copy).keys() == files.keys()


def test_a_lesson_that_was_edited_by_hand_is_not_given_out(copy: Path) -> None:
    shutil.copy(copy / "solutions" / "08_training_linear.ipynb", copy / "lessons")
    with pytest.raises(ReleaseError, match=r"08_training_linear\.ipynb is out of date"):
        write_release(copy, copy)
    assert not list(copy.glob("*.zip"))


def test_one_lesson_comes_with_its_pictures_and_its_row_of_the_table() -> None:
    some = release_files(ROOT, ["08"])
    assert [name for name in some if name.startswith(("lessons/", "pics/"))] == [
        "pics/08_graph.svg",
        "lessons/08_training_linear.ipynb",
    ]
    readme = some["README.md"].decode()
    assert "leadin status lessons/08_training_linear.ipynb" in readme
    assert "`08-train-linear` | 7 |" in readme
    assert "09-train-quadratic" not in readme


def test_the_readme_leads_to_every_lesson_and_its_points_add_up(unpacked: Path) -> None:
    readme = (unpacked / "README.md").read_text("utf-8")
    targets = [link.target for link in links(readme)]
    assert len(targets) == len(LESSONS)
    assert all((unpacked / target).is_file() for target in targets)
    assert sum(map(int, re.findall(r"\| (\d+) \|$", readme, re.MULTILINE))) == sum(
        exercise.points for exercise in EXERCISES.values()
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no make")
def test_the_makefile_calls_scripts_that_are_there(unpacked: Path) -> None:
    said = subprocess.run(
        ["make", "-n", "lab"], cwd=unpacked, check=True, capture_output=True, text=True
    ).stdout
    scripts = re.findall(r"^sh (\S+)", said, re.MULTILINE)
    assert scripts == ["tools/setup.sh", "tools/lab.sh"]
    assert all((unpacked / script).is_file() for script in scripts)


def test_a_check_runs_with_the_package_of_the_archive(unpacked: Path) -> None:
    answer = ROOT / "tests/submissions/08-train-linear/correct/plain_python.py"
    script = (
        "import leadin, pathlib\n"
        "from leadin.check import check\n"
        f"exec(pathlib.Path({str(answer)!r}).read_text('utf-8'))\n"
        "check('08-train-linear', train)\n"
        "print(leadin.__file__)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=unpacked, check=True, capture_output=True, text=True
    )
    verdict, *_, place = run.stdout.splitlines()
    assert verdict == "✓ 08-train-linear: right (4 points)."
    assert Path(place).is_relative_to(unpacked)


def test_the_status_of_an_untouched_archive_begins_at_the_first_exercise(unpacked: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "leadin", "status"],
        cwd=unpacked,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Next: 01-chain-rule, in 01_linear_model.ipynb." in run.stdout


@pytest.mark.parametrize("out", ["to/course.zip", "to"])
def test_the_command_writes_a_file_or_into_a_folder(tmp_path: Path, out: str) -> None:
    arguments = ["release", "--root", str(ROOT), "--lesson", "08_training_linear"]
    result = CliRunner().invoke(main, [*arguments, "--out", str(tmp_path / out)])
    assert result.exit_code == 0, result.output
    (path,) = tmp_path.rglob("*.zip")
    assert path == tmp_path / ("to/course.zip" if out.endswith("zip") else f"to/{NAME}.zip")
    assert result.output == f"wrote {path}\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--root", str(ROOT), "--lesson", "99"], "there is no lesson 99; there are 01_linear"),
        (["--root", str(ROOT / "leadin")], "has no notebooks; call this in the course's folder"),
        (["--root", str(ROOT), "--out", f"{ROOT}/LICENSE/x.zip"], "can't be written"),
    ],
)
def test_what_can_not_be_done_is_said_in_one_line(arguments: list[str], reason: str) -> None:
    result = CliRunner().invoke(main, ["release", *arguments])
    assert result.exit_code == 2
    assert reason in result.output
    assert result.output.count("\n") == 1
