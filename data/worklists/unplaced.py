"""Students without a placement: how many of each university's programme, term and level."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from data import access
from data.calendar import TERMS
from data.grouping import conditions
from data.people.person import Person
from data.queries.demand import STUDENTS, demand
from data.queries.placements import ALLOCATED_OF_UNIVERSITIES, of_universities
from data.schema import PROGRAMME
from data.selection import Selection
from data.slicing import Build, Measure
from data.workbench import Workbench

GROUP = ("partnership", "owner", "academic_year", "term", "level")


@dataclass(frozen=True)
class Waiting:
    """Students alike, some of whom have no placement.

    Attributes:
        partnership, owner, academic_year, term, level: Whose they are, and when.
        code: Of their programme.
        programme: Its name.
        students: How many need a placement.
        placed: How many placements they have that are not cancelled.
    """

    partnership: str
    owner: str
    academic_year: str
    term: str
    level: str
    code: str
    programme: str
    students: int
    placed: int

    @property
    def left(self) -> int:
        """How many have none."""
        return self.students - self.placed


def waiting(bench: Workbench, person: Person, selection: Selection) -> list[Waiting]:
    """Return the groups of students of whom some wait, the next term first.

    They are those of universities whose demand and placements somebody reads whole: no less
    tells how many are without one.
    """
    wanted = _counts(bench, person, demand, STUDENTS, selection)
    placed = _counts(bench, person, of_universities, ALLOCATED_OF_UNIVERSITIES, selection)
    found = [Waiting(*(*key, number, placed.get(key, 0))) for key, number in wanted.items()]
    return sorted(
        (each for each in found if each.left > 0),
        key=lambda each: (each.academic_year, TERMS.index(each.term), -each.left, each.owner),
    )


def _counts(
    bench: Workbench, person: Person, build: Build, measure: Measure, selection: Selection
) -> dict[tuple[Any, ...], int]:
    """Return a measure by group, over the rows that somebody reads whole."""
    rows = bench.rows(_statement(bench, person, build, measure, selection))
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


def _statement(
    bench: Workbench, person: Person, build: Build, measure: Measure, selection: Selection
) -> Select[Any]:
    context = bench.context(selection)
    source = bench.source(build, selection)
    mine = access.seen_whole(person, source.sheet)
    keys: list[ColumnElement[Any]] = [source.columns[name] for name in GROUP]
    keys += [PROGRAMME.c.code, PROGRAMME.c.name]
    number = func.sum(measure.quantity(context))
    statement = select(*keys, number).select_from(source.rows)
    statement = statement.where(*conditions(source, selection), measure.where(context), mine)
    return statement.group_by(*keys)
