/* Runs before a page's own scripts: notes when its charts are drawn, and what a change brings. */
(function () {
  "use strict";

  const QUIET = 250;
  const bench = { drawn: null, painted: null, seen: null, requests: 0, bytes: 0 };
  let open = 0;
  let touched = 0;
  let began = 0;
  // The part of a page that a reader can't see without scrolling down.
  let below = new Set();

  function isUpdate(address) {
    return address.includes("_dash-update-component");
  }

  const fetch = window.fetch;
  window.fetch = async function (...asked) {
    const counts = isUpdate(String(asked[0].url || asked[0]));
    if (counts) {
      bench.requests += 1;
      open += 1;
    }
    try {
      return await fetch.apply(this, asked);
    } finally {
      open -= counts ? 1 : 0;
      // What a page asks by itself changes nothing that is waited for.
      touched = counts ? performance.now() : touched;
    }
  };

  // A chart without figures yet is drawn as empty axes, which is not what anybody waits for.
  function isDrawn(graph) {
    const plot = graph.querySelector(".js-plotly-plot");
    return Boolean(plot && plot.querySelector(".main-svg") && plot.data && plot.data.length);
  }

  function untilDrawn(now) {
    const graphs = [...document.querySelectorAll(".dash-graph")];
    if (graphs.length && graphs.every(isDrawn)) {
      bench.drawn = now;
    } else {
      requestAnimationFrame(untilDrawn);
    }
  }

  // The second frame after a change of the page begins when the first has been painted.
  function noteFrame(changes) {
    touched = performance.now();
    const last = touched;
    const inSight = !changes.every((change) => isBelow(change.target));
    requestAnimationFrame(() => requestAnimationFrame(function () {
      bench.lastSeen = inSight ? performance.now() : bench.lastSeen;
      if (last === touched) {
        bench.last = performance.now();
      }
    }));
  }

  function isBelow(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    // Plotly measures text where nobody sees it, and changes what it has taken out already.
    const seen = element && element.isConnected && !element.closest("#js-plotly-tester");
    return !seen || below.has(element.closest("figure, .dash-graph"));
  }

  function isOutOfSight(part) {
    return part.getBoundingClientRect().top > window.innerHeight;
  }

  // Nothing is under way and nothing moves any more: the last frame was the answer.
  function untilQuiet() {
    if (bench.requests && !open && bench.last > touched && performance.now() - touched > QUIET) {
      bench.bytes = performance.getEntriesByType("resource")
        .filter((entry) => isUpdate(entry.name))
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
      bench.seen = bench.lastSeen - began;
      bench.painted = bench.last - began;
    } else {
      setTimeout(untilQuiet, 20);
    }
  }

  bench.change = function (act) {
    Object.assign(bench, { painted: null, seen: null, requests: 0, bytes: 0, last: 0, lastSeen: 0 });
    below = new Set([...document.querySelectorAll("figure, .dash-graph")].filter(isOutOfSight));
    performance.clearResourceTimings();
    began = performance.now();
    act();
    untilQuiet();
  };

  new MutationObserver(noteFrame).observe(document, {
    childList: true, characterData: true, subtree: true,
  });
  window.bench = bench;
  requestAnimationFrame(untilDrawn);
})();
