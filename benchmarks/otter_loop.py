"""otter-grader's Python API over a folder: `python -m benchmarks.otter_loop CLASS`."""

import json
import sys
from pathlib import Path

from otter.api import grade_submission


def main() -> None:
    """Grade one notebook after the other and write the points to points.json."""
    folder = Path(sys.argv[1])
    points = {
        path.stem: grade_submission(str(path), str(folder / "autograder.zip"), quiet=True).total
        for path in sorted(folder.glob("students/*.ipynb"))
    }
    (folder / "points.json").write_text(json.dumps(points), "utf-8")


if __name__ == "__main__":
    main()
