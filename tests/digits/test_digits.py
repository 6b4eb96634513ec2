"""The digits that lesson 16 learns from."""

from collections import Counter

from leadin.digits import DARKEST, SIDE, load_digits


def test_there_are_1797_images_of_64_points_each() -> None:
    digits = load_digits()
    assert len(digits.images) == len(digits.labels) == 1797
    assert {len(image) for image in digits.images} == {SIDE * SIDE}


def test_a_point_is_from_white_to_black() -> None:
    points = {point for image in load_digits().images for point in image}
    assert points == set(range(DARKEST + 1))


def test_every_digit_is_there_about_as_often_as_any_other() -> None:
    counts = Counter(load_digits().labels)
    assert sorted(counts) == list(range(10))
    assert min(counts.values()) > 170


def test_whoever_changes_a_list_changes_nobody_elses() -> None:
    load_digits().images[0][0] = 99
    assert load_digits().images[0][0] == 0
