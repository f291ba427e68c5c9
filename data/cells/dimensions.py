"""What tells the cells of a source apart, and the statement that adds them up."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple, get_args

from sqlalchemy import Select, bindparam, func, select

from data.calendar import first_day_of_term, last_day_of_term
from data.schema import FACTS
from data.selection import Basis
from data.slicing import Column, Condition, Measure, Source
from data.thresholds import Context
from data.totals import sums

OWNER: Final = "owner"
EMPLOYER: Final = "employer"
YEAR: Final = "academic_year"
TERM: Final = "term"
ROUTE: Final = "route"
SEVERAL: Final = "several"


class Part(NamedTuple):
    """The rows that a write touches together: one owner's of one term.

    Attributes:
        owner: Code of the organisation whose rows they are.
        year: Their academic year; empty where a source's rows belong to no year.
        term: Their term; empty likewise.
    """

    owner: str
    year: str = ""
    term: str = ""


def organisation(place: int) -> str:
    """Return the name of the dimension of a source's first, second … organisation."""
    return f"organisation {place}"


def region(basis: Basis) -> str:
    """Return the name of the dimension of the region that counts on a basis."""
    return f"region {basis}"


def dimensions(source: Source) -> dict[str, Column]:
    """Return the columns by which cells are told apart: all that filters and groups may ask."""
    found = {**source.columns, OWNER: FACTS[source.sheet].c.owner}
    found |= {organisation(place): column for place, column in enumerate(source.organisations)}
    found |= {region(basis): source.regions[basis] for basis in get_args(Basis)}
    if source.route is not None:
        found[ROUTE] = source.route
    if source.several is not None:
        found[SEVERAL] = source.several
    return found


def tells_parts(source: Source) -> tuple[str, ...]:
    """Return the names of the dimensions that tell the parts of a source apart."""
    return (OWNER,) if source.day is None else (OWNER, YEAR, TERM)


def statement(
    source: Source, context: Context, measures: Iterable[Measure], rows: Iterable[Condition]
) -> Select[Any]:
    """Return a statement of the cells of some rows, those of a part together.

    Its columns are those of ``distinct``, then ``rows``, and for each measure ``sum, counted,
    blank`` where it has a quantity, else ``counted`` alone.
    """
    named, columns = dimensions(source), distinct(source)
    keys = [column.label(f"d{place}") for place, column in enumerate(columns)]
    labels = dict(zip(map(id, columns), keys, strict=True))
    numbers: list[Column] = [func.count().label("rows")]
    for measure in measures:
        total, counted, blank = sums(measure, context)
        numbers += [total, counted, blank] if measure.may_be_blank else [counted]
    labelled = [number.label(f"n{place}") for place, number in enumerate(numbers)]
    found = select(*keys, *labelled).select_from(source.rows)
    # SQLite adds all of them up before it gives the first, then, and meanwhile Python does others.
    parts = [labels[id(named[name])] for name in tells_parts(source)]
    return found.where(source.always, *rows).group_by(*keys).order_by(*parts)


def distinct(source: Source) -> list[Column]:
    """Return the columns of the dimensions, once each: several dimensions may share one."""
    return list({id(column): column for column in dimensions(source).values()}.values())


def of_owners(source: Source, owners: Sequence[str]) -> list[Condition]:
    """Return what the rows of some owners meet."""
    return [FACTS[source.sheet].c.owner.in_(owners)]


def of_owner(source: Source) -> list[Condition]:
    """Return what the rows of an owner meet; who that is, ``values_of`` a part says."""
    return [FACTS[source.sheet].c.owner == bindparam("owner")]


def of_term(source: Source, day: Column) -> list[Condition]:
    """Return what the rows of an owner meet whose day lies in a term; ``values_of`` say which."""
    return [*of_owner(source), day.between(bindparam("first"), bindparam("last"))]


def names_employers(source: Source) -> bool:
    """Return whether each row of a source names an employer, by which its cells are told apart."""
    named = source.columns.get(EMPLOYER)
    return named is not None and named is FACTS[source.sheet].c.get(EMPLOYER)


def of_employer(source: Source) -> Condition:
    """Return what the rows meet that name an employer; which one, ``values_of`` say."""
    # As a term, for through an index of employers SQLite would look at those of every other day.
    return source.columns[EMPLOYER].concat("") == bindparam("employer")


def values_of(part: Part, employer: str = "") -> dict[str, Any]:
    """Return whose rows a part's are, its first and last day if it has a term, and the employer."""
    found: dict[str, Any] = {"owner": part.owner}
    if employer:
        found["employer"] = employer
    if part.year:
        found["first"] = first_day_of_term(part.year, part.term)
        found["last"] = last_day_of_term(part.year, part.term)
    return found
