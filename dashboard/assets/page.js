/* Puts an answer of the server in its places. Graphs stay mounted and only take new figures. */
(function () {
  "use strict";

  // What each place shows, as it was sent, so that a chart which stays the same is not drawn again.
  const shown = new Map();
  let path = null;

  function show(answer) {
    if (!answer) {
      return;
    }
    document.title = answer.title;
    const anew = "content" in answer.slots;
    if (anew) {
      shown.clear();
    }
    for (const [id, properties] of Object.entries(answer.slots)) {
      const sent = JSON.stringify(properties);
      if (shown.get(id) !== sent) {
        shown.set(id, sent);
        window.dash_clientside.set_props(id, properties);
      }
    }
    if (!anew) {
      explainAgain();
    }
    arrive(path !== null && path !== location.pathname);
    path = location.pathname;
  }

  // What explained the old numbers does not explain the new ones; what is open is asked for anew.
  function explainAgain() {
    document.querySelectorAll("details.where-from").forEach(function (details) {
      const indicator = details.dataset.of;
      const set = window.dash_clientside.set_props;
      set({ type: "where-from-body", indicator: indicator }, { children: "" });
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
    if (!link || !plain || file || link.origin !== location.origin) {
      return;
    }
    if (link.pathname === location.pathname && link.search === location.search) {
      return;
    }
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  document.addEventListener("click", follow);
  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: { show: show } });
})();
