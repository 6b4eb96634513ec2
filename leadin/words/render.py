"""A verdict as data -> what a student reads, in a language."""

import math
import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import islice, zip_longest
from typing import Any

from leadin.course import EXERCISES, SMALL, Exercise, Small
from leadin.course.topics import STAGES, Section, section_for, section_on
from leadin.judging.verdict import EXPLANATIONS, Reason, Shown, Smallest, Verdict
from leadin.observe import MAX_VALUES

#: Letters on a line of prose in a terminal.
LINE_LENGTH = 88
#: Epochs of a smallest case that are shown. It has fewer, unless the answer returns too many.
MOST_ROWS = 8


@dataclass(frozen=True)
class Line:
    """A line that may begin with what it is about.

    Attributes:
        label: that, such as `Hint`; may be empty.
        text: the rest.
        whole: both, as one line.
        code: code and numbers below it.
    """

    label: str
    text: str
    whole: str
    code: tuple[str, ...] = ()

    def below(self) -> list[str]:
        """Its code, set in from the margin."""
        return [f"    {line}" for line in self.code]


@dataclass(frozen=True)
class Text:
    """A verdict in words.

    Attributes:
        headline: the exercise, and what the verdict on it is.
        prose: what happened, in one or more lines; may be empty.
        code: code and numbers that belong to it; an error's text can have several lines.
        advice: for each mistake what it is, a hint and where to read, or the smallest case.
    """

    headline: Line
    prose: str = ""
    code: tuple[str, ...] = ()
    advice: tuple[tuple[Line, ...], ...] = ()

    def plain(self) -> str:
        """All of it as plain text: code is indented by four spaces."""
        lines = [self.headline.whole, *([self.prose] if self.prose else [])]
        lines += [f"    {line}" for line in self.code]
        for entries in self.advice:
            lines += ["", *(line for each in entries for line in (each.whole, *each.below()))]
        return "\n".join(lines)

    def terminal(self) -> list[str]:
        """Lines for a terminal: labels in bold, prose broken between words, code as it is."""
        lines = [*_bold(self.headline)]
        for line in self.prose.split("\n"):
            lines += textwrap.wrap(line, LINE_LENGTH)
        lines += [f"    {line}" for line in self.code]
        for entries in self.advice:
            lines += ["", *(line for each in entries for line in (*_bold(each), *each.below()))]
        return "\n".join(lines).split("\n")


def render(verdict: Verdict, language: str = "en") -> Text:
    """Put a verdict into words.

    Args:
        verdict: the verdict.
        language: name of a catalogue beside this module.

    Returns:
        Its words. Every number in them is the student's or follows from the student's call.
    """
    how = "pass" if verdict.kind == "pass" else "fail"
    kind = say(f"kind.{verdict.kind}", language)
    headline = labelled(
        say(f"headline.{how}.label", language, exercise=verdict.exercise),
        say(f"headline.{how}.text", language, kind=kind, count=verdict.max_points),
        language,
    )
    function = EXERCISES[verdict.exercise].function
    reason = verdict.reason
    # What an error means is read after its own text.
    first = tuple(each for each in reason.more if each.id not in EXPLANATIONS)
    prose = say_reason(replace(reason, more=first), language, function=function)
    code = _code(verdict, language, function)
    advice = (*_in_words(reason, language, function), *_advice(verdict, language))
    return Text(headline, prose, tuple(code), advice)


def say(key: str, language: str = "en", **fields: object) -> str:
    """One sentence of the catalogue.

    Args:
        key: where it stands, such as `report.total`.
        language: name of a catalogue beside this module.
        fields: values for the names in it; `count` and `type` also choose between variants.
    """
    return template(key, fields, language).format_map(fields)


def template(key: str, fields: Mapping[str, object], language: str = "en") -> str:
    """The same sentence with the names of its values still in it."""
    entry: Any = _catalogue(language)
    for part in key.split("."):
        entry = entry[part]
    return _variant(entry, fields)


def labelled(label: str, text: str, language: str = "en", code: Sequence[str] = ()) -> Line:
    """A line with a label, or with none where that is empty."""
    whole = say("line.labelled", language, label=label, text=text) if label else text
    return Line(label, text, whole, tuple(code))


@cache
def _catalogue(language: str) -> Mapping[str, Any]:
    return tomllib.loads(
        resources.files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    )


def _variant(entry: str | Mapping[str, str], fields: Mapping[str, object]) -> str:
    if isinstance(entry, str):
        return entry
    if "one" in entry:
        return entry["one" if fields["count"] == 1 else "other"]
    return entry["an" if str(fields["type"]).startswith(tuple("aeiou")) else "a"]


def _form_in_words(form: str, language: str) -> str:
    """How numbers are nested: `[[nn][nn]]` is a list of two lists of two each."""
    if form == "n":
        return say("form.number", language)
    if form == "[]":
        return say("form.empty", language)
    rows = re.findall(r"\[(n*)\]", form)
    if form == f"[{'n' * (len(form) - 2)}]":
        return say("form.list", language, count=len(form) - 2)
    if len({*rows}) == 1 and "".join(f"[{row}]" for row in rows) == form[1:-1]:
        return say("form.matrix", language, count=len(rows), inner=len(rows[0]))
    elements = _elements(form)
    if "n" in elements:
        return say("form.mixed", language, count=len(elements))
    return say("form.deeper" if "]]]" in form else "form.other", language, count=len(elements))


