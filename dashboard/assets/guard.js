/* Says when the server does not answer, and dims what is old while a new answer is on its way. */
(function () {
  "use strict";

  const SLOW = 300;
  const WORDS = {
    401: "You are signed out, so what you see is no longer kept up to date. Open the page again to sign in.",
    413: "That is too large for the service. Nothing was changed.",
    503: "The database can't be reached. What you see was true when it was drawn; try again in a minute.",
  };
  const FAULT = "Something went wrong on the server. What you see may not fit the filters; try again in a minute.";
  const OFFLINE = "The service can't be reached. What you see was true when it was drawn; check your connection.";
  const plain = window.fetch;
  let waiting = 0;

  window.fetch = async function (resource, options) {
    const address = String((resource && resource.url) || resource);
    if (!address.includes("_dash-update-component")) {
      return plain.call(this, resource, options);
    }
    const dim = setTimeout(() => document.body.classList.add("is-waiting"), SLOW);
    waiting += 1;
    try {
      const response = await plain.call(this, resource, options);
      say(response.ok ? "" : words(response));
      return response;
    } catch (error) {
      say(OFFLINE);
      throw error;
    } finally {
      clearTimeout(dim);
      waiting -= 1;
      if (!waiting) {
        document.body.classList.remove("is-waiting");
      }
    }
  };

  function words(response) {
    const reference = response.headers.get("X-Reference");
    const found = WORDS[response.status] || FAULT;
    return reference ? found + " Reference: " + reference + "." : found;
  }

  function say(text) {
    const alert = document.getElementById("alert");
    if (!alert || alert.textContent === text) {
      return;
    }
    alert.textContent = text && text + " Figures drawn at " + new Date().toLocaleTimeString("en-GB", {
      hour: "2-digit", minute: "2-digit", timeZone: "Europe/London", timeZoneName: "short",
    }) + " or before.";
  }
})();
