"""What a row of a chart is called, and why a number of it is missing."""

from collections.abc import Sequence
from typing import Final

from dashboard.reports.pack import Chart, drawn
from dashboard.reports.printed.shapes import SIZE
from dashboard.reports.slides.fitting import clean, lines
from dashboard.views.view import Cell

NAME: Final = 160.0
MOST_LINES: Final = 2
CUT: Final = "…"


def called(row: Sequence[Cell], chart: Chart) -> list[str]:
    """Return a row's name in lines; one that is too long is cut, and whole in the table."""
    cells = [row[place] for place in chart.columns]
    missing = [cell.text for cell in cells if drawn(cell) is None]
    why = [f"({', '.join(dict.fromkeys(missing))})"] if missing else []
    found = lines(clean(row[0].text), NAME, SIZE)
    most = MOST_LINES - len(why)
    shown = found[:most]
    if len(found) > most:
        shown[-1] = f"{shown[-1][:-1]}{CUT}"
    return [*shown, *(each for line in why for each in lines(line, NAME, SIZE)[:1])]
