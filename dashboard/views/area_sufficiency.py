"""Places for each student in adults' and in children's, by partnership."""

from typing import Final

from dashboard import formatting, sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

SHOWN: Final = ("sufficiency_adults", "sufficiency_children")
COLUMNS: Final = ("Partnership", "Adults", "Children's")
ABOUT: Final = "Places offered for each hundred students who need a placement in the same area"


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[shown] for shown in SHOWN], selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [
        answering.found(answers, INDICATORS[shown], selection, "partnership") for shown in SHOWN
    ]
    totals = [each.total for each in found]
    words = captions.subtitle(ABOUT, selection, names, totals)
    codes = {key[0] for each in found for key in each.known()}
    ordered = sorted(codes, key=lambda code: _scarcest_first(found, code, names))
    table = Table(
        columns=COLUMNS,
        rows=tuple(_row(names.partnerships.get(code, code), found, code) for code in ordered),
        footer=(Cell("All", "All"), *(_cell(each, ()) for each in found)),
    )
    if all(total.value is None for total in totals):
        return captions.nothing("Sufficiency by area", words, totals, table=table, chart=False)
    title = _title(found)
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of sufficiency by partnership", title),
        table=table,
    )


def _title(found: list[Found]) -> str:
    parts = [
        f"{formatting.count(each.total.value * 100)} places for each hundred students in {area}"
        for each, area in zip(found, ("adults'", "children's"), strict=True)
        if each.total.value is not None
    ]
    return sentences.listed(parts)


def _row(name: str, found: list[Found], code: str) -> tuple[Cell, ...]:
    return (Cell(name, name), *(_cell(each, (code,)) for each in found))


def _cell(found: Found, key: tuple[str, ...]) -> Cell:
    figure = found.at(*key) if key else found.total
    if figure.value is None or figure.numerator is None or figure.denominator is None:
        return answering.cell(figure, "share")
    sides = formatting.of(figure.numerator, figure.denominator)
    return Cell(formatting.percent(figure.value), figure.value, aside=sides, figure=figure)


def _scarcest_first(found: list[Found], code: str, names: Names) -> tuple[bool, float, str]:
    values = [figure.value for each in found if (figure := each.at(code)).value is not None]
    return (not values, min(values, default=0), names.partnerships.get(code, code))


VIEW: Final = View("area-sufficiency", "Sufficiency by area", SHOWN, _asks, _draw)
