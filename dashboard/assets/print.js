/* Makes a page ready for paper, where nothing can be opened and nothing scrolls. */
(function () {
  "use strict";

  // A card's contents on A4, in CSS pixels, where the style sheet makes charts smaller by a fifth.
  const SMALLER = 0.8;
  const PAPER = 650 / SMALLER;
  // What a page has room for below the words of a card.
  const TALLEST = 820 / SMALLER;
  // How far above the middle of its row a row begins, as a share of the row: its name stands there.
  const ABOVE = 0.74;

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.as-table:not([open])").forEach(function (part) {
      part.open = true;
      part.dataset.opened = "";
    });
    graphs().forEach(function (graph) {
      window.Plotly.relayout(graph, { autosize: false, width: PAPER });
      cut(graph);
    });
  });

  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-opened]").forEach(function (part) {
      part.open = false;
      delete part.dataset.opened;
    });
    document.querySelectorAll(".picture-part").forEach((part) => part.remove());
    document.querySelectorAll(".picture[data-cut]").forEach((whole) => delete whole.dataset.cut);
    graphs().forEach((graph) => window.Plotly.relayout(graph, { autosize: true, width: null }));
  });

  function graphs() {
    return document.querySelectorAll(".js-plotly-plot");
  }

  // A chart that is longer than a page is cut between two of its rows, not within a bar.
  function cut(graph) {
    const layout = graph._fullLayout;
    const whole = graph.closest(".picture");
    if (layout.height <= TALLEST || !layout.yaxis.tickvals || !whole) {
      return;
    }
    const ends = edges(layout.yaxis, layout._size.t, layout.height);
    for (let k = ends.length - 1; k > 0; k -= 1) {
      whole.after(part(graph, k, ends[k - 1], ends[k]));
    }
    whole.dataset.cut = "";
  }

  // Where its parts begin and end, from its top downwards.
  function edges(axis, top, height) {
    const rows = axis.tickvals.length;
    const ends = [0];
    let last = 0;
    for (let row = 1; row < rows; row += 1) {
      const here = top + axis.l2p(row - ABOVE);
      const next = row + 1 < rows ? top + axis.l2p(row + 1 - ABOVE) : height;
      if (next - last > TALLEST) {
        ends.push(here);
        last = here;
      }
    }
    return [...ends, height];
  }

  // A copy of the chart of which a frame shows one part. Its own names keep it apart from the others.
  function part(graph, number, from, to) {
    const name = graph._fullLayout._uid;
    const frame = document.createElement("div");
    frame.className = "picture picture-part";
    frame.setAttribute("aria-hidden", "true");
    frame.style.height = to - from + "px";
    const copy = document.createElement("div");
    copy.style.cssText = "position: relative; top: " + -from + "px";
    copy.innerHTML = graph.querySelector(".svg-container").outerHTML.replaceAll(name, name + "p" + number);
    // Plotly's own styles know its charts alone.
    copy.querySelectorAll(".main-svg").forEach((svg) => Object.assign(svg.style, { left: 0, position: "absolute", top: 0 }));
    frame.append(copy);
    return frame;
  }
})();
