/* A table that is wider than its frame can be scrolled with the keyboard; others are no stop. */
(function () {
  "use strict";

  const frames = new ResizeObserver((entries) => entries.forEach((entry) => weigh(entry.target)));

  function weigh(frame) {
    if (frame.scrollWidth > frame.clientWidth + 1) {
      const caption = frame.querySelector("caption");
      frame.tabIndex = 0;
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", caption ? caption.textContent : "Table");
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => frame.removeAttribute(name));
    }
  }

  new MutationObserver(function (changes) {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          node.querySelectorAll(".table-scroll").forEach((frame) => frames.observe(frame));
          if (node.matches(".table-scroll")) {
            frames.observe(node);
          }
        }
      }
    }
  }).observe(document, { childList: true, subtree: true });
})();
