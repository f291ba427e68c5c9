"""Each table of which an edition holds rows: what is about its partnerships, and one definition."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Select, Table, select

from data.editions.selected_rows import TAKEN, Codes
from data.schema import REPORT, REPORT_INDICATOR, REPORT_SECTION

# The definition that its packs are put together by: one alone, of whichever partnership it is.
OF_A_REPORT: Final = (REPORT.c.code, REPORT_SECTION.c.report_code, REPORT_INDICATOR.c.report_code)


def taken_of(codes: Codes, report: str) -> Iterator[tuple[Table, Select[Any]]]:
    """Yield each table of which an edition holds rows, with what asks for them.

    Args:
        codes: Of its partnerships.
        report: Code of the definition that its packs are put together by.
    """
    for table, statement in TAKEN.values():
        yield table, statement(table, codes)
    for column in OF_A_REPORT:
        yield column.table, select(column.table).where(column == report)
