"""A table of numbers with headings that assistive technology can follow."""

from collections.abc import Callable
from functools import cache
from typing import Final

from dashboard import wording
from dashboard.views.view import Cell, Names, Table
from layouts.components.origin import badge
from layouts.still import Plain, element, plain

To = Callable[[str], str]

FRAME: Final = {"class": "table-scroll"}
ASIDE: Final = {"class": "aside"}
OF_A_ROW: Final = {"scope": "row"}
# From so many columns on, cells stand closer together.
MANY: Final = 8
MISSING: Final = {
    *wording.WITHOUT_A_NUMBER.values(),
    *wording.ONE_SERVICE.values(),
    wording.NO_ROWS,
    wording.NO_TARGET,
}


def table(content: Table, caption: str, names: Names, to: To | None = None) -> Plain:
    """Return a table in a frame that scrolls sideways where there is no room for it.

    Args:
        content: Its headings and cells.
        caption: What it shows, for those who don't see where it stands.
        names: Names for codes; partnerships without records of their own bear a badge.
        to: Where the name of a partnership leads, by its code.
    """
    if not content.rows and not content.footer:
        return element("p", ["There are no rows to show."], {"class": "subtitle"})
    kinds = _kinds(content)
    headings = [
        element("th", [text], {"scope": "col", "class": kind})
        for text, kind in zip(content.columns, kinds, strict=True)
    ]
    parts = [
        element("caption", [caption], {"class": "visually-hidden"}),
        element("thead", [element("tr", headings)]),
        element("tbody", [_row(row, kinds, names, to) for row in content.rows]),
    ]
    if content.footer:
        parts.append(element("tfoot", [_row(content.footer, kinds, names, None)]))
    return element("div", [element("table", parts, {"class": _looks(content)})], FRAME)


def _looks(content: Table) -> str:
    return "numbers" if len(content.columns) < MANY else "numbers many"


def _kinds(content: Table) -> list[str]:
    columns = [[row[place] for row in content.rows] for place in range(len(content.columns))]
    return ["number" if _of_numbers(column) else "words" for column in columns]


def _of_numbers(column: list[Cell]) -> bool:
    # One where every number is missing is still a column of numbers.
    if any(isinstance(cell.value, int | float) for cell in column):
        return True
    return bool(column) and all(cell.text in MISSING for cell in column)


def _row(row: tuple[Cell, ...], kinds: list[str], names: Names, to: To | None) -> Plain:
    heading, *others = row
    code = names.partnership_called(heading.text)
    name = element("a", [heading.text], {"href": to(code)}) if to and code else heading.text
    first = element("th", [name, *_badge(names.origins.get(code, ""))], OF_A_ROW)
    cells = [_cell(cell, kind) for cell, kind in zip(others, kinds[1:], strict=True)]
    return element("tr", [first, *cells])


@cache
def _badge(origin: str) -> list[Plain]:
    return [plain(part) for part in badge(origin)]


def _cell(cell: Cell, kind: str) -> Plain:
    classes = [kind]
    classes += [f"tone-{cell.tone}"] if cell.tone else []
    classes += ["missing"] if cell.text in MISSING else []
    leads = {"href": cell.href, "target": "_self"}
    content: list[Plain] = [element("a", [cell.text], leads) if cell.href else cell.text]
    content += [" ", element("span", [cell.aside], ASIDE)] if cell.aside else []
    return element("td", content, {"class": " ".join(classes)})
