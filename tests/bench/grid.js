/* Runs before the grid's page: notes when it can be used, and how long things take on it. */
(function () {
  "use strict";

  const grid = { usable: null, took: null, task: 0, frames: [] };
  let began = 0;
  let told = false;
  let wiped = false;

  // The second frame after a change begins when the first has been painted.
  function seen(then) {
    requestAnimationFrame(() => requestAnimationFrame(then));
  }

  function untilUsable() {
    const cell = document.querySelector(".ag-center-cols-container .ag-cell");
    if (cell && cell.textContent) {
      seen(() => { grid.usable = performance.now(); });
    } else {
      requestAnimationFrame(untilUsable);
    }
  }

  function end() {
    seen(() => { grid.took = performance.now() - began; });
  }

  // From the event that does it to the frame that shows it, or to the words that tell of it.
  grid.from = function (name, key, until) {
    Object.assign(grid, { took: null });
    performance.clearResourceTimings();
    told = false;
    wiped = !document.getElementById("grid-told").textContent;
    document.addEventListener(name, function start(event) {
      if (!key || event.key === key) {
        document.removeEventListener(name, start, true);
        began = performance.now();
        told = Boolean(until);
        if (!until) {
          end();
        }
      }
    }, true);
  };

  grid.filter = function (model) {
    Object.assign(grid, { took: null });
    began = performance.now();
    window.dash_ag_grid.getApi("grid").setFilterModel(model);
    end();
  };

  grid.scroll = function () {
    Object.assign(grid, { task: 0, frames: [], scrolling: true });
    let last = performance.now();
    requestAnimationFrame(function frame() {
      const now = performance.now();
      grid.frames.push(now - last);
      last = now;
      if (grid.scrolling) {
        requestAnimationFrame(frame);
      }
    });
  };

  // The bytes of the last answer.
  grid.answer = function () {
    const entry = performance.getEntriesByType("resource")
      .filter((each) => each.name.includes("_dash-update-component")).pop();
    return { bytes: entry.encodedBodySize };
  };

  new PerformanceObserver(function (list) {
    grid.task = Math.max(grid.task, ...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: "longtask" });
  new MutationObserver(function () {
    const words = document.getElementById("grid-told");
    // What was told of the thing before is wiped out first.
    wiped = wiped || Boolean(words && !words.textContent);
    if (told && wiped && /Saved|Undone/.test(words.textContent)) {
      told = false;
      end();
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
  window.grid = grid;
  requestAnimationFrame(untilUsable);
})();
