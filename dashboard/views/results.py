"""For what result: each financial year's money beside who passed in it and what it cost."""

from collections.abc import Mapping
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, in_pounds
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.calendar import financial_year
from data.selection import Selection

SPENT, COST, PASSED = "grant_spent", "cost_per_pe", "pe_training_completions"
SHOWN: Final = ("grant_received", "contributions", SPENT, PASSED, COST, "fee_income")
ABOUT: Final = "Money and practice educators passed"


def _asks(selection: Selection) -> tuple[Ask, ...]:
    wanted = [INDICATORS[key] for key in SHOWN]
    return answering.asks(wanted, in_pounds.of_places(selection), "financial_year")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = in_pounds.of_places(chosen)
    found = {
        key: answering.found(answers, INDICATORS[key], selection, "financial_year") for key in SHOWN
    }
    totals = {key: each.total for key, each in found.items()}
    words = in_pounds.subtitle(ABOUT, chosen, names, [totals[SPENT]])
    now = financial_year(chosen.as_at)
    years = {key[0] for each in found.values() for key in each.known() if key[0]}
    columns = ("Financial year", *(INDICATORS[key].name for key in SHOWN))
    table = Table(
        columns,
        tuple(
            _cells(year, _of_year(found, year), goes_on=year == now)
            for year in sorted(years)
            if year <= now
        ),
        _cells("All", totals),
    )
    title = _title(totals)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of money and practice educators passed", title),
        table=table,
    )


def _of_year(found: Mapping[str, Found], year: str) -> dict[str, Figure | None]:
    return {key: each.groups.get((year,)) for key, each in found.items()}


def _title(totals: Mapping[str, Figure]) -> str:
    cost, passed = totals[COST], totals[PASSED]
    if cost.value is not None:
        return (
            f"{formatting.pounds(cost.numerator or 0)} was spent on practice educators and "
            f"{formatting.count(cost.denominator or 0)} passed, {formatting.pounds(cost.value)} "
            "for each"
        )
    if passed.value is None:
        return "What the money brought is not reported"
    learners = formatting.quantity(passed.value, "practice educator", "practice educators")
    return f"{learners} passed; what each cost can't be told"


def _cells(
    name: str, figures: Mapping[str, Figure | None], *, goes_on: bool = False
) -> tuple[Cell, ...]:
    aside = wording.PROVISIONAL if goes_on else ""
    cells = (
        in_pounds.cell(figure, INDICATORS[key].unit) if figure else Cell(wording.NO_ROWS)
        for key, figure in figures.items()
    )
    return (Cell(name, name, aside=aside), *cells)


VIEW: Final = View("results", "Money and its results", SHOWN, _asks, _draw, note=in_pounds.CALENDAR)
