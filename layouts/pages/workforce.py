"""Workforce: vacancies, turnover, and what became of those who trained here."""

from dataclasses import replace

from dashboard.views import census_places, census_years, density, newly_qualified, staff, years
from layouts.page import Page

PAGE = Page(
    path="/workforce",
    title="Workforce",
    lead="Are placements turning into staff who stay? Vacancies, turnover, newly qualified.",
    headlines=(
        "vacancy_rate",
        "turnover_rate",
        "agency_rate",
        "agency_cover_rate",
        "placement_to_hire",
        "asye_pass_rate",
        "retention_12m",
        "retention_24m",
        "retention_36m",
        "days_per_worker",
        "pe_density",
    ),
    views=(
        newly_qualified.VIEW,
        staff.BY_PARTNERS,
        *census_years.RATES,
        *census_places.PLACES,
        years.view(
            "days-per-worker",
            "Days of placement for each worker",
            "Days of placement for each worker",
            ("days_per_worker",),
        ),
        # The same table as beside the register, where its name is taken.
        replace(density.VIEW, name="educators-and-workers"),
    ),
    more=True,
)
