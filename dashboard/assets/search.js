/* Leaves those rows of a table that hold what is typed, says how many, and keeps it in the address. */
(function () {
  "use strict";

  const PAUSE = 400;
  let said = null;

  function plain(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'\u2019.,]/g, "");
  }

  function rows(box) {
    return [...document.querySelectorAll("#" + box.dataset.search + " tbody tr")];
  }

  function sift(box) {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const every = rows(box);
    every.forEach(function (row) {
      const text = plain(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
    });
    clearTimeout(said);
    // Whoever is still typing need not hear each number on the way.
    said = setTimeout(() => tell(box, words, every), words.length ? PAUSE : 0);
  }

  function tell(box, words, every) {
    const left = every.filter((row) => !row.hidden).length;
    const line = box.parentElement.querySelector("[role=status]");
    line.textContent = words.length ? left + " of " + every.length + " match \u201c" + box.value + "\u201d" : "";
  }

  function keep(box) {
    const parameters = new URLSearchParams(location.search);
    parameters.delete("q");
    if (box.value.trim()) {
      parameters.set("q", box.value);
    }
    const search = parameters.toString().replaceAll("%2F", "/");
    history.replaceState(history.state, "", location.pathname + (search && "?" + search) + location.hash);
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-search]")) {
      sift(event.target);
      keep(event.target);
    }
  });

  // A box that has just come takes what the address says; rows that have just come are sifted.
  new MutationObserver(function (changes) {
    const box = document.querySelector("[data-search]");
    if (!box || !changes.some((change) => change.addedNodes.length && !box.parentElement.contains(change.target))) {
      return;
    }
    if (!box.dataset.begun) {
      box.dataset.begun = "yes";
      box.value = new URLSearchParams(location.search).get("q") || "";
    }
    if (box.value || rows(box).some((row) => row.hidden)) {
      sift(box);
    }
  }).observe(document, { childList: true, subtree: true });
})();
