"""The player: a picture of a graph that runs forward and backward one step at a time.

All of it is one piece of HTML that needs nothing else. Where scripts do not run, the whole picture
stands there as an image; where they do, the script takes the picture out of that image, so that it
is stored only once. A page with many players may have the style and the script once instead.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import Any

from leadin.graph import words
from leadin.graph.model import Graph
from leadin.graph.steps import steps
from leadin.graph.svg import draw

#: The mime type of what `told` returns. A notebook stores it beside the image; what does not know
#: it shows the image.
STEPS_TYPE = "application/vnd.leadin.steps+json"

_CODE = re.compile(r"<style>.*?</style>|<script>.*?</script>", re.DOTALL)


def image(graph: Graph) -> str:
    """Write a graph as an HTML image that also an untrusted notebook shows.

    Args:
        graph: the graph.

    Returns:
        An `img` element in a box that scrolls when the picture is larger than the page.
    """
    picture = draw(graph)
    data = b64encode(picture.encode()).decode()
    return (
        '<div style="overflow:auto;max-width:100%;max-height:90vh">'
        f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(words.summary(graph))}" '
        'style="max-width:none"></div>'
    )


def told(graph: Graph) -> dict[str, Any]:
    """Say all that a player needs beside the image, as JSON can hold it.

    Args:
        graph: the graph.

    Returns:
        `name` of what is differentiated, and `steps`: of each its text, the keys of what appears
        with it, and the ids of the nodes that it is about.
    """
    plain = [[step.text, [*step.shows], [*step.nodes]] for step in steps(graph)]
    return {"name": graph.loss.name, "steps": plain}


def player(graph: Graph) -> str:
    """Write a graph as HTML that plays.

    Args:
        graph: the graph.

    Returns:
        HTML with its style and script, for any number of players on a page.
    """
    code = f"<style>{STYLE}</style>", f"<script>{SCRIPT}</script>"
    return _player("data-leadin", image(graph), told(graph), *code)


def player_of(picture: str, said: Mapping[str, Any]) -> str:
    """Write a player for a page that has `STYLE` and `SCRIPT` already.

    It begins with the whole picture, since that is what the text beside an image speaks of.

    Args:
        picture: what `image` returned.
        said: what `told` returned for the same graph.
    """
    return _player("data-leadin data-whole", picture, said)


def without_code(html: str) -> str:
    """Take the style and the script out of what `player` returned, for such a page."""
    return _CODE.sub("", html)


def _player(
    marks: str, picture: str, said: Mapping[str, Any], style: str = "", script: str = ""
) -> str:
    # A `<` in a name could end the script early, or begin another.
    data = json.dumps(said["steps"], ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c")
    name = escape(said["name"])
    return (
        f'<div class="leadin-player" {marks} data-lm-suppress-shortcuts="true" tabindex="0" '
        f'role="group" aria-label="Player of the graph of {name}: arrow keys step, space plays">'
        f'{style}<div class="lp-picture">{picture}</div>'
        f'<script type="application/json">{data}</script>{script}</div>'
    )


STYLE = """
.leadin-player{--lp-paper:#fff;--lp-ink:#1a1a1a;--lp-line:#767676;--lp-mark:#8a5a00;
 background:var(--lp-paper);color:var(--lp-ink);border:1px solid var(--lp-line);border-radius:6px;
 padding:8px;box-sizing:border-box;
 font:14px/1.4 Helvetica,Arial,"DejaVu Sans",sans-serif}
