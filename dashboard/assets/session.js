/* Warns before a session ends for want of anything done in it; what was typed stays either way. */
(function () {
  "use strict";

  const IDLE = 30 * 60 * 1000;
  const WARNING = 2 * 60 * 1000;
  // Asked by the page itself: no sign that anybody is there.
  const UNBIDDEN = ["/data-version", "/healthz/"];
  const BASE = document.documentElement.dataset.base || "";
  const plain = window.fetch;
  let last = Date.now();

  window.fetch = function (resource, options) {
    const address = String((resource && resource.url) || resource);
    if (!UNBIDDEN.some((path) => address.includes(path))) {
      last = Date.now();
    }
    return plain.call(this, resource, options);
  };

  function look() {
    const left = last + IDLE - Date.now();
    const bar = document.getElementById("session");
    if (!bar) {
      return;
    }
    if (left > WARNING) {
      bar.hidden = true;
    } else if (bar.hidden) {
      warn(bar, left);
    }
  }

  function warn(bar, left) {
    const gone = left <= 0;
    const text = document.createElement("span");
    text.textContent = gone
      ? "You have been signed out, since nothing was done for 30 minutes. What you typed is still here. "
      : "You will be signed out in 2 minutes, since nothing was done for a while. ";
    bar.replaceChildren(text, gone ? signIn() : stay());
    bar.hidden = false;
    bar.dataset.gone = gone ? "yes" : "";
  }

  function stay() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Stay signed in";
    button.addEventListener("click", () => window.fetch(BASE + "/account/stay").then(look));
    return button;
  }

  function signIn() {
    const link = document.createElement("a");
    link.href = BASE + "/sign-in";
    link.target = "_blank";
    link.textContent = "Sign in again in a new tab";
    return link;
  }

  // From the warning on, the words change once more when the session is over.
  function end() {
    const bar = document.getElementById("session");
    if (bar && !bar.hidden && !bar.dataset.gone && Date.now() > last + IDLE) {
      warn(bar, 0);
    }
  }

  setInterval(function () {
    look();
    end();
  }, 1000);
})();
