"""Practice educators."""

from dashboard.views import capacity, cohorts, density, lapses, register, training
from layouts.page import Page

PAGE = Page(
    path="/practice-educators",
    title="Practice educators",
    lead="Do we have enough practice educators, are they current, and who is in training?",
    headlines=(
        "pe_current",
        "pe_on_register",
        "pe_inactive_rate",
        "pe_expiring",
        "stage2_sufficiency",
        "short_of_stage2",
        "pe_training_starts",
        "pe_training_completions",
        "pe_completion_rate",
        "pe_progression_rate",
        "on_site_share",
    ),
    views=(
        register.VIEW,
        capacity.VIEW,
        lapses.VIEW,
        training.VIEW,
        cohorts.VIEW,
        density.VIEW,
    ),
)
