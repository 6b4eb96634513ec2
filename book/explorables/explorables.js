// What the explorable figures share: charts, numbers, and a walk through the steps of a run.
(() => {
  const room = (window.leadinExplorables ??= {});
  if (room.start) return;
  // The still pictures (leadin/authoring/explorables.py) have the same measures.
  const WIDTH = 320, HEIGHT = 210, LEFT = 42, TOP = 24, RIGHT = 10, BOTTOM = 34;
  const across = WIDTH - LEFT - RIGHT, down = HEIGHT - TOP - BOTTOM;

  const real = (text) => text.replaceAll("-", "−");
  const power = (n) => `10${[...String(n)].map((c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("")}`;
  // As Python writes it, with a real minus sign.
  room.number = (value, digits = 4) => {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : real(value < 0 ? "-inf" : "inf");
    const size = Math.abs(value);
    if (value !== 0 && (size < 1e-3 || size >= 1e5)) {
      return real(value.toExponential(2).replace("e+", "e"));
    }
    return real(String(Number(value.toPrecision(digits))));
  };
  room.signed = (value, digits) => (value < 0 ? "" : "+") + room.number(value, digits);

  // axes: {x: [from, to], y: [from, to], log, xTicks, yTicks, xName, yName}; a mark is
  // [kind, class, points, radius]; for a path, in the radius' place, what makes its parts of x, y
  // and the point's number. What lies outside of the axes is cut off.
  room.draw = (svg, axes, marks) => {
    const [x0, x1] = axes.x, [y0, y1] = axes.log ? axes.y.map(Math.log10) : axes.y;
    const px = (x) => (across * (x - x0)) / (x1 - x0);
    const py = (y) => {
      const height = axes.log ? Math.log10(Math.max(y, 1e-300)) : y;
      // Far outside is far enough: renderers stumble over huge coordinates.
      return Math.max(-1e4, Math.min(1e4, (down * (y1 - height)) / (y1 - y0)));
    };
    const round = (value) => Number(value.toFixed(2));
    const shapes = marks.map(([kind, style, points, radius]) => {
      if (kind === "line") {
        let pen = "M";
        const way = points.map(([x, y]) => {
          if (!Number.isFinite(y)) return (pen = "M"), "";
          const part = `${pen}${round(px(x))} ${round(py(y))}`;
          pen = "L";
          return part;
        });
        return `<path class="${style}" d="${way.join("")}"/>`;
      }
      if (kind === "path") {
        const way = points.map(([x, y], i) => radius(round(px(x)), round(py(y)), i));
        return `<path class="${style}" d="${way.join("")}"/>`;
      }
      return points.filter(([, y]) => Number.isFinite(y)).map(([x, y]) =>
        `<circle class="${style}" cx="${round(px(x))}" cy="${round(py(y))}" r="${radius}"/>`).join("");
    });
    const xTicks = axes.xTicks.map((x) => {
      const at = round(LEFT + px(x));
      return `<path class="chart-grid" d="M${at} ${TOP}v${down}"/>
        <text class="chart-tick" x="${at}" y="${TOP + down + 14}" text-anchor="middle">${real(`${x}`)}</text>`;
    });
    const yTicks = axes.yTicks.map((y) => {
      const at = round(TOP + py(y)), text = axes.log ? power(Math.log10(y)) : real(`${y}`);
      return `<path class="chart-grid" d="M${LEFT} ${at}h${across}"/>
        <text class="chart-tick" x="${LEFT - 5}" y="${at + 4}" text-anchor="end">${text}</text>`;
    });
    svg.innerHTML = `${xTicks.join("")}${yTicks.join("")}
      <rect class="le-frame" x="${LEFT}" y="${TOP}" width="${across}" height="${down}"/>
      <text x="${LEFT}" y="${TOP - 9}">${axes.yName}</text>
      <text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">${axes.xName}</text>
      <svg x="${LEFT}" y="${TOP}" width="${across}" height="${down}">${shapes.join("")}</svg>`;
  };

  // A button that moves a slider on by itself, one step at a time. It moves only when asked to, and
  // is not there for readers who want no motion: the slider does the same.
  room.walk = (button, slider, output, pause) => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const text = button.textContent;
    let timer = null;
    const stop = () => {
      clearInterval(timer);
      timer = null;
      button.textContent = text;
      output.setAttribute("aria-live", "polite");
    };
    const move = (to) => {
      slider.value = to;
      slider.dispatchEvent(new CustomEvent("input", {bubbles: true, detail: "walk"}));
    };
    const go = () => {
      if (timer) return stop();
      button.textContent = "pause";
      output.setAttribute("aria-live", "off");
      if (slider.value === slider.max) move(slider.min);
      timer = setInterval(() => {
        if (!slider.isConnected) return stop();
        if (Number(slider.value) + 1 >= Number(slider.max)) stop();
        move(Number(slider.value) + 1);
      }, pause);
    };
    button.addEventListener("click", go);
    slider.addEventListener("input", (event) => event.detail !== "walk" && stop());
    const obey = () => {
      stop();
      button.hidden = calm.matches;
    };
    calm.addEventListener("change", obey);
    obey();
  };

  // Bring every figure of this name to life, and take its still picture away once it lives.
  room.start = (name, live) => {
    for (const root of document.querySelectorAll(`[data-explorable="${name}"]:not([data-ready])`)) {
      root.dataset.ready = "";
      live((what) => root.querySelector(what));
      root.querySelector(".le-live").hidden = false;
      root.querySelector(".le-still").remove();
    }
  };
})();
