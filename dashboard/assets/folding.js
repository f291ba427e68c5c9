/* Folds the filters away where there is little room, so that the figures come early. */
(function () {
  "use strict";

  const roomy = window.matchMedia("(min-width: 60rem)");

  function fold() {
    const panel = document.querySelector(".filters-panel");
    if (panel) {
      panel.open = roomy.matches;
    }
    return panel;
  }

  const arrival = new MutationObserver(function () {
    if (fold()) {
      arrival.disconnect();
    }
  });
  arrival.observe(document, { childList: true, subtree: true });
  roomy.addEventListener("change", fold);
})();
