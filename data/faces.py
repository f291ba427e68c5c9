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
class Face:
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


def faces(members: Iterable[Member], source: Source, basis: Basis) -> list[Face]:
    """Return where rows of a source can stand; a region is that which counts on the basis."""
    everybody = list(members)
    sheet = SHEETS[source.sheet]
    owners = [member for member in everybody if may_own(sheet, member.kind)]
    if len(source.organisations) > 1:
        return list(_of_placements(owners, everybody, basis))
    return [Face(each, each.organisation, each.region, (each,)) for each in owners]


def passing(found: Iterable[Face], selection: Selection) -> list[Face]:
    """Return the faces that the filters for partnership, partner and region let pass."""
    partnerships, organisations = set(selection.partnerships), set(selection.organisations)
    regions = set(selection.regions)
    return [
        face
        for face in found
        if (not partnerships or face.owner.partnership in partnerships)
        and (not organisations or face.organisation in organisations)
        and (not regions or face.region in regions)
    ]


def _of_placements(
    owners: Iterable[Member], everybody: Iterable[Member], basis: Basis
) -> Iterator[Face]:
    """Yield a university's own face, and one for it and one for each employer of its partnership.

    Universities return placements, so what is missing at an employer is missing from them.
    """
    employers: dict[str, list[Member]] = defaultdict(list)
    for member in everybody:
        if member.kind != "hei":
            employers[member.partnership].append(member)
    by_university = basis == "hei"
    for owner in owners:
        yield Face(owner, owner.organisation, owner.region if by_university else None, (owner,))
        for employer in employers[owner.partnership]:
            region = owner.region if by_university else employer.region
            for organisation in (owner.organisation, employer.organisation):
                yield Face(owner, organisation, region, (owner, employer))
