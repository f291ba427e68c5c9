"""Workforce censuses, and newly qualified social workers."""

from data.returns.sheets.declaration import KNOWN_OR_NOT, Column, NotUnder, Sheet

WORKFORCE = Sheet(
    name="workforce",
    title="Workforce",
    meaning="the workforce of one service area on a census day",
    owners=("employer",),
    columns=(
        Column("census_on", "date", required=True, note="key with service_area"),
        Column(
            "service_area",
            "code",
            required=True,
            values=("adults", "children", "all_age"),
        ),
        Column("fte_in_post", "decimal", low=0),
        Column("fte_vacancies", "decimal", low=0),
        Column("fte_agency", "decimal", na_allowed=True, low=0),
        Column("fte_agency_covering", "decimal", na_allowed=True, low=0),
        Column("fte_starters", "decimal", low=0),
        Column("fte_leavers", "decimal", low=0),
        Column("headcount", "integer", low=0),
    ),
    key=("census_on", "service_area"),
)

NEWLY_QUALIFIED = Sheet(
    name="newly_qualified",
    title="Newly qualified",
    meaning="a cohort of newly qualified social workers and what became of it",
    owners=("employer",),
    columns=(
        Column("ref", "ref", longest=100),
        Column("cohort", "academic_year", required=True),
        Column("service_area", "code", required=True, values=KNOWN_OR_NOT),
        Column("started", "integer", required=True, low=0),
        Column(
            "placed_here_before",
            "integer",
            na_allowed=True,
            note="not over started",
            low=0,
        ),
        Column("asye_passed", "integer", na_allowed=True, low=0),
        Column("asye_deferred", "integer", low=0),
        Column("in_post_12m", "integer", low=0),
        Column("in_post_24m", "integer", low=0),
        Column("in_post_36m", "integer", low=0),
    ),
    rules=(NotUnder("started", "placed_here_before"),),
)
