"""Whether records bear out what a document says."""

from dataclasses import dataclass
from math import isclose
from typing import Final, Literal

from dashboard import units, wording
from dashboard.evidence.claim_values import OPEN_ABOVE, supported_range
from dashboard.evidence.ties import Tie
from dashboard.indicators.parts import Figure
from data.claims import Claim

Verdict = Literal["evidenced", "differs", "open", "claimed"]

UNMEASURED: Final = "no figure here measures it"
NO_YEAR: Final = "no academic year is named"
NO_RECORDS: Final = "there are no records of that year"
UNSENT: Final = "no return has arrived"
ROUNDED: Final = "the records are rounded here"
# Numbers closer than this differ by rounding alone.
NEARLY: Final = 1e-9


@dataclass(frozen=True)
class Held:
    """A claim, held against the records.

    Attributes:
        claim: What the document says.
        verdict: ``evidenced``, ``differs``, ``open`` (the records don't settle it yet) or
            ``claimed`` (and not evidenced).
        reason: Why it is as it is, where that is not plain; blank otherwise.
        tie: What measures it here, if anything does.
        figure: What the records show, if they show anything.
    """

    claim: Claim
    verdict: Verdict
    reason: str = ""
    tie: Tie | None = None
    figure: Figure | None = None


def held(claim: Claim, tie: Tie | None, figure: Figure | None) -> Held:
    """Return a claim held against the figure of its partnership and year.

    Args:
        claim: What the document says.
        tie: What measures it here.
        figure: What the records show; nothing where there are none of that year.
    """
    if tie is None:
        return Held(claim, "claimed", UNMEASURED)
    if not claim.year:
        return Held(claim, "claimed", NO_YEAR, tie)
    if figure is None or figure.value is None:
        return Held(claim, "claimed", _why_none(figure), tie)
    return Held(claim, *_judged(claim, tie, figure), tie, figure)


def _why_none(figure: Figure | None) -> str:
    if figure is None:
        return NO_RECORDS
    if figure.status == "not_reported":
        return UNSENT
    return figure.note or wording.WITHOUT_A_NUMBER.get(figure.status, wording.NOT_APPLICABLE)


def _judged(claim: Claim, tie: Tie, figure: Figure) -> tuple[Verdict, str]:
    rounded = tie.indicator.unit != "count"
    value, far = (figure.value or 0) / tie.scale, figure.reach / tie.scale
    fits = all(borne_out(claim, end, rounded=rounded) for end in (value - far, value + far))
    if not fits and _may_fit(claim, value, far, rounded=rounded):
        return "open", units.caution(figure) or ROUNDED
    if figure.status == "ok":
        return ("evidenced" if fits else "differs"), ""
    # More may come, and then a count can only grow.
    grows = tie.indicator.unit == "count" and claim.qualifier in OPEN_ABOVE
    if fits and grows:
        return "evidenced", units.caution(figure)
    return "open", units.caution(figure)


def _may_fit(claim: Claim, value: float, far: float, *, rounded: bool) -> bool:
    """Return whether a claim allows any of the numbers that a protected one may stand for."""
    if not far:
        return False
    ends = [end for end in supported_range(claim, rounded=rounded) if end is not None]
    nearest = [min(max(end, value - far), value + far) for end in ends]
    return any(
        borne_out(claim, each, rounded=rounded) for each in (value - far, value + far, *nearest)
    )


def borne_out(claim: Claim, value: float, *, rounded: bool = False) -> bool:
    """Return whether a value, in the claim's own unit, is one that it allows.

    Args:
        claim: What the document says.
        value: What the records show.
        rounded: Whether the claim may have been rounded to be printed.
    """
    low, high = supported_range(claim, rounded=rounded)
    if claim.qualifier == "over":
        return low is None or (value > low and not _same(value, low))
    above = low is None or value >= low or _same(value, low)
    return above and (high is None or value <= high or _same(value, high))


def _same(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=NEARLY, abs_tol=NEARLY)
