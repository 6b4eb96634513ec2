"""The player: a picture of a graph that runs forward and backward one step at a time.

All of it is one piece of HTML that needs nothing else. Where scripts do not run, the whole picture
stands there as an image; where they do, the script takes the picture out of that image, so that it
is stored only once.
"""

import json
from base64 import b64encode
from html import escape

from leadin.graph import words
from leadin.graph.model import Graph
from leadin.graph.steps import steps
from leadin.graph.svg import draw


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


def player(graph: Graph) -> str:
    """Write a graph as HTML that plays.

    Args:
        graph: the graph.

    Returns:
        HTML with its style and script, for any number of players on a page.
    """
    plain = [[step.text, step.shows, step.nodes] for step in steps(graph)]
    # `</` would end the script early, and Python's own dump keeps it.
    told = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    name = escape(graph.loss.name)
    return (
        f'<div class="leadin-player" data-leadin data-lm-suppress-shortcuts="true" tabindex="0" '
        f'role="group" aria-label="Player of the graph of {name}: arrow keys step, space plays">'
        f"<style>{_STYLE}</style>"
        f'<div class="lp-picture">{image(graph)}</div>'
        f'<script type="application/json">{told}</script>'
        f"<script>{_SCRIPT}</script></div>"
    )


_STYLE = """
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
_SCRIPT = r"""
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
    let now = 0, timer = null;
    const see = (node) => {
      const a = node.getBoundingClientRect(), b = box.getBoundingClientRect();
      if (a.top < b.top || a.bottom > b.bottom) box.scrollTop += a.top - b.top - b.height / 3;
      if (a.left < b.left || a.right > b.right) box.scrollLeft += a.left - b.left - b.width / 3;
    };
    const show = (n) => {
      now = Math.max(0, Math.min(last, n));
      const [says, , about] = steps[now];
      for (const [part, first, all] of parts) {
        part.classList.toggle("lp-later", first > now);
        part.classList.toggle("lp-now", all.has(now) && now > 0);
      }
      for (const node of nodes) {
        node.classList.toggle("lp-now", now > 0 && about.includes(node.dataset.n));
      }
      if (now > 0 && nodes.length) see(nodes.find((node) => node.dataset.n === about[0]));
      text.textContent = says;
      count.textContent = `${now + 1} / ${steps.length}`;
      button("back").disabled = now === 0;
      button("next").disabled = now === last;
    };
    const stop = () => {
      clearInterval(timer);
      timer = null;
      button("play").textContent = "play";
    };
    const play = () => {
      if (timer) return stop();
      if (now === last) show(0);
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
      first: () => { stop(); show(0); },
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
    show(0);
  };
  for (const root of document.querySelectorAll("[data-leadin]:not([data-ready])")) {
    if (!root.querySelector("script[type='application/json']")) continue;
    root.dataset.ready = "";
    start(root);
  }
})();
""".strip()
