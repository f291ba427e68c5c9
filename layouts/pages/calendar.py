"""Placements: when the universities' windows are open, and which employers they overload."""

from dashboard.views import open_windows, overloads
from layouts.page import Page

PAGE = Page(
    path="/placements/calendar",
    title="Placement calendar",
    lead="When do the universities' windows overlap and overload an employer?",
    headlines=("requested", "net_supply", "demand"),
    views=(open_windows.VIEW, overloads.VIEW),
    within="/placements",
    called="Calendar",
)
