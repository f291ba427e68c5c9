/* Keeps the filters and the address alike: whichever was touched last sets the other. */
(function () {
  "use strict";

  const USUAL = { basis: "employer" };

  function keep() {
    const context = window.dash_clientside.callback_context;
    const controls = read(context);
    const touched = context.triggered_id;
    const parameters = new URLSearchParams(location.search);
    const byHand = touched && touched !== "address";
    if (byHand) {
      change(parameters, controls, touched);
    }
    const search = written(parameters);
    const answer = shown(parameters, controls, context);
    const moved = byHand && search !== location.search;
    return [moved ? search : window.dash_clientside.no_update].concat(answer);
  }

  // The controls' values by id, whatever the order in which the callback lists them.
  function read(context) {
    const found = {};
    for (const item of context.inputs_list.concat(context.states_list)) {
      found[item.id] = found[item.id] || {};
      found[item.id][item.property] = item.value;
    }
    return found;
  }

  function change(parameters, controls, touched) {
    if (touched === "clear-filters") {
      names(controls).forEach((name) => parameters.delete(name));
      return;
    }
    const name = touched.replace(/^filter-/, "").replace(/-chosen$/, "");
    const value = controls[touched].value;
    if (Array.isArray(value)) {
      set(parameters, name, value);
    } else if (name in USUAL) {
      set(parameters, name, value === USUAL[name] ? [] : [value]);
    } else if (value) {
      set(parameters, name, [...new Set(parameters.getAll(name).concat(value))]);
    }
    if (touched.endsWith("-chosen")) {
      // The chip that had the focus is gone.
      document.getElementById("filter-" + name).focus();
    }
  }

  function set(parameters, name, values) {
    parameters.delete(name);
    values.forEach((value) => parameters.append(name, value));
  }

  function names(controls) {
    return Object.keys(controls)
      .filter((id) => id.startsWith("filter-") && !id.endsWith("-chosen"))
      .map((id) => id.replace("filter-", ""));
  }

  function written(parameters) {
    const text = parameters.toString().replaceAll("%2F", "/");
    return text ? "?" + text : "";
  }

  // What each control must show, in the order of the callback's outputs.
  function shown(parameters, controls, context) {
    return context.outputs_list.slice(1).map(function (output) {
      const name = output.id.replace(/^filter-/, "").replace(/-chosen$/, "");
      const values = parameters.getAll(name);
      if (name in USUAL) {
        return values[0] || USUAL[name];
      }
      if (!output.id.endsWith("-chosen")) {
        return "options" in controls[output.id] ? "" : values;
      }
      const offered = controls["filter-" + name].options;
      const chosen = offered.filter((option) => option.value && values.includes(option.value));
      return output.property === "options" ? chosen : chosen.map((option) => option.value);
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { filters: { keep: keep } });
})();
