"""Columns that rows of several sheets share."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import numpy as np

from data.changes.bulk import Batch
from data.generated.random_draws import Mask, RandomDraws, Texts, listed
from data.returns.sheets import SHEETS
from data.samples.illustrative.cast import DRAWN_UP, Partnership
from data.samples.rows import NOT_APPLICABLE

VOIDED_AT = datetime.combine(DRAWN_UP, time(9, 30), UTC).isoformat(timespec="microseconds")
VOIDED_REASON = "Entered twice"


def universities(partnership: Partnership) -> Texts:
    """Return the codes of the universities, and nothing after the last."""
    return listed((*(each.code for each in partnership.universities), None))


def employers(partnership: Partnership) -> Texts:
    """Return the codes of the employers, and nothing after the last."""
    return listed((*(each.code for each in partnership.employers), None))


def voided(rows: Mask) -> dict[str, Texts]:
    """Return the columns that say which rows were voided, when and why."""
    return {
        "voided_at": kept(rows, VOIDED_AT),
        "voided_reason": kept(rows, VOIDED_REASON),
    }


def kept(rows: Mask, values: Any) -> Texts:
    """Return values, a blank where a row has none."""
    blank = np.full(len(rows), None, dtype=object)
    return np.where(rows, values, blank)


def but_few(values: Any, share: float, draws: RandomDraws) -> Texts:
    """Return values with a share of them left blank, as people leave them."""
    return kept(~draws.chance(share, len(values)), values)


def of_rows(table: str, rows: Iterable[Mapping[str, Any]]) -> Batch:
    """Return rows, written as the samples write them, as a batch."""
    found = list(rows)
    flags = {each.name: each.na_flag for each in SHEETS[table].columns if each.na_allowed}
    names = dict.fromkeys(name for row in found for name in row)
    columns = {name: [_stored(row.get(name)) for row in found] for name in names}
    marked = {
        flag: [int(row.get(name) == NOT_APPLICABLE) for row in found]
        for name, flag in flags.items()
    }
    return Batch(table, len(found), columns | marked)


def _stored(value: object) -> object:
    if value == NOT_APPLICABLE:
        return None
    return value.isoformat() if isinstance(value, date) else value
