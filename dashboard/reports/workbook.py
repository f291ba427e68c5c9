"""The workbook: an edition's figures in Excel, one marked table a sheet, charts on their own."""

import re
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from dashboard import wording
from dashboard.editions import words
from dashboard.indicators.catalogue import Unit
from dashboard.reports import front, tidy
from dashboard.reports.building import build
from dashboard.reports.charted import draw
from dashboard.reports.explained import SHORTHAND
from dashboard.reports.leaf import Cell, Leaf, Link, Valued
from dashboard.reports.pack import Pack
from dashboard.reports.pictured import Picture, pictures
from dashboard.reports.properties import in_british_english
from dashboard.reports.reading import At, Reading, read, standpoint
from dashboard.reports.text import plain
from data.people.person import Person
from data.returns.template import OPTIONS

# Where every table begins: the row of its headings, from 0.
HEADER: Final = 4
A4: Final = 9
TALL: Final = 28
WIDEST: Final = 80
NARROWEST: Final = 10
FORMATS: Final[dict[Unit | None, str]] = {
    None: "General",
    "count": "#,##0",
    "share": "0.0%",
    "points": "0.0",
    "days": "#,##0",
    "per_hundred": "0.0",
    "ratio": "0.0",
    "hours": "#,##0.##",
    "fte": "#,##0.##",
    "pounds": "#,##0.00",
}


def make(at: At, number: int, _person: Person) -> bytes:
    """Return the workbook of an edition; the same edition gives the same bytes.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    reading, pack = read(at, number), build(standpoint(at, number)[0])
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        Writer(book, reading, pack).write()
    return in_british_english(file.getvalue())


class Writer:
    """Writes one workbook, sheet by sheet."""

    def __init__(self, book: Any, reading: Reading, pack: Pack) -> None:
        """Keep the workbook and prepare its formats."""
        self._book = book
        self._reading = reading
        self._pack = pack
        # As large as can be read without enlarging it, and in one font.
        book.formats[0].set_font_size(12)
        book.formats[0].set_font_name("Arial")
        base = {"font_name": "Arial", "font_size": 12, "valign": "top"}
        self._title = book.add_format(base | {"bold": True, "font_size": 16})
        self._line = book.add_format(base)
        text, right = {"text_wrap": True, "indent": 1}, {"align": "right"}
        self._heading = book.add_format(base | text | {"bold": True})
        self._number = book.add_format(base | right | {"bold": True, "text_wrap": True})
        self._text = book.add_format(base | text)
        self._mark = book.add_format(base | right)
        self._link = book.add_format(base | {"font_color": "#0000EE", "underline": 1})
        self._numbers = {
            unit: book.add_format(base | {"num_format": code}) for unit, code in FORMATS.items()
        }

    def write(self) -> None:
        """Write every sheet: what it is, where everything is, what to know, and the figures."""
        self._properties()
        reading = self._reading
        figures = {by: tidy.leaf(reading, by) for by in reading.cuts}
        drawn = {f"Chart {at}": one for at, one in enumerate(pictures(figures), 1)}
        known = [
            front.summary(self._pack),
            front.notes(reading),
            front.shorthand(),
            front.dictionary(),
            front.codes(reading),
            *figures.values(),
        ]
        self._leaf(front.cover(reading))
        self._leaf(front.contents(known, [(name, one.title) for name, one in drawn.items()]))
        for leaf in known:
            self._leaf(leaf)
        for name, one in drawn.items():
            self._chart(name, one)

    def _properties(self) -> None:
        edition = self._reading.edition
        self._book.set_properties(
            {
                "title": plain(f"{edition.title}. {words.name(edition)}"),
                "subject": words.state(edition),
                "author": wording.SERVICE,
                "created": edition.made_at,
            }
        )

    def _leaf(self, leaf: Leaf) -> None:
        page = self._page(leaf.name, leaf.title, leaf.about)
        last = HEADER + len(leaf.rows), len(leaf.columns) - 1
        columns = [self._column(leaf, place) for place in range(len(leaf.columns))]
        looks = {"autofilter": False, "style": None, "banded_rows": False, "columns": columns}
        told = {
            "name": _table_name(leaf.name),
            "title": plain(leaf.title),
            "description": leaf.about,
        }
        page.repeat_rows(HEADER)
        page.add_table(HEADER, 0, *last, looks | told)
        for row, cells in enumerate(leaf.rows, HEADER + 1):
            for column, cell in enumerate(cells):
                self._cell(page, row, column, cell)
        for column, heading in enumerate(leaf.columns):
            longest = max(len(heading), *(_length(cells[column]) for cells in leaf.rows))
            page.set_column(column, column, min(max(longest, NARROWEST) * 1.2 + 2, WIDEST))

    def _column(self, leaf: Leaf, place: int) -> dict[str, Any]:
        of_numbers = any(isinstance(row[place], Valued) for row in leaf.rows)
        look = self._number if of_numbers else self._heading
        return {"header": leaf.columns[place], "header_format": look}

    def _page(self, name: str, title: str, about: str) -> Any:
        """Return a new sheet that says what it is, of what, and how to get on."""
        page = self._book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        # Space is made by the height of rows, since an empty one would be read out.
        for row in (0, 3):
            page.set_row(row, TALL)
        edition = self._reading.edition
        page.write_string(0, 0, plain(title), self._title)
        page.write_string(1, 0, plain(about), self._line)
        page.write_string(2, 0, f"{words.name(edition)}. {words.state(edition)}", self._line)
        if name == front.CONTENTS:
            page.write_string(3, 0, "Choose the name of a sheet to go to it.", self._line)
        else:
            self._leads(page, 3, 0, front.CONTENTS)
        return page

    def _cell(self, page: Any, row: int, column: int, cell: Cell) -> None:
        match cell:
            case Valued(number, unit):
                page.write_number(row, column, number, self._numbers[unit])
            case Link(sheet):
                self._leads(page, row, column, sheet)
            case text:
                look = self._mark if text in SHORTHAND else self._text
                page.write_string(row, column, plain(text), look)

    def _leads(self, page: Any, row: int, column: int, sheet: str) -> None:
        page.write_url(row, column, f"internal:'{sheet}'!A1", self._link, sheet)

    def _chart(self, name: str, one: Picture) -> None:
        about = f"One chart, drawn from the sheet {one.leaf.name}. {one.without}".strip()
        page = self._page(name, one.title, about)
        draw(self._book, page, one, HEADER, FORMATS[one.unit])


def _table_name(name: str) -> str:
    return re.sub(r"\W+", "_", name).lower()


def _length(cell: Cell) -> int:
    match cell:
        case Valued(number, _):
            return len(f"{number:,.1f}")
        case Link(sheet):
            return len(sheet)
        case text:
            return len(text)
