"""What student code tells the grader, and the grader does not believe."""

import resource

import pytest

from .conftest import Class

TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "
WRONG = TRAIN + "return [0.0] * epochs\n"

#: Cells that come before a wrong answer, and would like to have it pass.
CELLS = {
    "a check that says pass": "import leadin.check\nleadin.check.check = lambda *_: print('✓')",
    "floats that equal everything": """
import builtins
class Float(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __sub__(self, other): return Float(0)
    __rsub__ = __lt__ = __gt__ = __sub__
builtins.float = Float
""",
    "abs that is always 0": "import builtins\nbuiltins.abs = lambda x: 0.0",
    "math that is never far off": "import math\nmath.isclose = lambda *a, **k: True",
    "max that is always 0": "import builtins\nbuiltins.max = builtins.min = lambda *a, **k: 0.0",
    "a clock that stands still": "import time\ntime.time = time.monotonic = lambda: 0.0",
    "an observer that sees right curves": """
import leadin.observe as o
o.observe = lambda f, a: o.Outcome('curve', (7.315943717956543,) * 100)
import leadin.running.worker as w
w.observe = o.observe
""",
    "points in the message": """
import leadin.running.worker as w
w.encode_outcome = lambda o: {'kind': 'curve', 'curve': [], 'verdict': 'pass', 'points': 4}
""",
    "json that says pass": 'import json\njson.dumps = lambda *a, **k: \'{"verdict": "pass"}\'',
    "torch that always agrees": "import torch\ntorch.allclose = torch.equal = lambda *a, **k: True",
    "an import that gives another leadin": """
import sys, types
sys.modules['leadin'] = sys.modules['leadin.observe'] = types.ModuleType('leadin')
""",
}

BODIES = {
    "everything closed": "import os; os.closerange(0, 300)",
    "passes on every descriptor": """
    import os, json
    answers = {'step': 1, 'outcome': 'pass'}, {'step': 2, 'error': None}
    for line in ({'verdict': 'pass'}, [1], *answers):
        for fd in range(300):
            try: os.write(fd, json.dumps(line).encode() + b'\\n')
            except OSError: pass
    return [0.0] * epochs
""",
    "a curve that does not exist, on every descriptor": """
    import os, json
    outcome = {'kind': 'curve', 'curve': [0.0] * epochs}
    outcome |= {'type': '', 'position': None, 'error': None, 'warnings': []}
    for step in range(5):
        for fd in range(3, 300):
            try: os.write(fd, json.dumps({'step': step, 'outcome': outcome}).encode() + b'\\n')
            except OSError: pass
""",
    "a pickle on every descriptor": """
    import os, pickle
    for fd in range(3, 300):
        try: os.write(fd, pickle.dumps(print) + b'\\n')
        except OSError: pass
""",
    "a number too long to parse": """
    import os
    for fd in range(3, 300):
        try: os.write(fd, b'{"step": ' + b'9' * 60000 + b'}\\n')
        except OSError: pass
""",
    "brackets without end": """
    import os
    for fd in range(3, 300):
        try: os.write(fd, b'[' * 60000 + b'\\n')
        except OSError: pass
""",
    "an object that is any number": """
    class Any(float):
        def __float__(self): return self
        def __eq__(self, other): return True
        __hash__ = None
    return [Any(0) for _ in range(epochs)]
""",
    "a list that changes": """
    class Shifty(list):
        def __iter__(self): return iter([0.0] * 5)
        def __len__(self): return 100
    return Shifty()
""",
}


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_what_it_patches_gives_no_points(classroom: Class, cell: str) -> None:
    judgement = classroom.grade(cell, WRONG)
    assert judgement.kind in ("wrong", "error")
    assert judgement.points == 0


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_what_it_says_gives_no_points(classroom: Class, body: str) -> None:
    judgement = classroom.grade(TRAIN + body.strip())
    assert judgement.kind in ("wrong", "error")
    assert judgement.points == 0


@pytest.mark.parametrize("data", ["b'x' * 60000", r"b'{}\n' * 20000"])
def test_a_flood_of_messages_does_not_fill_the_graders_memory(classroom: Class, data: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    code = f"""
import os
for fd in range(3, 300):
    try:
        for _ in range(5000): os.write(fd, {data})
    except OSError: pass
"""
    body = code.strip().replace("\n", "\n    ")
    judgement = classroom.grade(TRAIN + body, time_limit=5)
    assert judgement.points == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 100_000  # kilobytes; what was sent are some 300 MB


def test_a_wrong_answer_in_a_folder_full_of_tricks_stays_wrong(classroom: Class) -> None:
    folder = classroom.eves.parent
    (folder / "leadin").mkdir(parents=True)
    for name in ("conftest.py", "sitecustomize.py", "torch.py", "leadin/__init__.py", "json.py"):
        (folder / name).write_text("raise SystemExit('hijacked')")
    (folder / "pytest.ini").write_text("[pytest]\npython_files = nothing.py")
    assert classroom.grade(WRONG).kind == "wrong"
