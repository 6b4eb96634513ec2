"""Which names are a notebook's, or a copy's."""

import re

#: What browsers and mail programs put behind a notebook's ending, for its text is JSON.
_SAVED_AS = re.compile(r"\.ipynb([ _-]?\(?\d{0,3}\)?)\.(?:json|txt)$", re.IGNORECASE)


def notebook_name(name: str) -> str:
    """The name that a file has as a notebook.

    Args:
        name: such as `08_training_linear.ipynb.txt`.

    Returns:
        Such as `08_training_linear.ipynb`; empty for what is no notebook.
    """
    plain = _SAVED_AS.sub(r"\1.ipynb", name)
    return plain if plain.lower().endswith(".ipynb") else ""


def is_copy(name: str, lesson: str) -> bool:
    """Whether a name is what a browser or Jupyter calls a copy of a lesson.

    Args:
        name: such as `08_training_linear-Copy1.ipynb`.
        lesson: such as `08_training_linear`.
    """
    number = r"[ _-]*(?:copy)?[ _-]*\(?\d{0,3}\)?\.ipynb"
    return re.fullmatch(re.escape(lesson) + number, name, re.IGNORECASE) is not None
