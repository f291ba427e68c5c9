/* Has the numbers of a table lead to where they came from, once somebody asks for that.
   Where each leads is asked for then, so that no page has to bring it along. */
(function () {
  "use strict";

  const BUTTON = "button.leads";
  const TEXT = Node.TEXT_NODE;

  function isOn(button) {
    return button.getAttribute("aria-pressed") === "true";
  }

  async function draw(button) {
    const search = location.search;
    const answer = await fetch(button.dataset.from + search);
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const leads = await answer.json();
    // Whoever has chosen otherwise meanwhile is answered by the next one.
    if (isOn(button) && search === location.search) {
      rows(button).forEach((row) => lead(row, leads));
    }
  }

  function rows(button) {
    return button.closest("figure").querySelectorAll("tbody tr, tfoot tr");
  }

  function lead(row, leads) {
    const [heading, ...cells] = row.cells;
    const name = heading.querySelector("a") || heading;
    const addresses = leads[name.firstChild.textContent] || [];
    cells.forEach(function (cell, place) {
      const number = cell.firstChild;
      if (addresses[place] && number && number.nodeType === TEXT) {
        const link = document.createElement("a");
        link.className = "lead-on";
        link.href = addresses[place];
        // A page of the server's own, which the browser loads.
        link.target = "_self";
        number.replaceWith(link);
        link.append(number);
      }
    });
  }

  function undo(button) {
    rows(button).forEach((row) =>
      row.querySelectorAll("a.lead-on").forEach((link) => link.replaceWith(...link.childNodes)));
  }

  function press(button, on) {
    button.setAttribute("aria-pressed", String(on));
    if (on) {
      draw(button).catch(() => press(button, false));
    } else {
      undo(button);
    }
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest(BUTTON);
    if (button) {
      press(button, !isOn(button));
    }
  });

  // A table that takes new numbers has them lead on as the old ones did.
  new MutationObserver(function (changes) {
    const cards = changes
      .filter((change) => change.target.nodeType === Node.ELEMENT_NODE && "still" in change.target.dataset)
      .map((change) => change.target.closest("figure.view"));
    [...new Set(cards)].forEach(function (card) {
      const button = card && card.querySelector(BUTTON);
      if (button && isOn(button)) {
        press(button, true);
      }
    });
  }).observe(document, { childList: true, subtree: true });
})();
