"""Newly qualified workers, a row a cohort: where they trained, whether they passed and stayed."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions, years
from dashboard.views.answering import Found
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import last_day
from data.queries import newly_qualified
from data.selection import Selection

NAME: Final = "cohorts"
ABOUT: Final = "Newly qualified workers by cohort, the academic year in which they started"
HIRED: Final = "placement_to_hire"
PASSED: Final = "asye_pass_rate"
STAYED: Final = ("retention_12m", "retention_24m", "retention_36m")
STARTED: Final = measure(NAME, "Started", "Workforce", Total(newly_qualified.NQ_STARTED))
DEFERRED: Final = measure(NAME, "ASYE deferred", "Workforce", Total(newly_qualified.ASYE_DEFERRED))
COLUMNS: Final[tuple[Indicator, ...]] = (
    STARTED,
    INDICATORS[HIRED],
    INDICATORS[PASSED],
    DEFERRED,
    *(INDICATORS[key] for key in STAYED),
)
NOTE: Final = (
    f"A cohort reads “{wording.TOO_EARLY}” until even those who started last have been there long "
    "enough. ASYE is the assessed and supported year in employment; those deferred have neither "
    "passed nor failed, so they stand in a column of their own and are in no share."
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks(COLUMNS, selection, "academic_year")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [answering.found(answers, each, selection, "academic_year") for each in COLUMNS]
    totals = {each.ask.indicator: each.total for each in found}
    words = captions.subtitle(ABOUT, selection, names, [totals[STARTED]])
    # The latest cohort, of whom least is known, comes first.
    cohorts = years.span(found)[::-1]
    if not cohorts:
        return captions.nothing("Newly qualified workers", words, [totals[STARTED]], chart=False)
    title = finding(totals[INDICATORS[HIRED]], totals[INDICATORS[STAYED[0]]])
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of cohorts of newly qualified workers", title),
        table=Table(
            ("Cohort", *(each.name for each in COLUMNS), "Returns"),
            tuple(_row(cohort, found, selection.as_at) for cohort in cohorts),
            _cells(Cell("All cohorts"), [each.total for each in found]),
        ),
    )


def finding(hired: Figure, stayed: Figure) -> str:
    """Return how many trained here, and how many of those old enough stayed."""
    trained = (
        "How many newly qualified workers had a placement here is not known"
        if hired.value is None
        else f"{formatting.percent(hired.value)} of newly qualified workers had a placement here"
    )
    if stayed.value is not None:
        return f"{trained}; {formatting.percent(stayed.value)} were in post after 12 months"
    if stayed.note == wording.TOO_EARLY:
        return f"{trained}; it is {wording.TOO_EARLY} how many stay"
    return f"{trained}; how many stay is not known"


def _row(cohort: str, found: Sequence[Found], as_at: date) -> tuple[Cell, ...]:
    going_on = wording.PROVISIONAL if as_at < last_day(cohort) else ""
    return _cells(Cell(cohort, cohort, aside=going_on), [each.at(cohort) for each in found])


def _cells(name: Cell, figures: Sequence[Figure]) -> tuple[Cell, ...]:
    cells = (
        answering.cell(figure, each.unit, base=each.unit == "share", caution=False)
        for figure, each in zip(figures, COLUMNS, strict=True)
    )
    return (name, *cells, answering.returns(figures))


VIEW: Final = View(
    NAME, "Newly qualified by cohort", (HIRED, PASSED, *STAYED), _asks, _draw, note=NOTE
)
