"""The split between adults' and children's work."""

from dashboard.views import area_sufficiency, mix, split_gap
from dashboard.views.mix_sides import DEMAND, EDUCATORS, PLACEMENTS, SUPPLY, TRAINEES
from dashboard.views.splits import BY_PARTNER, BY_PARTNERSHIP
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
    views=(
        split_gap.VIEW,
        mix.view("mix-by-partnership", "Places by partnership", SUPPLY, BY_PARTNERSHIP),
        mix.view("mix-of-demand", "Students by university", DEMAND, BY_PARTNER),
        mix.view("mix-of-supply", "Places by employer", SUPPLY, BY_PARTNER),
        mix.view("mix-of-placements", "Placements by partner", PLACEMENTS, BY_PARTNER),
        mix.view("mix-of-educators", "Practice educators by partner", EDUCATORS, BY_PARTNER),
        mix.view("mix-of-trainees", "Learners by employer", TRAINEES, BY_PARTNER),
        area_sufficiency.VIEW,
    ),
)
