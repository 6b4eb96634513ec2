"""Lesson 10, the quadratic model of lesson 09 with a module and an optimizer."""

from dataclasses import replace

from tests.training.before.lessons import lesson_09

EXERCISE = replace(
    lesson_09.EXERCISE,
    id="10-module-and-optimizer",
    lesson="10_modern_pytorch",
    points=3,
)
