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

  // A box that scrolls must be within reach of the keyboard.
  const boxes = "article pre, article .table-wrapper, article div.math, article [style*=overflow]";
  const reach = () => {
    for (const box of document.querySelectorAll(boxes)) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (scrolls) box.tabIndex = 0;
      else if (box.tabIndex === 0) box.removeAttribute("tabindex");
    }
  };
  addEventListener("load", reach);
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);

  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
})();
