"""The reading site as its readers have it: in a browser, in both colours, on a phone, offline.

Each page is visited once, and everything that there is to see of it is noted down in that visit.
"""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
import torch

from leadin.authoring.notebooks import notebooks_in
from leadin.graph import play
from leadin.graph.steps import steps

# One build and one browser serve all of these, so they stay in one process.
pytestmark = pytest.mark.xdist_group("book")

ROOT = Path(__file__).parents[2]
LESSONS = [path.stem for path in notebooks_in(ROOT / "solutions")]
PAGES = ["index", *LESSONS, "errors", "glossary", "instructors", "lecture_note", "search"]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
FIRST_PAGE_LIMIT = 700_000
CONTRAST = "color-contrast"
THEMES = {
    "light": {"rules": {CONTRAST: {"enabled": False}}},
    "dark": {"runOnly": ["link-in-text-block"]},
}
"""Both colour schemes, with axe-core's rules but for contrast: all, and those about colours."""
SERIOUS = ("serious", "critical")

QUESTIONS = {
    "why do gradients accumulate": "07_zero_grad",
    "what does retain_graph do": "06_backward",
    "leaf tensor": "05_requires_grad",
    "learning rate too large": "01_linear_model",
    "chain rule": "02_computational_graph",
    "shape of a weight matrix": "03_two_layer_network",
    "why do we need an activation function": "04_why_nonlinearity",
    "why does my loss go up": "09_training_quadratic",
    "torch.no_grad": "10_modern_pytorch",
    "topological order": "11_build_autograd",
    "how do I grade my class": "instructors",
}
"""What a reader may ask, and the page that answers."""

MESSAGES = {
    "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn": (
        "element 0 of tensors does not require grad"
    ),
    'Traceback (most recent call last): File "train.py", line 12, in <module> loss.backward() '
    "RuntimeError: Trying to backward through the graph a second time (or directly access saved "
    "tensors after they have already been freed).": "backward through the graph a second time",
    "RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.": (
        "a leaf Variable that requires grad"
    ),
    "RuntimeError: grad can be implicitly created only for scalar outputs": (
        "grad can be implicitly created only for scalar outputs"
    ),
    "TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'": "NoneType",
    "AttributeError: 'NoneType' object has no attribute 'zero_'": "'NoneType' object has no",
    "RuntimeError: Only Tensors of floating point and complex dtype can require gradients": (
        "Only Tensors of floating point"
    ),
}
"""A message as it is pasted, and what stands in the entry that must be found first."""

TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth, page = document.documentElement.scrollWidth;
  const boxed = (part) => {
    for (let box = part.parentElement; !box.matches("article, header"); box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const over = [...document.querySelectorAll("article *, header *")].filter((part) => {
    const {right, width} = part.getBoundingClientRect();
    return width > 1 && right > wide + 1 && !boxed(part);
  });
  return [...(page > wide ? [`the page: ${page}`] : []), ...over.map((part) => part.outerHTML)]
    .map((text) => text.slice(0, 120));
}"""
"""What sticks out of the page on the right, without a box of its own that scrolls."""

STEP = """players => players.map((player) => {
  const says = () => player.querySelector("[role=status]").textContent;
  const before = says();
  player.querySelector("[data-do=next]").click();
  return [before, says()];
})"""

ONE_TEXT_OF_A_KIND = """() => {
  const marks = ["class", "style", "data-theme"];
  const named = (part) => [part.tagName, ...marks.map((mark) => part.getAttribute(mark))].join(" ");
  const kind = (part) => part ? `${kind(part.parentElement)} > ${named(part)}` : "";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set(), again = [];
  while (texts.nextNode()) {
    const found = kind(texts.currentNode.parentElement);
    if (seen.has(found)) again.push(texts.currentNode);
    seen.add(found);
  }
  again.forEach((text) => text.remove());
  for (const part of [...document.querySelectorAll("article *")].reverse()) {
    if (!part.hasChildNodes()) part.remove();
  }
}"""
"""Contrasts take most of axe-core's time, and texts of the same styles have the same contrast."""

WITHOUT_DETAIL = """() => {
  for (const formula of document.querySelectorAll("mjx-container svg")) formula.replaceChildren();
  const seen = new Set();
  for (const word of document.querySelectorAll("pre span")) {
    const kind = `${word.closest("[class*=highlight-]")?.className} ${word.className}`;
    if (seen.has(kind) && !word.children.length) word.replaceWith(word.textContent);
    seen.add(kind);
  }
}"""
"""A page consists for the most part of the strokes of formulas and of code's words."""


@dataclass(frozen=True)
class Visit:
    """What one visit to a page showed.

    Attributes:
        requests: addresses of all that the page asked for, over http and from the folder.
        faults: errors and warnings in the console, and answers that were not there.
        links: addresses that the page links to.
        ids: the places in it.
        players: what each player says at first and after "next".
        weight: bytes that came over http, without MathJax.
        too_wide: what sticks out on a phone, by colour scheme.
        inaccessible: what axe-core finds serious or critical, by colour scheme.
    """

    requests: tuple[str, ...]
    faults: tuple[str, ...]
    links: tuple[str, ...]
    ids: frozenset[str]
    players: tuple[tuple[str, str], ...]
    weight: int
    too_wide: Mapping[str, list[str]]
    inaccessible: Mapping[str, list[str]]


class Server(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served."""
    with ThreadingHTTPServer(("localhost", 0), partial(Server, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def context(browser):
    made = browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(context):
    opened = context.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def visit(context, address, folder):
    """A function that visits a page, the first time it is called for it."""
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

    @cache
    def visited(name: str) -> Visit:
        page = context.new_page()
        requests: list[str] = []
        faults: list[str] = []
        arrived: list[Any] = []
        page.on("request", lambda asked: requests.append(asked.url))
        page.on("requestfailed", lambda asked: faults.extend(failure(asked)))
        page.on("response", lambda answer: arrived.append(answer))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type != "log" else None)

        # Formulas are set once, in the page from the folder, since that takes a while.
        page.route(f"{address}**/mathjax/**", lambda route: route.fulfill(body=""))
        page.goto(f"{address}{name}.html")
        weight = sum(len(answer.body()) for answer in arrived if is_counted(answer.url))
        page.goto((folder / f"{name}.html").as_uri())
        settle(page)
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
        open_folds(page)
        players = page.eval_on_selector_all(".leadin-player", STEP)
        inaccessible, too_wide = {}, {}
        page.set_viewport_size(PHONE)
        for theme in THEMES:
            show_in(theme, page)
            too_wide[theme] = page.evaluate(TOO_WIDE)
        page.set_viewport_size(DESK)
        page.evaluate(WITHOUT_DETAIL)
        page.evaluate(axe)
        for theme, rules in THEMES.items():
            show_in(theme, page)
            inaccessible[theme] = faults_for_readers(page, rules)
        page.evaluate(ONE_TEXT_OF_A_KIND)
        for theme in THEMES:
            show_in(theme, page)
            inaccessible[theme] += faults_for_readers(page, {"runOnly": [CONTRAST]})
        page.close()
        return Visit(
            tuple(requests),
            tuple(faults),
            tuple(links),
            frozenset(ids),
            tuple(map(tuple, players)),
            weight,
            too_wide,
            inaccessible,
        )

    return visited


def settle(page) -> None:
    """Wait until the formulas are set."""
    page.evaluate("() => window.MathJax?.startup?.promise")


def open_folds(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")


def show_in(theme: str, page) -> None:
    page.evaluate("theme => document.body.dataset.theme = theme", theme)


def failure(asked) -> list[str]:
    """Why a request failed, unless the page was left before its icon came."""
    return [] if asked.failure == "net::ERR_ABORTED" else [f"{asked.url}: {asked.failure}"]


def is_counted(url: str) -> bool:
    return url.startswith("http") and "/mathjax/" not in url


def faults_for_readers(page, rules: Mapping[str, Any]) -> list[str]:
    # Of what it can load before it looks, no rule that is on needs anything.
    options = {"resultTypes": ["violations"], "preload": False, **rules}
    run = "options => axe.run(document, options).then((found) => found.violations)"
    return [
        f"{fault['id']}: {fault['help']}, at {place['target']}: {place['html'][:160]}"
        for fault in page.evaluate(run, options)
        if fault["impact"] in SERIOUS
        for place in fault["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_without_a_fault(visit, name):
    assert visit(name).faults == ()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_outside_of_the_site(visit, address, folder, name):
    own = (address, folder.as_uri(), "data:")
    assert [url for url in visit(name).requests if not url.startswith(own)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_place_of_the_site(visit, folder, name):
    own = f"{folder.as_uri()}/"
    for link in visit(name).links:
        if not link.startswith(own):
            assert not link.startswith("file:"), link
            continue
        target, place = urldefrag(link.removeprefix(own))
        assert (folder / unquote(target)).is_file(), link
        if place:
            assert unquote(place) in visit(target.removesuffix(".html")).ids, link


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_fault(visit, name, theme):
    assert visit(name).inaccessible[theme] == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_phone(visit, name, theme):
    assert visit(name).too_wide[theme] == []


def test_the_first_page_is_light(visit):
    assert 0 < visit("index").weight < FIRST_PAGE_LIMIT


# --- the search, in pages that were opened from their folder ------------------------------------


@pytest.fixture(scope="module")
def results(context, folder):
    """A function that searches as a reader does, and returns the places and titles found."""
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())

    def search(query: str) -> list[tuple[str, str]]:
        field = page.get_by_role("search").get_by_role("textbox").first
        field.fill(query)
        with page.expect_navigation():
            field.press("Enter")
        links = page.locator("#search-results .search li > a")
        links.first.wait_for()
        return [(link.get_attribute("href"), link.inner_text()) for link in islice(links.all(), 3)]

    yield search
    page.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_leads_to_its_page(results, question):
    found = [place.split(".html")[0] for place, _ in results(question)]
    assert QUESTIONS[question] in found


@pytest.mark.parametrize("message", MESSAGES)
def test_a_pasted_message_leads_to_its_entry_first(results, message):
    place, title = results(message)[0]
    assert place.startswith("errors.html#")
    assert MESSAGES[message] in title


def test_a_search_for_nothing_known_says_so(page, folder):
    page.goto((folder / "search.html").as_uri() + "?q=zzyzx")
    assert "Nothing was found" in page.locator("#search-results").inner_text()


# --- the player ---------------------------------------------------------------------------------


@pytest.fixture
def first_graph():
    """The graph of the start page, made anew: lesson 08's first sample."""
    w = torch.tensor([1.0], requires_grad=True)
    x, y = 1.0, 2.0
    y_pred = w * x
    diff = y_pred - y
    loss = diff**2
    return play(loss).graph


def test_the_player_says_what_the_graph_says_step_by_step_and_back(page, address, first_graph):
    told = [step.text for step in steps(first_graph)]
    page.goto(address)
    player = page.locator(".leadin-player")
    text, count = player.get_by_role("status"), player.locator(".lp-count")
    for number, expected in enumerate(told):
        assert text.inner_text() == expected
        assert count.inner_text() == f"{number + 1} / {len(told)}"
        if number + 1 < len(told):
            player.get_by_role("button", name="next").click()
    assert player.get_by_role("button", name="next").is_disabled()
    for expected in reversed(told[:-1]):
        player.get_by_role("button", name="back").click()
        assert text.inner_text() == expected


def test_the_arrow_keys_step_the_player(page, address, first_graph):
    told = [step.text for step in steps(first_graph)]
    page.goto(address)
    player = page.locator(".leadin-player")
    player.focus()
    for key, expected in (
        ("ArrowRight", told[1]),
        ("ArrowRight", told[2]),
        ("ArrowLeft", told[1]),
        ("End", told[-1]),
        ("Home", told[0]),
    ):
        page.keyboard.press(key)
        assert player.get_by_role("status").inner_text() == expected


def test_every_player_of_the_site_plays(visit):
    players = [player for name in PAGES for player in visit(name).players]
    assert len(players) > 10
    assert [before for before, after in players if before == after] == []


# --- folds, colours and copying -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["04_why_nonlinearity", "12_debugging_clinic"])
def test_the_keyboard_opens_and_shuts_each_fold(page, folder, name):
    page.goto((folder / f"{name}.html").as_uri())
    for fold in page.locator("article details").all():
        if fold.locator("xpath=ancestor::details").count():
            continue
        inside = fold.locator(":scope > :not(summary)").first
        fold.locator("summary").first.focus()
        assert not inside.is_visible()
        page.keyboard.press("Enter")
        assert inside.is_visible()
        page.keyboard.press("Space")
        assert not inside.is_visible()


def test_a_link_into_a_fold_opens_it(page, folder):
    page.goto((folder / "08_training_linear.html").as_uri())
    folded = page.locator("article details .cell-anchor").first
    assert not folded.is_visible()
    page.goto(page.url + "#" + folded.get_attribute("id"))
    assert folded.locator("xpath=ancestor::details").evaluate("fold => fold.open")


def test_the_button_turns_the_page_and_its_pictures_dark(page, address):
    page.goto(address)
    paper = "body => getComputedStyle(body).backgroundColor"
    light = page.locator("body").evaluate(paper)
    assert not page.locator(".leadin-player.lp-dark").count()
    button = page.locator(".theme-toggle:visible")
    while page.locator("body").get_attribute("data-theme") != "dark":
        button.click()
    assert page.locator("body").evaluate(paper) != light
    assert page.locator(".leadin-player.lp-dark").count() == 1
    page.goto(f"{address}{LESSONS[0]}.html")
    assert page.locator("body").get_attribute("data-theme") == "dark"


def test_the_system_turns_the_page_dark(browser, address):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    assert page.locator(".leadin-player.lp-dark").count() == 1
    context.close()


def test_code_is_copied_without_what_it_printed(context, page, address):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}08_training_linear.html")
    blocks = page.locator("article .highlight-python")
    assert blocks.count() == page.locator("article .highlight-python .copybtn").count() > 0
    assert not page.locator("article .cell_output .copybtn").count()
    shown = blocks.locator("visible=true").first
    shown.hover()
    shown.locator(".copybtn").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == shown.locator("pre").inner_text().strip()


# --- without scripts ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def plain(browser):
    made = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = made.new_page()
    yield page
    made.close()


@pytest.mark.parametrize("name", sorted({*PAGES} - {"search"}))
def test_a_page_is_read_without_scripts(plain, visit, folder, name):
    plain.goto((folder / f"{name}.html").as_uri())
    assert plain.locator("h1").is_visible()
    for player in plain.locator(".leadin-player:visible").all():
        assert player.locator("img").is_visible()
        assert not player.get_by_role("button").count()
    for fold in plain.locator("article details:visible").all()[:3]:
        fold.locator("summary").first.click()
        assert fold.locator(":scope > :not(summary)").first.is_visible()
    assert plain.locator("html").evaluate("page => page.scrollWidth") == PHONE["width"]
