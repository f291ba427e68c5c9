"""A figure over the years, as a small line in a table's cell."""

from collections.abc import Mapping

from dashboard import units, wording
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.parts import Figure
from dashboard.views.view import Cell


def sparkline(figures: Mapping[str, Figure], unit: Unit) -> Cell:
    """Return a figure over the years as a small line, with gaps, and the same in words."""
    values = tuple(figure.value for figure in figures.values())
    if all(value is None for value in values):
        return Cell(wording.NO_NUMBERS)
    words = "; ".join(f"{year}: {_written(figure, unit)}" for year, figure in figures.items())
    *_, last = figures.values()
    return Cell(words, words, sparkline=values, ongoing=last.status == "provisional")


def _written(figure: Figure, unit: Unit) -> str:
    said = units.caution(figure)
    return units.written(figure, unit) + (f" ({said})" if said else "")
