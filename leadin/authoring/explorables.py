"""The explorable figures of the reading site, and the still pictures that stand in for them.

Each is one file in book/explorables/: words, handles and a script that computes in the page. Where
scripts do not run, pictures drawn here stand in its place. They show a few settings side by side,
as nobody can move a handle there. They are drawn anew whenever the site is made, so that they can't
be out of date.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np

from leadin.charts.axes import Axes, Scale, powers, ticks
from leadin.charts.markup import Html, element
from leadin.course import LOOPS
from leadin.course.exercise import Inputs
from leadin.training.batches import RELU, SIGMOID, TANH, Array, Net, cross_entropy, missed
from leadin.training.loop import Loop, Training
from leadin.training.models import IDENTITY

Point = tuple[float, float]

FOLDER = Path("book/explorables")

# The live charts (book/explorables/explorables.js) have the same measures.
WIDTH, HEIGHT = 320, 210
LEFT, TOP, RIGHT, BOTTOM = 42, 24, 10, 34

FLOOR = 35 / 81
#: The logits that the reader starts from, and the class that is right.
LOGITS, RIGHT_CLASS = [2.0, 1.0, -1.0], 1
#: Points of each class, and the plane that they lie in, in as many rows and columns of places.
EACH, PLANE, ROWS, COLUMNS = 20, ((-2.5, 2.9), (-1.9, 1.9)), 36, 72
#: What is drawn at a point of each class, from there on.
GLYPHS = ("h0", "m-3-3h6v6h-6z", "m0-4l4 7h-8z")

#: The network that the reader starts from; two hidden units, so that the handles fit a phone.
NETWORK: Inputs = {"w1": [1.0, -1.0], "b1": [0.5, -0.5], "w2": [1.0, 0.5], "b2": 0.0}


@dataclass(frozen=True)
class Mark:
    """What is drawn at points, or between them.

    Attributes:
        style: names its look in explorables.css.
        points: where.
        kind: a line through all; a dot or a glyph at each; or a stripe from one point to the next,
            then another.
        glyph: the rest of a path, from a point on.
    """

    style: str
    points: Sequence[Point]
    kind: Literal["line", "dots", "stripes", "glyphs"] = "line"
    glyph: str = ""


@dataclass(frozen=True)
class Chart:
    """One still chart.

    Attributes:
        caption: what stands below it.
        alt: what it shows, for those who can't see it.
        x: from and to.
        y: from and to.
        x_ticks: where the x axis is labelled.
        y_ticks: where the y axis is labelled.
        x_name: what the x axis shows.
        y_name: what the y axis shows.
        marks: what is drawn, the first at the back.
        log: whether the y axis is logarithmic.
    """

    caption: str
    alt: str
    x: Point
    y: Point
    x_ticks: Sequence[float]
    y_ticks: Sequence[float]
    x_name: str
    y_name: str
    marks: Sequence[Mark] = field(default_factory=tuple)
    log: bool = False


def fragment(name: str, folder: Path = FOLDER) -> str:
    """Put an explorable figure together.

    Args:
        name: one of STILLS.
        folder: where the files are.

    Returns:
        HTML with its style, script and still pictures, for any number of figures on a page. It has
        no empty line, at which Markdown would take it for ended, and no comments.
    """
    parts = [(folder / file).read_text("utf-8") for file in ("explorables.css", "explorables.js")]
    text = (folder / f"{name}.html").read_text("utf-8")
    style, script = f"<style>{parts[0]}</style>", f"<script>{parts[1]}</script>"
    opening, rest = text.replace("{still}", still(name)).split("<figcaption>", 1)
    lines = (line.strip() for line in f"{opening}{style}{script}<figcaption>{rest}".splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def still(name: str) -> str:
    """Draw the still pictures of an explorable figure, as HTML."""
    drawn = "\n".join(_figure(chart) for chart in STILLS[name]())
    note = "<p>The figure moves where scripts run. Here are some settings, side by side.</p>"
    return f'{note}\n<div class="le-charts">\n{drawn}\n</div>'


def learning_rate_path(lr: float, steps: int, w: float = 1.0) -> list[float]:
    """Follow w down (2w − 4)², before the first step and after each."""
    path = [w]
    for _ in range(steps):
        w = w - lr * 8 * (w - 2)
        path.append(w)
    return path


def training_run(lr: float, epochs: int, *, zero: bool) -> tuple[list[float], list[float]]:
    """Run lesson 08's loop in PyTorch's float32.

    Args:
        lr: learning rate.
        epochs: rounds through the lesson's three samples.
        zero: whether the gradient is cleared after each update.

    Returns:
        w before the first update and after each, and the loss of each epoch's last sample.
    """
    inputs = LOOPS["08-train-linear"].lesson_inputs
    w, grad, rate = np.float32(inputs["w"]), np.float32(0), np.float32(lr)
    path, losses = [float(w)], []
    for _ in range(epochs):
        for x, y in zip(inputs["x_data"], inputs["y_data"], strict=True):
            error = w * np.float32(x) - np.float32(y)
            slope = np.float32(2) * error * np.float32(x)
            grad = slope if zero else grad + slope
            w = w - rate * grad
            path.append(float(w))
        losses.append(float(error * error))
    return path, losses


def prediction(sigma: Callable[[float], float], x: float) -> float:
    """What the network that the reader starts from says, with σ between its layers."""
    hidden = [sigma(w * x + b) for w, b in zip(NETWORK["w1"], NETWORK["b1"], strict=True)]
    return float(sum(w * h for w, h in zip(NETWORK["w2"], hidden, strict=True)) + NETWORK["b2"])


def softmax(logits: Sequence[float]) -> list[float]:
    """The probabilities that logits stand for."""
    exponentials = [math.exp(z - max(logits)) for z in logits]
    return [each / sum(exponentials) for each in exponentials]


def moons() -> tuple[list[Point], list[int]]:
    """Three bent clouds of points, each turned a third of a circle further, and their classes."""
    labels = [label for label in range(3) for _ in range(EACH)]
    points = []
    for n, label in enumerate(labels):
        i, turn = n % EACH, 2 * math.pi * label / 3
        angle, radius = math.pi * i / (EACH - 1), 1 + 0.16 * math.sin(7 * i + 3 * label)
        x, y = radius * math.cos(angle) + 0.6, radius * math.sin(angle) - 0.1
        cos, sin = math.cos(turn), math.sin(turn)
        points.append((cos * x - sin * y, sin * x + cos * y))
    return points, labels


class Moment(NamedTuple):
    """A network on the moons in some epoch.

    Attributes:
        loss: before the epoch's update.
        right: how many points it has right.
        answers: the class that it gives places.
    """

    loss: float
    right: int
    answers: Callable[[Sequence[Point]], list[int]]


def moons_run(units: int, epochs: int) -> list[Moment]:
    """Train on the moons, all points at once and with lr = 1.

    Args:
        units: of the hidden layer; 0 for none.
        epochs: updates.

    Returns:
        The network at the start and after each update.
    """
    points, labels = moons()

    def scattered(n: int, stride: int) -> list[list[float]]:
        return [[0.3 * math.sin(1 + 3 * k + stride * j) for j in range(n)] for k in range(3)]

    start: Inputs = {"w2": scattered(units, 2) if units else scattered(2, 1), "b2": [0.0] * 3}
    if units:
        angles = [2 * math.pi * j / units for j in range(units)]
        start["w1"] = [[math.cos(angle), math.sin(angle)] for angle in angles]
        start["b1"] = [0.5 * math.sin(3 * j) for j in range(units)]
    net = Net(("w1", "b1", "w2", "b2") if units else ("w2", "b2"), softmax="shifted")
    inputs = {"x_data": points, "y_data": labels, **start, "lr": 1.0}
    training = Training(Loop(loss=cross_entropy, loss_slope=missed), net, inputs)

    def answers_with(params: list[Any]) -> Callable[[Sequence[Point]], list[int]]:
        def answers(places: Sequence[Point]) -> list[int]:
            batch = training.samples[0]._replace(x=np.array(places))
            return [int(each) for each in net.forward(params, batch).y_pred.argmax(axis=1)]

        return answers

    run = []
    for _ in range(epochs + 1):
        answers = answers_with(list(training.params))
        right = sum(map(int.__eq__, answers(points), labels))
        run.append(Moment(training.epoch()[0], right, answers))
    return run


def _regions(moment: Moment) -> list[list[Point]]:
    """The plane's rows in pieces of one answer, as two ends a piece, by class."""
    (x0, x1), (y0, y1) = PLANE
    wide, high = (x1 - x0) / COLUMNS, (y1 - y0) / ROWS
    ends: list[list[Point]] = [[], [], []]
    for y in (y0 + (row + 0.5) * high for row in range(ROWS)):
        said = moment.answers([(x0 + (i + 0.5) * wide, y) for i in range(COLUMNS)])
        first = 0
        for i in range(1, COLUMNS + 1):
            if i == COLUMNS or said[i] != said[first]:
                ends[said[first]] += [(x0 + first * wide, y), (x0 + i * wide, y)]
                first = i
    return ends


