"""The instructor's page on a class: one page, complete in itself, but for links to the feedback."""

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from leadin.charts.axes import bars
from leadin.charts.markup import Html, element
from leadin.course import EXERCISES, LESSONS, Lesson
from leadin.gradebook.reports.feedback import bar, file_stem, verdict_in_words
from leadin.gradebook.reports.html import page, sentence
from leadin.gradebook.reports.summary import Finding, Row, Summary, Unnamed
from leadin.judging import Verdict
from leadin.running.reports import some_of
from leadin.words import render, say

#: Verdicts from left to right, and the style class of each.
_VERDICTS = {
    "pass": "pass",
    "wrong": "wrong",
    "error": "wrong",
    "timeout": "look",
    "memory": "look",
    "forbidden": "look",
    "invalid": "look",
    "missing": "missing",
}
#: Characters shown of a reason.
_LONGEST_REASON = 200
#: A list that is no longer than this stands open.
_SHORT_LIST = 40


def class_page(name: str, summary: Summary) -> str:
    """What a class got: scores, exercises, mistakes, and whom to look at.

    Args:
        name: the class's.
        summary: its numbers.

    Returns:
        HTML that asks for nothing from outside.
    """
    heading = sentence("page.class.title", name=element("bdi", name))
    return page(
        say("page.class.title", name=name),
        element("header", element("h1", heading), _facts(summary)),
        _isolation(summary),
        element("h2", say("page.class.scores")),
        _histogram(summary),
        element("h2", say("page.class.exercises")),
        _exercises(summary),
        element("h2", say("page.class.mistakes")),
        _mistakes(summary),
        element("h2", say("page.class.to_look_at")),
        _to_look_at(summary),
        element("h2", say("page.class.students")),
        _students(summary),
    )


def _facts(summary: Summary) -> Html:
    full = sum(count for (points, most), count in summary.scores.items() if points == most > 0)
    facts = {
        say("page.class.fact_students"): f"{summary.students:,}",
        say("page.class.fact_mean"): _points(f"{summary.mean:.1f}", summary.max_points),
        say("page.class.fact_median"): _points(f"{summary.median:g}", summary.max_points),
        say("page.class.fact_full"): f"{full:,}",
    }
    return element(
        "dl",
        *(
            element("div", element("dt", what), element("dd", value))
            for what, value in facts.items()
        ),
        class_="facts",
    )


def _histogram(summary: Summary) -> Html:
    """Students by tenths of the points."""
    counts = summary.tenths()
    said = ", ".join(f"{10 * tenth} %: {count}" for tenth, count in enumerate(counts))
    labels = [f"{10 * tenth}" for tenth in range(11)]
    alt = say("page.class.histogram", counts=said)
    return bars(counts, labels, say("page.class.share"), look="chart", alt=alt)


def _exercises(summary: Summary) -> Html:
    verdicts = [
        verdict
        for verdict in _VERDICTS
        if verdict == "pass" or any(counts[verdict] for counts in summary.verdicts.values())
    ]
    kinds = (element("span", each, class_=f"verdict {_VERDICTS[each]}") for each in verdicts)
    heads = [say("page.class.exercise"), "", "", *kinds]
    bodies = [
        [
            _lesson(lesson, len(heads)),
            *(_exercise(each.id, summary.verdicts[each.id], verdicts) for each in lesson.exercises),
        ]
        for lesson in LESSONS
        if lesson.exercises
    ]
    return _table(heads, *bodies, numbers_from=2)


def _lesson(lesson: Lesson, columns: int) -> Html:
    """A row above the exercises of a lesson."""
    title = f"{lesson.number} {lesson.title}"
    heading = element("th", title, scope="rowgroup", colspan=str(columns))
    return element("tr", heading, class_="lesson")


def _exercise(id_: str, counts: Counter[str], verdicts: Iterable[str]) -> Html:
    all_ = max(1, counts.total())
    share = counts["pass"] / all_
    said = ", ".join(f"{verdict} {counts[verdict]:,}" for verdict in verdicts)
    shares = {
        style: sum(counts[each] for each, its in _VERDICTS.items() if its == style) / all_
        for style in _VERDICTS.values()
    }
    return element(
        "tr",
        element("th", id_, scope="row", class_="name"),
        element("td", bar(said, **shares), class_="measure"),
        element("td", f"{share:.0%}", class_="number"),
        *(element("td", _number(counts[verdict]), class_="number") for verdict in verdicts),
    )


