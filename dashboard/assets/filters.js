/* Keeps the filters and the address alike. Dash would ask each of its components, at every step of
   a callback, whether that concerns it, so this is none. */
(function () {
  "use strict";

  const USUAL = { basis: "employer" };
  const CHIPS = "-chosen";

  function take(event) {
    const control = event.target.closest("#filters [id^='filter-']");
    if (!control) {
      return;
    }
    const parameters = new URLSearchParams(location.search);
    change(parameters, control);
    go(parameters);
    if (control.id.endsWith(CHIPS)) {
      // The chip that had the focus goes.
      listOf(control).focus();
    }
  }

  function clear(event) {
    if (event.target.closest("#clear-filters")) {
      const parameters = new URLSearchParams(location.search);
      controls().forEach((control) => parameters.delete(named(control)));
      go(parameters);
    }
  }

  // A list adds to what is chosen; what is ticked elsewhere is all that is chosen.
  function change(parameters, control) {
    const name = named(control);
    const chosen = isList(control)
      ? new Set([...parameters.getAll(name), control.value].filter(Boolean))
      : ticked(control).filter((value) => value !== USUAL[name]);
    parameters.delete(name);
    chosen.forEach((value) => parameters.append(name, value));
  }

  function go(parameters) {
    const search = parameters.toString().replaceAll("%2F", "/");
    const address = location.pathname + (search && "?" + search);
    if (address !== location.pathname + location.search) {
      window.dash_clientside.page.go(address);
    }
    show();
  }

  // A control that shows what it must is let be.
  function show() {
    const parameters = new URLSearchParams(location.search);
    for (const control of controls()) {
      const wanted = meant(control, parameters.getAll(named(control)));
      if (JSON.stringify(wanted) !== JSON.stringify(shown(control))) {
        window.dash_clientside.set_props(control.id, wanted);
      }
    }
  }

  function meant(control, chosen) {
    const name = named(control);
    if (isList(control)) {
      return { value: "" };
    }
    if (name in USUAL) {
      return { value: chosen[0] || USUAL[name] };
    }
    if (!control.id.endsWith(CHIPS)) {
      return { value: boxes(control).map(({ value }) => value).filter((value) => chosen.includes(value)) };
    }
    const options = [...listOf(control).options]
      .filter(({ value }) => value && chosen.includes(value))
      .map(({ label, value }) => ({ label: label, value: value }));
    return { options: options, value: options.map(({ value }) => value) };
  }

  function shown(control) {
    if (isList(control)) {
      return { value: control.value };
    }
    const value = ticked(control);
    if (!control.id.endsWith(CHIPS)) {
      return { value: named(control) in USUAL ? value[0] : value };
    }
    const options = boxes(control).map((box) => ({ label: box.labels[0].textContent, value: box.value }));
    return { options: options, value: value };
  }

  function controls() {
    return [...document.querySelectorAll("#filters [id^='filter-']")];
  }

  function isList(control) {
    return control.tagName === "SELECT";
  }

  function listOf(chips) {
    return document.getElementById(chips.id.replace(CHIPS, ""));
  }

  function boxes(control) {
    return [...control.querySelectorAll("input")];
  }

  function ticked(control) {
    return boxes(control).filter((box) => box.checked).map((box) => box.value);
  }

  function named(control) {
    return control.id.replace("filter-", "").replace(CHIPS, "");
  }

  document.addEventListener("change", take);
  document.addEventListener("click", clear);
  window.dash_clientside = Object.assign({}, window.dash_clientside, { filters: { show: show } });
})();