def _elements(form: str) -> list[str]:
    """The forms of what a list holds: `[[nn]n]` holds `[nn]` and `n`."""
    depth = 0
    elements: list[str] = []
    for character in form[1:-1]:
        if depth:
            elements[-1] += character
        else:
            elements.append(character)
        depth += (character == "[") - (character == "]")
    return elements


def _first_difference(asked: str, given: str, language: str) -> tuple[str, str, str]:
    """Where two forms part that sound the same, and in words what stands there in each of them."""
    place = ""
    while _form_in_words(asked, language) == _form_in_words(given, language):
        pairs = list(zip(_elements(asked), _elements(given), strict=False))
        position = next((i for i, (one, other) in enumerate(pairs) if one != other), None)
        if position is None:
            break
        asked, given = pairs[position]
        names = _catalogue(language)["form"]["nth"]
        nth = (*names, say("form.further", language, position=position + 1))
        ordinal = nth[min(position, len(names))]
        within = say("form.place_within", language, nth=ordinal, place=place)
        place = within if place else say("form.place", language, nth=ordinal)
    return place, _form_in_words(asked, language), _form_in_words(given, language)


def say_reason(reason: Reason, language: str = "en", **known: object) -> str:
    """A reason's sentences, without the code below them.

    Args:
        reason: which.
        language: name of a catalogue beside this module.
        known: what a sentence can name beside the reason's own fields.
    """
    sentences = [_sentence(each, language, known) for each in (reason, *reason.more)]
    # What leads over to the code below it comes last.
    if sentences[0].endswith((":", "：")):
        sentences.append(sentences.pop(0))
    return say("line.sentences", language).join(sentences)


def _sentence(reason: Reason, language: str, known: Mapping[str, object]) -> str:
    """A reason, without those that it has with it."""
    if reason.id != "numbers_of_other_form":
        return say(f"reason.{reason.id}", language, **known, **reason.fields)
    forms = str(reason.fields["asked"]), str(reason.fields["given"])
    place, asked, given = _first_difference(*forms, language)
    if not place:
        return say(f"reason.{reason.id}", language, **known, asked=asked, given=given)
    name = known.get("function", "")
    return say(
        "form.differs_within", language, function=name, place=place, asked=asked, given=given
    )


def _code(verdict: Verdict, language: str, function: str) -> list[str]:
    """Code and numbers that belong to what is said of a verdict."""
    shown = verdict.shown
    call = _call(function, shown.inputs) if shown else ""
    lines = _catalogue(language)["code"].get(verdict.reason.id, [])
    code = [line.format_map({"call": call, **verdict.reason.fields}) for line in lines]
    if shown and verdict.exercise in SMALL:
        return [call, *_numbers(shown, language)] if verdict.kind == "wrong" else code
    return [line for line in code if line] + (_difference(shown, language) if shown else [])


def _numbers(shown: Shown, language: str) -> list[str]:
    """What a small exercise's function should return, and what it returned instead."""
    rows = []
    if shown.inputs:  # without arguments there is one right answer, and it would be told
        rows.append((say("numbers.expected", language), *_nested(shown.expected, shown.forms[0])))
    if shown.forms[1]:
        rows.append((say("numbers.yours", language), *_nested(shown.returned, shown.forms[1])))
    width = max((len(name) for name, *_ in rows), default=0)
    lines = [
        f"{name.ljust(width) if not i else ' ' * width}   {line}"
        for name, *lines in rows
        for i, line in enumerate(lines)
    ]
    return lines if shown.inputs else [*lines, *_right_ones(shown, language)]


def _right_ones(shown: Shown, language: str) -> list[str]:
    """How many of several numbers are right, where it is not said which."""
    of = len(shown.expected)
    if of < 2 or shown.forms[0] != shown.forms[1]:
        return []
    pairs = zip(shown.expected, shown.returned, strict=True)
    right = sum(math.isclose(wanted, got, rel_tol=1e-4) for wanted, got in pairs)
    return [say("numbers.right_ones", language, count=right, of=of)]


def _nested(numbers: Sequence[float], form: str) -> list[str]:
    """Numbers in their brackets, over as many lines as it takes, of which the first are shown."""
    with_commas = re.sub(r"(?<=[n\]])(?=[n\[])", ", ", form)
    whole = with_commas.replace("n", "{:.6g}").format(*numbers)
    rows = textwrap.wrap(whole, LINE_LENGTH - 20, break_long_words=False) or [whole]
    shown = rows[:MOST_ROWS]
    return [*shown, "…"] if len(rows) > MOST_ROWS else shown