.leadin-player.lp-dark{--lp-paper:#1b1e23;--lp-ink:#ececec;--lp-line:#8b9097;--lp-mark:#ffd166}
.leadin-player:focus-visible{outline:3px solid #4c8dd6;outline-offset:1px}
.leadin-player .lp-bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center}
.leadin-player button{font:inherit;color:inherit;background:transparent;cursor:pointer;
 border:1px solid var(--lp-line);border-radius:4px;padding:4px 9px;min-height:32px}
.leadin-player button:disabled{opacity:.45;cursor:default}
.leadin-player button:focus-visible{outline:2px solid #4c8dd6}
.leadin-player .lp-text{min-height:2.8em;padding:8px 2px;overflow-wrap:anywhere;max-width:44em}
.leadin-player .lp-later{visibility:hidden}
.leadin-player svg .lp-now rect,.leadin-player svg path.lp-now{stroke:var(--lp-mark)!important;
 stroke-width:3!important}
.leadin-player svg text.lp-now,.leadin-player svg tspan.lp-now{font-weight:bold}
""".strip()

# Every player on the page that is not running yet is started, whichever script comes first: a page
# may put its scripts in when it likes. The picture's own colours are for an image, which knows
# only the system's setting; in the page they follow the page's.
SCRIPT = r"""
(() => {
  const isDark = () => {
    const body = document.body, html = document.documentElement;
    const light = body.dataset.jpThemeLight;
    if (light) return light === "false";
    const theme = html.dataset.theme || body.dataset.theme;
    if (theme === "dark" || theme === "light") return theme === "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const start = (root) => {
    const find = (what) => root.querySelector(what);
    const steps = JSON.parse(find("script[type='application/json']").textContent);
    const img = find("img"), box = img.parentElement;
    const bytes = Uint8Array.from(atob(img.src.split(",")[1]), (c) => c.charCodeAt(0));
    const read = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml");
    const svg = document.importNode(read.documentElement, true);
    img.replaceWith(svg);
    const style = svg.querySelector("style"), media = "(prefers-color-scheme:dark)";
    const css = style.textContent;
    const paint = () => {
      root.classList.toggle("lp-dark", isDark());
      style.textContent = css.replace(media, isDark() ? "all" : "not all");
    };
    paint();
    const watch = new MutationObserver(paint), to = {attributes: true};
    watch.observe(document.body, to);
    watch.observe(document.documentElement, to);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    const since = {};
    steps.forEach(([, shows], n) => shows.forEach((key) => { since[key] ??= n; }));
    const parts = [...svg.querySelectorAll("[data-k]")].map((part) => {
      const at = part.dataset.k.split(" ").map((key) => since[key] ?? 0);
      return [part, Math.min(...at), new Set(at)];
    });
    const nodes = [...svg.querySelectorAll("[data-n]")];
    // Made here, so that no dead button stands where scripts do not run.
    root.insertAdjacentHTML("afterbegin", `<div class="lp-bar">
      <button type="button" data-do="back">◀ back</button>
      <button type="button" data-do="next">next ▶</button>
      <button type="button" data-do="play">play</button>
      <button type="button" data-do="all">show all</button>
      <span class="lp-count"></span></div>
      <div class="lp-text" role="status" aria-live="polite"></div>`);
    const text = find(".lp-text"), count = find(".lp-count"), last = steps.length - 1;
    const button = (name) => find(`[data-do=${name}]`);
    // Before the first step may come the whole picture.
    const whole = [`the whole graph; “next” walks through it in ${steps.length} steps`, [], []];
    const first = "whole" in root.dataset ? -1 : 0;
    let now = 0, timer = null;
    const see = (node) => {
      const a = node.getBoundingClientRect(), b = box.getBoundingClientRect();
      if (a.top < b.top || a.bottom > b.bottom) box.scrollTop += a.top - b.top - b.height / 3;
      if (a.left < b.left || a.right > b.right) box.scrollLeft += a.left - b.left - b.width / 3;
    };
    const show = (n) => {
      now = Math.max(first, Math.min(last, n));
      const [says, , about] = steps[now] ?? whole;
      for (const [part, start, all] of parts) {
        part.classList.toggle("lp-later", now >= 0 && start > now);
        part.classList.toggle("lp-now", all.has(now) && now > 0);
      }
      for (const node of nodes) {
        node.classList.toggle("lp-now", now > 0 && about.includes(node.dataset.n));
      }
      if (now > 0 && nodes.length) see(nodes.find((node) => node.dataset.n === about[0]));
      text.textContent = says;
      count.textContent = now < 0 ? "" : `${now + 1} / ${steps.length}`;
      button("back").disabled = now === first;
      button("next").disabled = now === last;
    };
    const stop = () => {
      clearInterval(timer);
      timer = null;
      button("play").textContent = "play";
    };
    const play = () => {
      if (timer) return stop();
      if (now < 0 || now === last) show(0);
      button("play").textContent = "pause";
      timer = setInterval(() => {
        if (!root.isConnected) return stop();
        show(now + 1);
        if (now === last) stop();
      }, 1800);
    };
    const go = {
      back: () => { stop(); show(now - 1); },
      next: () => { stop(); show(now + 1); },
      all: () => { stop(); show(last); },
      first: () => { stop(); show(first); },
      play,
    };
    root.addEventListener("click", (event) => {
      const wish = event.target.closest("[data-do]");
      if (wish) go[wish.dataset.do]();
      // A button that was just disabled would drop the keyboard focus.
      if (wish?.disabled) root.focus();
    });
    const keys = {ArrowLeft: "back", ArrowRight: "next", ArrowUp: "back", ArrowDown: "next",
      " ": "play", Home: "first", End: "all"};
    root.addEventListener("keydown", (event) => {
      const wish = keys[event.key];
      if (!wish || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " " && event.target.closest("button")) return;
      event.preventDefault();
      event.stopPropagation();
      go[wish]();
    });
    show(first);
  };
  for (const root of document.querySelectorAll("[data-leadin]:not([data-ready])")) {
    if (!root.querySelector("script[type='application/json']")) continue;
    root.dataset.ready = "";
    start(root);
  }
})();
""".strip()