def _softmax() -> list[Chart]:
    def bars(style: str, values: Sequence[float]) -> list[Mark]:
        return [Mark(f"le-column {style}", [(k, 0), (k, v)]) for k, v in enumerate(values)]

    def charts(logits: Sequence[float], caption: str) -> list[Chart]:
        p = softmax(logits)
        y = [float(k == RIGHT_CLASS) for k in range(3)]
        shown = ", ".join(f"{z:g}" for z in logits).replace("-", "−")
        numbers = ", ".join(f"{a - b:.3f}" for a, b in zip(p, y, strict=True)).replace("-", "−")
        return [
            Chart(
                f"logits {shown}, right class {RIGHT_CLASS}: p (bars) and the target y (dots)",
                f"Bars for the probabilities {', '.join(f'{each:.3f}' for each in p)} of logits "
                f"{shown}, and dots for the target 0, 1, 0.",
                (-0.6, 2.6),
                (-0.08, 1.08),
                range(3),
                [0, 0.25, 0.5, 0.75, 1],
                "class",
                "probability p, target y",
                [*bars("le-blue", p), Mark("le-ink", [*enumerate(y)], "dots")],
            ),
            Chart(
                f"p − y = {numbers}: {caption}",
                f"Bars for the gradient p − y, {numbers}.",
                (-0.6, 2.6),
                (-1.08, 1.08),
                range(3),
                [-1, -0.5, 0, 0.5, 1],
                "class",
                "gradient p − y",
                [
                    Mark("le-level", [(-0.6, 0), (2.6, 0)]),
                    *bars("le-orange", [a - b for a, b in zip(p, y, strict=True)]),
                ],
            ),
        ]

    return [
        *charts(LOGITS, "the right logit rises, the two others fall"),
        *charts([6.0, 0.0, 0.0], "sure and wrong pulls most"),
        *charts([0.0, 6.0, 0.0], "sure and right hardly pulls"),
    ]


