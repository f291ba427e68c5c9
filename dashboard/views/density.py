"""Current practice educators for each hundred social workers, adults' and children's apart."""

from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

DENSITY: Final = "pe_density"
UNIT: Final = "per_hundred"
AREAS: Final = {"adults": "adults'", "children": "children's"}
ABOUT: Final = "Current practice educators for each hundred social workers in post"


def _asks(selection: Selection) -> tuple[Ask, ...]:
    density = INDICATORS[DENSITY]
    by_area = Ask(density, selection, ("service_area",))
    return (
        *answering.asks([density], selection, "partnership", "service_area"),
        *answering.asks([density], selection, "partnership"),
        by_area,
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    density = INDICATORS[DENSITY]
    cells = answering.found(answers, density, selection, "partnership", "service_area")
    rows = answering.found(answers, density, selection, "partnership")
    areas = answering.found(answers, density, selection, "service_area")
    day = captions.on_the_day(selection)
    words = captions.subtitle(
        ABOUT, captions.of_partners(selection), names, [rows.total], period=day
    )
    if rows.total.value is None:
        return captions.nothing(ABOUT, words, [rows.total], chart=False)
    title = _title(rows, areas)
    ordered = sorted((key[0] for key in rows.known()), key=lambda code: _order(rows, code, names))
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Table of practice educators per hundred social workers", title),
        table=Table(
            columns=("Partnership", *(wording.AREAS[area] for area in AREAS), "All"),
            rows=tuple(_row(code, cells, rows, names) for code in ordered),
            footer=_footer(areas, rows),
        ),
    )


def _title(rows: Found, areas: Found) -> str:
    apart = [
        f"{formatting.decimal(value)} in {services}"
        for area, services in AREAS.items()
        if (value := areas.at(area).value) is not None
    ]
    whole = formatting.decimal(rows.total.value or 0)
    start = f"{whole} current practice educators for each hundred social workers"
    return f"{start}: {sentences.listed(apart)}" if apart else start


def _row(code: str, cells: Found, rows: Found, names: Names) -> tuple[Cell, ...]:
    name = names.partnerships.get(code, code)
    whole = rows.at(code)
    figures = [
        cells.there(code, area) if whole.status != "not_reported" else whole for area in AREAS
    ]
    apart = [
        answering.cell(figure, UNIT) if figure else Cell(wording.NOT_APPLICABLE)
        for figure in figures
    ]
    return (Cell(name, name), *apart, answering.cell(whole, UNIT))


def _footer(areas: Found, rows: Found) -> tuple[Cell, ...]:
    apart = [answering.cell(areas.at(area), UNIT, within=rows.total) for area in AREAS]
    return (Cell("All", "All"), *apart, answering.cell(rows.total, UNIT))


def _order(rows: Found, code: str, names: Names) -> tuple[bool, float, str]:
    value = rows.at(code).value
    return (value is None, value or 0, names.partnerships.get(code, code))


VIEW: Final = View("density", "Practice educators and social workers", (DENSITY,), _asks, _draw)
