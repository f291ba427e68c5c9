"""What stands beside figures: one partner's returns and what was agreed; the fees of money.

Everybody who may read the figures may read these. Rows of returns are not among them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from data import meetings
from data.promised import Promised, promised
from data.queries import agreed, money, return_status
from data.queries import meetings as meeting
from data.selection import Selection
from data.thresholds import Dated
from data.workbench import Workbench

Read = Callable[[Workbench, Selection], Sequence[Any]]


def returns(bench: Workbench, selection: Selection) -> Sequence[Any]:
    """Return the opened returns of one partner, with columns as ``return_status.returns`` has."""
    (organisation,) = selection.organisations
    rows = bench.rows(return_status.returns_of(organisation))
    return [
        row
        for row in rows
        if _is_chosen(row.partnership, selection) and row.opens <= selection.as_at
    ]


def actions(bench: Workbench, selection: Selection) -> Sequence[meetings.Action]:
    """Return the actions and decisions about one partner, what is open first.

    There are none beside protected figures: whoever agreed on them had read the exact ones.
    """
    if bench.protection:
        return ()
    (organisation,) = selection.organisations
    found = meetings.actions(bench.rows(meeting.actions(selection.partnerships or None)))
    return [each for each in found if each.organisation == organisation]


def agreements(bench: Workbench, selection: Selection) -> Sequence[Promised]:
    """Return what one partner's agreements come to; one alone, and no row of them."""
    (organisation,) = selection.organisations
    rows = bench.rows(agreed.agreements_of(organisation))
    chosen = [row for row in rows if _is_chosen(row.partnership, selection)]
    return [promised(chosen, selection.as_at)]


def daily_fees(bench: Workbench, selection: Selection) -> Sequence[Dated]:
    """Return every daily fee that holds from a day on or will, the latest first."""
    return bench.context(selection).fees


def funding(bench: Workbench, selection: Selection) -> Sequence[Any]:
    """Return when partnerships are funded, with the columns of ``money.funding``."""
    rows = bench.rows(money.funding())
    return [row for row in rows if _is_chosen(row.code, selection)]


RECORDS: Final[Mapping[str, Read]] = {
    "returns": returns,
    "actions": actions,
    "agreements": agreements,
    "daily_fees": daily_fees,
    "funding": funding,
}


def read(bench: Workbench, names: Iterable[str], selection: Selection) -> dict[str, Sequence[Any]]:
    """Return records by name.

    Raises:
        DeniedError: The selection reaches further than whoever asks may read.
    """
    bench.context(selection)
    return {name: RECORDS[name](bench, selection) for name in names}


def _is_chosen(partnership: str, selection: Selection) -> bool:
    return not selection.partnerships or partnership in selection.partnerships
