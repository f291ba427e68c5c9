"""Money: what was granted, contributed and spent, and for what result."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.scene import Scene
from dashboard.views import additional, contributed, fees_earned, results, spending
from layouts.components.daily_fees import daily_fees
from layouts.components.funding import funding
from layouts.page import Page


def _beside(scene: Scene) -> Sequence[Component]:
    return [*funding(scene), *daily_fees(scene)]


PAGE = Page(
    path="/money",
    title="Money",
    lead="What was granted, contributed (cash and in kind) and spent, and for what result?",
    headlines=(
        "grant_received",
        "contributions_cash",
        "contributions_in_kind",
        "grant_spent",
        "grant_variance",
        "cost_per_pe",
        "cost_per_additional_placement",
        "fee_income",
    ),
    views=(
        spending.HEADINGS,
        spending.PERIODS,
        contributed.VIEW,
        results.VIEW,
        additional.VIEW,
        fees_earned.VIEW,
    ),
    beside=_beside,
    more=True,
    records=("funding", "daily_fees"),
)
