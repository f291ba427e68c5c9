/* Sends forms without leaving the page, so that nothing typed is lost when the service is away.
   Without scripts, forms are sent by the browser as ever. */
(function () {
  "use strict";

  const BASE = document.documentElement.dataset.base || "";
  const SLOW = 300;
  const SIGNED_OUT = "You are signed out. What you typed is still here: sign in in a new tab, then send it again.";
  const MOST = document.body.dataset.uploadMegabytes;
  const TOO_LARGE = "That is too large: a file may have up to " + MOST + " MB. Nothing was changed.";
  const AWAY = "The database can't be reached. Nothing was changed, and what you typed is still here. Try again in a minute.";
  const TOO_SLOW = "That took too long. Nothing was changed, and what you typed is still here. Try again in a minute.";
  const FAULT = "Something went wrong on the server. Nothing was changed, and what you typed is still here.";
  const OFFLINE = "The service can't be reached. Nothing was changed, and what you typed is still here.";
  const WORDS = { 401: SIGNED_OUT, 413: TOO_LARGE, 500: FAULT, 502: AWAY, 503: AWAY, 504: TOO_SLOW };
  const BACK = "The service can be reached again. Nothing was sent meanwhile; send it again.";
  const AGAIN = 2500;
  const PASSING = [502, 503];
  // Refused for a reason that the page itself explains.
  const EXPLAINED = [403, 404, 409, 422, 429];

  let timer = null;

  async function send(event) {
    const form = event.target;
    const button = event.submitter;
    // A link that opens a file, and signing in and out, are the browser's own business.
    if (!form.matches("[data-keeps], [data-works]") || (button && button.name === "marked")) {
      return;
    }
    event.preventDefault();
    if (form.dataset.sending) {
      return;
    }
    form.dataset.sending = "yes";
    const slow = setTimeout(() => tell("Working…"), SLOW);
    try {
      await receive(await window.fetch(to(form, button), asked(form, button)));
    } catch (error) {
      say(OFFLINE);
      waitFor(PASSING);
    } finally {
      clearTimeout(slow);
      tell("");
      delete form.dataset.sending;
    }
  }

  function to(form, button) {
    return button && button.hasAttribute("formaction") ? button.formAction : form.action || location.href;
  }

  function asked(form, button) {
    const data = new FormData(form, button);
    const whole = form.enctype === "multipart/form-data";
    return { method: "POST", body: whole ? data : new URLSearchParams(data), headers: { Accept: "text/html" } };
  }

  async function receive(response) {
    if (response.redirected) {
      location.assign(response.url);
      return;
    }
    if (!response.ok && !EXPLAINED.includes(response.status)) {
      const reference = response.headers.get("X-Request-ID");
      say((WORDS[response.status] || FAULT) + (reference ? " Reference: " + reference + "." : ""));
      if (response.status === 401 || PASSING.includes(response.status)) {
        waitFor([401, ...PASSING]);
      }
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    document.title = page.title;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    say("");
    const first = document.querySelector(".error-summary") || document.querySelector("h1");
    first.tabIndex = -1;
    first.focus();
  }

  // Takes back what was said once the service answers, by any status but those that are named.
  function waitFor(but) {
    clearTimeout(timer);
    timer = setTimeout(async function () {
      const response = await window.fetch(BASE + "/data-version", { cache: "no-store" }).catch(() => null);
      if (!response || but.includes(response.status)) {
        waitFor(but);
      } else {
        say("");
        tell(BACK);
      }
    }, AGAIN);
  }

  // Beside a choice stands what is said of it: the first values of a column of the file.
  function explain(event) {
    const chosen = event.target.matches("select") && event.target.selectedOptions[0];
    const told = document.getElementById(event.target.id + "-told");
    if (chosen && told) {
      told.textContent = chosen.dataset.told || "";
    }
  }

  function say(text) {
    clearTimeout(timer);
    document.getElementById("alert").textContent = text;
  }

  function tell(text) {
    document.getElementById("news").textContent = text;
  }

  document.addEventListener("submit", send);
  document.addEventListener("change", explain);
})();
