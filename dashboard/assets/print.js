/* Makes a page ready for paper, where nothing can be opened and nothing scrolls. */
(function () {
  "use strict";

  // A card's contents on A4, in CSS pixels, where the style sheet makes charts smaller by a fifth.
  const PAPER = 650 / 0.8;

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.as-table:not([open])").forEach(function (part) {
      part.open = true;
      part.dataset.opened = "";
    });
    graphs().forEach((graph) => window.Plotly.relayout(graph, { autosize: false, width: PAPER }));
  });

  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-opened]").forEach(function (part) {
      part.open = false;
      delete part.dataset.opened;
    });
    graphs().forEach((graph) => window.Plotly.relayout(graph, { autosize: true, width: null }));
  });

  function graphs() {
    return document.querySelectorAll(".js-plotly-plot");
  }
})();
