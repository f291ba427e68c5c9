"""Whether data moved since somebody looked at what an edition would be."""

from collections.abc import Collection

from sqlalchemy import func, or_, select

from data.reader import Snapshot
from data.schema import MEMBERSHIP, TOUCHED


def moved(snapshot: Snapshot, seen: int, partnerships: Collection[str]) -> bool:
    """Return whether an edition of some partnerships may hold something else by now.

    Every save counts where nothing is said of whose rows it touched. Where that is said, it counts
    if one of these is a member of the partnerships, so that what others save meanwhile lets the
    edition be made.

    Args:
        snapshot: The state of the database.
        seen: The data version that was looked at.
        partnerships: Codes of those of the edition.
    """
    saves = snapshot.version.number - seen
    if saves <= 0:
        return saves < 0
    later = TOUCHED.c.data_version > seen
    (told,) = snapshot.rows(
        select(func.count(TOUCHED.c.data_version.distinct()).label("saves")).where(later)
    )
    members = select(MEMBERSHIP.c.organisation_code).where(
        MEMBERSHIP.c.partnership_code.in_(partnerships)
    )
    theirs = or_(
        TOUCHED.c.owner.is_(None),
        TOUCHED.c.owner.in_(members),
        TOUCHED.c.employer.in_(members),
    )
    return told.saves < saves or bool(snapshot.rows(select(TOUCHED.c.id).where(later, theirs)))
