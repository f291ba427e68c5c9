"""Who a partner is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import formatting
from dashboard.views.view import Choice
from data.options import Options
from data.partners import Partner
from data.schema.reference import PUBLISHED

REGION: Final = "region"
PARTNERSHIPS: Final = "partnerships"
EVERYWHERE: Final = "everywhere"
CHOSEN: Final = "chosen"
GROUPS: Final[Mapping[str, str]] = {
    REGION: "Same kind in the region",
    PARTNERSHIPS: "Same kind in its partnerships",
    EVERYWHERE: "Same kind everywhere",
    CHOSEN: "Only partners that I add",
}
GROUP, PEER = "peers", "peer"
LABELS: Final[Mapping[str, str]] = {GROUP: "Compare with", PEER: "Also with"}
PROMPT: Final = "Add a partner"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """Whom the address asks to compare a partner with.

    Attributes:
        group: Which of ``GROUPS`` it is.
        chosen: Codes of the partners chosen by hand, in the order of their names.
        pairs: The same as parameters of the address; what is usual is left out.
        unknown: What they are called, and value, of those that aren't there.
    """

    group: str
    chosen: tuple[str, ...]
    pairs: Pairs
    unknown: Pairs


def asked(own: Mapping[str, tuple[str, ...]], partner: Partner, known: Options) -> Asked:
    """Return whom an address asks to compare with.

    Partners named by hand are added to the group; without a group they stand alone.

    Args:
        own: The parameters of the address that are no filters.
        partner: The partner; it can't be compared with itself.
        known: What there is to choose from.
    """
    named, groups = own.get(PEER, ()), own.get(GROUP, ())
    can_be = {code for code in known.partners if code != partner.code}
    chosen = tuple(code for code in known.partners if code in can_be and code in named)
    usual = CHOSEN if chosen else REGION
    group = next((each for each in reversed(groups) if each in GROUPS), usual)
    return Asked(
        group=group,
        chosen=chosen,
        pairs=(
            *(((GROUP, group),) if group != usual else ()),
            *((PEER, code) for code in chosen),
        ),
        unknown=(
            *((LABELS[GROUP], each) for each in groups if each not in GROUPS),
            *((LABELS[PEER], each) for each in dict.fromkeys(named) if each not in can_be),
        ),
    )


def choices(found: Asked, partner: Partner, known: Options) -> tuple[Choice, ...]:
    """Return what the reader of a partner's page may choose: a group, or partners by hand."""
    others = tuple(
        (code, each.name) for code, each in known.partners.items() if code != partner.code
    )
    return (
        Choice(GROUP, LABELS[GROUP], tuple(GROUPS.items()), (found.group,)),
        Choice(PEER, LABELS[PEER], others, found.chosen, PROMPT),
    )


@dataclass(frozen=True)
class Peers:
    """A group of other partners.

    Attributes:
        words: Who they are, as it goes on after a comma.
        codes: Of its organisations, in the order of their names; never the partner itself.
    """

    words: str
    codes: tuple[str, ...]


def peers(found: Asked, partner: Partner, known: Options) -> Peers:
    """Return the peers of a partner among those that somebody may know of.

    Args:
        found: Whom the address asks for.
        partner: The partner; it is no peer of itself.
        known: What there is to choose from.
    """
    codes = tuple(
        code
        for code, other in known.partners.items()
        if code in found.chosen or _is_alike(other, partner, found.group, known)
    )
    group = GROUPS[found.group]
    added = f" and {len(found.chosen)} added" if found.chosen and found.group != CHOSEN else ""
    partners = formatting.quantity(len(codes), "partner", "partners")
    return Peers(f"{group[:1].lower()}{group[1:]}{added}, {partners}", codes)


def _is_alike(other: Partner, partner: Partner, group: str, known: Options) -> bool:
    if other.code == partner.code or other.kind != partner.kind:
        return False
    # Who is known from documents alone has no figures to compare with.
    if all(known.origins[stay.partnership] == PUBLISHED for stay in other.stays):
        return False
    if group == REGION:
        return partner.region is not None and other.region == partner.region
    if group == PARTNERSHIPS:
        return bool(_partnerships(other) & _partnerships(partner))
    return group == EVERYWHERE


def _partnerships(partner: Partner) -> set[str]:
    return {stay.partnership for stay in partner.stays}
