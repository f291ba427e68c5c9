/* Looks again and again at what is still being made, and goes on once it is there.
   Without scripts there is a link that does so. */
(function () {
  "use strict";

  const AGAIN = 1000;
  const WATCHED = "[data-watched]";

  async function look() {
    const options = { headers: { Accept: "text/html" }, cache: "no-store" };
    // What can't be reached now may be there the next time.
    const response = await window.fetch(location.href, options).catch(() => null);
    if (response && response.redirected) {
      location.replace(response.url);
      return;
    }
    if (response && response.ok) {
      show(new DOMParser().parseFromString(await response.text(), "text/html"));
    }
    again();
  }

  function show(page) {
    const [was, is] = [document, page].map((each) => each.querySelector(WATCHED));
    document.title = page.title;
    if (!is) {
      document.querySelector("main").replaceWith(page.querySelector("main"));
      const refused = document.querySelector(".error-summary");
      document.getElementById("news").textContent = refused ? "" : "Done";
      if (refused) {
        refused.focus();
      }
    } else if (was.innerHTML !== is.innerHTML) {
      was.replaceWith(is);
      if (was.dataset.watched !== is.dataset.watched) {
        document.getElementById("news").textContent = is.dataset.watched;
      }
    }
  }

  function again() {
    if (document.querySelector(WATCHED)) {
      setTimeout(look, AGAIN);
    }
  }

  again();
})();
