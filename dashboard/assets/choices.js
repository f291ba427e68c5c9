/* Takes what is chosen beside a view to the address; one request then draws the page anew. */
(function () {
  "use strict";

  // A field's values are those of all its controls: what is ticked, and what was just added.
  function take(event) {
    const form = event.target.closest("form.choices");
    if (!form) {
      return;
    }
    event.preventDefault();
    const parameters = new URLSearchParams(location.search);
    const named = [...form.elements].filter((control) => control.name);
    new Set(named.map((control) => control.name)).forEach((name) => parameters.delete(name));
    named.filter(isSet).forEach(function (control) {
      if (!parameters.getAll(control.name).includes(control.value)) {
        parameters.append(control.name, control.value);
      }
    });
    go(parameters, form, event.target);
  }

  function isSet(control) {
    return control.value && (control.type !== "checkbox" || control.checked);
  }

  function go(parameters, form, control) {
    const search = parameters.toString().replaceAll("%2F", "/");
    if ("?" + search !== location.search) {
      window.dash_clientside.page.go(location.pathname + (search && "?" + search));
    }
    if (control.options && !control.options[0].value) {
      // A list to add from shows nothing chosen.
      window.dash_clientside.set_props(control.id, { value: "" });
    }
    if (control.type === "checkbox") {
      // The chip that had the focus goes.
      form.querySelector("select[name='" + control.name + "']").focus();
    }
  }

  document.addEventListener("change", take);
  document.addEventListener("submit", take);
})();
