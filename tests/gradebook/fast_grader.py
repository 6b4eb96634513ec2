"""Graders to kill: `leadin` as it is, but that running a notebook takes no process and little time.

Imports take far longer than what is tested. So they are made once, here, and each grader is a fork.
Called as `python -m tests.gradebook.fast_grader`; every line of standard input is a JSON list of
arguments. Said is `started PID`, then RUN for each notebook that was run, then `ended CODE`.
"""

import hashlib
import json
import os
import sys
import time
from contextlib import nullcontext
from typing import Any

import leadin.gradebook.class_run
import leadin.gradebook.command
from leadin.cli import main
from leadin.judging import Reason
from leadin.running.grade import GradedNotebook, Task
from leadin.running.walk import Settings

#: Seconds that a notebook takes.
TAKES = 0.02
RUN, STARTED, ENDED = "a notebook was run", "started", "ended"


def run_task(task: Task, settings: Settings, launcher: object) -> GradedNotebook:
    time.sleep(TAKES)
    print(RUN, flush=True)
    text = hashlib.sha256(repr((task.submission and task.submission.cells, settings)).encode())
    return task.without_run("wrong", Reason("grader_failed", {"error": text.hexdigest()}))


def serve() -> None:
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            main(json.loads(line))
        print(f"{STARTED} {pid}", flush=True)
        _, status = os.waitpid(pid, 0)
        print(f"\n{ENDED} {os.waitstatus_to_exitcode(status)}", flush=True)


if __name__ == "__main__":
    nothing: Any = nullcontext(nullcontext())
    leadin.gradebook.class_run.run_task = run_task
    leadin.gradebook.command.open_launcher = lambda *_: nothing
    serve()
