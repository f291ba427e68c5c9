"""Under which organisation and region a partner's rows can stand, given what it returns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.members import Member
from data.returns.scope import may_own
from data.returns.sheets import SHEETS
from data.selection import Basis, Selection
from data.slicing import Source


@dataclass(frozen=True, slots=True)
class Attribution:
    """A place in which rows of a partner may be found.

    Attributes:
        owner: The partner who returns the rows.
        organisation: The organisation they are counted under.
        region: The region they are counted in; ``None`` where it is not known.
        partners: Those who must be members for there to be such rows.
    """

    owner: Member
    organisation: str
    region: str | None
    partners: tuple[Member, ...]

    @property
    def partnership(self) -> str:
        """Code of the partnership."""
        return self.owner.partnership


def attributions(members: Iterable[Member], source: Source, basis: Basis) -> list[Attribution]:
    """Return where rows of a source can stand; a region is that which counts on the basis."""
    everybody = list(members)
    sheet = SHEETS[source.sheet]
    owners = [member for member in everybody if may_own(sheet, member.kind)]
    if len(source.organisations) > 1:
        return list(_of_placements(owners, everybody, basis))
    return [Attribution(each, each.organisation, each.region, (each,)) for each in owners]


def passing(found: Iterable[Attribution], selection: Selection) -> list[Attribution]:
    """Return the attributions that the filters for partnership, partner and region let pass."""
    partnerships, organisations = set(selection.partnerships), set(selection.organisations)
    regions = set(selection.regions)
    return [
        attribution
        for attribution in found
        if (not partnerships or attribution.owner.partnership in partnerships)
        and (not organisations or attribution.organisation in organisations)
        and (not regions or attribution.region in regions)
    ]


def _of_placements(
    owners: Iterable[Member], everybody: Iterable[Member], basis: Basis
) -> Iterator[Attribution]:
    """Yield a university's attribution, and one for it and for each employer of its partnership.

    Universities return placements, so what is missing at an employer is missing from them.
    """
    employers: dict[str, list[Member]] = defaultdict(list)
    for member in everybody:
        if member.kind != "hei":
            employers[member.partnership].append(member)
    by_university = basis == "hei"
    for owner in owners:
        yield Attribution(
            owner, owner.organisation, owner.region if by_university else None, (owner,)
        )
        for employer in employers[owner.partnership]:
            region = owner.region if by_university else employer.region
            for organisation in (owner.organisation, employer.organisation):
                yield Attribution(owner, organisation, region, (owner, employer))
