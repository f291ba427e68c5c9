"""The returns behind a figure, in words: where each partner's stands, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard import formatting
from dashboard.indicators.explain import Partner
from dashboard.tracing import Trace
from dashboard.wording import ORIGINS, RETURN_STATES
from data.members import DueReturn
from data.tracing.returns import Sent

NOTHING: Final = "Nothing sent yet"


@dataclass(frozen=True)
class Line:
    """How the returns of one partner stand.

    Attributes:
        partner: The partner.
        partnership: The partnership it is a member of.
        stands: Where its latest return stands, since when, and whose word that is.
        missing: What it has not sent; blank where that is nothing.
    """

    partner: str
    partnership: str
    stands: str
    missing: str


def lines(found: Trace) -> list[Line]:
    """Return a line for each partner who was to report, those of whom most is missing first."""
    ordered = sorted(found.explanation.partners, key=_longest_overdue_first)
    return [_line(found, partner) for partner in ordered]


def owed(missing: Sequence[DueReturn]) -> str:
    """Return what a partner has not sent: "2025/26 Q1, due 14 December 2025, and 1 later one"."""
    first, *later = missing
    more = formatting.quantity(len(later), "later one", "later ones")
    return f"{first.period}, due {formatting.day(first.due)}" + (f", and {more}" if later else "")


def _longest_overdue_first(partner: Partner) -> tuple[date, str]:
    first = partner.missing[0].due if partner.missing else date.max
    return first, partner.member.name


def _line(found: Trace, partner: Partner) -> Line:
    member = partner.member
    names = found.names.partnerships
    return Line(
        partner=member.name,
        partnership=names.get(member.partnership, member.partnership),
        stands=_stands(partner, found.sent.get((member.partnership, member.organisation))),
        missing=owed(partner.missing) if partner.missing else "",
    )


def _stands(partner: Partner, sent: Sent | None) -> str:
    if not partner.member.sends_returns:
        return ORIGINS[partner.member.origin]
    if sent is None:
        return NOTHING
    words = f"{sent.period}: {RETURN_STATES[sent.state].lower()}, {formatting.moment(sent.at)}"
    return f"{words}, {_whose(sent)}" if _whose(sent) else words


def _whose(sent: Sent) -> str:
    if sent.state == "signed_off" and sent.said:
        return f"declared by {sent.said}"
    return f"by {sent.by}" if sent.by else ""
