"""Templates of printed pages. What people typed goes into them as text and nothing else."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import dashboard
from dashboard import formatting, units
from dashboard.editions import words
from dashboard.reports.explained import SHORTHAND
from dashboard.reports.pack import number
from dashboard.reports.printed.shapes import WIDTH
from dashboard.reports.text import plain
from dashboard.reports.tidy_tables import PROVISIONAL
from dashboard.reports.widths import Setting, column_widths
from dashboard.views.view import Cell, Table
from dashboard.wording import SERVICE
from data.editions.edition import Edition

FOLDER: Final = Path(dashboard.__file__).parent / "templates" / "printed"
# More columns than these need the long side of the paper.
MOST_UPRIGHT: Final = 6
# In points, on the safe side of what the style sheet says, for totals are bold.
TYPE: Final = 10
UPRIGHT: Final = Setting(WIDTH, TYPE, 4, large=0.5)
ON_ITS_SIDE: Final = Setting(757, TYPE, 4, large=0.5)
# Parts with fewer rows stay together on a page.
FEW: Final = 12


def filled(template: str, **values: Any) -> str:
    """Return a template with its values, as HTML."""
    return PAPER.get_template(template).render(values)


def selection_line(edition: Edition, place: str) -> str:
    """Return which edition and whose figures a page shows, and how, in one line."""
    return " · ".join(
        (
            words.name(edition),
            edition.title,
            place,
            f"as at {formatting.day(edition.as_at)}",
            words.DISCLOSURES[edition.disclosure],
        )
    )


def said(cell: Cell) -> str:
    """Return a cell's words, with its figure's shorthand and what to know beside it."""
    mark = units.shorthand(cell.figure) if cell.figure else ""
    # A figure may be known to change and yet have no meaning here.
    mark = "" if cell.value is None and mark == PROVISIONAL else mark
    aside = f"({cell.aside})" if cell.aside else ""
    return " ".join(part for part in (cell.text, mark, aside) if part)


def shares(table: Table, wide: bool) -> list[float]:
    """Return which part of the page, upright or wide, each column takes, in per cent."""
    setting = ON_ITS_SIDE if wide else UPRIGHT
    rows = (*table.rows, table.footer) if table.footer else table.rows
    columns = [
        [name, *(said(row[place]) for row in rows)] for place, name in enumerate(table.columns)
    ]
    return [100 * wide / setting.room for wide in column_widths(columns, setting)]


def of_numbers(table: Table) -> Sequence[bool]:
    """Return of each column whether numbers stand in it, which go to the right."""
    return [
        place > 0 and any(number(row[place].value) is not None for row in table.rows)
        for place in range(len(table.columns))
    ]


def is_wide(table: Table | None) -> bool:
    """Return whether a table needs the long side of the paper."""
    return table is not None and len(table.columns) > MOST_UPRIGHT


def is_short(table: Table | None) -> bool:
    """Return whether a part with this table can stay together on a page."""
    return table is None or len(table.rows) <= FEW


def _clean(value: object) -> object:
    return plain(value) if type(value) is str else value


PAPER: Final = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_clean,
    trim_blocks=True,
    lstrip_blocks=True,
)
PAPER.filters.update(
    said=said, shares=shares, of_numbers=of_numbers, is_wide=is_wide, is_short=is_short
)
PAPER.globals.update(service=SERVICE, shorthand=SHORTHAND)