def _moons() -> list[Chart]:
    points, labels = moons()
    x, y = PLANE
    bent, straight = moons_run(8, 300), moons_run(0, 300)

    def chart(moment: Moment, what: str) -> Chart:
        marks = [
            Mark(f"le-stripe le-class{k}", ends, "stripes")
            for k, ends in enumerate(_regions(moment))
        ]
        for k, glyph in enumerate(GLYPHS):
            own = [point for point, label in zip(points, labels, strict=True) if label == k]
            marks.append(Mark(f"le-glyph le-class{k}", own, "glyphs", glyph))
        told = f"loss {moment.loss:.3g}, {moment.right} of {len(points)} points right"
        return Chart(
            f"{what}: {told}",
            f"Three bent clouds of points and the regions of each class. {what}: {told}.",
            x,
            y,
            range(-2, 3),
            range(-1, 2),
            "x1",
            "x2",
            marks,
        )

    return [
        chart(straight[300], "without a hidden layer, epoch 300"),
        chart(bent[300], "with 8 hidden units, epoch 300"),
    ]


def _learning_rate() -> list[Chart]:
    def loss(w: float) -> float:
        return (2 * w - 4) ** 2

    def chart(lr: float, steps: int, caption: str) -> Chart:
        path = [(w, loss(w)) for w in learning_rate_path(lr, steps)]
        return Chart(
            f"lr = {lr:g}: {caption}",
            f"The parabola (2w − 4)² and {steps} steps of w from 1 with lr = {lr:g}: {caption}.",
            (-0.6, 4.6),
            (-1, 25),
            range(5),
            range(0, 30, 5),
            "w",
            "loss",
            [
                Mark("le-curve", [(w, loss(w)) for w in _spread(-0.6, 4.6)]),
                Mark("le-orange le-thin", path),
                Mark("le-orange", path, "dots"),
            ],
        )

    return [
        chart(0.02, 8, "w creeps up to 2"),
        chart(0.125, 8, "one step arrives"),
        chart(0.25, 8, "w jumps between 1 and 3 for ever"),
        chart(0.27, 8, "each step lands further away"),
    ]


