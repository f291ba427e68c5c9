"""The figures of one cut as a tidy table: a row a figure, and no cell empty."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard import formatting, units, wording
from dashboard.editions.cuts import By
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.reports.edition_figures import Cut, EditionFigures
from dashboard.reports.explained import UNITS, dimension
from dashboard.reports.plain_sheet import PlainSheet, Row, as_cell
from dashboard.sentences import capital, inside, listed
from dashboard.views.answering import name_of
from data.selection import Dimension

BEFORE: Final = ("Topic", "Indicator")
AFTER: Final = (
    "Value",
    "Unit",
    "Numerator",
    "Denominator",
    "Base",
    "State",
    "Partners reported",
    "Partners expected",
    "Indicator id",
)
NONE: Final = wording.SHORTHAND["not_applicable"]
HIDDEN: Final = wording.SHORTHAND["suppressed"]
PROVISIONAL: Final = wording.SHORTHAND["provisional"]
TOTALS: Final = "Totals"
# A tab has room for thirty-one letters.
ON_TABS: Final[Mapping[str, str]] = {"academic_year": "Year", "service_area": "Area"}
Called = Mapping[tuple[Dimension, str | None], str]


def name(by: By) -> str:
    """Return what the sheet of a cut is called: "Year and area"."""
    if not by:
        return TOTALS
    return capital(listed([inside(ON_TABS.get(each, dimension(each))) for each in by]))


def sheet(reading: EditionFigures, by: By) -> PlainSheet:
    """Return the sheet of a cut."""
    cut = reading.cuts[by]
    told = called(reading, by)
    split = listed([inside(dimension(each)) for each in by])
    rows = [_row(reading, ask, figure, told) for ask, figures in cut.items() for figure in figures]
    return PlainSheet(
        name=name(by),
        title=f"Figures by {split}" if by else "Figures as a whole",
        about=f"One table: a row for each figure, {formatting.quantity(len(rows), 'row', 'rows')}.",
        columns=(*BEFORE, *(dimension(each) for each in by), *AFTER),
        rows=rows,
    )


def called(reading: EditionFigures, by: By) -> Called:
    """Return what the groups of a cut are called; those of one name bear their code as well."""
    found: dict[tuple[Dimension, str | None], str] = {}
    for place, each in enumerate(by):
        codes = _codes(reading.cuts[by], place)
        names = {code: name_of(each, code, reading.names) for code in codes}
        twice = Counter(names.values())
        for code, known in names.items():
            found[each, code] = f"{known} ({code})" if twice[known] > 1 and code else known
    return found


def _codes(cut: Cut, place: int) -> Iterable[str | None]:
    return dict.fromkeys(figure.key[place] for figures in cut.values() for figure in figures)


def _row(reading: EditionFigures, ask: Ask, figure: Figure, told: Called) -> Row:
    indicator = ask.indicator
    # Of a protected count the base is hidden as well; an exact one has none of the others.
    none = NONE if reading.edition.disclosure == "exact" else HIDDEN
    mark = units.shorthand(figure)
    missing = mark or none
    shown = figure.value if mark in ("", PROVISIONAL) else None
    parts = (figure.numerator, figure.denominator, figure.n)
    absent = none if shown is not None else missing
    return (
        indicator.topic,
        indicator.name,
        *(told[each] for each in zip(ask.by, figure.key, strict=True)),
        as_cell(shown, missing, indicator.unit),
        UNITS[indicator.unit],
        *(as_cell(None if figure.low and not part else part, absent) for part in parts),
        _state(reading, ask, figure),
        as_cell(figure.reported, NONE),
        as_cell(figure.expected, NONE),
        indicator.id,
    )


def _state(reading: EditionFigures, ask: Ask, figure: Figure) -> str:
    said = units.state(figure)
    if units.shorthand(figure) == PROVISIONAL:
        said = f"{PROVISIONAL} {said}"
    if not ask.by and ask.indicator.id in reading.revised:
        said = f"[r] Revised since edition {reading.edition.revises}. {said}"
    return said if not figure.note or figure.note in said else f"{said}; {figure.note}"


def value_at(by: By) -> int:
    """Return the place of the column that holds the values of a cut, from 0."""
    return len(BEFORE) + len(by)
