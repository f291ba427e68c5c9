"""What became of each intake of practice educator training."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard import canvas, formatting, sentences, theme
from dashboard.canvas import Series
from dashboard.figures import stacked_rows
from dashboard.figures.stacked_rows import Row
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Difference, Formula, Total
from dashboard.views import answering, captions, years
from dashboard.views.answering import Found
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import training
from data.selection import Selection

NAME: Final = "intakes"
ABOUT: Final = "Intakes of practice educator training, with their outcome"
RATE: Final = "pe_completion_rate"


def _outcome(name: str, work: Formula) -> Indicator:
    return measure(NAME, name, "Practice educators", work)


PASSED: Final = _outcome("Passed", Total(training.ENDED_WELL))
LEFT: Final = _outcome(
    "Failed, withdrew or deferred", Difference(training.ENDED, training.ENDED_WELL)
)
IN_TRAINING: Final = _outcome("In training", Total(training.IN_PROGRESS))
OUTCOMES: Final = (PASSED, LEFT, IN_TRAINING)
FILLS: Final[Mapping[Indicator, tuple[str, str]]] = {
    PASSED: (theme.MAIN, ""),
    LEFT: (theme.SECOND, ""),
    IN_TRAINING: (theme.PAPER, "/"),
}


def _asks(selection: Selection) -> tuple[Ask, ...]:
    wanted = [*OUTCOMES, INDICATORS[RATE]]
    return answering.asks(wanted, selection.only(years=()), "academic_year")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    every_year = selection.only(years=())
    *outcomes, rate = (
        answering.found(answers, each, every_year, "academic_year")
        for each in (*OUTCOMES, INDICATORS[RATE])
    )
    totals = [each.total for each in outcomes]
    words = captions.subtitle(ABOUT, captions.of_partners(every_year), names, totals[:1])
    # The latest intake, of whom most is still open, comes first.
    intakes = years.span(outcomes)[::-1]
    if not any(total.value for total in totals) or any(map(captions.is_hidden, totals)):
        table = _table(intakes, [*outcomes, rate])
        return captions.nothing(ABOUT, words, totals, table=table)
    title = _title([total.value or 0 for total in totals])
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Bar chart of each intake's learners by outcome", title),
        table=_table(intakes, [*outcomes, rate]),
        figure=_chart(intakes, outcomes),
        height=canvas.height(intakes),
    )


def _title(totals: Sequence[float]) -> str:
    learners = formatting.quantity(sum(totals), "learner", "learners")
    passed, left, open_ = (formatting.count(total) for total in totals)
    return (
        f"Of {learners}, {passed} passed, {left} failed, withdrew or deferred, "
        f"and {open_} {'is' if open_ == '1' else 'are'} in training"
    )


def _chart(intakes: Sequence[str], outcomes: Sequence[Found]) -> dict[str, object]:
    parts = [
        Series(indicator.name, tuple(found.at(year).value for year in intakes), *FILLS[indicator])
        for indicator, found in zip(OUTCOMES, outcomes, strict=True)
    ]
    rows = [Row(year, _note(year, outcomes)) for year in intakes]
    return stacked_rows.draw(rows, parts)


def _note(year: str, outcomes: Sequence[Found]) -> str:
    passed, left, open_ = (each.at(year).value or 0 for each in outcomes)
    return f"{formatting.of(passed, passed + left + open_)}<br>passed"


def _table(intakes: Sequence[str], found: Sequence[Found]) -> Table:
    *outcomes, rate = found
    rows = []
    for year in intakes:
        figures = [each.at(year) for each in outcomes]
        counts = [answering.cell(figure, "count", caution=False) for figure in figures]
        share = answering.cell(rate.at(year), "share", base=True, caution=False)
        rows.append((Cell(year, year), *counts, share, answering.returns(figures)))
    names = [indicator.name for indicator in OUTCOMES]
    return Table(
        ("Intake", *names, "Passed, of those no longer in training", "Returns"), tuple(rows)
    )


VIEW: Final = View(NAME, "Intakes and their outcome", (RATE,), _asks, _draw)
