"""Which figures a partner's scorecard has."""

from typing import Final

# What means something for everybody, and for a kind of organisation.
RETURNS: Final = ("returns_on_time", "freshness_days", "return_completeness")
UNIVERSITY: Final = (
    "demand",
    "allocated",
    "unplaced",
    "on_time_start_rate",
    "early_ended_rate",
    "late_finish_rate",
    "pass_rate_first",
    "pass_rate_final",
    "statutory_coverage",
    "both_areas_rate",
    "adult_share_demand",
    "adult_share_placements",
)
EMPLOYER: Final = (
    "net_supply",
    "offer_withdrawal_rate",
    "late_withdrawal_rate",
    "on_time_start_rate",
    "statutory_share",
    "pe_current",
    "pe_inactive_rate",
    "pe_expiring",
    "pe_training_starts",
    "pe_completion_rate",
    "adult_share_supply",
    "adult_share_educators",
    "vacancy_rate",
)


def shown(kind: str) -> tuple[str, ...]:
    """Return ids of the indicators that mean something for a kind of organisation."""
    own = UNIVERSITY if kind == "hei" else EMPLOYER
    return (*own, *RETURNS)
