"""Placements: how far they have come, from a student's need to a completed placement."""

from dashboard.views import flows, late_starts, losses, progress_rows, steps
from dashboard.worklists import lost, offers_left, unplaced
from layouts.page import Page

PAGE = Page(
    path="/placements/progress",
    title="Placement progress",
    lead="Of the places needed, how many were offered, matched, started on time and finished? "
    "What was lost, and why?",
    headlines=(
        "demand",
        "net_supply",
        "allocated",
        "unplaced",
        "started",
        "on_time_start_rate",
        "completed",
        "early_ended_rate",
    ),
    views=(steps.VIEW, losses.VIEW, progress_rows.VIEW, late_starts.VIEW, flows.VIEW),
    lists=(unplaced.LISTING, offers_left.LISTING, lost.OFFERS, lost.PLACEMENTS),
    within="/placements",
    called="Progress",
)
