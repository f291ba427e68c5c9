"""How many of the cells that returns require are filled."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from dashboard.indicators.everybody import (
    NO_RETURNS,
    SPLIT_BY_NO_OTHER,
    YEAR,
    partners,
    returning,
    senders,
)
from dashboard.indicators.formulas import Custom
from dashboard.indicators.parts import Parts, ratio
from data.members import Member
from data.queries.required import MAY_SAY, filled, not_known, required
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench


def _work(bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
    part, whole, unsaid = _cells(bench, selection, by)
    members = partners(bench, selection, by)
    found = {}
    for key in members.keys() | whole.keys():
        years = (key[by.index(YEAR)],) if YEAR in by else selection.years
        cells = replace(ratio(part[key], whole[key]), note=_note(unsaid[key]))
        found[key] = _known(cells, members.get(key, []), years)
    return found


def _cells(
    bench: Workbench, selection: Selection, by: By
) -> tuple[Counter[Key], Counter[Key], Counter[Key]]:
    """Return the cells that are filled, those required, and those that say *not known*."""
    part, whole, unsaid = Counter[Key](), Counter[Key](), Counter[Key]()
    for sheet in SHEETS:
        for key, rows in bench.sums(filled(sheet), selection, by).items():
            part[key] += int(rows.total)
            whole[key] += rows.n * required(sheet)
    for sheet in MAY_SAY:
        for key, rows in bench.sums(not_known(sheet), selection, by).items():
            unsaid[key] += int(rows.total)
    return part, whole, unsaid


def _known(cells: Parts, those: list[Member], years: tuple[str, ...]) -> Parts:
    """Return parts with who stands behind them; unknown where nobody has sent any row."""
    sending = senders(those)
    if those and not sending:
        return NO_RETURNS
    owed = [missing for _, missing in returning(sending, years)]
    reported = owed.count(None)
    unsent = not cells.denominator and reported < len(owed)
    return replace(cells, unknown=unsent, partners=(reported, len(owed)))


def _note(unsaid: int) -> str:
    if not unsaid:
        return ""
    return f"{unsaid:,} say “not known”" if unsaid > 1 else "1 says “not known”"


COMPLETENESS = Custom(
    over=(),
    work=_work,
    cannot_split=SPLIT_BY_NO_OTHER,
    of_returns=True,
    on_a_day=False,
    empty=ratio(0, 0),
    needs=tuple((measure, ()) for measure in (*map(filled, SHEETS), *map(not_known, MAY_SAY))),
)
