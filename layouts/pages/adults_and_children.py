"""The split between adults' and children's work."""

from dashboard.views import area_sufficiency, mix, split_gap
from dashboard.views.mix_sides import SIDES
from layouts.page import Page

PAGE = Page(
    path="/adults-and-children",
    title="Adults and children's",
    lead="Is each partner's mix near what was agreed?",
    headlines=(
        "split_gap",
        "adult_share_demand",
        "adult_share_supply",
        "adult_share_placements",
        "adult_share_educators",
        "adult_share_trainees",
        "sufficiency_adults",
        "sufficiency_children",
        "both_areas_rate",
    ),
    views=(split_gap.VIEW, *(mix.view(side) for side in SIDES), area_sufficiency.VIEW),
)
