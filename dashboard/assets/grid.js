/* Adds rows to the grid, and lets Ctrl+Z undo there. */
(function () {
  "use strict";

  // A new row is the browser's own until all it needs is there; its mark has it stored once.
  function add(clicks, columns) {
    if (!clicks) {
      return window.dash_clientside.no_update;
    }
    const mark = crypto.randomUUID();
    const row = { id: "new-" + mark, version: null, once: mark };
    columns.forEach(function (column) {
      row[column.field] = "";
    });
    return { add: [row], addIndex: 0, async: false };
  }

  document.addEventListener("keydown", function (event) {
    const inGrid = event.target.closest && event.target.closest("#grid");
    const typing = event.target.matches && event.target.matches("input, textarea");
    if (inGrid && !typing && event.ctrlKey && event.key === "z") {
      event.preventDefault();
      document.getElementById("grid-undo").click();
    }
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { grid: { add: add } });
})();
