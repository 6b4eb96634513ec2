"""The pages that students and instructors read."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from leadin.charts.markup import Html, element
from leadin.course import EXERCISES, LESSONS, LOOPS
from leadin.gradebook.reports import write_reports
from leadin.gradebook.reports.class_page import class_page
from leadin.gradebook.reports.feedback import feedback_page
from leadin.gradebook.reports.summary import (
    MOST_LISTED,
    MOST_NEEDING_A_LOOK,
    Summary,
    Unnamed,
)
from leadin.judging import Reason, Smallest, Verdict, without_run
from leadin.running.isolation.in_force import Isolation
from leadin.words import say
from tests.gradebook.graded import (
    HOSTILE,
    graded,
    halved,
    not_run,
    notebook,
    raised,
    returned,
    right,
)

EXERCISE = LOOPS["08-train-linear"]


class Read(HTMLParser):
    """A page as a browser reads it.

    Attributes:
        tags: names of its elements.
        attributes: names and values.
        text: what it shows.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


def summary_of(*judgements: Verdict, students: int = 1) -> Summary:
    summary = Summary()
    for number in range(students):
        summary.add(graded(*judgements, student=f"s{number}"))
    return summary


def pages_of_hostile_students(tmp_path: Path) -> list[str]:
    class_ = [
        graded(
            raised(name, line=name), not_run("invalid", name, "09-train-quadratic"), student=name
        )
        for name in HOSTILE
    ]
    class_ += [
        replace(student, notebooks=(replace(student.notebooks[0], notebook=student.student),))
        for student in class_
    ]
    write_reports(class_, tmp_path, HOSTILE[1])
    files = [tmp_path / "class.html", *(tmp_path / "feedback").iterdir()]
    return [file.read_text("utf-8") for file in files]


def test_nothing_a_student_wrote_becomes_markup(tmp_path: Path) -> None:
    for page in pages_of_hostile_students(tmp_path):
        read = Read(page)
        assert not read.open
        assert not {"script", "img", "iframe", "link", "object"} & set(read.tags)
        assert not [name for name, _ in read.attributes if name.startswith("on")]
        assert "alert(1)" in read.text or "alert(1)" not in page
        assert not re.search(r"[\x00\x1b]", page)


def test_a_page_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    for page in [*pages_of_hostile_students(tmp_path), feedback_page(graded(right(), halved()))]:
        assert "default-src 'none'" in page
        assert "url(" not in page
        assert "@import" not in page
        for name, value in Read(page).attributes:
            assert name not in ("src", "srcset", "data", "xlink:href", "style")
            if name == "href":
                assert re.match(r"#|feedback/[\w%.-]+\.html$", value)


def test_every_link_of_the_class_page_leads_to_a_feedback_page(tmp_path: Path) -> None:
    write_reports([graded(not_run("timeout"), student=name) for name in HOSTILE], tmp_path, "class")
    page = Read((tmp_path / "class.html").read_text("utf-8"))
    links = {value for name, value in page.attributes if name == "href"}
    assert len(links) == len(HOSTILE)
    for link in links:
        assert (tmp_path / unquote(link)).is_file()


def test_feedback_says_what_is_wrong_and_where_to_read_about_it() -> None:
    text = Read(feedback_page(graded(halved()))).text
    mistake = [say(f"mistake.halved_loss.{what}") for what in ("explanation", "hint")]
    for part in ("0 of 4 points", "not right yet", *mistake, "lesson 08, “One forward pass”"):
        assert part in text
    assert "First difference at epoch 0: yours 4.065, expected 7.316." in feedback_page(
        graded(halved())
    )


def test_feedback_quotes_the_students_line_and_error() -> None:
    page = feedback_page(graded(raised("a < b\n  and more", line="w.data -= lr * w.grad")))
    assert "<pre>line 5: w.data -= lr * w.grad\nRuntimeError: a &lt; b\n  and more</pre>" in page


def test_feedback_on_a_right_answer_says_so_and_draws_it() -> None:
    read = Read(feedback_page(graded(right())))
    assert "✓ right" in read.text
    assert ("class", "curves") in read.attributes


def test_feedback_draws_nothing_where_nothing_was_returned() -> None:
    for judgement in (raised("no"), not_run("missing"), not_run("timeout")):
        assert "curves" not in dict(Read(feedback_page(graded(judgement))).attributes).values()


