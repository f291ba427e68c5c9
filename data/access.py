"""Who reads which rows of a sheet, and which of their columns, as one table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, and_, exists, false, not_, or_, select, true

from data.people.person import Person, Role
from data.people.rights import DeniedError
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet
from data.schema import FACTS
from data.slicing import Condition

Columns = Callable[[Sheet], tuple[str, ...]]
Rows = Callable[[Person, str], Condition]

PLACEMENTS: Final = FACTS["placements"]
OWNED: Final = ("partnership", "owner")
EVERY_SHEET: Final = frozenset(SHEETS)
SHARED: Final = frozenset({"offers", "requests", "demand", "agreements", "activities"})
STAGE_AND_CURRENCY: Final = (
    "ref",
    "legacy_award_on",
    "stage1_on",
    "stage2_on",
    "registered_until",
)
OF_THE_STUDENT: Final = frozenset({"student_ref", "concern"})


@dataclass(frozen=True)
class Grant:
    """What some roles may read of some sheets.

    Attributes:
        roles: Whose it is.
        sheets: Names of the sheets.
        rows: Which rows, for a person and a sheet.
        columns: Which of the sheet's columns.
    """

    roles: frozenset[Role]
    sheets: frozenset[str]
    rows: Rows
    columns: Columns


def every_column(sheet: Sheet) -> tuple[str, ...]:
    """Return all columns of a sheet."""
    return tuple(column.name for column in sheet.columns)


def without_free_text(sheet: Sheet) -> tuple[str, ...]:
    """Return the columns that hold no reasons and no free text."""
    return tuple(column.name for column in sheet.columns if column.kind != "text")


def for_the_employer(sheet: Sheet) -> tuple[str, ...]:
    """Return what an employer sees of a placement with it."""
    return tuple(name for name in without_free_text(sheet) if name not in OF_THE_STUDENT)


def for_the_university(_sheet: Sheet) -> tuple[str, ...]:
    """Return what a university sees of a practice educator of its placements."""
    return STAGE_AND_CURRENCY


def in_partnerships(person: Person, sheet: str) -> Condition:
    """Return which rows lie in somebody's partnerships."""
    if person.partnerships is None:
        return true()
    return FACTS[sheet].c.partnership.in_(person.partnerships)


def own(person: Person, sheet: str) -> Condition:
    """Return which rows are those of somebody's own organisation."""
    ours = FACTS[sheet].c.owner.in_(person.organisations)
    return and_(in_partnerships(person, sheet), ours)


def shared(person: Person, sheet: str) -> Condition:
    """Return which rows lie in partnerships that somebody's own organisation is in."""
    return in_partnerships(person, sheet) if person.organisations else false()


def placed_here(person: Person, _sheet: str) -> Condition:
    """Return which placements are with somebody's own organisation."""
    here = PLACEMENTS.c.employer.in_(person.organisations)
    return and_(in_partnerships(person, "placements"), here)


def assessing_ours(person: Person, _sheet: str) -> Condition:
    """Return which practice educators have a placement of somebody's own university."""
    educators = FACTS["practice_educators"]
    ours = exists().where(
        PLACEMENTS.c.partnership == educators.c.partnership,
        PLACEMENTS.c.employer == educators.c.owner,
        PLACEMENTS.c.pe_ref == educators.c.ref,
        PLACEMENTS.c.owner.in_(person.organisations),
        PLACEMENTS.c.voided_at.is_(None),
    )
    return and_(in_partnerships(person, "practice_educators"), ours)


OF_AN_ORGANISATION: Final[frozenset[Role]] = frozenset({"coordinator", "approver"})
OF_PARTNERSHIPS: Final[frozenset[Role]] = frozenset({"manager", "administrator"})
# Whoever is in no line here reads no rows. Where two lines give a row, the first holds.
GRANTS: Final = (
    Grant(OF_PARTNERSHIPS, EVERY_SHEET, in_partnerships, every_column),
    Grant(OF_AN_ORGANISATION, EVERY_SHEET, own, every_column),
    Grant(OF_AN_ORGANISATION, SHARED, shared, without_free_text),
    Grant(OF_AN_ORGANISATION, frozenset({"placements"}), placed_here, for_the_employer),
    Grant(
        OF_AN_ORGANISATION, frozenset({"practice_educators"}), assessing_ours, for_the_university
    ),
)


def reads_rows(person: Person) -> bool:
    """Return whether somebody reads any rows, and not figures alone."""
    return not person.figures_only and any(person.role in grant.roles for grant in GRANTS)


def demand_rows(person: Person) -> None:
    """Do nothing, if somebody reads any rows.

    Raises:
        DeniedError: They read figures alone.
    """
    if not reads_rows(person):
        raise DeniedError("read rows")


def seen(person: Person, sheet: str) -> Condition:
    """Return which rows of a sheet somebody may read, be it in part."""
    return or_(false(), *(grant.rows(person, sheet) for grant in _grants(person, sheet)))


def seen_whole(person: Person, sheet: str) -> Condition:
    """Return which rows of a sheet somebody reads as its owner does, free text and all."""
    whole = (grant for grant in _grants(person, sheet) if grant.columns is every_column)
    return or_(false(), *(grant.rows(person, sheet) for grant in whole))


def _grants(person: Person, sheet: str) -> list[Grant]:
    if person.figures_only:
        return []
    return [each for each in GRANTS if person.role in each.roles and sheet in each.sheets]


@dataclass(frozen=True)
class Readable:
    """Rows that somebody may read, with the columns they may see.

    Attributes:
        columns: Names of the sheet's columns.
        condition: Which rows these are.
        statement: Gives ``id``, ``partnership``, ``owner``, ``version`` and those columns, flags
            of *not applicable* with them; nothing that was voided.
    """

    columns: tuple[str, ...]
    condition: Condition
    statement: Select[Any]


def readable(person: Person, sheet: str) -> Iterator[Readable]:
    """Give what somebody may read of a sheet; no row comes twice."""
    table, declared = FACTS[sheet], SHEETS[sheet]
    given: list[Condition] = []
    for grant in _grants(person, sheet):
        rows = grant.rows(person, sheet)
        names = grant.columns(declared)
        stored = [name for each in names for name in declared.column(each).stored_as]
        shown = dict.fromkeys(["id", *OWNED, "version", *stored])
        condition = and_(table.c.voided_at.is_(None), rows, not_(or_(false(), *given)))
        yield Readable(
            names, condition, select(*(table.c[name] for name in shown)).where(condition)
        )
        given.append(rows)
