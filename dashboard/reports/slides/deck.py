"""A pack as a file of slides. One that fails is named in its place, and the others still come."""

from collections.abc import Iterator, Sequence
from logging import getLogger
from math import ceil
from typing import Any, Final

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from dashboard import sentences
from dashboard.editions import words
from dashboard.editions.standpoint import At
from dashboard.reports.building import build, not_made
from dashboard.reports.edition_figures import standpoint
from dashboard.reports.pack import Pack, Section, Taken
from dashboard.reports.slides import charts, stage, tables
from dashboard.reports.slides.fitting import Room, clean, fitted, height
from dashboard.reports.slides.saving import saved
from dashboard.reports.slides.stage import FIRST_BODY, OPENING, PICTURE, SMALLEST, TEXT, WHOLE_BODY
from dashboard.views.view import Cell, Table
from dashboard.wording import SERVICE
from data.people.person import Person

LOG: Final = getLogger(__name__)
MOST_SLIDES: Final = 4
TEXT_SIZES: Final = (22, 20, 18)
BETWEEN: Final = 8
MORE: Final = "There is more in the notes of the first of these slides."
BULLET: Final = 30
Rows = Sequence[Sequence[Cell]]


def make(at: At, number: int, _person: Person) -> Taken:
    """Return an edition as slides, as far as whoever asks may read it.

    Args:
        at: Returns from where they look with a query.
        number: Of the edition.

    Raises:
        DeniedError: They may not read it, or there is none.
    """
    here, _ = standpoint(at, number)
    return written(build(here))


def written(pack: Pack) -> Taken:
    """Return a pack as a file that PowerPoint and LibreOffice open."""
    deck = stage.empty()
    failed = list(pack.failed)
    _open(deck, pack)
    for section in pack.sections:
        before = len(deck.slides)
        try:
            _add(deck, section, pack.name)
        except Exception:
            LOG.exception("A slide could not be made: %s", section.heading)
            _take_back(deck, before)
            _add_text(deck, not_made(section.heading), pack.name)
            failed.append(section.heading)
    return Taken(saved(deck, pack), tuple(failed))


def _open(deck: Any, pack: Pack) -> None:
    slide = stage.begin(deck, OPENING, pack.edition.title, SERVICE)
    said = (
        sentences.named(pack.partnerships),
        pack.name,
        words.state(pack.edition),
        *([pack.reader] if pack.reader else []),
        *pack.cautions,
    )
    room = Room(FIRST_BODY.room.width, FIRST_BODY.room.height / len(said) - BETWEEN)
    _write_all(slide.placeholders[1], [fitted(text, room, (20, 18, SMALLEST)) for text in said])
    _note(slide, [*said, "Partnerships: " + "; ".join(pack.partnerships)])


def _add(deck: Any, section: Section, footer: str) -> None:
    if section.table is None or not section.table.rows:
        _add_text(deck, section, footer)
        return
    table, chart = section.table, section.chart
    paged = _pages(table, charts.rows_on_a_slide(chart, table)) if chart else tables.pages(table)
    pages = list(paged)
    shown = pages[:MOST_SLIDES]
    rest = [row for page in pages[MOST_SLIDES:] for row in page]
    for place, rows in enumerate(shown):
        last = place == len(shown) - 1
        slide = stage.begin(deck, PICTURE, _titled(section, place, len(shown)), footer)
        stage.note(slide, stage.SUBTITLE, _subtitle(section, len(rest) if last else 0))
        if chart:
            charts.add(slide, chart, table.columns, rows, section.alt)
        else:
            tables.add(slide, table, rows, section.alt)
        explained = section.notes if place == 0 else ()
        data = _told(table, [*rows, *(rest if last else ())])
        _note(slide, [f"{section.title}.", section.subtitle, *explained, "The data:", *data])


def _pages(table: Table, most: int) -> Iterator[Rows]:
    # Pages of one length, so that none is left with a single row.
    most = ceil(len(table.rows) / ceil(len(table.rows) / most))
    for first in range(0, len(table.rows), most):
        yield table.rows[first : first + most]


def _titled(section: Section, place: int, slides: int) -> str:
    return f"{section.title} ({place + 1}\u00a0of\u00a0{slides})" if slides > 1 else section.title


def _subtitle(section: Section, rest: int) -> str:
    more = f"{rest} more in the notes." if rest else ""
    return " ".join(part for part in (*section.lines, more, section.subtitle) if part)


def _told(table: Table, rows: Rows) -> Iterator[str]:
    for row in rows:
        cells = zip(table.columns[1:], row[1:], strict=True)
        numbers = "; ".join(f"{column}: {tables.said(cell)}" for column, cell in cells)
        yield f"{row[0].text}. {numbers}"


def _add_text(deck: Any, section: Section, footer: str) -> None:
    lines = section.lines or (f"{section.title}.",)
    lines = (*lines, f"{section.subtitle}.") if section.subtitle else lines
    room = Room(WHOLE_BODY.room.width - BULLET, WHOLE_BODY.room.height)
    size = next((size for size in TEXT_SIZES if _depth(lines, room, size) <= room.height), SMALLEST)
    pages = list(_paged([fitted(line, room, (size,)).text for line in lines], room, size))
    for place, page in enumerate(pages[:MOST_SLIDES]):
        shown = min(len(pages), MOST_SLIDES)
        slide = stage.begin(deck, TEXT, _titled(section, place, shown), footer)
        more = [MORE] if place == shown - 1 and shown < len(pages) else []
        _write_all(slide.placeholders[1], [(text, size) for text in (*page, *more)])
        _note(slide, [f"{section.title}.", *lines, *section.notes] if place == 0 else page)


def _depth(texts: Sequence[str], room: Room, size: int) -> float:
    return sum(height(clean(text), room.width, size) + BETWEEN for text in texts)


def _paged(texts: Sequence[str], room: Room, size: int) -> Iterator[list[str]]:
    depths = [_depth([text], room, size) for text in texts]
    if sum(depths) <= room.height:
        yield list(texts)
        return
    # Pages of about one length, so that none is left with a single line.
    even = sum(depths) / ceil(sum(depths) / room.height) + 2 * max(depths)
    page: list[str] = []
    for text in texts:
        if page and _depth([*page, text, MORE], room, size) > min(even, room.height):
            yield page
            page = []
        page.append(text)
    yield page


def _write_all(placeholder: Any, texts: Sequence[tuple[str, int]]) -> None:
    frame = placeholder.text_frame
    frame.word_wrap = True
    # Else whoever opens it may make it smaller than can be read.
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for place, (text, size) in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(BETWEEN)
        stage.write(paragraph, text, size)


def _note(slide: Any, texts: Sequence[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(clean(text) for text in texts if text)


def _take_back(deck: Any, before: int) -> None:
    """Drop the slides that were added since there were so many."""
    listed = deck.slides._sldIdLst
    for each in list(listed)[before:]:
        deck.part.drop_rel(each.rId)
        listed.remove(each)
