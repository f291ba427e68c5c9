"""What documents say, word for word, for those who may read the rows it stands in."""

from typing import Any, Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data import access
from data.worklists.quotes import quotes

HEADING: Final = "Word for word"
COLUMNS: Final = ("Figure", rows.PARTNERSHIP, "What was counted", "Quote", "Document")


def _read(visit: Visit, most: int) -> Listed:
    # They are few, in however many partnerships.
    if not access.reads_rows(visit.person):
        return rows.REFUSED
    selection = visit.asked.selection.only(levels=(), areas=(), routes=())
    found = quotes(visit.bench, visit.person, selection)
    if not found:
        return rows.none("No document is quoted in a row that you may read.", "Nothing is quoted")
    count = formatting.quantity(len(found), "figure is", "figures are")
    title = f"{count} quoted word for word{rows.first(most, len(found), 'quotes')}"
    cells = (_cells(visit, each) for each in found[:most])
    return rows.listed(visit, title, (HEADING, selection), COLUMNS, cells)


def _cells(visit: Visit, each: Any) -> tuple[Cell, ...]:
    return (
        rows.work(visit, each.ref, "reported_figures", (each.partnership, each.owner), each.id),
        rows.where(visit, each.partnership),
        Cell(each.measure),
        Cell(each.quote or wording.NOT_REPORTED),
        Cell(each.source),
    )


QUOTES: Final = Listing(
    "quotes",
    HEADING,
    "What the documents say in their own words. Partners see the quotes that they entered "
    "themselves, managers those of their partnerships.",
    "returns of Reported figures (all partners)",
    _read,
)
