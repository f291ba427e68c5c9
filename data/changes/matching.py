"""Match the rows of a file with the rows that are stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from sqlalchemy import Connection, select

from data.changes import audit
from data.changes.outcome import Change, Outcome
from data.returns.problems import Problem
from data.returns.read import Reading
from data.returns.rows import Row
from data.returns.sheets.declaration import Sheet
from data.schema import FACTS

Stored = Mapping[str, Any]
STANDING: Final = {"voided_at": None, "voided_reason": None}
# Beyond that, reading all of an owner's rows is as quick as naming those that are wanted.
FEW: Final = 100


@dataclass
class Plan:
    """What storing the rows of one sheet would do.

    Attributes:
        sheet: Their sheet.
        new: Rows to add.
        changed: Stored rows, each with the row that replaces it.
        unchanged: How many rows say what is stored.
        problems: Rows that can't be stored.
    """

    sheet: Sheet
    new: list[Row] = field(default_factory=list)
    changed: list[tuple[Stored, Row]] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def alters(self) -> bool:
        """Whether anything would be different afterwards."""
        return bool(self.new or self.changed)


def names(sheet: Sheet) -> tuple[str, ...]:
    """Return the stored columns that a sheet's cells fill."""
    return tuple(name for column in sheet.columns for name in column.stored_as)


def plan(connection: Connection, sheet: Sheet, rows: Sequence[Row]) -> Plan:
    """Return what storing the rows would do; gives each row without a ``ref`` one."""
    made = Plan(sheet)
    stored = _stored(connection, sheet, rows)
    by_key = {_identity(row, sheet.key): row for row in stored}
    others = tuple(name for name in names(sheet) if name != "ref")
    alike = {_identity(row, others): row for row in stored if row["voided_at"] is None}
    for row in rows:
        place = (row.partnership, row.owner)
        blank = "ref" in sheet.key and row.values.get("ref") is None
        if blank:
            former = alike.get((*place, *(_value(row, name) for name in others)))
            row.values["ref"] = former["ref"] if former else None
        else:
            former = by_key.get(row.identity())
        _sort(made, former, row)
    _give_refs(made, stored)
    return made


def outcome_of(
    plans: Iterable[Plan], reading: Reading, queries: tuple[Problem, ...] = ()
) -> Outcome:
    """Return what became of a file whose plans were carried out."""
    every = list(plans)
    return Outcome(
        new=sum(len(plan.new) for plan in every),
        changed=sum(len(plan.changed) for plan in every),
        unchanged=sum(plan.unchanged for plan in every),
        queries=queries,
        ignored=reading.ignored,
        changes=tuple(change for plan in every for change in _changes(plan)),
    )


def _changes(plan: Plan) -> Iterator[Change]:
    name = plan.sheet.name
    for row in plan.new:
        values = {key: (None, value) for key, value in row.values.items() if value is not None}
        yield Change(name, row.number, _key(row), values, new=True)
    for former, row in plan.changed:
        before, after = difference(former, row)
        values = {key: (before[key], after[key]) for key in before}
        yield Change(name, row.number, _key(row), values, new=False)


def _key(row: Row) -> str:
    return " ".join(str(part) for part in row.key())


def difference(former: Stored, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a row replaces in a stored row, and what it puts there."""
    changed = [name for name, value in row.values.items() if former[name] != value]
    return {n: former[n] for n in changed}, {n: row.values[n] for n in changed}


def _stored(connection: Connection, sheet: Sheet, rows: Sequence[Row]) -> list[Stored]:
    """Return the stored rows that the rows may match: a few that say which need no others."""
    table = FACTS[sheet.name]
    statement = select(table).where(
        table.c.partnership.in_({row.partnership for row in rows}),
        table.c.owner.in_({row.owner for row in rows}),
    )
    first = sheet.key[0]
    said = {row.values.get(first) for row in rows}
    if len(said) <= FEW and None not in said:
        statement = statement.where(table.c[first].in_(said))
    return [dict(row) for row in connection.execute(statement).mappings()]


def _identity(row: Stored, columns: Iterable[str]) -> tuple[Any, ...]:
    return (row["partnership"], row["owner"], *(row[name] for name in columns))


def _value(row: Row, name: str) -> Any:
    """Return what a new row would hold in a column; a flag that no cell sets is down."""
    return row.values.get(name, False if name.endswith("_na") else None)


def _sort(made: Plan, former: Stored | None, row: Row) -> None:
    if former is None:
        made.new.append(row)
    elif former["voided_at"] is not None and audit.taken_back(former["voided_reason"]) is None:
        made.problems.append(_voided(row, former))
    elif all(former[name] == value for name, value in (row.values | STANDING).items()):
        made.unchanged += 1
    else:
        # A row that went when its file was undone may come again; somebody's own void stays.
        row.values |= STANDING
        made.changed.append((former, row))


def _voided(row: Row, former: Stored) -> Problem:
    key = row.grid.sheet.key
    column = key[0]
    other = "give it another ref" if column == "ref" else f"correct {' or '.join(key)}"
    return row.problem(
        column,
        f"This row was voided on {former['voided_at'].date().isoformat()}.",
        f"Leave it out of the file; if it is another row, {other}.",
        row.values[column],
    )


def _give_refs(made: Plan, stored: Iterable[Stored]) -> None:
    """Number the new rows that came without a ``ref``, from where the owner's numbers end."""
    if "ref" not in made.sheet.key:
        return
    taken = {(row["partnership"], row["owner"], row["ref"]) for row in stored}
    taken |= {(row.partnership, row.owner, row.values["ref"]) for row in made.new}
    numbers: dict[tuple[str, str], count[int]] = {}
    for row in made.new:
        place = (row.partnership, row.owner)
        numbered = (f"{made.sheet.name}-{n:06d}" for n in numbers.setdefault(place, count(1)))
        if row.values["ref"] is None:
            row.values["ref"] = next(ref for ref in numbered if (*place, ref) not in taken)
