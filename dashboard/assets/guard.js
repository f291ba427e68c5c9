/* Says when the server does not answer, and dims what is old while a new answer is on its way. */
(function () {
  "use strict";

  const SLOW = 300;
  const AGAIN = 5000;
  const SELDOM = 60000;
  const WORDS = {
    401: "You are signed out, so what you see is no longer kept up to date. Sign in in a new tab, or open the page again.",
    400: "That could not be understood. Nothing was changed; load the page again.",
    403: "You may not do that. The manager of the partnership or an administrator can change that.",
    410: "This edition is damaged, so none of its figures is shown. Whoever runs the service can put it back from a backup.",
    413: "That is too large for the service. Nothing was changed.",
    503: "The database can't be reached. The page tries again by itself.",
    504: "That took too long. Choose something narrower, or try again in a minute.",
  };
  const FAULT = "Something went wrong on the server. What you see may be out of date; the page tries again by itself.";
  const OFFLINE = "The service can't be reached. Check your connection; the page tries again by itself.";
  // What passes without anybody's doing, so that it is worth asking again. What took too long does
  // not: it would keep the database busy.
  const FAULTY = 500;
  const AWAY = 503;
  const SIGNED_OUT = 401;
  const PASSING = [FAULTY, 502, AWAY];
  const UNCHANGED = 304;
  const BASE = document.documentElement.dataset.base || "";
  const plain = window.fetch;
  let waiting = 0;
  let said = "";
  // Whether what is said was heard on the way, not in answer to somebody's click.
  let heard = false;
  // Whether the service was away, or somebody signed out, when it was last listened for.
  let away = false;
  let pause = AGAIN;
  let updated = new Date();
  let timer = null;

  window.fetch = async function (resource, options) {
    const address = String((resource && resource.url) || resource);
    if (address.includes("/data-version")) {
      return listen(plain.call(this, resource, options));
    }
    if (!address.includes("_dash-update-component")) {
      return plain.call(this, resource, options);
    }
    const dim = setTimeout(() => document.body.classList.add("is-waiting"), SLOW);
    waiting += 1;
    try {
      const response = await plain.call(this, resource, options);
      if (response.ok) {
        updated = new Date();
        pause = AGAIN;
        say("", false);
      } else {
        refused(words(response), response.status, response.headers.get("X-Request-ID"));
      }
      return response;
    } catch (error) {
      refused(OFFLINE, AWAY);
      throw error;
    } finally {
      clearTimeout(dim);
      waiting -= 1;
      if (!waiting) {
        document.body.classList.remove("is-waiting");
      }
    }
  };

  function refused(text, status, reference) {
    heard = false;
    // The page hears by itself when that is over.
    away = status !== FAULTY && (status === SIGNED_OUT || PASSING.includes(status));
    say(text, PASSING.includes(status), reference);
    window.dispatchEvent(new Event("unanswered"));
  }

  // What a page asks by itself tells as well that the service is away, and takes back what it told.
  async function listen(answer) {
    try {
      const response = await answer;
      if (response.ok || response.status === UNCHANGED) {
        hear();
      } else {
        miss(words(response));
      }
      return response;
    } catch (error) {
      miss(OFFLINE);
      throw error;
    }
  }

  function hear() {
    if (heard) {
      say("", false);
    } else if (away && said) {
      goOn();
    }
    away = false;
  }

  function miss(text) {
    away = true;
    if (!said) {
      heard = true;
      say(text, false);
    }
  }

  function words(response) {
    return WORDS[response.status] || FAULT;
  }

  function say(text, passes, reference) {
    clearTimeout(timer);
    if (passes) {
      timer = setTimeout(askAgain, pause);
      pause = Math.min(2 * pause, SELDOM);
    }
    const alert = document.getElementById("alert");
    // Said again, the same words would be read out again; the first reference will do.
    if (alert && said !== text) {
      said = text;
      alert.textContent = text && text + " Not updated since " + updated.toLocaleTimeString("en-GB", {
        hour: "2-digit", minute: "2-digit", timeZone: "Europe/London", timeZoneName: "short",
      }) + "." + (reference ? " Reference: " + reference + "." : "");
    }
  }

  async function askAgain() {
    const response = await plain(BASE + "/healthz/ready").catch(() => null);
    if (response && response.ok) {
      goOn();
    } else {
      timer = setTimeout(askAgain, AGAIN);
    }
  }

  // Once the service can work, the page is drawn anew for the filters that are set by now; but not
  // where that would take away what somebody typed.
  function goOn() {
    clearTimeout(timer);
    if (!document.querySelector("main [data-keeps]")) {
      window.dash_clientside.set_props("address", { search: location.search });
    } else if (window.dispatchEvent(new Event("answered-again", { cancelable: true }))) {
      say("", false);
    }
  }
})();
