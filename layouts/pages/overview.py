"""Overview: the three core views in brief."""

from layouts.page import Page

PAGE = Page(
    path="/",
    title="Overview",
    lead="Are we on course, and what needs a decision?",
    headlines=("balance", "demand", "net_supply", "sufficiency"),
)
