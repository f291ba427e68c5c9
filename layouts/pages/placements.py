"""Placements: supply and demand."""

from dashboard.views import employers, quality, shortfall, supply, universities, years
from dashboard.views.splits import BY_AREA, BY_LEVEL, BY_PARTNERSHIP, BY_TERM
from layouts.page import Page

PAGE = Page(
    path="/placements",
    title="Placements",
    called="Supply and demand",
    lead="Where will we be short, by how many, and of what kind?",
    headlines=(
        "unmatched_shortfall",
        "demand",
        "net_supply",
        "balance",
        "sufficiency",
        "spare_places",
        "unplaced",
        "on_time_start_rate",
        "late_withdrawal_rate",
        "statutory_share",
    ),
    views=(
        supply.view("by-partnership", "Supply and demand by partnership", BY_PARTNERSHIP),
        supply.view("by-term", "Supply and demand by term", BY_TERM),
        supply.view("by-level", "Supply and demand by level", BY_LEVEL),
        supply.view("by-area", "Supply and demand by service area", BY_AREA),
        shortfall.view(
            "shortfall-by-term", "Shortfall by partnership and term", BY_PARTNERSHIP, BY_TERM
        ),
        shortfall.view("shortfall-by-area", "Shortfall by area and level", BY_AREA, BY_LEVEL),
        universities.VIEW,
        employers.VIEW,
        quality.VIEW,
        years.view(
            "over-years",
            "Supply and demand over the years",
            "Students, places offered and shortfall",
            ("net_supply", "demand", "unmatched_shortfall"),
        ),
    ),
)