def _forgotten_zero() -> list[Chart]:
    path, losses = training_run(0.01, 100, zero=True)
    swing, restless = training_run(0.01, 100, zero=False)
    return [
        Chart(
            "w over 60 updates, lr = 0.01: with zero_() (solid) it rises to 2, without (dashed) it "
            "swings between 1 and 3",
            "w over the updates: with zero_() a rise to 2, without an endless swing around 2.",
            (0, 60),
            (-0.5, 4.5),
            range(0, 75, 15),
            range(5),
            "updates made",
            "w",
            [
                Mark("le-level", [(0, 2), (60, 2)]),
                Mark("le-blue", _numbered(path[:61])),
                Mark("le-orange", _numbered(swing[:61])),
            ],
        ),
        Chart(
            "the loss of each epoch’s last sample: with zero_() it falls, without it never settles",
            "The loss over the epochs: with zero_() a steady fall, without jumps up and down.",
            (0, 99),
            (1e-14, 1e6),
            range(0, 100, 25),
            [1e-12, 1e-8, 1e-4, 1, 1e4],
            "epoch",
            "loss of the last sample (logarithmic)",
            [Mark("le-blue", _numbered(losses)), Mark("le-orange", _numbered(restless))],
            log=True,
        ),
    ]


def _nonlinearity() -> list[Chart]:
    exercise = LOOPS["04-below-the-floor"]
    inputs = {**exercise.lesson_inputs, **NETWORK}
    bent = exercise.oracle(**inputs)
    straight = exercise.simulate(inputs, {"hidden": IDENTITY})
    data = list(zip(inputs["x_data"], inputs["y_data"], strict=True))
    places = _spread(-2.5, 2.5)
    return [
        Chart(
            "the same weights with σ off (solid, a line) and with σ = tanh (dashed, bent)",
            "The points of y = |x|; the prediction is a line with σ off, a curve with tanh.",
            (-2.5, 2.5),
            (-1.2, 3),
            range(-2, 3),
            range(-1, 4),
            "x",
            "prediction",
            [
                Mark("le-blue", [(x, prediction(lambda z: z, x)) for x in places]),
                Mark("le-orange", [(x, prediction(math.tanh, x)) for x in places]),
                Mark("le-ink", data, "dots"),
            ],
        ),
        Chart(
            "trained from there: with σ off the mean loss comes down to the floor of every line, "
            "35/81, with tanh far below it",
            "Mean loss over 200 epochs: with σ off it ends on the floor 0.43, with tanh at 0.009.",
            (1, len(bent)),
            (1e-4, 30),
            range(50, 250, 50),
            [10.0**n for n in range(-4, 2)],
            "epoch",
            "mean loss (logarithmic)",
            [
                Mark("le-level", [(1, FLOOR), (len(bent), FLOOR)]),
                Mark("le-blue", _numbered(straight, first=1)),
                Mark("le-orange", _numbered(bent, first=1)),
            ],
            log=True,
        ),
    ]


#: Twenty layers of 32 units, between one input and one output.
DEEP = (1, *[32] * 20, 1)
DEEP_SIGMAS = {"sigmoid": SIGMOID, "tanh": TANH, "relu": RELU}


def deep_noise(seed: int) -> list[Array]:
    """A matrix for each layer, of numbers with mean 0 and variance 1, the same as in the page.

    Each number is the sum of twelve even ones between 0 and 1, minus 6.
    """

    def numbers() -> Iterator[float]:
        state = seed
        while True:
            total = 0.0
            for _ in range(12):
                state = (1664525 * state + 1013904223) % 2**32
                total += state / 2**32
            yield total - 6

    drawn = numbers()
    return [
        np.array([[next(drawn) for _ in range(n_in)] for _ in range(n_out)])
        for n_in, n_out in pairwise(DEEP)
    ]


def deep_gradients(sigma: str, gain: float, noise: Sequence[Array]) -> list[float]:
    """The norm of the gradient that arrives at z of each hidden layer.

    Args:
        sigma: one of DEEP_SIGMAS.
        gain: what the noise is multiplied by, beside 1/√inputs.
        noise: a matrix for each layer.
    """
    function = DEEP_SIGMAS[sigma]
    weights = [gain / math.sqrt(matrix.shape[1]) * matrix for matrix in noise]
    x = np.linspace(-1, 1, 8).reshape(-1, 1)
    z, given = x, [x]
    for matrix in weights:
        z = given[-1] @ matrix.T
        given.append(function.value(z))
    delta, norms = 2 * (z - np.sin(3 * x)) / len(x), []
    for matrix, h in zip(weights[:0:-1], given[-2:0:-1], strict=True):
        # The slope of each of these is found from σ(z) alone; that of ReLU from its sign.
        delta = (delta @ matrix) * function.slope(h, h)
        norms.append(float(np.linalg.norm(delta)))
    return norms[::-1]


