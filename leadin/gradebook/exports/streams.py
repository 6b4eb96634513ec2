"""JSON and JUnit reports of a class, written student by student."""

import json
from typing import TextIO
from xml.etree import ElementTree

from leadin.gradebook.results import GradedStudent
from leadin.running.isolation.report import Isolation
from leadin.running.reports import junit_suite, submission_json


class JsonReport:
    """The JSON contract (schema 1), with a submission on each line.

    What kept student code to itself is known last, so it stands behind the submissions.
    """

    def __init__(self, file: TextIO) -> None:
        """Write the beginning."""
        self._file = file
        self._between = ""
        file.write('{"schema": 1, "submissions": [')

    def add(self, graded: GradedStudent) -> None:
        """Write a student's submissions."""
        for notebook in graded.notebooks:
            text = json.dumps(submission_json(notebook), ensure_ascii=False)
            self._file.write(f"{self._between}\n{text}")
            self._between = ","

    def end(self, isolation: Isolation | None) -> None:
        """Write the end.

        Args:
            isolation: what kept everyone's code to itself; None where none was run.
        """
        self._file.write("\n]")
        if isolation:
            self._file.write(f',\n"isolation": {json.dumps(isolation.to_json())}')
        self._file.write("}\n")


class JUnitReport:
    """JUnit XML: a test suite per student, a test case per exercise."""

    def __init__(self, file: TextIO) -> None:
        """Write the beginning."""
        self._file = file
        file.write("<?xml version='1.0' encoding='utf-8'?>\n<testsuites name=\"leadin\">\n")

    def add(self, graded: GradedStudent) -> None:
        """Write a student's suite."""
        # Programs that keep track of test cases know them by class name and name alone.
        suite = junit_suite(graded.student, graded.notebooks, belongs_to=f"{graded.student}/")
        ElementTree.indent(suite)
        self._file.write(ElementTree.tostring(suite, encoding="unicode") + "\n")

    def end(self) -> None:
        """Write the end."""
        self._file.write("</testsuites>\n")
