/* Puts an answer of the server in its places. Graphs stay mounted and only take new figures;
   those in sight take them first. */
(function () {
  "use strict";

  // What each place shows, as it was sent, so that a chart which stays the same is not drawn again.
  const shown = new Map();
  // Figures for charts out of sight, until what is in sight has been painted.
  const waiting = new Map();
  // Milliseconds that nobody notices to have waited.
  const AT_A_TIME = 40;
  const PROPERTIES = new Set(["className", "hidden"]);
  const PLAIN = /^(aria-.+|data-.+|className|hidden|href|style)$/;
  let path = null;

  function show(answer) {
    if (!answer) {
      return;
    }
    document.title = answer.title;
    const anew = "content" in answer.slots;
    if (anew) {
      shown.clear();
      waiting.clear();
    }
    window.dash_clientside.filters.show();
    const idle = waiting.size === 0;
    const [now, later] = apart(Object.entries(answer.slots).filter(differs));
    later.forEach(([id, properties]) => waiting.set(id, properties));
    now.forEach(put);
    if (idle) {
      afterPaint(drawNext);
    }
    if (anew) {
      // What the filters offer may be new as well.
      requestAnimationFrame(window.dash_clientside.filters.show);
    } else {
      explainAgain();
    }
    arrive(path !== null && path !== location.pathname);
    path = location.pathname;
  }

  function differs([id, properties]) {
    const sent = JSON.stringify(properties);
    const other = shown.get(id) !== sent;
    shown.set(id, sent);
    return other;
  }

  function apart(slots) {
    const far = slots.map(([id, properties]) => "figure" in properties && isOutOfSight(id));
    return [slots.filter((_, place) => !far[place]), slots.filter((_, place) => far[place])];
  }

  function isOutOfSight(id) {
    const place = document.getElementById(id);
    const { top, bottom } = place ? place.getBoundingClientRect() : { top: 0, bottom: 0 };
    return top > window.innerHeight || bottom < 0;
  }

  function put([id, properties]) {
    waiting.delete(id);
    const place = document.getElementById(id);
    const { figure, ...others } = properties;
    const chart = figure && place && drawn(place);
    if (place && (chart || !("figure" in properties)) && Object.entries(others).every(isPlain)) {
      Object.entries(others).forEach(([name, value]) => write(place, name, value));
      if (chart) {
        draw(chart, figure);
      }
    } else {
      window.dash_clientside.set_props(id, properties);
    }
  }

  // Only a chart that has been drawn once can take a figure by itself.
  function drawn(place) {
    const chart = place.querySelector(".js-plotly-plot:not(.dash-graph--pending)");
    return chart && chart.data ? chart : null;
  }

  // As Dash does it for a chart that goes with its place.
  function draw(chart, figure) {
    const layout = { ...figure.layout, autosize: true, width: undefined, height: undefined };
    window.Plotly.react(chart, { data: figure.data, layout: layout });
  }

  // Dash would ask each of its components on the page whether a new value concerns it, for every
  // value anew. Text, attributes and figures can do without: no callback reads them.
  function isPlain([name, value]) {
    return name === "children" ? typeof value === "string" : PLAIN.test(name);
  }

  function write(place, name, value) {
    if (name === "children") {
      place.textContent = value;
    } else if (name === "style") {
      Object.assign(place.style, value);
    } else if (PROPERTIES.has(name)) {
      place[name] = value;
    } else if (value === null) {
      place.removeAttribute(name);
    } else {
      place.setAttribute(name, value);
    }
  }

  // A few at a time, so that a click meanwhile need not wait for all of them.
  function drawNext() {
    const ends = performance.now() + AT_A_TIME;
    while (waiting.size && performance.now() < ends) {
      put(waiting.entries().next().value);
    }
    if (waiting.size) {
      setTimeout(drawNext);
    }
  }

  // The second frame begins when the first has been painted.
  function afterPaint(act) {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)));
  }

  // What explained the old numbers does not explain the new ones; what is open is asked for anew.
  function explainAgain() {
    document.querySelectorAll("details.where-from").forEach(function (details) {
      const indicator = details.dataset.of;
      const set = window.dash_clientside.set_props;
      if (details.lastElementChild.hasChildNodes()) {
        set({ type: "where-from-body", indicator: indicator }, { children: "" });
      }
      if (details.open) {
        set({ type: "where-from", indicator: indicator }, { n_clicks: Date.now() });
      }
    });
  }

  // On another page reading starts anew: at its heading, or where the address points.
  function arrive(moved) {
    const anchor = location.hash.slice(1);
    if (!moved && path !== null) {
      return;
    }
    requestAnimationFrame(function () {
      const target = anchor && document.getElementById(decodeURIComponent(anchor));
      if (target) {
        target.scrollIntoView();
      } else if (moved) {
        window.scrollTo(0, 0);
        document.getElementById("heading").focus({ preventScroll: true });
      }
    });
  }

  // A link inside the service changes the address without loading everything again.
  function follow(event) {
    const link = event.target.closest("a[href]");
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    // A file is saved, not gone to; a picture's address lies inside the page itself.
    const file = link && (link.hasAttribute("download") || "download" in link.dataset);
    // Plain pages, such as one's account, are loaded by the browser.
    if (!link || !plain || file || link.target || link.origin !== location.origin) {
      return;
    }
    if (link.pathname === location.pathname && link.search === location.search) {
      return;
    }
    event.preventDefault();
    go(link.href);
  }

  function go(address) {
    history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  document.addEventListener("click", follow);
  // Paper shows everything at once.
  window.addEventListener("beforeprint", () => [...waiting].forEach(put));
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: { show: show, go: go } });
})();
