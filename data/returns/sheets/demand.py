"""What universities need, and what they ask of each employer."""

from data.returns.sheets.declaration import (
    EITHER_OR_NOT_KNOWN,
    LEVELS,
    LEVELS_OR_EITHER,
    YES_NO,
    Column,
    NotBefore,
    Sheet,
)

DEMAND = Sheet(
    name="demand",
    title="Demand",
    meaning="students of a programme who need a placement at a level, in a window",
    owners=("hei",),
    columns=(
        Column("ref", "ref", note="blank = a new row", longest=100),
        Column("programme", "programme", required=True, note="of the owner"),
        Column("level", "code", required=True, values=LEVELS),
        Column("service_area", "code", required=True, values=EITHER_OR_NOT_KNOWN),
        Column("statutory_required", "code", required=True, values=YES_NO),
        Column("window_start", "date", required=True),
        Column("window_end", "date", required=True, note="not before window_start"),
        Column(
            "days",
            "integer",
            required=True,
            note="1 to 260; other than 70 or 100 is a query in England",
            low=1,
            high=260,
        ),
        Column("students", "integer", required=True, note="0 or more", low=0),
    ),
    rules=(NotBefore("window_end", "window_start"),),
)

REQUESTS = Sheet(
    name="requests",
    title="Requests",
    meaning="places asked of one employer for a window",
    owners=("hei",),
    columns=(
        Column("ref", "ref", longest=100),
        Column("employer", "organisation", required=True, note="who is asked"),
        Column("programme", "programme", required=True),
        Column("level", "code", required=True, values=LEVELS_OR_EITHER),
        Column("service_area", "code", required=True, values=EITHER_OR_NOT_KNOWN),
        Column("window_start", "date", required=True),
        Column("window_end", "date"),
        Column("places", "integer", required=True, note="0 or more", low=0),
    ),
    rules=(NotBefore("window_end", "window_start"),),
)
