"""Cell magics: which only stand around a cell's Python, and which make something else of it."""

#: These run the cell as Python, and measure it or keep what it prints. Some run it many times, in
#: names of its own, or keep its errors too: none of that is what a student means to hand in.
_AROUND_PYTHON = frozenset(
    {
        *("capture", "debug", "lprun", "memit", "mprun", "prun", "pyinstrument", "scalene"),
        *("snakeviz", "time", "timeit"),
    }
)


def read_magics(source: str) -> tuple[str, str]:
    """What to run of a cell, with the line numbers that the student sees.

    Args:
        source: text of a code cell.

    Returns:
        The text, in which a comment stands for each magic that only measures what is below it; and
        the magic that keeps the rest from being run as Python, such as `%%html`, or nothing.
    """
    lines = source.splitlines(keepends=True)
    for place, line in enumerate(lines):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if not words[0].startswith("%%"):
            return source, ""
        if words[0].removeprefix("%%") not in _AROUND_PYTHON:
            return "".join(lines), words[0]
        # IPython drops blank lines before the first word, and would count without them.
        lines[: place + 1] = [f"# {each.strip()}\n" for each in lines[: place + 1]]
        source = "".join(lines)
    return source, ""
