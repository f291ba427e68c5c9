"""Vacancies, turnover and agency workers."""

from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.census_ratio import SEATS, STAND_IN, CensusRatio
from data.queries import censuses
from data.queries.censuses import Rate

TOPIC: Final = "Workforce"
CALENDAR: Final = "Academic year of the census; a published census is on 30 September."
RULE: Final = (
    "The latest census of each year that gives both numbers counts, for each partner and service "
    "area; without a year, those of all years together. A census of all ages replaces the areas "
    "counted before it in that year, and an area replaces all ages. In a year for which a council "
    "has sent no census of children's or all-age workers, its published one counts as its "
    f"children's workers. {SEATS}"
)
NOT_APPLICABLE: Final = (
    "A census that calls the number not applicable is left out, and so are those that it replaces."
)


def _ratio(rate: Rate) -> CensusRatio:
    return CensusRatio(rate.part, rate.whole, published=rate.published)


ROWS = (
    Indicator(
        id="vacancy_rate",
        name="Vacancies",
        topic=TOPIC,
        meaning="What share of social worker posts is vacant.",
        formula="Full-time equivalents vacant, divided by those vacant and in post.",
        unit="share",
        calendar=CALENDAR,
        sheets=("workforce",),
        work=_ratio(censuses.VACANCY),
        better="lower",
        base="full-time equivalent",
        notes=RULE,
        stand_in=STAND_IN,
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="turnover_rate",
        name="Turnover",
        topic=TOPIC,
        meaning="How many social workers leave in a year, for each one in post at the census.",
        formula="Full-time equivalents who left, divided by those in post.",
        unit="share",
        calendar=CALENDAR,
        sheets=("workforce",),
        work=_ratio(censuses.TURNOVER),
        better="lower",
        base="full-time equivalent",
        part="leaver",
        notes=f"More can leave in a year than stay, so it may be over 1. {RULE}",
        stand_in=STAND_IN,
        exact=("denominator",),
    ),
    Indicator(
        id="agency_rate",
        name="Agency workers",
        topic=TOPIC,
        meaning="What share of the social workers at work comes from agencies.",
        formula="Full-time equivalents from agencies, divided by those from agencies and in post.",
        unit="share",
        calendar=CALENDAR,
        sheets=("workforce",),
        work=_ratio(censuses.AGENCY),
        better="lower",
        base="full-time equivalent",
        notes=f"{NOT_APPLICABLE} {RULE}",
        stand_in=STAND_IN,
        exact=("numerator", "denominator"),
    ),
    Indicator(
        id="agency_cover_rate",
        name="Vacancies covered by agency workers",
        topic=TOPIC,
        meaning="What share of the vacancies agency workers cover.",
        formula="Full-time equivalents from agencies who cover a vacancy, divided by those vacant.",
        unit="share",
        calendar=CALENDAR,
        sheets=("workforce",),
        work=_ratio(censuses.AGENCY_COVER),
        base="vacant post",
        part="agency worker",
        notes=f"More agency workers than vacancies make it over 1. {NOT_APPLICABLE} {RULE}",
        stand_in=STAND_IN,
        exact=("numerator", "denominator"),
    ),
)
