"""A table of numbers with headings that assistive technology can follow."""

from collections.abc import Callable
from functools import cache
from typing import Final

from dashboard import wording
from dashboard.views.view import Cell, Names, Table
from layouts.attributes import LOADED
from layouts.components.marks import chip, sparkline
from layouts.components.origin import badge
from layouts.static_parts import Plain, element, plain

To = Callable[[str], str]
Link = Callable[[Cell], str]

FRAME: Final = {"class": "table-scroll"}
ASIDE: Final = {"class": "aside"}
OF_A_ROW: Final = {"scope": "row"}
# From so many columns on, cells stand closer together.
MANY: Final = 8
MISSING: Final = {
    *wording.WITHOUT_A_NUMBER.values(),
    *wording.ONE_SERVICE.values(),
    *wording.UNPRINTED.values(),
    wording.NOT_PUBLISHED,
    wording.NO_ROWS,
    wording.NO_TARGET,
    wording.NOT_JUDGED,
    wording.NO_NUMBERS,
    wording.NOBODY,
    wording.NO_PARTNER,
    wording.TOO_EARLY,
}


def no_link(_cell: Cell) -> str:
    """Return the address of a cell that leads nowhere."""
    return ""


def table(
    content: Table, caption: str, names: Names, to: To | None = None, link: Link = no_link
) -> Plain:
    """Return a table in a frame that scrolls sideways where there is no room for it.

    Args:
        content: Its headings and cells.
        caption: What it shows, for those who don't see where it stands.
        names: Names for codes; partnerships without records of their own bear a badge.
        to: Where the name of a partnership leads, by its code.
        link: Makes the address of what a cell leads to; empty for a cell that leads nowhere.
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
        element("tbody", [_row(row, kinds, names, to, link) for row in content.rows]),
    ]
    if content.footer:
        parts.append(element("tfoot", [_row(content.footer, kinds, names, None, link)]))
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


def _row(row: tuple[Cell, ...], kinds: list[str], names: Names, to: To | None, link: Link) -> Plain:
    heading, *others = row
    code = names.partnership_called(heading.text)
    name = linked(heading.text, to(code) if to and code else link(heading))
    badges = _badge(names.origins.get(code, ""))
    first = element("th", [name, *_aside(heading), *badges], OF_A_ROW)
    cells = [_cell(cell, kind, link) for cell, kind in zip(others, kinds[1:], strict=True)]
    return element("tr", [first, *cells])


def linked(text: str, address: str) -> Plain:
    """Return text that leads to an address, if there is one."""
    return element("a", [text], {"href": address}) if address else text


@cache
def _badge(origin: str) -> list[Plain]:
    return [plain(part) for part in badge(origin)]


def _cell(cell: Cell, kind: str, link: Link) -> Plain:
    classes = [kind]
    classes += [f"tone-{cell.tone}"] if cell.tone else []
    classes += ["missing"] if cell.text in MISSING else []
    content = [_said(cell, link), *_aside(cell)]
    if classes == ["number"] and len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return element("td", content, {"class": " ".join(classes)})


def _said(cell: Cell, link: Link) -> Plain:
    if cell.chip:
        return chip(cell.chip, cell.text)
    if cell.href:
        return element("a", [cell.text], {"href": cell.href, "target": LOADED})
    return sparkline(cell) if cell.sparkline else linked(cell.text, link(cell))


def _aside(cell: Cell) -> list[Plain]:
    return [" ", element("span", [cell.aside], ASIDE)] if cell.aside else []
