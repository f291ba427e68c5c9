"""What editions are called, and how they are shown, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences
from data.editions.edition import Edition
from data.editions.orders import Order

AUDIENCES: Final[Mapping[str, str]] = {
    "steering_group": "the steering group",
    "funder": "funders",
}
DISCLOSURES: Final[Mapping[str, str]] = {
    "exact": "Exact",
    "rounded": "Counts of people rounded to the nearest 5",
    "suppressed": "Counts of people from 1 to 4 hidden",
}

# What is done for an order, by what the database calls it.
STEPS: Final[Mapping[str, str]] = {
    "asked": "Waiting to begin",
    "rows": "Taking the rows",
    "figures": "Working out every figure",
    "protection": "Finding what would tell of few people",
    "keeping": "Keeping the edition",
    "risks": "Looking for cells that tell of few people",
    "files": "Trying each file that can be taken away",
}


@dataclass(frozen=True)
class Step:
    """A step of an order.

    Attributes:
        words: What is done.
        state: ``done``, ``now`` or ``to come``.
    """

    words: str
    state: str


def steps(order: Order) -> list[Step]:
    """Return the steps of an order, and which are done."""
    exact = order.wanted.disclosure == "exact"
    # The files are told of with the edition, which is there by then.
    left_out = {"files", "protection" if exact else "risks"}
    names = [each for each in STEPS if each not in left_out]
    at = names.index(order.step)
    states = ["done"] * at + ["now"] + ["to come"] * (len(names) - at - 1)
    return [Step(STEPS[name], state) for name, state in zip(names, states, strict=True)]


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
