"""Two partners' word on the same thing, side by side: places confirmed, and placements made."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine, select

from data.changes.query_facts import facts
from data.engine import reading
from data.history import demand_whole
from data.people.person import Person
from data.returns.queries import agreement
from data.schema import ORGANISATION


@dataclass(frozen=True)
class Compared:
    """What two partners say of one term and level.

    Attributes:
        other: Name of the other partner.
        year: Academic year.
        term: Term.
        level: Level of the placements.
        confirmed: Places that the employer confirmed for the university; nothing if it said none.
        placed: Placements that the university has there; nothing if it said none.
    """

    other: str
    year: str
    term: str
    level: str
    confirmed: int | None
    placed: int | None

    @property
    def differ(self) -> bool:
        """Whether both said something, and not the same."""
        return None not in (self.confirmed, self.placed) and self.confirmed != self.placed


def compared(
    engine: Engine, person: Person, partnership: str, organisation: str, today: date
) -> list[Compared]:
    """Return what an organisation and its partners say: what differs first, then the latest year.

    Raises:
        DeniedError: Somebody does not see the organisation's rows.
    """
    demand_whole(person, partnership, organisation)
    with reading(engine) as connection:
        sides = agreement.sides(facts(connection, [partnership], today))
        names = dict(connection.execute(select(ORGANISATION.c.code, ORGANISATION.c.name)).all())
    found = []
    for (_, employer, university, year, term), (confirmed, placed) in sides.items():
        if organisation not in (employer, university):
            continue
        other = university if organisation == employer else employer
        found += [
            Compared(
                names.get(other, other),
                year,
                term,
                level,
                confirmed[level] if confirmed else None,
                placed[level] if placed else None,
            )
            for level in sorted({*confirmed, *placed})
        ]
    return sorted(found, key=lambda one: (one.differ, one.year, one.term, one.other), reverse=True)
