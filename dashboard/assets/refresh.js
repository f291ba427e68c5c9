/* Draws the page anew when somebody changed the data, and says so; asks nothing while hidden.
   Where no figures are shown it only listens whether the service is there. */
(function () {
  "use strict";

  const BASE = document.documentElement.dataset.base || "";
  const EVERY = 2500;
  let tag = null;

  async function ask() {
    if (document.visibilityState === "visible") {
      await look().catch(() => {});
    }
    setTimeout(ask, EVERY);
  }

  // The version that the figures on the screen are of; nothing before the first of them, nor of an
  // edition, which stays as it is.
  function shown() {
    const main = document.querySelector("main");
    return main && !main.dataset.edition && main.dataset.dataVersion;
  }

  async function look() {
    const headers = tag ? { "If-None-Match": tag } : {};
    const response = await window.fetch(BASE + "/data-version", { headers: headers, cache: "no-store" });
    if (response.status !== 200) {
      return;
    }
    tag = response.headers.get("ETag");
    const found = await response.json();
    if (shown() && String(found.version) !== shown()) {
      // The same address again: the filters stay, and so do focus and place.
      window.dash_clientside.set_props("address", { search: location.search });
      document.getElementById("news").textContent = "Updated " + found.at + " by " + found.by + ".";
    }
  }

  window.addEventListener("load", () => setTimeout(ask, EVERY));
})();
