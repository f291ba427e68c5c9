"""The columns of the Department for Education's children's social work workforce file."""

from typing import Final

from data.returns.sheets.declaration import Column, Sheet
from data.schema.published import COUNCIL

NAME: Final = "published_workforce"
MEASURES: Final = (
    "inpost_fte",
    "inpost_headcount",
    "starters_fte",
    "starters_headcount",
    "leavers_fte",
    "leavers_headcount",
    "turnover_rate_fte",
    "turnover_rate_headcount",
    "agency_fte",
    "agency_headcount",
    "agency_rate_fte",
    "agency_rate_headcount",
    "agency_cover_fte",
    "agency_cover_rate_fte",
    "vacancy_fte",
    "vacancy_rate_fte",
    "vacancy_agency_cover_rate_fte",
    "case_holders_fte",
    "cases",
    "caseload_fte",
    "working_days_lost_fte",
    "absence_rate_fte",
)
YEAR: Final = "time_period"
KIND_OF_YEAR: Final = "time_identifier"
LEVEL: Final = "geographic_level"
DFE_CODE: Final = "old_la_code"
# The code and the name of a place, by its level.
PLACES: Final = {
    "National": ("country_code", "country_name"),
    "Regional": ("region_code", "region_name"),
    COUNCIL: ("new_la_code", "la_name"),
}
COLUMNS: Final = (
    *(YEAR, KIND_OF_YEAR, LEVEL, DFE_CODE),
    *(column for pair in PLACES.values() for column in pair),
    *MEASURES,
)
SHEET: Final = Sheet(
    name=NAME,
    title="Published workforce",
    meaning="the workforce of a council, a region or England at a census",
    owners=(),
    columns=tuple(Column(name, "text") for name in COLUMNS),
    key=("ons_code", "census_on"),
)
