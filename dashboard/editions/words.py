"""What editions are called, and how they are shown, in words."""

from collections.abc import Mapping
from typing import Final

from dashboard import formatting, sentences
from data.editions.edition import Edition

AUDIENCES: Final[Mapping[str, str]] = {
    "steering_group": "the steering group",
    "funder": "funders",
}
DISCLOSURES: Final[Mapping[str, str]] = {
    "exact": "Exact",
    "rounded": "Counts of people rounded to the nearest 5",
    "suppressed": "Counts of people from 1 to 4 hidden",
}


def name(edition: Edition) -> str:
    """Return what an edition is called: "Edition 3 of 28 November 2026, for funders"."""
    made = formatting.day(formatting.in_london(edition.made_at).date())
    return f"Edition {edition.number} of {made}, for {AUDIENCES[edition.audience]}"


def short(edition: Edition) -> str:
    """Return what an edition is called within a sentence: "edition 3 of 28 November 2026"."""
    return sentences.inside(name(edition).partition(",")[0])


def state(edition: Edition) -> str:
    """Return which state of the figures an edition shows, as a sentence."""
    manner = DISCLOSURES[edition.disclosure].lower()
    shown = "" if edition.disclosure == "exact" else f" ({manner})"
    return f"Figures as at {formatting.day(edition.as_at)}{shown}; nothing later changes them."