def _mistakes(summary: Summary) -> Html:
    if not summary.makers:
        return element("p", say("page.class.none"))
    rows = []
    for mistake, makers in sorted(
        summary.makers.items(), key=lambda item: (-item[1], str(item[0]))
    ):
        where = ", ".join(
            f"{id_} {_number(summary.mistakes[mistake][id_])}"
            for id_ in EXERCISES
            if summary.mistakes[mistake][id_]
        )
        share = makers / summary.students
        what, name = _what(mistake)
        rows.append(
            element(
                "tr",
                element("td", f"{makers:,}", class_="number"),
                element(
                    "td",
                    what,
                    bar(say("page.class.of_students", share=share), wrong=share),
                    element("small", name, " · ", where),
                    class_="measure",
                ),
            )
        )
    heads = [say("page.class.fact_students"), say("page.class.mistake_and_where")]
    return _table(heads, rows)


def _what(mistake: Finding) -> tuple[str, str]:
    """A mistake in a sentence, and its name."""
    if not isinstance(mistake, Unnamed):
        return say(f"mistake.{mistake}.explanation"), mistake
    if mistake.stage is None:
        return say("page.class.no_curve"), say("page.class.unnamed")
    what = [say(f"stage.{mistake.stage}.explanation")]
    if mistake.share is not None:
        what.append(say("share.some" if mistake.share else "share.none", share=mistake.share))
    return say("line.sentences").join(what), say("page.class.unnamed")


def _to_look_at(summary: Summary) -> Html:
    if not summary.needing:
        return element("p", say("page.class.all_judged"))
    rows = [
        element(
            "tr",
            element("td", _link(row)),
            element("td", *(_reason(each) for each in _one_each(row.to_look_at))),
        )
        for row in summary.needing_a_look
    ]
    heads = [say("page.class.student"), say("page.class.in_the_way")]
    return _folded(_table(heads, rows), len(rows), summary.needing)


def _one_each(judgements: Iterable[Verdict]) -> list[list[Verdict]]:
    """Verdicts by what they say: a notebook that can't be read says the same of each exercise."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for each in judgements:
        groups.setdefault((each.kind, _first_line(each)), []).append(each)
    return list(groups.values())


def _reason(judgements: list[Verdict]) -> Html:
    ids = some_of([each.exercise for each in judgements])
    first = judgements[0]
    heading = element("strong", f"{ids}: {verdict_in_words(first)}")
    return element("div", heading, element("small", element("bdi", _first_line(first))))


def _first_line(judgement: Verdict) -> str:
    """What is said after the headline."""
    line = render(judgement).prose.partition("\n")[0]
    return line if len(line) <= _LONGEST_REASON else f"{line[:_LONGEST_REASON]}…"


def _students(summary: Summary) -> Html:
    rows = [
        element(
            "tr",
            element("td", _link(row)),
            element("td", bar(f"{_share(row):.0%}", **{"pass": _share(row)}), class_="measure"),
            element("td", _points(str(row.points), row.max_points), class_="number"),
            element("td", str(row.passed), class_="number"),
        )
        for row in summary.listed
    ]
    heads = [say("page.class.student"), "", say("page.class.points"), say("page.class.passed")]
    table = _table(heads, rows, numbers_from=2)
    return _folded(table, len(rows), summary.students)


def _isolation(summary: Summary) -> Html:
    isolation = summary.isolation
    if isolation is None:
        return element("p", say("page.class.nothing_run"), class_="note")
    style = "warning" if isolation.gaps else "note"
    return element("p", say("page.class.isolation", isolation=isolation), class_=style)


def _link(row: Row) -> Html:
    name = element("bdi", row.student)
    return element("a", name, href=f"feedback/{quote(file_stem(row.student))}.html")


def _share(row: Row) -> float:
    return row.points / row.max_points if row.max_points else 0.0


def _folded(table: Html, shown: int, of_all: int) -> Html:
    """A list of students that opens, and where to find those who are too many for it."""
    heading = element("summary", say("page.class.shown", shown=shown, students=of_all))
    more = say("page.class.more", more=of_all - shown)
    rest = [element("p", more)] if of_all > shown else []
    unfolded = {"open": "open"} if shown <= _SHORT_LIST else {}
    return element("details", heading, table, *rest, **unfolded)


def _points(points: str, max_points: int) -> str:
    return say("page.class.score", points=points, max_points=max_points)


def _number(count: int) -> str:
    return f"{count:,}" if count else "–"


def _table(heads: Sequence[str], *bodies: list[Html], numbers_from: int = 99) -> Html:
    cells = [
        element("th", head, scope="col", class_="number" if place >= numbers_from else "text")
        for place, head in enumerate(heads)
    ]
    head = element("thead", element("tr", *cells))
    rows = (element("tbody", *body) for body in bodies)
    return element("div", element("table", head, *rows), class_="wide")
