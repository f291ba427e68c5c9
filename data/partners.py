"""Partner organisations: what they are called, how long they last, and who follows whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.returns.names import normal


@dataclass(frozen=True, slots=True)
class Stay:
    """A partner's time in a partnership.

    Attributes:
        partnership: Code of the partnership.
        role: ``lead``, ``member`` or ``associate``.
        valid_from: First day; ``None`` is always.
        valid_to: Last day; ``None`` is to this day.
    """

    partnership: str
    role: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that is or was in a partnership.

    Attributes:
        code: Its code.
        name: Its name.
        kind: What kind of organisation it is.
        region: ONS code of its region; the parts of London read as London.
        nation: Name of the nation, whose rules hold there; blank where no region is stated.
        services: ``adults``, ``children`` or ``both``; ``None`` where it is not stated.
        valid_from: First day of the organisation itself; ``None`` is always.
        valid_to: Its last day; ``None`` is to this day.
        stays: Its times in partnerships, the earliest first.
        partnerships: How many partnerships those are, also where not all of them may be read.
        other_names: What else it is called.
        follows: Codes of the organisations that it took over from.
        followed_by: Codes of the organisations that took over from it.
    """

    code: str
    name: str
    kind: str
    region: str | None
    nation: str
    services: str | None
    valid_from: date | None
    valid_to: date | None
    stays: tuple[Stay, ...]
    partnerships: int
    other_names: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()

    def within(self, partnerships: Collection[str]) -> "Partner":
        """Return the same partner, as somebody knows it who may read some partnerships."""
        stays = tuple(stay for stay in self.stays if stay.partnership in partnerships)
        return replace(self, stays=stays)


def partners(
    organisations: Iterable[Any], memberships: Iterable[Any], aliases: Iterable[Any]
) -> dict[str, Partner]:
    """Return the partners by code, in the order of their names.

    Args:
        organisations: Rows of ``data.queries.choices.organisations``, members or not.
        memberships: Rows of ``data.queries.choices.memberships``.
        aliases: Rows of ``data.queries.choices.aliases``.
    """
    every = list(organisations)
    stays: dict[str, list[Stay]] = defaultdict(list)
    for row in memberships:
        stay = Stay(row.partnership_code, row.role, row.valid_from, row.valid_to)
        stays[row.organisation_code].append(stay)
    kin = Kin(every, aliases)
    return {
        row.code: Partner(
            code=row.code,
            name=row.name,
            kind=row.kind,
            region=row.region,
            nation=row.nation or "",
            services=row.services,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            stays=tuple(sorted(stays[row.code], key=lambda stay: stay.valid_from or date.min)),
            partnerships=len({stay.partnership for stay in stays[row.code]}),
            other_names=tuple(sorted(kin.names[row.code])),
            follows=tuple(sorted(kin.before[row.code])),
            followed_by=tuple(sorted(kin.after[row.code])),
        )
        for row in every
        if row.code in stays
    }


class Kin:
    """Who follows whom, and what else each is called.

    A split has several successors, and a row names one: any other is one that is also called by
    the code of the organisation that ended.

    Attributes:
        after: Codes of those that follow an organisation, by its code.
        before: Codes of those that it follows.
        names: What else it is called.
    """

    def __init__(self, organisations: Sequence[Any], aliases: Iterable[Any]) -> None:
        """Go through rows of ``organisations`` and ``aliases`` of ``data.queries.choices``."""
        self.after: dict[str, set[str]] = defaultdict(set)
        self.before: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)
        codes = {row.code for row in organisations}
        for row in organisations:
            if row.successor_code:
                self._follow(row.code, row.successor_code)
        for row in aliases:
            if row.alias not in codes:
                self.names[row.organisation_code].add(row.alias)
            elif row.alias != row.organisation_code:
                self._follow(row.alias, row.organisation_code)

    def _follow(self, code: str, successor: str) -> None:
        self.after[code].add(successor)
        self.before[successor].add(code)


def called(name: str, known: Mapping[str, Partner]) -> Partner | None:
    """Return the partner of a code, a name or another name; nothing where there is none."""
    if name in known:
        return known[name]
    wanted = normal(name)
    found = [
        each
        for each in known.values()
        if wanted in map(normal, (each.code, each.name, *each.other_names))
    ]
    return found[0] if len(found) == 1 else None