def _call(function: str, inputs: Mapping[str, Any]) -> str:
    """A call as a student can paste it into a cell."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in inputs.items())
    return f"{function}({arguments})"


def _difference(shown: Shown, language: str) -> list[str]:
    """Where a curve differs first, and by how much."""
    difference = shown.difference
    if difference is None:
        return []
    lines = []
    returned, asked = len(shown.returned), len(shown.expected)
    if returned > MAX_VALUES:
        lines.append(say("difference.too_long", language, most=MAX_VALUES, asked=asked))
    elif returned != asked:
        lines.append(say("difference.length", language, count=returned, asked=asked))
    epoch = difference.epoch
    if difference.expected is not None and difference.actual is not None:
        yours, expected = _side_by_side(difference.actual, difference.expected)
        said = say("difference.first", language, epoch=epoch, yours=yours, expected=expected)
        lines.append(said)
    elif epoch:
        lines.append(say("difference.as_expected", language, count=epoch))
    return lines


def _side_by_side(one: float, other: float) -> tuple[str, str]:
    """Two numbers with as many digits as it takes to tell them apart."""
    for digits in range(6, 18):
        texts = f"{one:.{digits}g}", f"{other:.{digits}g}"
        if texts[0] != texts[1]:
            break
    return texts


def _advice(verdict: Verdict, language: str) -> Sequence[tuple[Line, ...]]:
    exercise = EXERCISES[verdict.exercise]
    advice: list[tuple[Line, ...]] = []
    for mistake in verdict.mistakes:
        explanation = say(f"mistake.{mistake}.explanation", language)
        said = say("advice.explanation", language, explanation=explanation, mistake=mistake)
        what = labelled(say("advice.mistake", language), said, language)
        section = section_for(mistake, exercise)
        advice.append((what, *_hint(f"mistake.{mistake}.hint", section, language)))
    if isinstance(exercise, Small):
        if verdict.kind == "wrong" and not advice:
            section = Section(exercise.lesson, exercise.section)
            advice.append(_hint(_hint_on_numbers(verdict, exercise), section, language))
    elif verdict.smallest:
        what = _smallest(verdict.smallest, exercise, language)
        stage = verdict.smallest.stage
        section = section_on(STAGES[stage], exercise.lesson)
        advice.append((what, *_hint(f"stage.{stage}.hint", section, language)))
    return advice


def _hint_on_numbers(verdict: Verdict, exercise: Small) -> str:
    """The key of what to do next about wrong numbers that no mistake explains."""
    if not exercise.lesson_inputs:  # typed in, and no step led to them
        return "numbers.hint_typed"
    of_form = verdict.reason.id == "numbers_of_other_form"
    return "numbers.hint_of_form" if of_form else "numbers.hint"


def _hint(key: str, section: Section | None, language: str) -> tuple[Line, ...]:
    """A step further, and where to read, if that is behind the reader."""
    hint = labelled(say("advice.hint", language), say(key, language), language)
    if section is None:
        return (hint,)
    heading = say(f"section.{section.lesson}.{section.cell}", language)
    where = say("advice.section", language, lesson=section.lesson[:2], heading=heading)
    return (hint, labelled(say("advice.read", language), where, language))


def _smallest(smallest: Smallest, exercise: Exercise, language: str) -> Line:
    """A call that can be redone on paper, what comes out, and what should."""
    said = [say(f"stage.{smallest.stage}.explanation", language)]
    if smallest.share is not None:
        far = "share.some" if smallest.share else "share.none"
        said.append(say(far, language, share=smallest.share))
    code = [_call(exercise.function, smallest.inputs), *_table(smallest, language)]
    if smallest.moves:
        start, right, yours = smallest.moves
        name = exercise.model.names[0]
        code.append(
            say("smallest.moves", language, name=name, start=start, right=right, yours=yours)
        )
    text = say("line.sentences", language).join(said)
    return labelled(say("smallest.label", language), text, language, code)


def _table(smallest: Smallest, language: str) -> list[str]:
    """The losses, epoch by epoch, in columns."""
    missing = say("smallest.missing", language)
    rows = [
        [
            say("smallest.epoch", language),
            say("smallest.expected", language),
            say("smallest.yours", language),
        ]
    ]
    pairs = zip_longest(smallest.expected, smallest.returned)
    for epoch, values in enumerate(islice(pairs, MOST_ROWS)):
        shown = [missing if value is None else f"{value:.6g}" for value in values]
        rows.append([str(epoch), *shown])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "   ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    more = max(len(smallest.expected), len(smallest.returned)) > MOST_ROWS
    return [*lines, say("smallest.more", language)] if more else lines


def _in_words(reason: Reason, language: str, function: str) -> Sequence[tuple[Line, ...]]:
    """What the error that a reason quotes means."""
    explained = [each for each in reason.more if each.id in EXPLANATIONS]
    if not explained:
        return []
    said = [say_reason(each, language, function=function) for each in explained]
    text = say("line.sentences", language).join(said)
    return [(labelled(say("advice.in_words", language), text, language),)]


def _bold(line: Line) -> list[str]:
    """A line broken between words, with its label in bold as far as the text begins."""
    first, *others = textwrap.wrap(line.whole, LINE_LENGTH) or [""]
    if line.label:
        end = len(line.whole.removesuffix(line.text).rstrip())
        first = f"\x1b[1m{first[:end]}\x1b[0m{first[end:]}"
    return [first, *others]
