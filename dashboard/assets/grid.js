/* Sends what is done on the grid, one thing after another, and keeps what could not be stored. */
(function () {
  "use strict";

  // What was done and is not stored yet, in its order; the first of it may be under way.
  let waiting = [];
  let underWay = false;
  let number = 0;
  // Rows as they are stored, while something typed in them is not.
  const stored = new Map();
  // What became of it since there was nothing to wait for.
  let said = [];
  // What somebody wants all the same, until they have chosen between two values.
  let mine = null;

  function api() {
    return window.dash_ag_grid.getApi("grid");
  }

  function put(id, properties) {
    window.dash_clientside.set_props(id, properties);
  }

  function changed(events) {
    (events || []).forEach(function (event) {
      const id = event.data.id;
      if (!stored.has(id)) {
        stored.set(id, Object.assign({}, event.data, { [event.colId]: event.oldValue }));
      }
      push({ done: "change", id: id, column: event.colId, value: event.value });
    });
  }

  function push(act) {
    if (!waiting.length) {
      said = [];
      put("grid-told", { children: "" });
    }
    number += 1;
    waiting.push(Object.assign({ number: number }, act));
    send();
  }

  function send() {
    const act = waiting[0];
    if (!act || underWay) {
      return;
    }
    if (act.id && !act.row) {
      // Sent again it stays the same, mark and all, and so is stored once.
      act.row = Object.assign({ once: crypto.randomUUID() }, stored.get(act.id) || api().getRowNode(act.id).data);
      if (act.column) {
        act.row[act.column] = act.value;
      }
    }
    underWay = true;
    put("grid-sent", { data: act });
  }

  function settle(answer) {
    const act = waiting[0];
    if (!answer || !act || answer.number !== act.number) {
      return;
    }
    // A row can't be taken out from under somebody who types in it.
    if (answer.gone.length && api().getEditingCells().length) {
      setTimeout(() => settle(answer), 50);
      return;
    }
    underWay = false;
    waiting.shift();
    follow(answer, act);
    answer.rows.concat(answer.added).forEach(adopt);
    show(answer, act);
    tell(answer, act);
    send();
  }

  // A new row that is stored is another row to the grid: it comes in its place, and so does focus.
  function show(answer, act) {
    const focused = document.activeElement.closest("#grid") && api().getFocusedCell();
    const former = act.id && api().getRowNode(act.id);
    api().applyTransaction({
      update: answer.rows, add: answer.added, remove: answer.gone, addIndex: former ? former.rowIndex : null,
    });
    if (focused && answer.gone.length) {
      api().setFocusedCell(focused.rowIndex, focused.column);
    }
  }

  // What waits for a new row goes to what became of it; what waits for a row that is gone is void.
  function follow(answer, act) {
    const gone = answer.gone.map((row) => row.id);
    stored.delete(act.id);
    if (act.done === "change" && !answer.rows.length && !gone.length) {
      stored.set(act.id, act.row);
    }
    if (act.done === "change" && gone.includes(act.id) && answer.added.length) {
      waiting.filter((other) => other.id === act.id).forEach((other) => { other.id = answer.added[0].id; });
    }
    waiting = waiting.filter((other) => !gone.includes(other.id));
  }

  // A row as it is stored now; what was typed in it meanwhile still stands.
  function adopt(row) {
    const later = waiting.filter((act) => act.id === row.id && act.column);
    stored.delete(row.id);
    if (later.length) {
      stored.set(row.id, Object.assign({}, row));
      later.forEach((act) => { row[act.column] = act.value; });
    }
  }

  function tell(answer, act) {
    said = said.filter((words) => words !== answer.words).concat(answer.words);
    put("grid-told", { children: said.join(" ") });
    put("grid-both", { children: answer.both });
    put("grid-pending", { hidden: !answer.both });
    put("grid-unsaved", { hidden: true });
    mine = answer.both ? { row: act.row, version: answer.rows[0].version } : null;
  }

  const ACTS = {
    "grid-add": add,
    "grid-again": send,
    "grid-mine": () => mine && push(Object.assign({ done: "keep" }, mine)),
    "grid-undo": () => push({ done: "undo" }),
    "grid-void": putAside,
  };

  // A new row is the browser's own until all it needs is there; its mark has it stored once.
  function add() {
    const mark = crypto.randomUUID();
    const row = { id: "new-" + mark, version: null, once: mark };
    api().getColumns().forEach((column) => { row[column.getColId()] = ""; });
    api().applyTransaction({ add: [row], addIndex: 0 });
  }

  function putAside() {
    const chosen = api().getSelectedRows()[0];
    if (chosen) {
      push({ done: "void", id: chosen.id, reason: document.getElementById("grid-reason").value });
    } else {
      put("grid-told", { children: "Choose a row first: click on it, or move there and press the space bar." });
    }
  }

  document.addEventListener("click", function (event) {
    const act = ACTS[event.target.id];
    if (act) {
      act();
    }
    // Leaving asks first, while something is not stored: a page that is loaded anew can.
    const link = waiting.length && event.target.closest("a[href]");
    if (link) {
      link.target = "_self";
    }
  }, true);

  document.addEventListener("keydown", function (event) {
    const inGrid = event.target.closest && event.target.closest("#grid");
    const typing = event.target.matches && event.target.matches("input, textarea");
    if (inGrid && !typing && event.ctrlKey && event.key === "z") {
      event.preventDefault();
      ACTS["grid-undo"]();
    }
  });

  // The service is away or refused: what was typed is kept, and sent again when it is back.
  window.addEventListener("unanswered", function () {
    if (underWay) {
      underWay = false;
      // Nobody knows whether it was undone, and twice would be one change too many.
      waiting = waiting.filter((act, place) => place || act.done !== "undo");
      put("grid-unsaved", { hidden: !waiting.length });
    }
  });

  window.addEventListener("answered-again", function (event) {
    if (waiting.length) {
      event.preventDefault();
      send();
    }
  });

  window.addEventListener("beforeunload", function (event) {
    if (waiting.length) {
      event.preventDefault();
    }
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    grid: { changed: changed, settle: settle },
  });
})();
