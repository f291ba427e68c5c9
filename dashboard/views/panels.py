"""Placement and suitability panels of each partnership, and how many an employer chaired."""

from typing import Final

from dashboard import formatting, sentences, units
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, bars, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

RATE: Final = "employer_chaired_rate"
ABOUT: Final = "Placement and suitability panels held, and those chaired by an employer"
COLUMNS: Final = ("Partnership", "Panels returned", "Chaired by an employer", "Share")


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[RATE]], selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = answering.found(answers, INDICATORS[RATE], selection, "partnership")
    words = captions.subtitle(ABOUT, captions.of_partners(selection), names, [found.total])
    codes = sorted((key[0] for key in found.known()), key=lambda code: _order(found, code, names))
    rows = [(names.partnerships.get(code, code), found.at(code)) for code in codes]
    table = Table(
        COLUMNS,
        tuple(_cells(name, figure) for name, figure in rows),
        _cells("All", found.total),
    )
    if not found.total.denominator:
        return captions.nothing("Panels", words, [found.total], table=table)
    title = _title(found.total)
    figure, height = bars.outlined(
        [
            outline_bars.Row(name, each.denominator, each.numerator, _note(each))
            for name, each in rows
        ]
    )
    kind = "Bar chart, an outline for panels held and a solid bar for those an employer chaired"
    silent = [name for name, each in rows if each.status == "not_reported"]
    alt = sentences.joined(kind, title, sentences.not_reported(silent))
    return Drawn(title, words, alt, table, figure=figure, height=height)


def _title(total: Figure) -> str:
    chaired = formatting.of(total.numerator or 0, total.denominator or 0)
    panels = "panel" if total.denominator == 1 else "panels"
    return f"An employer chaired {chaired} {panels} held ({units.written(total, 'share')})"


def _note(figure: Figure) -> str:
    if figure.numerator is None or figure.denominator is None:
        return units.written(figure, "share")
    return formatting.of(figure.numerator, figure.denominator)


def _cells(name: str, figure: Figure) -> tuple[Cell, ...]:
    return (
        Cell(name, name),
        _count(figure, figure.denominator),
        _count(figure, figure.numerator),
        answering.cell(figure, "share", caution=False),
    )


def _count(figure: Figure, number: float | None) -> Cell:
    if number is None:
        return Cell(units.written(figure, "share"))
    return Cell(formatting.count(number), number)


def _order(found: Found, code: str, names: Names) -> tuple[bool, float, str]:
    figure = found.at(code)
    return (figure.value is None, -(figure.denominator or 0), names.partnerships.get(code, code))


VIEW: Final = View("panels", "Panels chaired by employers", (RATE,), _asks, _draw)
