"""The regions of an edition beside each other: a figure or two of each core view."""

from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from dashboard.reports.topics import explained
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Cell, Table

HEADING: Final = "Regions"
COLUMNS: Final = ("net_supply", "demand", "pe_current", "adult_share_supply")


def section(of: PackSource) -> Section:
    """Return each region with its figures, in the order of their names."""
    indicators = [INDICATORS[key] for key in COLUMNS]
    answers = of.answers(answering.asks(indicators, of.selection, "region"))
    found = [answering.found(answers, each, of.selection, "region") for each in indicators]
    totals = [each.total for each in found]
    title = _title(found[0], of)
    return Section(
        heading=HEADING,
        title=title,
        subtitle=of.placed(
            captions.subtitle(
                "A figure or two of each core view by region", of.selection, of.names, totals
            )
        ),
        table=_table(found, of),
        alt=sentences.joined("Table of figures by region", title),
        notes=explained(COLUMNS, of),
    )


def _table(found: list[Found], of: PackSource) -> Table:
    names = {
        code: answering.name_of("region", code, of.names)
        for each in found
        for (code,) in each.known()
    }
    ordered = sorted(names, key=lambda code: (code is None, names[code]))
    return Table(
        ("Region", *(INDICATORS[key].name for key in COLUMNS)),
        tuple((Cell(names[code], names[code]), *_cells(found, code)) for code in ordered),
    )


def _cells(found: list[Found], code: str | None) -> list[Cell]:
    figures = [each.at(code) for each in found]
    return [
        answering.cell(figure, INDICATORS[key].unit)
        for figure, key in zip(figures, COLUMNS, strict=True)
    ]


def _title(supply: Found, of: PackSource) -> str:
    values = {
        answering.name_of("region", key[0], of.names): figure.value
        for key, figure in supply.groups.items()
        if key[0] and figure.value is not None
    }
    if not values:
        return f"{INDICATORS[COLUMNS[0]].name} by region: {wording.NO_NUMBERS}"
    return f"Places offered: most in {sentences.most(values, formatting.count)}"
