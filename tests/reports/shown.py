"""What each form shows of an edition's figures. To add a form, write its reader and add a line.

A reader gets a ``World`` and yields ``(place, shown, expected)``: which figure it is, as the id of
its indicator, the dimensions and the group; what the form shows of it; and what it must show.
"""

import csv
from io import StringIO

from callbacks.pages import Drawing
from callbacks.tables import Tables
from dashboard import ids, units
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.reports.building import build
from dashboard.reports.printed.paper import said as on_paper
from dashboard.reports.slides.tables import said as on_slides
from data.people.person import ANYBODY
from data.reader import Reader
from layouts.pages import PAGES
from layouts.static_parts import SWAPPED
from tests.reports import deck, paper
from tests.reports.of_rows import (
    of_bundle,
    of_command,
    of_programs,
    of_programs_as_csv,
    of_workbook,
)
from tests.reports.one_edition import number


def drawing(world):
    return Drawing(PAGES, Reader(world.files.engine), lambda: world.at.today)


def of_headlines(world):
    """Headlines of every page: the number as it is, and as it reads."""
    pages = drawing(world)
    for page in PAGES:
        values = pages.draw(page.path, f"?{world.query}").values
        for key in page.headlines:
            card, body = (values[ids.headline(key, part)] for part in ("card", "body"))
            (figure,) = world.figures(Ask(INDICATORS[key], world.selection)).values()
            number = "" if figure.value is None else str(figure.value)
            reads = units.written(figure, INDICATORS[key].unit).partition(" ")[0]
            still = body["data-still"].translate(SWAPPED)
            shown = card["data-value"], card["data-status"], f'["{reads}' in still
            yield (key, (), ()), shown, (number, figure.status, True)


def cells(table, *, footer=True):
    """Every cell of a table that shows a figure of the catalogue, with its row and question."""
    for row in (*table.rows, *([table.footer] if footer else ())):
        for cell in row:
            ask = cell.figure.ask if cell.figure else None
            if ask and ask.indicator.id in INDICATORS:
                yield row, cell, ask


def beside(world, cell, ask):
    """A cell's number and words, beside those of the figure anew."""
    found = world.figures(ask).get(cell.figure.key)
    place = ask.indicator.id, ask.by, cell.figure.key
    if found is None:
        # A group without rows stands as the whole makes it stand.
        return place, cell.value or None, None
    return place, number(cell.figure), number(found)


def tables(world):
    """The table of each view of every page, with the address of its file."""
    pages = drawing(world)
    found = Tables(pages.at, pages.read, lambda: ANYBODY)
    for slug, name in [(page.slug, view.name) for page in PAGES for view in page.views]:
        view, scene, _ = found.scene(slug, name, f"?{world.query}")
        table = view.draw(scene.answers, scene.names, scene.selection).table
        yield table, f"/download/{slug}/{name}.csv?{world.query}"


def of_tables(world):
    """Charts and tables of every page."""
    for table, _ in tables(world):
        for _, cell, ask in cells(table):
            yield beside(world, cell, ask)


def of_downloads(world):
    """CSV files of every page's charts and tables: each number in its row."""
    for table, address in tables(world):
        answer = world.client.get(address)
        assert answer.status_code == 200
        written = {line[0]: line for line in csv.reader(StringIO(answer.text)) if line}
        for row, cell, ask in cells(table):
            if cell.value is not None:
                place, shown, found = beside(world, cell, ask)
                # What is low stands there in words.
                held = cell.figure.low or str(cell.value) in written[row[0].text]
                yield place, (shown, held), (found, True)


def of_pack(world, said, held, *, footer):
    """Cells of every part of a pack, each in the words that a file holds."""
    for section in build(world.at).sections:
        for _, cell, ask in cells(section.table, footer=footer) if section.table else ():
            place, shown, found = beside(world, cell, ask)
            yield place, (shown, held(said(cell))), (found, True)


def of_slides(world):
    slides = deck.opened(world.files("slides", world.number))
    text = "\n".join(map(deck.notes, slides)) + str(deck.cells(slides))
    return of_pack(world, on_slides, lambda words: words in text, footer=False)


def of_print(world):
    text = paper.words(world.files("printed", world.number)).replace(" ", "")
    return of_pack(world, on_paper, lambda words: words.replace(" ", "") in text, footer=True)


# Each form with its reader, and how many figures it compares at least.
READERS = {
    "headlines on screen": (of_headlines, 60),
    "charts and tables on screen": (of_tables, 600),
    "files of charts and tables": (of_downloads, 300),
    "slides": (of_slides, 100),
    "print": (of_print, 100),
    "workbook": (of_workbook, 1000),
    "bundle": (of_bundle, 1000),
    "programs, in JSON": (of_programs, 400),
    "programs, in CSV": (of_programs_as_csv, 400),
    "command line": (of_command, 400),
}
