"""How packs are put together, as files bring it."""

from data.returns.sheets.declaration import Column, OnlyWith, Sheet
from data.returns.tables import code, name, table
from data.schema.editions import AUDIENCES
from data.schema.reports import LONGEST_HEADING, LONGEST_NAME, MOST

REPORT = Sheet(
    "report",
    "report",
    "how packs for some readers are put together",
    (),
    (
        code(),
        name(),
        Column("audience", "code", required=True, values=AUDIENCES),
        Column(
            "funder", "text", longest=LONGEST_NAME, note="Whom a funder's pack names as its reader."
        ),
        Column(
            "title",
            "text",
            required=True,
            longest=LONGEST_NAME,
            note="{day}, {funder} and {partnerships} stand for what they name.",
        ),
        code("partnership_code", required=False),
    ),
    (OnlyWith("funder", "audience", ("funder",)),),
    key=("code",),
)


def _of_report(called: str, meaning: str, column: str, *others: Column) -> Sheet:
    place = Column("place", "integer", low=1, high=MOST, note="Blank leaves it out.")
    columns = (code("report_code"), code(column), place, *others)
    return table(called, meaning, columns, ("report_code", column))


REPORT_SECTION = _of_report(
    "report_section",
    "a part of the packs of a report, and where it comes",
    "section",
    Column(
        "heading", "text", longest=LONGEST_HEADING, note="In place of the one that it has already."
    ),
)
REPORT_INDICATOR = _of_report(
    "report_indicator", "a figure of the scorecard of a report, and where it comes", "indicator"
)
