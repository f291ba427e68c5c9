/* The picture of a chart, and a link to it, without asking the server. */
(function () {
  "use strict";

  const WIDTH = 1200;

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[data-download]");
    if (!link) {
      return;
    }
    if (link.dataset.download === "png") {
      event.preventDefault();
      save(link.closest("figure"));
    } else if (link.dataset.download === "link") {
      event.preventDefault();
      copy(link);
    }
  });

  function save(figure) {
    const graph = figure.querySelector(".js-plotly-plot");
    if (graph) {
      const height = Math.round((graph.offsetHeight / graph.offsetWidth) * WIDTH);
      window.Plotly.downloadImage(pictured(graph), {
        format: "png", filename: figure.dataset.figure, width: WIDTH, height: height, scale: 2,
      });
    }
  }

  // On the page the legend is text beside the chart; in a picture it must stand in the chart.
  function pictured(graph) {
    const data = graph.data.map((part) => ({ ...part, showlegend: Boolean(part.name) }));
    const legend = { orientation: "h", x: 0, y: 1, yanchor: "bottom", traceorder: "normal" };
    return { data: data, layout: { ...graph.layout, showlegend: data.some((part) => part.name), legend } };
  }

  // The address changes to the link as well, so it can be taken from there where copying is refused.
  async function copy(link) {
    history.replaceState(history.state, "", link.href);
    const words = link.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
      link.textContent = "Link copied";
    } catch (error) {
      link.textContent = "Link is in the address bar";
    }
    setTimeout(() => (link.textContent = words), 3000);
  }
})();
