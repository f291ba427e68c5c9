"""The workbook: an edition's figures in Excel, one marked table a sheet, charts on their own."""

from collections.abc import Collection
from io import BytesIO
from logging import getLogger
from typing import Any, Final

import xlsxwriter

from dashboard import wording
from dashboard.editions import words
from dashboard.editions.cuts import By
from dashboard.editions.standpoint import At
from dashboard.reports import front, tidy_tables
from dashboard.reports.building import build
from dashboard.reports.edition_figures import EditionFigures, read, standpoint
from dashboard.reports.excel_chart import draw
from dashboard.reports.explained import SHORTHAND
from dashboard.reports.formats import NUMBER_FORMATS, Formats
from dashboard.reports.language import in_british_english
from dashboard.reports.pack import Pack, Taken
from dashboard.reports.plain_sheet import Cell, Link, PlainSheet, Valued, lines, widths
from dashboard.reports.sheet_errors import SheetError, naming_the_sheet
from dashboard.reports.text import plain
from dashboard.reports.workbook_charts import Picture, pictures
from data.people.person import Person
from data.returns.template import OPTIONS

LOG: Final = getLogger(__name__)
# Where every table begins: the row of its headings, from 0.
HEADER: Final = 4
A4: Final = 9
TALL: Final = 28
# Height of a line of text, in points.
LINE: Final = 15.75


def make(at: At, number: int, _person: Person) -> Taken:
    """Return the workbook of an edition; the same edition gives the same bytes.

    What could not be made is sheets, and parts that the summary lacks.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    reading, pack = read(at, number), build(standpoint(at, number)[0])
    failed: tuple[str, ...] = ()
    while True:
        file = BytesIO()
        with xlsxwriter.Workbook(file, OPTIONS) as book:
            more = Writer(book, reading, pack, failed).write()
        if not more:
            return Taken(in_british_english(file.getvalue()), (*pack.failed, *failed))
        # Nothing that was half written stays: it is written anew without what failed.
        failed += more


class Writer:
    """Writes one workbook, sheet by sheet."""

    def __init__(
        self, book: Any, reading: EditionFigures, pack: Pack, failed: Collection[str] = ()
    ) -> None:
        """Keep what it is written from, and which sheets are to say that they can't be made."""
        self._book = book
        self._reading, self._pack = reading, pack
        self._failed = failed
        self._formats = Formats(book)

    def write(self) -> tuple[str, ...]:
        """Write every sheet: what it is, where everything is, what to know, and the figures.

        Return the names of those that failed, which it then must be written without.
        """
        try:
            self._write_all()
        except SheetError as error:
            if error.name in self._failed:
                raise
            LOG.exception("A sheet could not be made: %s", error.name)
            return (error.name,)
        return ()

    def _write_all(self) -> None:
        self._properties()
        figures = {by: self._figures(by) for by in self._reading.cuts}
        whole = {by: sheet for by, sheet in figures.items() if sheet.name not in self._failed}
        drawn = {f"Chart {at}": one for at, one in enumerate(pictures(whole), 1)}
        known = [
            front.summary(self._pack),
            front.notes(self._reading),
            front.shorthand(),
            front.dictionary(),
            front.codes(self._reading),
            *figures.values(),
        ]
        self._sheet(front.cover(self._reading))
        self._sheet(front.contents(known, [(name, one.title) for name, one in drawn.items()]))
        for sheet in known:
            self._sheet(sheet)
        for name, one in drawn.items():
            with naming_the_sheet(name):
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

    def _figures(self, by: By) -> PlainSheet:
        name = tidy_tables.name(by)
        if name in self._failed:
            return front.not_made(name)
        with naming_the_sheet(name):
            return tidy_tables.sheet(self._reading, by)

    def _sheet(self, sheet: PlainSheet) -> None:
        if sheet.name in self._failed:
            self._table(front.not_made(sheet.name))
            return
        with naming_the_sheet(sheet.name):
            self._table(sheet)

    def _table(self, sheet: PlainSheet) -> None:
        page = self._page(sheet.name, sheet.title, sheet.about)
        last = HEADER + len(sheet.rows), len(sheet.columns) - 1
        columns = [self._column(sheet, place) for place in range(len(sheet.columns))]
        looks = {"autofilter": False, "style": None, "banded_rows": False, "columns": columns}
        told = {"name": sheet.table, "title": plain(sheet.title), "description": sheet.about}
        page.repeat_rows(HEADER)
        page.add_table(HEADER, 0, *last, looks | told)
        rooms = widths(sheet)
        for row, cells in enumerate(sheet.rows, HEADER + 1):
            for column, cell in enumerate(cells):
                self._cell(page, row, column, cell)
            deepest = max(map(lines, cells, rooms))
            if deepest > 1:
                # Not every program finds by itself how high a row with several lines must be.
                page.set_row(row, LINE * deepest)
        for column, room in enumerate(rooms):
            page.set_column(column, column, room)

    def _column(self, sheet: PlainSheet, place: int) -> dict[str, Any]:
        of_numbers = any(isinstance(row[place], Valued) for row in sheet.rows)
        look = self._formats.number if of_numbers else self._formats.heading
        return {"header": sheet.columns[place], "header_format": look}

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
        page.write_string(0, 0, plain(title), self._formats.title)
        page.write_string(1, 0, plain(about), self._formats.line)
        page.write_string(
            2, 0, f"{words.name(edition)}. {words.state(edition)}", self._formats.line
        )
        if name == front.CONTENTS:
            page.write_string(3, 0, "Choose the name of a sheet to go to it.", self._formats.line)
        else:
            self._leads(page, 3, 0, front.CONTENTS)
        return page

    def _cell(self, page: Any, row: int, column: int, cell: Cell) -> None:
        match cell:
            case Valued(number, unit):
                page.write_number(row, column, number, self._formats.numbers[unit])
            case Link(sheet):
                self._leads(page, row, column, sheet)
            case text:
                look = self._formats.mark if text in SHORTHAND else self._formats.text
                page.write_string(row, column, plain(text), look)

    def _leads(self, page: Any, row: int, column: int, sheet: str) -> None:
        page.write_url(row, column, f"internal:'{sheet}'!A1", self._formats.link, sheet)

    def _chart(self, name: str, one: Picture) -> None:
        if name in self._failed:
            self._table(front.not_made(name))
            return
        about = f"One chart, drawn from the sheet {one.sheet.name}. {one.without}".strip()
        page = self._page(name, one.title, about)
        draw(self._book, page, one, HEADER, NUMBER_FORMATS[one.unit])
