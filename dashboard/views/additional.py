"""What each partnership spent for each placement beyond those of the year before its funding."""

from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.additional import BASELINE
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, in_pounds
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

COST: Final = "cost_per_additional_placement"
ABOUT: Final = "Spending and additional placements"
COLUMNS: Final = (
    "Partnership",
    "Spent",
    "Additional placements",
    "Cost for each",
    "Compared with",
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[COST]], in_pounds.of_places(selection), "partnership")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = in_pounds.of_places(chosen)
    found = answering.found(answers, INDICATORS[COST], selection, "partnership")
    words = in_pounds.subtitle(ABOUT, chosen, names, [found.total])
    called = {names.partnerships.get(str(code), str(code)): str(code) for (code,) in found.known()}
    title = _title(found.total)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of additional placements by partnership", title),
        table=Table(
            COLUMNS,
            tuple(_cells(name, found.at(called[name])) for name in sorted(called)),
            _cells("All", found.total),
        ),
    )


def _title(total: Figure) -> str:
    if total.value is None:
        return sentences.capital(f"no cost can be told: {units.written(total, 'pounds')}")
    more = formatting.quantity(total.denominator or 0, "placement", "placements")
    return (
        f"{more} more than at the level of {total.note.removeprefix(BASELINE)}, at "
        f"{formatting.pounds(total.value)} of spending for each"
    )


def _cells(name: str, figure: Figure) -> tuple[Cell, ...]:
    why = wording.WITHOUT_A_NUMBER.get(figure.status, wording.NOT_APPLICABLE)
    return (
        Cell(name, name),
        _number(figure.numerator, "pounds", why),
        _number(figure.denominator, "count", why),
        in_pounds.cell(figure),
        Cell(sentences.capital(figure.note or why)),
    )


def _number(number: float | None, unit: Unit, why: str) -> Cell:
    return Cell(why) if number is None else Cell(units.WRITING[unit].write(number), number)


VIEW: Final = View(
    "additional", "Additional placements", (COST,), _asks, _draw, note=in_pounds.CALENDAR
)
