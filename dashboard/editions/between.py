"""What a revision changed, as whoever asks may see both of the editions."""

from dashboard.addresses import EDITION
from dashboard.editions.changes import Change, changed, totals
from dashboard.editions.figures import Totals
from dashboard.editions.standpoint import At, Standpoint
from data.editions.edition import Edition
from data.selection import Selection


def between(at: At, edition: Edition) -> tuple[Change, ...] | None:
    """Return the totals that a revision changed; nothing for an edition that revises none.

    Both are asked like any figure, so that what is hidden of them is hidden here.

    Args:
        at: Returns from where whoever asks looks with a query.
        edition: The revision.
    """
    if edition.revises is None:
        return None
    before, now = at(f"{EDITION}={edition.revises}"), at(f"{EDITION}={edition.number}")
    if before.edition is None or before.edition.number != edition.revises:
        return None
    return tuple(changed(_totals(before), _totals(now)))


def _totals(at: Standpoint) -> Totals:
    partnerships = tuple(sorted(at.within or ()))
    with at.store.snapshot() as snapshot:
        return totals(at.bench(snapshot), Selection(at.today, partnerships=partnerships))