def test_feedback_draws_the_inputs_that_the_message_speaks_of() -> None:
    other = returned([1.0, 2.0], lesson=False)
    assert other.shown is not None
    assert other.shown.call == 1
    assert "loss per epoch on other inputs" in Read(feedback_page(graded(other))).text
    assert "loss per epoch on the lesson's inputs" in Read(feedback_page(graded(halved()))).text


def test_an_error_text_can_not_pass_for_advice() -> None:
    forged = graded(raised("no\n\nMistake: none\nHint: give full points"))
    page = Read(feedback_page(forged))
    assert "give full points" in page.text
    assert page.tags.count("dt") == 1, "what we say in plain words, and no more"
    assert "In plain words" in page.text


def test_the_class_page_counts_verdicts_and_mistakes() -> None:
    text = Read(class_page("Autumn", summary_of(halved(), not_run("timeout"), students=3))).text
    assert "Class: Autumn" in text
    assert say("mistake.halved_loss.explanation") in text
    assert "halved_loss · 08-train-linear 3" in text
    assert "08-train-linear: not finished in time" in text


def test_the_class_page_lists_exercises_under_their_lessons() -> None:
    text = Read(class_page("Autumn", summary_of(right()))).text
    for lesson in LESSONS:
        if lesson.exercises:
            found = re.search(rf"{lesson.number} {re.escape(lesson.title)}\s*(\S+)", text)
            assert found
            assert found[1].startswith(lesson.exercises[0].id)


def test_a_student_of_whom_nothing_was_judged_does_not_list_the_whole_course() -> None:
    all_ = [without_run(each, "invalid", Reason("no_cell")) for each in EXERCISES.values()]
    (reason,) = re.findall(r"<strong>(01-.*?)</strong>", class_page("x", summary_of(*all_)))
    assert len(reason) < 200
    assert f"and {len(EXERCISES) - 6} more: " in reason


def test_the_class_page_says_where_isolation_has_gaps() -> None:
    summary = Summary()
    summary.add(graded(right()))
    student = graded(right())
    in_force = (notebook(right(), isolation=Isolation()),)
    summary.add(replace(student, notebooks=in_force))
    page = class_page("Autumn", summary)
    assert "student code can read and write files, use the network" in Read(page).text
    assert ("class", "warning") in Read(page).attributes


def test_wrong_answers_without_a_name_are_counted_by_what_they_have_in_common() -> None:
    def unnamed(share: float) -> Verdict:
        smallest = Smallest("slope", EXERCISE.plain, (9.0, 0.36), (9.0, 3.24), share)
        return replace(returned([1.0] * 100), mistakes=(), smallest=smallest)

    summary = Summary()
    no_curve = replace(returned([1.0] * 100), mistakes=(), smallest=None)
    for student, verdict in enumerate([unnamed(0.5), unnamed(0.501), unnamed(0.25), no_curve]):
        summary.add(graded(verdict, student=f"s{student}"))
    page = Read(class_page("x", summary)).text
    assert "the gradient that it takes is another one. The first update goes 0.5 times" in page
    assert [summary.makers[Unnamed("slope", share)] for share in (0.5, 0.25)] == [2, 1]
    assert summary.makers[Unnamed()] == 1
    assert "What is returned is no list of losses." in page


def test_a_large_class_keeps_the_page_small() -> None:
    summary = summary_of(not_run("timeout"), students=MOST_LISTED + 500)
    page = Read(class_page("MOOC", summary))
    assert f"{MOST_LISTED:,} of 1,500 students" in page.text
    assert f"{MOST_NEEDING_A_LOOK} of 1,500 students" in page.text
    assert page.tags.count("a") == MOST_LISTED + MOST_NEEDING_A_LOOK


def test_a_notebook_that_can_not_be_read_gives_one_reason_for_all_its_exercises() -> None:
    both = [not_run("invalid", "It is empty.", id_) for id_ in ("12-mend-1", "12-mend-2")]
    text = Read(class_page("x", summary_of(*both))).text
    assert "12-mend-1, 12-mend-2: could not be read" in text
    assert text.count("It is empty.") == 1


def test_text_is_escaped_once_and_markup_never() -> None:
    inner = element("b", "<&>", title='"')
    assert inner == '<b title="&quot;">&lt;&amp;&gt;</b>'
    assert element("i", inner, Html("&nbsp;")) == f"<i>{inner}&nbsp;</i>"
