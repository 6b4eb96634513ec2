"""1,797 handwritten digits, for lesson 16: real data, small enough to be part of the package.

The test set of Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak (1998), UCI
Machine Learning Repository, https://doi.org/10.24432/C50P49, licensed under CC BY 4.0; unchanged.
Thirteen people wrote them. Each image was scanned at 32 x 32 points; a number is the count of dark
points in a block of 4 x 4. `LICENSE.txt`, beside the data, has all that belongs to them.
"""

import csv
import gzip
from importlib import resources
from typing import NamedTuple

#: Rows and columns of an image.
SIDE = 8
#: The darkest that a point can be: all of its block.
DARKEST = 16


class Digits(NamedTuple):
    """Images and what they show, in the order in which they were collected: by writer.

    Attributes:
        images: for each 64 whole numbers from 0 to 16, row by row, from the top.
        labels: for each the digit, from 0 to 9.
    """

    images: list[list[int]]
    labels: list[int]


def load_digits() -> Digits:
    """All images, read from the package: no network is needed."""
    packed = resources.files(__package__).joinpath("digits.csv.gz").read_bytes()
    rows = [list(map(int, row)) for row in csv.reader(gzip.decompress(packed).decode().split())]
    return Digits([row[:-1] for row in rows], [row[-1] for row in rows])
