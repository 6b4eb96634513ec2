// What a page does beyond being read. Without it the page lacks comfort, and nothing else.
(() => {
  // A link may lead into a fold.
  const reveal = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    for (let box = place.closest("details:not([open])"); box;) {
      box.open = true;
      box = box.parentElement.closest("details:not([open])");
    }
    place.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // A formula in a line can't break, so one that is wider than its line gets a box that scrolls.
  const fit = () => {
    for (const formula of document.querySelectorAll("article span.math")) {
      formula.classList.remove("wide");
      const line = formula.parentElement.closest("p, li, td, th, dd, figcaption, div");
      formula.classList.toggle("wide", line && formula.offsetWidth > line.clientWidth);
    }
  };

  // A box that scrolls must be within reach of the keyboard.
  const boxes = "article pre, article .table-wrapper, article .math, article [style*=overflow]";
  const reach = () => {
    for (const box of document.querySelectorAll(boxes)) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (scrolls && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
      else if (box.tabIndex === 0) box.removeAttribute("tabindex");
    }
  };
  const settle = () => { fit(); reach(); };
  addEventListener("load", settle);
  addEventListener("resize", settle);
  document.addEventListener("toggle", settle, true);
  window.MathJax?.startup?.promise?.then(settle);

  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
})();
