/* Makes plain elements of the parts of a page that never change by themselves. */
(function () {
  "use strict";

  function element(part) {
    if (typeof part === "string") {
      return document.createTextNode(part);
    }
    const [tag, attributes, children] = part;
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children.map(tag === "tr" ? cell : element));
    return made;
  }

  // Text in a row is a cell with a number: see layouts/static_parts.py.
  function cell(part) {
    return element(typeof part === "string" ? ["td", { class: "number" }, [part]] : part);
  }

  // Quotation marks come as backticks, and backticks as quotation marks: see layouts/static_parts.py.
  function swapped(text) {
    return text.replace(/["`]/g, (mark) => (mark === "`" ? '"' : "`"));
  }

  function fill(place) {
    place.replaceChildren(...JSON.parse(swapped(place.dataset.still)).map(element));
  }

  new MutationObserver(function (changes) {
    for (const change of changes) {
      if (change.type === "attributes") {
        fill(change.target);
      }
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          node.querySelectorAll("[data-still]").forEach(fill);
          if (node.matches("[data-still]")) {
            fill(node);
          }
        }
      }
    }
  }).observe(document, { attributeFilter: ["data-still"], childList: true, subtree: true });
})();
