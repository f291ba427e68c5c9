"""Say which figures a change concerns, in the transaction of the change."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from data.calendar import academic_year, term
from data.key_conditions import one_of
from data.queries.touched import RETURNS
from data.returns.sheets.declaration import Sheet
from data.schema import DATA_VERSION, FACTS, TOUCHED

PLACEMENTS: Final = FACTS["placements"]
ENDED: Final = PLACEMENTS.c.actual_end
AT_ONCE: Final = 500
# Owner, employer, column of a day, its academic year and term; blank where a row has none.
Touch = tuple[str, str | None, str | None, str | None, str | None]
Values = Mapping[str, Any]


def rows(
    connection: Connection,
    sheet: Sheet,
    owned: Iterable[tuple[str, Values]],
    changed: Iterable[str] = (),
) -> None:
    """Say that rows of a sheet were added or changed.

    Args:
        connection: Of the change; its data version is raised by one before it ends.
        sheet: Whose rows they are.
        owned: Owner and values of each row, as it was and as it is.
        changed: The stored columns that changed, where all of these rows stood before and stand
            now; otherwise none, and whatever is made of the sheet's rows may be another.
    """
    versions = list(owned)
    days = [column.name for column in sheet.columns if column.kind == "date"]
    found = {touch for owner, values in versions for touch in _touches(owner, values, days)}
    if sheet.name == PLACEMENTS.name:
        found |= _of_their_students(connection, versions)
    cells = {name: column.name for column in sheet.columns for name in column.stored_as}
    columns = " ".join(sorted({cells[name] for name in changed})) or None
    _write(connection, [{**_row(sheet.name, touch), "changed": columns} for touch in found])


def everything(connection: Connection) -> None:
    """Say that any figure may have changed: where an organisation is, say, or a whole world."""
    _write(connection, [_row(None, (None,) * 5)])


def returns(connection: Connection, organisation: str) -> None:
    """Say that an organisation's return moved on: what figures say of who has reported changes."""
    _write(connection, [_row(RETURNS, (organisation, None, None, None, None))])


def _touches(owner: str, values: Values, days: Iterable[str]) -> Iterator[Touch]:
    employer = values.get("employer")
    held = {name: values[name] for name in days if values.get(name) is not None}
    for name, day in held.items():
        yield owner, employer, name, academic_year(day), term(day)
    if not held:
        yield owner, employer, None, None, None


def _of_their_students(
    connection: Connection, versions: Iterable[tuple[str, Values]]
) -> set[Touch]:
    """Return when students' placements ended: what is counted then looks at all they have had."""
    students = {(owner, ref) for owner, values in versions if (ref := values.get("student_ref"))}
    found: set[Touch] = set()
    wanted = sorted(students)
    columns = (PLACEMENTS.c.owner, PLACEMENTS.c.student_ref)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        statement = (
            select(PLACEMENTS.c.owner, ENDED)
            .where(one_of(columns, some))
            .where(ENDED.is_not(None))
            .distinct()
        )
        for owner, day in connection.execute(statement):
            found.add((owner, None, ENDED.name, academic_year(day), term(day)))
    return found


def _row(sheet: str | None, touch: tuple[str | None, ...]) -> dict[str, Any]:
    names = ("owner", "employer", "day", "academic_year", "term")
    return {"sheet": sheet, **dict(zip(names, touch, strict=True))}


def _write(connection: Connection, touched: list[dict[str, Any]]) -> None:
    next_version = select(DATA_VERSION.c.number + 1).scalar_subquery()
    if touched:
        connection.execute(insert(TOUCHED).values(data_version=next_version), touched)
