"""The explorable figures compute what torch computes, obey mouse and keyboard, and stand still.

Their scripts run in headless Chromium; where there is none, those tests are skipped.
"""

import json
import math
import re
from pathlib import Path

import pytest
import torch

from leadin.authoring import explorables

# One browser serves all tests of it, so they stay in one process.
pytestmark = pytest.mark.xdist_group("book")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / explorables.FOLDER
NAMES = list(explorables.STILLS)
RATES = [0.005, 0.02, 0.1, 0.125, 0.2, 0.25, 0.3]
SIGMAS = {
    "off": lambda z: z,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}
WEIGHTS = [
    explorables.NETWORK,
    {"w1": [1.0, -1.0], "b1": [0.0, 0.0], "w2": [1.0, 1.0], "b2": 0.0},
    {"w1": [0.35, -2.1], "b1": [-1.2, 0.8], "w2": [-0.55, 1.4], "b2": 0.3},
]


# --- in the browser -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A page with every figure, the first of them twice."""
    body = "\n".join(explorables.fragment(name, FOLDER) for name in [*NAMES, NAMES[0]])
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>figures</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<body style="margin:0;padding:0 1em">{body}</body></html>',
        "utf-8",
    )
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    """A function that opens the page with some settings; faults on it fail the test."""
    faults, contexts = [], []

    def open_page(**settings):
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("request", lambda asked: None if asked.url == address else faults.append(asked.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(opened):
    return opened()


@pytest.fixture(scope="module")
def compute(browser, address):
    """Evaluate a figure's function in the page, with arguments as JSON."""
    page = browser.new_page()
    page.goto(address)

    def call(function, *arguments):
        given = ",".join("(v) => v" if value is float else json.dumps(value) for value in arguments)
        return page.evaluate(f"leadinExplorables.{function}({given})")

    yield call
    page.close()


def figure(page, name):
    return page.locator(f"[data-explorable={name}]").first


def says(page, name):
    return figure(page, name).locator("output").inner_text()


# --- the numbers are torch's --------------------------------------------------------------------


def descend(lr, steps):
    """Follow w and the loss of the sample x = 2, y = 4, before the first step and after each."""
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    path, losses = [], []
    for _ in range(steps + 1):
        loss = (w * 2.0 - 4.0) ** 2
        path.append(w.item())
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return path, losses


def train_linear(lr, zero, epochs, dtype):
    """Lesson 08's loop: w, w.grad after each backward, and the last sample's losses."""
    w = torch.tensor(1.0, dtype=dtype, requires_grad=True)
    path, grads, losses = [w.item()], [], []
    for _ in range(epochs):
        for x, y in zip((1.0, 2.0, 3.0), (2.0, 4.0, 6.0), strict=True):
            loss = (w * x - y) ** 2
            loss.backward()
            grads.append(w.grad.item())
            with torch.no_grad():
                w -= lr * w.grad
            if zero:
                w.grad.zero_()
            path.append(w.item())
        losses.append(loss.item())
    return path, grads, losses


def tensors(weights):
    return {
        name: torch.tensor(value, dtype=torch.float64, requires_grad=True)
        for name, value in weights.items()
    }


def predict(sigma, p, x):
    return (p["w2"] * SIGMAS[sigma](p["w1"] * x + p["b1"])).sum() + p["b2"]


X_DATA = [-2.0 + i / 2 for i in range(9)]


def mean_loss(sigma, p):
    return sum((predict(sigma, p, x) - abs(x)).item() ** 2 for x in X_DATA) / 9


def train_network(sigma, weights, epochs):
    p = tensors(weights)
    means = [mean_loss(sigma, p)]
    for _ in range(epochs):
        for x in X_DATA:
            loss = (predict(sigma, p, x) - abs(x)) ** 2
            slopes = torch.autograd.grad(loss, list(p.values()))
            with torch.no_grad():
                for weight, slope in zip(p.values(), slopes, strict=True):
                    weight -= 0.02 * slope
        means.append(mean_loss(sigma, p))
    return means, {name: value.tolist() for name, value in p.items()}


@pytest.mark.parametrize("lr", RATES)
def test_the_path_on_the_parabola_is_torchs_to_the_bit(compute, lr):
    path, losses = descend(lr, 20)
    assert compute("learningRate.path", lr, 20) == {"w": path, "loss": losses}


@pytest.mark.parametrize("lr", RATES)
def test_the_factor_is_what_each_step_does_to_the_distance(compute, lr):
    path, _ = descend(lr, 1)
    assert compute("learningRate.factor", lr) == pytest.approx(2 - path[1], rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("zero", [True, False])
@pytest.mark.parametrize("lr", [0.001, 0.01, 0.05])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_the_loop_with_and_without_zero_is_torchs_to_the_bit(compute, lr, zero, dtype):
    rounding = [float] if dtype is torch.float64 else []
    run = compute("forgottenZero.run", lr, zero, 100, *rounding)
    path, grads, losses = train_linear(lr, zero, 100, dtype)
    assert (run["w"], run["grad"], run["losses"]) == (path, grads, losses)


def test_a_diverging_loop_ends_as_torchs_does(compute):
    losses = compute("forgottenZero.run", 0.08, False, 100)["losses"]
    # As text, since no nan equals another.
    assert str([float(loss) for loss in losses]) == str(
        train_linear(0.08, False, 100, torch.float32)[2]
    )


@pytest.mark.parametrize("sigma", SIGMAS)
@pytest.mark.parametrize("weights", WEIGHTS)
def test_a_prediction_and_the_mean_loss_are_torchs(compute, sigma, weights):
    p = tensors(weights)
    for x in (-2.5, -1.0, 0.0, 0.3, 2.0):
        expected = predict(sigma, p, x).item()
        assert compute("nonlinearity.predict", sigma, weights, x) == pytest.approx(
            expected, rel=1e-12, abs=1e-15
        )
    means = compute("nonlinearity.meanLoss", sigma, weights)
    assert means == pytest.approx(mean_loss(sigma, p), rel=1e-12)


@pytest.mark.parametrize("weights", WEIGHTS)
def test_the_one_layer_says_what_both_layers_say(compute, weights):
    layer = compute("nonlinearity.oneLayer", weights)
    p = tensors(weights)
    for x in (-2.0, 0.0, 1.7):
        both = predict("off", p, x).item()
        assert layer["W"] * x + layer["b"] == pytest.approx(both, rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("sigma", SIGMAS)
@pytest.mark.parametrize("weights", WEIGHTS)
def test_training_the_network_is_torchs(compute, sigma, weights):
    trained = compute("nonlinearity.train", sigma, weights, 50)
    means, expected = train_network(sigma, weights, 50)
    assert trained["means"] == pytest.approx(means, rel=1e-12, abs=1e-15)
    for name, value in expected.items():
        assert trained["weights"][name] == pytest.approx(value, rel=1e-12, abs=1e-13)


LOGITS = [([2.0, 1.0, -1.0], 1), ([6.0, 0.0, 0.0], 1), ([0.0, 6.0, 0.0], 1), ([-8.0, 7.75, 0.5], 0)]


@pytest.mark.parametrize(("logits", "label"), LOGITS)
def test_softmax_its_loss_and_its_gradient_are_torchs(compute, logits, label):
    z = torch.tensor(logits, dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(z, torch.tensor(label))
    loss.backward()
    p = torch.softmax(z.detach(), dim=0).tolist()
    assert compute("softmax.probabilities", logits) == pytest.approx(p, rel=1e-12)
    assert compute("softmax.loss", logits, label) == pytest.approx(loss.item(), rel=1e-9, abs=1e-12)
    assert compute("softmax.gradient", logits, label) == pytest.approx(
        z.grad.tolist(), rel=1e-9, abs=1e-12
    )
    stepped = (z - 0.5 * z.grad).tolist()
    assert compute("softmax.step", logits, label, 0.5) == pytest.approx(stepped, rel=1e-12)


def train_on_the_moons(p, points, labels, epochs):
    p = tensors(p)
    x, y = torch.tensor(points, dtype=torch.float64), torch.tensor(labels)
    losses, right = [], []
    for _ in range(epochs + 1):
        h = torch.tanh(x @ p["w1"].T + p["b1"]) if "w1" in p else x
        z = h @ p["w2"].T + p["b2"]
        loss = torch.nn.functional.cross_entropy(z, y)
        losses.append(loss.item())
        right.append((z.argmax(dim=1) == y).sum().item())
        grads = torch.autograd.grad(loss, list(p.values()))
        with torch.no_grad():
            for weight, grad in zip(p.values(), grads, strict=True):
                weight -= grad
    return losses, right


@pytest.mark.parametrize("units", [0, 8])
def test_training_on_the_moons_is_torchs(compute, units):
    points, labels = explorables.moons()
    start = compute("moons.start", units)
    expected = train_on_the_moons(start, points, labels, 60)
    run = compute("moons.train", units, 60)
    assert [each["loss"] for each in run] == pytest.approx(expected[0], rel=1e-8)
    assert [each["right"] for each in run] == expected[1]


def test_the_points_of_the_moons_are_those_of_the_still_picture(page):
    points, labels = explorables.moons()
    drawn = page.evaluate("leadinExplorables.moons.points")
    assert drawn == [pytest.approx(point, abs=1e-12) for point in points]
    assert page.evaluate("leadinExplorables.moons.labels") == labels
    assert page.evaluate("leadinExplorables.softmax.start") == explorables.LOGITS


def test_the_reader_starts_from_the_network_of_the_still_picture(page):
    assert page.evaluate("leadinExplorables.nonlinearity.start") == explorables.NETWORK


@pytest.mark.parametrize("weights", WEIGHTS)
def test_no_training_without_sigma_goes_below_the_floor(compute, weights):
    assert min(compute("nonlinearity.train", "off", weights, 300)["means"]) > explorables.FLOOR


def test_the_answers_say_what_comes_out(compute):
    ends = {
        sigma: compute("nonlinearity.train", sigma, explorables.NETWORK, 200)["means"][-1]
        for sigma in SIGMAS
    }
    told = (FOLDER / "nonlinearity.html").read_text("utf-8")
    assert f"{ends['off']:.4f} with σ off, at {ends['sigmoid']:.4f} with sigmoid" in told
    assert f"{ends['tanh']:.4f} with tanh and below 0.0001 with ReLU" in told
    assert ends["relu"] < 0.0001
    slow, jumping = (compute("learningRate.path", lr, 8)["loss"][8] for lr in (0.1, 0.15))
    assert slow == pytest.approx(jumping, rel=1e-6)
    cut_off = {**explorables.NETWORK, "b1": [-3.0, -3.0]}
    trained = compute("nonlinearity.train", "relu", cut_off, 200)
    assert trained["means"][-1] > explorables.FLOOR
    assert {**trained["weights"], "b2": 0.0} == cut_off
    told = (FOLDER / "softmax.html").read_text("utf-8")
    wrong = compute("softmax.gradient", [6, 0, 0], 1)
    shown = ", ".join(f"{each:.4f}" for each in wrong).replace("-", "−")
    assert f"p − y is {shown}" in told
    assert max(map(abs, compute("softmax.gradient", [0, 6, 0], 1))) < 0.005
    told = (FOLDER / "moons.html").read_text("utf-8")
    straight, bent = (compute("moons.train", units, 300) for units in (0, 8))
    assert f"{straight[300]['right']} of 60 points are right after 300 epochs" in told
    assert f"a loss of {straight[300]['loss']:.4f}" in told
    assert f"{bent[100]['right']} points are right at epoch 100, and all 60 at epoch 300" in told
    assert f"a loss of {bent[300]['loss']:.5f}" in told
    assert bent[300]["right"] == 60
    swing = compute("forgottenZero.run", 0.001, False, 100)["w"]
    assert min(swing) < 1.01
    assert max(swing) > 2.99
    long_run = {lr: compute("forgottenZero.run", lr, False, 400)["w"] for lr in (0.068, 0.069)}
    assert max(long_run[0.068]) < 20
    assert max(long_run[0.069]) > 1000


def arriving(sigma, gain, noise):
    """The norm of the gradient at each hidden layer's z, and the spread of z, by autograd."""
    x = torch.linspace(-1, 1, 8, dtype=torch.float64).reshape(-1, 1)
    h, zs = x, []
    for matrix in noise:
        weights = gain / len(matrix[0]) ** 0.5 * torch.tensor(matrix, dtype=torch.float64)
        zs.append((h @ weights.T).requires_grad_())
        zs[-1].retain_grad()
        h = SIGMAS[sigma](zs[-1])
    ((zs[-1] - torch.sin(3 * x)) ** 2).mean().backward()
    hidden = zs[:-1]
    return [z.grad.norm().item() for z in hidden], [z.std(correction=0).item() for z in hidden]


@pytest.mark.parametrize("sigma", explorables.DEEP_SIGMAS)
@pytest.mark.parametrize("gain", [0.5, 1.0, 1.41, 3.0])
def test_what_arrives_at_each_layer_is_torchs(compute, sigma, gain):
    noise = compute("deepGradients.noise", 7)
    assert noise == [matrix.tolist() for matrix in explorables.deep_noise(7)]
    norms, spread = arriving(sigma, gain, noise)
    measured = compute("deepGradients.measure", sigma, gain, noise)
    assert measured["norms"] == pytest.approx(norms, rel=1e-9)
    assert measured["spread"] == pytest.approx(spread, rel=1e-9)


# --- moving the handles -------------------------------------------------------------------------


def test_scripts_put_the_live_figure_in_the_place_of_the_still_one(page):
    for one in page.locator("[data-explorable]").all():
        assert one.locator(".le-live").is_visible()
        assert one.locator(".le-still").count() == 0


def test_the_keyboard_moves_the_learning_rate_from_creeping_to_one_step_to_diverging(page):
    rate = figure(page, "learningRate").locator("[data-lr]")
    assert "Each step leaves 84 % of the distance to 2" in says(page, "learningRate")
    rate.focus()
    for _ in range(21):
        page.keyboard.press("ArrowRight")
    assert "the first step lands on 2. After 20 steps: w = 2, loss 0." in says(page, "learningRate")
    for _ in range(25):
        page.keyboard.press("ArrowRight")
    assert "it never arrives" in says(page, "learningRate")
    page.keyboard.press("End")
    assert "it diverges. After 20 steps: w = −834.683" in says(page, "learningRate")


def test_the_mouse_drags_the_learning_rate(page):
    rate = figure(page, "learningRate").locator("[data-lr]")
    box = rate.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.07, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, middle, steps=5)
    page.mouse.up()
    assert rate.input_value() == "0.3"
    assert "it diverges" in says(page, "learningRate")


def test_every_step_is_a_dot_on_the_parabola(page):
    one = figure(page, "learningRate")
    one.locator("[data-steps]").fill("3")
    assert one.locator("[data-chart=parabola] circle.le-orange").count() == 4
    assert "After 3 steps" in says(page, "learningRate")


def test_the_space_bar_turns_zero_off_and_the_losses_are_the_lessons(page):
    switch = figure(page, "forgottenZero").locator("[data-zero]")
    assert "Loss in epochs 0, 1 and 99: 7.316, 3.999, 9.09e−13." in says(page, "forgottenZero")
    switch.focus()
    page.keyboard.press("Space")
    assert not switch.is_checked()
    assert "Loss in epochs 0, 1 and 99: 6.995, 0.0292, 0.4749." in says(page, "forgottenZero")


def test_the_other_run_is_not_drawn_before_the_switch_was_turned(page):
    one = figure(page, "forgottenZero")
    other = one.locator("[data-chart=losses] path.le-other")
    assert other.get_attribute("d") == ""
    one.locator("[data-zero]").click()
    assert other.get_attribute("d").startswith("M")


def test_the_second_update_without_zero_uses_the_sum(page):
    one = figure(page, "forgottenZero")
    one.locator("[data-zero]").uncheck()
    one.locator("[data-updates]").fill("2")
    assert "the slope of this sample (x = 2) is −7.84, w.grad is −9.84, the sum so far" in says(
        page, "forgottenZero"
    )


def test_walking_goes_step_by_step_and_pauses(opened, address):
    page = opened()
    page.clock.install()
    page.goto(address)
    one = figure(page, "learningRate")
    button, steps = one.locator("[data-walk]"), one.locator("[data-steps]")
    button.click()
    page.clock.run_for(1600)
    assert steps.input_value() == "3"
    assert button.inner_text() == "pause"
    button.click()
    page.clock.run_for(5000)
    assert steps.input_value() == "3"
    button.click()
    page.clock.run_for(60000)
    assert steps.input_value() == "20"
    assert button.inner_text() == "walk the steps"


def test_who_wants_no_motion_is_offered_none(opened):
    page = opened(reduced_motion="reduce")
    assert not figure(page, "learningRate").locator("[data-walk]").is_visible()
    assert not figure(page, "forgottenZero").locator("[data-walk]").is_visible()


def test_without_sigma_the_handles_only_move_a_line(page):
    one = figure(page, "nonlinearity")
    handles = one.locator("[type=range]")
    handles.first.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    handles.last.fill("-0.5")
    assert (
        "W = w2·w1 = 1·2 + 0.5·(−1) = 1.5, b = w2·b1 + b2 = −0.25. "
        "Prediction = 1.5·x − 0.25, a line."
    ) in says(page, "nonlinearity")
    assert "not below the floor, 0.4321" in says(page, "nonlinearity")


def test_with_sigma_the_prediction_bends_and_training_goes_below_the_floor(page):
    one = figure(page, "nonlinearity")
    one.get_by_label("off").focus()
    page.keyboard.press("ArrowRight")
    assert one.get_by_label("tanh").is_checked()
    assert "not a line" in says(page, "nonlinearity")
    assert "end at 0.009426, below the floor, 0.4321" in says(page, "nonlinearity")


def test_the_trained_weights_go_into_the_handles_and_out_again(page):
    one = figure(page, "nonlinearity")
    one.get_by_label("ReLU").check()
    one.locator("[data-trained]").click()
    shown = [text.replace("−", "-") for text in one.locator(".le-handles b").all_inner_texts()]
    weights = train_network("relu", explorables.NETWORK, 200)[1]
    expected = [*weights["w1"], *weights["b1"], *weights["w2"], weights["b2"]]
    assert [float(text) for text in shown] == pytest.approx(expected, rel=5e-3)
    one.locator("[data-reset]").click()
    assert one.locator(".le-handles b").all_inner_texts()[:3] == ["1", "−1", "0.5"]


def test_weights_that_training_can_not_bear_are_said_to_be_too_large(page):
    one = figure(page, "nonlinearity")
    handles = one.locator("[type=range]").all()
    for handle, value in zip(handles, (3, -3, 3, 3, 3, -3, 3), strict=True):
        handle.fill(str(value))
    assert "200 epochs of training diverge" in says(page, "nonlinearity")
    assert one.locator("[data-trained]").is_disabled()


def test_the_gradient_vanishes_explodes_and_keeps_its_size_as_the_handle_says(page):
    one = figure(page, "deepGradients")
    assert "ReLU, gain 1: " in says(page, "deepGradients")
    assert says(page, "deepGradients").endswith("0.69 a layer: it vanishes.")
    one.locator("[data-set='1.41']").click()
    assert "A share of 0.49 arrives" in says(page, "deepGradients")
    assert "it keeps its size, more or less" in says(page, "deepGradients")
    handle = one.locator("[data-gain]")
    handle.focus()
    page.keyboard.press("End")
    assert handle.input_value() == "3"
    assert "it explodes" in says(page, "deepGradients")


def test_the_arrow_keys_choose_sigma_and_other_weights_tell_the_same(page):
    one = figure(page, "deepGradients")
    one.get_by_role("radio", name="ReLU").focus()
    page.keyboard.press("ArrowUp")
    assert one.get_by_role("radio", name="tanh").is_checked()
    before = says(page, "deepGradients")
    one.locator("[data-anew]").click()
    assert says(page, "deepGradients") != before
    assert "tanh, gain 1: " in says(page, "deepGradients")
    assert "it keeps its size, more or less" in says(page, "deepGradients")


def test_the_keyboard_moves_a_logit_and_the_three_numbers_follow(page):
    one = figure(page, "softmax")
    assert "p = 0.7054, 0.2595, 0.0351. The model answers class 0, which is wrong." in says(
        page, "softmax"
    )
    assert "Gradient p − y = 0.7054, −0.7405, 0.0351" in says(page, "softmax")
    one.locator("[type=range]").nth(1).focus()
    page.keyboard.press("End")
    assert "The model answers class 1, which is right" in says(page, "softmax")
    assert one.locator("[data-add]").is_disabled()
    one.get_by_label("0", exact=True).check()
    assert "The model answers class 1, which is wrong" in says(page, "softmax")


def test_one_more_for_all_logits_changes_nothing_and_a_step_lowers_the_loss(page):
    one = figure(page, "softmax")
    before = says(page, "softmax")
    one.locator("[data-add]").click()
    assert one.locator(".le-handles b").all_inner_texts() == ["3", "2", "0"]
    assert says(page, "softmax") == before
    one.locator("[data-step]").click()
    assert "Loss −ln p of class 1: 0.5321" in says(page, "softmax")
    one.locator("[data-reset]").click()
    assert one.locator(".le-handles b").all_inner_texts() == ["2", "1", "−1"]


def test_the_epochs_bend_the_boundary_only_where_there_is_a_hidden_layer(page):
    one = figure(page, "moons")
    assert "Epoch 0, with 8 hidden units: loss 0.9716, 28 of 60 points right." in says(
        page, "moons"
    )
    one.locator("[data-epoch]").focus()
    page.keyboard.press("End")
    assert "Epoch 300, with 8 hidden units: loss 0.05612, 60 of 60" in says(page, "moons")
    one.get_by_label("none").check()
    assert "Epoch 300, without a hidden layer: loss 0.4666, 47 of 60" in says(page, "moons")
    assert one.locator("[data-chart=plane] path.le-stripe").count() == 3
    assert one.locator("[data-chart=plane] path.le-glyph").count() == 3


def test_two_figures_of_a_kind_do_not_disturb_each_other(page):
    first, second = page.locator("[data-explorable=learningRate]").all()
    second.locator("[data-set='0.27']").click()
    assert first.locator("[data-lr]").input_value() == "0.02"
    assert "it diverges" in second.locator("output").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_page(opened, scripts, width):
    size = {"width": width, "height": 800}
    page = opened(viewport=size, java_script_enabled=scripts)
    wider = page.locator("[data-explorable]").evaluate_all("""figures => figures.flatMap(figure => {
        const box = figure.getBoundingClientRect();
        return [...figure.querySelectorAll("svg[role], button, input, output, p, label")]
            .map(part => part.getBoundingClientRect())
            .filter(part => part.width && (part.left < box.left || part.right > box.right));
    })""")
    assert wider == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_every_handle_is_large_enough_for_a_finger(opened):
    page = opened(viewport={"width": 360, "height": 800}, has_touch=True)
    for handle in page.locator("[data-explorable] :is(button, [type=range], .le-pick)").all():
        assert handle.bounding_box()["height"] >= 32


@pytest.mark.parametrize(
    ("theme", "system", "dark"),
    [("dark", "light", True), ("light", "dark", False), ("auto", "dark", True)],
)
def test_the_colours_follow_the_page_then_the_system(opened, theme, system, dark):
    page = opened(color_scheme=system)
    page.evaluate("theme => document.body.dataset.theme = theme", theme)
    paper = figure(page, "nonlinearity").evaluate("one => getComputedStyle(one).backgroundColor")
    assert paper == ("rgb(27, 30, 35)" if dark else "rgb(255, 255, 255)")


def test_every_handle_has_a_name_and_every_chart_a_description(page):
    for handle in page.locator("[data-explorable] input").all():
        assert handle.evaluate("one => one.labels[0].innerText.trim()")
    for chart in page.locator("[data-explorable] svg[data-chart]").all():
        assert chart.get_attribute("aria-label")


def test_without_scripts_the_still_pictures_stand_there_and_no_dead_handle(opened):
    page = opened(java_script_enabled=False)
    for one in page.locator("[data-explorable]").all():
        assert one.locator(".le-still svg[role=img]").first.is_visible()
        assert not one.locator(".le-live").is_visible()
        assert not one.locator(".le-ask").is_visible()
        one.locator("summary").click()
        assert one.locator("details p").is_visible()


# --- without a browser --------------------------------------------------------------------------


@pytest.mark.parametrize("zero", [True, False])
def test_the_still_picture_of_the_loop_shows_torchs_float32_numbers(zero):
    path, losses = explorables.training_run(0.01, 100, zero=zero)
    expected, _, expected_losses = train_linear(0.01, zero, 100, torch.float32)
    assert (path, losses) == (expected, expected_losses)


@pytest.mark.parametrize("lr", RATES)
def test_the_still_picture_of_the_parabola_shows_torchs_numbers(lr):
    assert explorables.learning_rate_path(lr, 20) == pytest.approx(descend(lr, 20)[0], rel=1e-12)


@pytest.mark.parametrize("sigma", ["off", "tanh"])
def test_the_still_picture_of_the_network_shows_torchs_numbers(sigma):
    p = tensors(explorables.NETWORK)
    value = explorables.prediction(lambda z: SIGMAS[sigma](torch.tensor(z)).item(), 0.7)
    assert value == pytest.approx(predict(sigma, p, 0.7).item(), rel=1e-6)
    charts = explorables.STILLS["nonlinearity"]()
    drawn = charts[1].marks[2 if sigma == "tanh" else 1].points
    means, _ = train_network(sigma, explorables.NETWORK, 200)
    assert [value for _, value in drawn] == pytest.approx(means[1:], rel=1e-9)


@pytest.mark.parametrize("sigma", explorables.DEEP_SIGMAS)
@pytest.mark.parametrize("gain", [1.0, 2.0])
def test_the_still_picture_of_twenty_layers_shows_torchs_numbers(sigma, gain):
    noise = explorables.deep_noise(1)
    expected, _ = arriving(sigma, gain, [matrix.tolist() for matrix in noise])
    assert explorables.deep_gradients(sigma, gain, noise) == pytest.approx(expected, rel=1e-9)


def test_the_answer_on_twenty_layers_says_what_arrives():
    noise = explorables.deep_noise(1)
    told = (FOLDER / "deep_gradients.html").read_text("utf-8")
    for sigma, gain, text in (
        ("relu", 1.41, "a share of 0.49 arrives"),
        ("relu", 1.0, "At gain 1 it is 0.0008"),
        ("relu", 2.0, "At gain 2 it is 480 times"),
        ("tanh", 1.0, "with a share of 0.18"),
        ("tanh", 2.0, "the share is only 19"),
        ("sigmoid", 3.0, "only 0.000009 arrive"),
    ):
        first, *_, last = explorables.deep_gradients(sigma, gain, noise)
        (number,) = re.findall(r"(?<=[a-z] )[\d.]+(?=$| arrive| times)", text)
        assert text in told
        assert first / last == pytest.approx(float(number), rel=0.06)


@pytest.mark.parametrize("units", [0, 8])
def test_the_still_picture_of_the_moons_shows_torchs_numbers(units):
    points, labels = explorables.moons()
    run = explorables.moons_run(units, 60)
    turns = [2 * math.pi * j / 8 for j in range(8)]
    start = {
        "w2": [[0.3 * math.sin(1 + 3 * k + 2 * j) for j in range(8)] for k in range(3)],
        "b2": [0.0] * 3,
        "w1": [[math.cos(turn), math.sin(turn)] for turn in turns],
        "b1": [0.5 * math.sin(3 * j) for j in range(8)],
    }
    if not units:
        start = {
            "w2": [[0.3 * math.sin(1 + 3 * k + j) for j in range(2)] for k in range(3)],
            "b2": [0.0] * 3,
        }
    losses, right = train_on_the_moons(start, points, labels, 60)
    assert [each.loss for each in run] == pytest.approx(losses, rel=1e-8)
    assert [each.right for each in run] == right
    assert (
        sum(answer == y for answer, y in zip(run[60].answers(points), labels, strict=True))
        == (right[60])
    )


@pytest.mark.parametrize(("logits", "_label"), LOGITS)
def test_the_still_picture_of_softmax_shows_torchs_numbers(logits, _label):
    expected = torch.softmax(torch.tensor(logits, dtype=torch.float64), dim=0).tolist()
    assert explorables.softmax(logits) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_one_small_piece_that_markdown_leaves_whole(name):
    html = explorables.fragment(name, FOLDER)
    assert len(html.encode()) < 26_000
    assert html.startswith("<figure ")
    assert html.rstrip().endswith("</figure>")
    assert "\n\n" not in html
    assert "{still}" not in html


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_asks_for_nothing_outside_of_it(name):
    html = explorables.fragment(name, FOLDER)
    assert not re.search(r"https?:|src=|url\(|@import|fetch\(", html)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_the_same_each_time(name):
    assert explorables.fragment(name, FOLDER) == explorables.fragment(name, FOLDER)


def test_every_file_of_a_figure_is_known():
    assert {path.stem for path in FOLDER.glob("*.html")} == set(NAMES)
