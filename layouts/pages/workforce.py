"""Workforce: vacancies, turnover, and what became of those who trained here."""

from dataclasses import replace

from dashboard.views import census_places, census_years, density, newly_qualified, staff, years
from dashboard.views.splits import BY_PARTNER, BY_REGION
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
        staff.view("staff-by-partner", "From placement to post by partner", BY_PARTNER),
        census_years.view("vacancy_rate", "vacancies", "Vacancies over the years"),
        census_years.view("turnover_rate", "turnover", "Turnover over the years"),
        census_years.view("agency_rate", "agency", "Agency workers over the years"),
        census_places.view("censuses-by-partner", "Censuses by partner", BY_PARTNER),
        census_places.view("censuses-by-region", "Censuses by region", BY_REGION),
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
