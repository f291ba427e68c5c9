"""The partners of each group of a question about returns as such, whatever their sheets."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, get_args

from dashboard.indicators.parts import Parts
from data.members import DueReturn, Member, chosen
from data.reporters import PLACES, Owed, add, asked
from data.selection import Dimension, Selection
from data.sums import By, Key
from data.workbench import Workbench

YEAR: Final = "academic_year"
# A return is a partner's, of a quarter; nothing else tells returns apart.
SPLIT_BY_NO_OTHER: Final[frozenset[str]] = frozenset(get_args(Dimension)) - {*PLACES, YEAR}
NO_RETURNS: Final = Parts(None, unknown=True)

# From the partners of a group, and a selection of its years, to its parts.
Work = Callable[[Workbench, Selection, Sequence[Member]], Parts]
Returning = tuple[Member, tuple[DueReturn, ...] | None]


def by_group(work: Work) -> Callable[[Workbench, Selection, By], Mapping[Key, Parts]]:
    """Return what works out a formula for each group of partners.

    A group known from documents alone sends no returns, so nothing of it is known.
    """

    def worked_out(bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        found = {}
        for key, those in partners(bench, selection, by).items():
            of_year = selection
            if YEAR in by:
                of_year = selection.only(years=(key[by.index(YEAR)],))
            sending = senders(those)
            silent = those and not sending
            found[key] = NO_RETURNS if silent else work(bench, of_year, sending)
        return found

    return worked_out


def partners(bench: Workbench, selection: Selection, by: By) -> dict[Key, list[Member]]:
    """Return who is in each group that the filters let pass, in each year if the years are apart.

    Without dimensions there is one group, be anybody in it or not.
    """
    bench.context(selection)
    found: dict[Key, list[Member]] = defaultdict(list)
    if not by:
        found[()] = []
    for of_year, year in _years(bench, selection, by):
        for member in chosen(bench.members(selection.as_at), of_year):
            found[tuple(_part(member, name, year) for name in by)].append(member)
    return found


def senders(those: Iterable[Member]) -> list[Member]:
    """Return the members of partnerships that send returns."""
    return [member for member in those if member.sends_returns]


def returning(those: Iterable[Member], years: Iterable[str]) -> list[Returning]:
    """Return partners, each with the returns of some years that it has not sent.

    That is ``None`` for a partner who has sent everything; any year, if none is named.
    """
    chosen_years = tuple(years)
    found: Owed = {}
    for member in those:
        missing = member.missing_in(chosen_years) if member.misses(chosen_years) else None
        add(found, member, missing)
    return list(asked(found).values())


def _years(bench: Workbench, selection: Selection, by: By) -> list[tuple[Selection, str]]:
    if YEAR not in by:
        return [(selection, "")]
    return [(selection.only(years=(year,)), year) for year in bench.stock_years(selection)]


def _part(member: Member, dimension: str, year: str) -> str | None:
    found: str | None = year if dimension == YEAR else getattr(member, dimension)
    return found