def _deep_gradients() -> list[Chart]:
    noise = deep_noise(1)

    def chart(runs: Sequence[tuple[str, str, float]], caption: str, alt: str) -> Chart:
        lines = [(look, deep_gradients(sigma, gain, noise)) for look, sigma, gain in runs]
        return Chart(
            caption,
            alt,
            (0.3, 20.7),
            (1e-16, 1e6),
            [1, 5, 10, 15, 20],
            [1e-16, 1e-12, 1e-8, 1e-4, 1, 1e4],
            "hidden layer",
            "norm of the gradient that arrives",
            [Mark(look, _numbered(norms, first=1)) for look, norms in lines],
            log=True,
        )

    return [
        chart(
            [("le-orange", "sigmoid", 1), ("le-blue", "tanh", 1), ("le-curve", "relu", 1)],
            "gain 1: sigmoid (dashed) loses nearly all of the gradient on its way from layer 20 to "
            "layer 1, ReLU (gray) three powers of ten, tanh (solid) hardly anything",
            "The gradient's norm at layers 1 to 20 for gain 1: sigmoid falls steeply towards layer "
            "1, ReLU less, tanh stays level.",
        ),
        chart(
            [("le-curve", "relu", 1), ("le-blue", "relu", 1.41), ("le-orange", "relu", 2)],
            "ReLU with gain 1 (gray), 1.41 (solid) and 2 (dashed): it vanishes, keeps its size, "
            "explodes",
            "The gradient's norm at layers 1 to 20 with ReLU: for gain 1 it falls towards layer 1, "
            "for 1.41 it stays level, for 2 it rises.",
        ),
    ]


#: The explorable figures by name, with the still charts of each.
STILLS: dict[str, Callable[[], list[Chart]]] = {
    "learning_rate": _learning_rate,
    "forgotten_zero": _forgotten_zero,
    "nonlinearity": _nonlinearity,
    "deep_gradients": _deep_gradients,
    "softmax": _softmax,
    "moons": _moons,
}


def _numbered(values: Iterable[float], first: int = 0) -> list[Point]:
    return [(float(n), value) for n, value in enumerate(values, first)]


def _spread(first: float, last: float, pieces: int = 50) -> list[float]:
    return [first + (last - first) * i / pieces for i in range(pieces + 1)]


def _figure(chart: Chart) -> str:
    low, high = map(math.log10, chart.y) if chart.log else chart.y
    axes = Axes(
        Scale(*chart.x), Scale(low, high, chart.log), WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM
    )
    y_ticks = powers(chart.y_ticks) if chart.log else ticks(chart.y_ticks)
    place = {"x": LEFT, "y": TOP, "width": axes.across, "height": axes.down}
    foot = {"x": WIDTH - RIGHT, "y": HEIGHT - 4, "text_anchor": "end"}
    drawn = axes.picture(
        *axes.grid(ticks(chart.x_ticks), y_ticks),
        element("rect", class_="le-frame", **place),
        element("text", chart.y_name, x=LEFT, y=TOP - 9),
        element("text", chart.x_name, **foot),
        axes.inside(*(part for mark in chart.marks for part in _mark(axes, mark))),
        look="le-still-chart",
        alt=chart.alt,
    )
    return element("div", drawn, element("p", chart.caption))


def _mark(axes: Axes, mark: Mark) -> Iterator[Html]:
    places = [(f"{axes.at_x(x):.1f}", f"{axes.at_y(y):.1f}") for x, y in mark.points]
    match mark.kind:
        case "line":
            way = "M" + "L".join(f"{x} {y}" for x, y in places)
        case "glyphs":
            way = "".join(f"M{x} {y}{mark.glyph}" for x, y in places)
        case "stripes":
            pairs = zip(places[::2], places[1::2], strict=True)
            way = "".join(f"M{x} {y}H{end}" for (x, y), (end, _) in pairs)
        case "dots":
            for x, y in places:
                yield element("circle", class_=mark.style, cx=x, cy=y, r=3.5)
            return
    yield element("path", class_=mark.style, d=way)
