"""`make mutants`: mutate right answers, judge the mutants, and report where the judge fails."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadin.course import LOOPS
from tests.mutants import frozen
from tests.mutants.report import report, sample
from tests.mutants.work import Record, tasks_for, work_off


def main() -> None:
    """Do what the command line asks for."""
    options = _options()
    if options.read:
        records = _read(options.read)
        if options.exercise:
            records = [record for record in records if record.exercise in options.exercise]
    else:
        records = _judge(options)
    if options.json:
        _write(options.json, records)
    if options.freeze:
        frozen.write(options.freeze, frozen.chosen(records, options.count, options.seed))
    print(sample(records, options.sample, options.seed) if options.sample else report(records))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    add = parser.add_argument
    add("--exercise", action="append", choices=LOOPS, help="this one only; may be repeated")
    add("--limit", type=int, default=200, help="mutants per exercise, 0 for all (200)")
    add("--seed", type=int, default=0, help="chooses among more mutants than that (0)")
    add("--jobs", type=int, default=1, help="processes that share the work (1)")
    add("--timeout", type=float, default=5.0, help="seconds that one call may take (5)")
    add("--json", type=Path, metavar="FILE", help="write every mutant and what was said about it")
    add("--read", type=Path, metavar="FILE", help="report on such a file; judge nothing")
    add("--sample", type=int, metavar="N", help="show N random mutants with their names instead")
    add("--freeze", type=Path, metavar="FILE", help="keep some mutants for the tests")
    add("--count", type=int, default=300, help="how many to keep (300)")
    return parser.parse_args()


def _judge(options: argparse.Namespace) -> list[Record]:
    tasks = [
        task
        for id_ in options.exercise or LOOPS
        for task in tasks_for(LOOPS[id_], options.limit or None, options.seed, options.timeout)
    ]
    total, done = sum(len(task.mutants) for task in tasks), 0
    records = []
    for task, found in work_off(tasks, options.jobs):
        done += len(task.mutants)
        left_out = "" if found else ", which is not right itself: left out"
        print(f"{done}/{total} {task.exercise}/{task.base}{left_out}", file=sys.stderr, flush=True)
        records += found
    return sorted(records, key=lambda r: (r.exercise, r.base, r.operator, r.source))


def _write(path: Path, records: Sequence[Record]) -> None:
    path.write_text(json.dumps([asdict(record) for record in records], indent=1) + "\n", "utf-8")


def _read(path: Path) -> list[Record]:
    kept: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    for each in kept:
        each |= {name: tuple(each[name]) for name in ("wrong_on", "mistakes")}
    return [Record(**each) for each in kept]


if __name__ == "__main__":
    main()
