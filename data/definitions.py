"""How packs are put together: for whom, of which parts in which order, in which words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any, Final

from sqlalchemy import Select, Table, select

from data.editions.edition import Audience
from data.migrations import reports
from data.people.person import Person
from data.people.rights import may
from data.reader import Snapshot
from data.schema import REPORT, REPORT_INDICATOR, REPORT_SECTION

# Parts that are no funder's: what the steering group decides, and what it agreed.
OF_THE_GROUP: Final = ("decisions", "actions")
# What a title may leave open until a pack is made.
OPEN: Final = ("day", "funder", "partnerships")
NO_FUNDER: Final = "funders"


@dataclass(frozen=True)
class Definition:
    """How packs for some readers are put together.

    Attributes:
        code: Tells it apart.
        name: What people call it.
        audience: Whom its packs are for.
        funder: Whom a funder's pack names as its reader; blank for none in particular.
        title: What a pack is called, with gaps such as ``{day}``.
        partnership: Code of the one whose it is; blank for everybody's.
        sections: The parts, in order, and the heading of each that has one of its own.
        indicators: Ids of the figures on the scorecard, in order.
    """

    code: str
    name: str
    audience: Audience
    funder: str
    title: str
    partnership: str
    sections: Mapping[str, str]
    indicators: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What tells how it stands from how it stood before."""
        return sha256(repr(self).encode()).hexdigest()[:16]

    def titled(self, day: str, partnerships: str) -> str:
        """Return what a pack is called, of a day and of some partnerships."""
        filled = zip(OPEN, (day, self.funder or NO_FUNDER, partnerships), strict=True)
        found = self.title
        for name, words in filled:
            found = found.replace(f"{{{name}}}", words)
        return found


def every(snapshot: Snapshot) -> list[Definition]:
    """Return all definitions: those of everybody first, each group by name."""
    found = [snapshot.rows(_all(table)) for table in (REPORT, REPORT_SECTION, REPORT_INDICATOR)]
    return definitions(*([row._asdict() for row in rows] for rows in found))


def _all(table: Table) -> Select[Any]:
    return select(table)


def definitions(
    heads: Iterable[Mapping[str, Any]],
    sections: Iterable[Mapping[str, Any]],
    indicators: Iterable[Mapping[str, Any]],
) -> list[Definition]:
    """Return definitions from the rows of their three tables."""
    sections, indicators = list(sections), list(indicators)
    found = [_definition(head, sections, indicators) for head in heads]
    return sorted(found, key=lambda each: (each.partnership, each.name, each.code))


def _definition(
    head: Mapping[str, Any],
    sections: Iterable[Mapping[str, Any]],
    indicators: Iterable[Mapping[str, Any]],
) -> Definition:
    code = head["code"]
    return Definition(
        code=code,
        name=head["name"],
        audience=head["audience"],
        funder=head.get("funder") or "",
        title=head["title"],
        partnership=head.get("partnership_code") or "",
        sections={row["section"]: row.get("heading") or "" for row in _placed(sections, code)},
        indicators=tuple(row["indicator"] for row in _placed(indicators, code)),
    )


def _placed(rows: Iterable[Mapping[str, Any]], code: str) -> list[Mapping[str, Any]]:
    there = (row for row in rows if row["report_code"] == code and row["place"] is not None)
    return sorted(there, key=lambda row: row["place"])


def readable(snapshot: Snapshot, person: Person) -> list[Definition]:
    """Return the definitions that somebody who makes editions may use: theirs and everybody's."""
    return [
        each
        for each in every(snapshot)
        if not each.partnership or may(person, "make editions", each.partnership)
    ]


def may_change(person: Person, definition: Definition) -> bool:
    """Return whether somebody may change a definition; everybody's is an administrator's."""
    return may(person, "change report definitions", definition.partnership)


def of_edition(snapshot: Snapshot, audience: Audience) -> Definition:
    """Return what an edition was made by.

    Args:
        snapshot: Of the edition, which holds one definition; none, if it is from before there
            were any.
        audience: Whom the edition is for.
    """
    return next(chain(every(snapshot), (each for each in FIRST if each.audience == audience)))


FIRST: Final = definitions(reports.REPORTS, reports.SECTIONS, reports.INDICATORS)
