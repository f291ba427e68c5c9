"""Every component id, named once, for layouts, callbacks and scripts to share."""

from typing import Final

# The shell: mounted once, never replaced.
ADDRESS: Final = "address"
ANSWER: Final = "answer"
MOUNTED: Final = "mounted"
MAIN: Final = "main"
HEADING: Final = "heading"
FAMILY: Final = "family"
LEAD: Final = "lead"
EDITION: Final = "edition"
SELECTION_LINE: Final = "selection-line"
NOTICE: Final = "notice"
CONTENT: Final = "content"
FILTERS: Final = "filters"
CLEAR: Final = "clear-filters"
SAVE_VIEW: Final = "save-view"
HOME: Final = "home"
COLUMNS: Final = "columns"
SINCE: Final = "since"
ATTENTION: Final = "attention"
EXTRA: Final = "extra"
LISTS: Final = "lists"
WHERE_FROM: Final = "where-from"
WHERE_FROM_BODY: Final = "where-from-body"

# The grid on which rows are edited.
GRID: Final = "grid"
GRID_TOLD: Final = "grid-told"
GRID_ADD: Final = "grid-add"
GRID_UNDO: Final = "grid-undo"
GRID_VOID: Final = "grid-void"
GRID_REASON: Final = "grid-reason"
GRID_BOTH: Final = "grid-both"
GRID_MINE: Final = "grid-mine"
GRID_PENDING: Final = "grid-pending"
GRID_UNSAVED: Final = "grid-unsaved"
GRID_AGAIN: Final = "grid-again"
GRID_SENT: Final = "grid-sent"
GRID_ANSWER: Final = "grid-answer"


def control(parameter: str) -> str:
    """Return the id of the control that sets a parameter of the address."""
    return f"filter-{parameter}"


def chosen(parameter: str) -> str:
    """Return the id of the chips beside a control that adds to a long list."""
    return f"filter-{parameter}-chosen"


def headline(indicator: str, part: str) -> str:
    """Return the id of a part of a headline card."""
    return f"headline-{indicator}-{part}"


def view(name: str, part: str) -> str:
    """Return the id of a part of a chart or table."""
    return f"view-{name}-{part}"


def choice(name: str, parameter: str, part: str = "offered") -> str:
    """Return the id of a part of a control of a view that sets a parameter of the address."""
    return f"view-{name}-{parameter}-{part}"


def nav(path: str) -> str:
    """Return the id of a page's link in the navigation."""
    return f"nav{path.replace('/', '-')}"


def where_from(indicator: object) -> dict[str, object]:
    """Return the id of what opens the explanation of a number."""
    return {"type": WHERE_FROM, "indicator": indicator}


def where_from_body(indicator: object) -> dict[str, object]:
    """Return the id of the explanation itself."""
    return {"type": WHERE_FROM_BODY, "indicator": indicator}
