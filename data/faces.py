"""Under which organisation and region a partner's rows can stand, given what it returns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.members import Member
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.slicing import Source


@dataclass(frozen=True)
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


def faces(members: Iterable[Member], source: Source, selection: Selection) -> list[Face]:
    """Return where rows of a source can stand, as far as the filters let them pass."""
    everybody = list(members)
    owners = [member for member in everybody if _may_own(member, source)]
    if len(source.organisations) > 1:
        found = _of_placements(owners, everybody, selection)
    else:
        found = (Face(each, each.organisation, each.region, (each,)) for each in owners)
    return [face for face in found if _passes(face, selection)]


def _of_placements(
    owners: Iterable[Member], everybody: Iterable[Member], selection: Selection
) -> Iterator[Face]:
    """Yield a university's own face, and one for it and one for each employer of its partnership.

    Universities return placements, so what is missing at an employer is missing from them.
    """
    employers: dict[str, list[Member]] = defaultdict(list)
    for member in everybody:
        if member.kind != "hei":
            employers[member.partnership].append(member)
    by_university = selection.basis == "hei"
    for owner in owners:
        yield Face(owner, owner.organisation, owner.region if by_university else None, (owner,))
        for employer in employers[owner.partnership]:
            region = owner.region if by_university else employer.region
            for organisation in (owner.organisation, employer.organisation):
                yield Face(owner, organisation, region, (owner, employer))


def _may_own(member: Member, source: Source) -> bool:
    owners = SHEETS[source.sheet].owners
    return "member" in owners or ("hei" if member.kind == "hei" else "employer") in owners


def _passes(face: Face, selection: Selection) -> bool:
    pairs = (
        (face.partnership, selection.partnerships),
        (face.organisation, selection.organisations),
        (face.region, selection.regions),
    )
    return all(not allowed or value in allowed for value, allowed in pairs)
