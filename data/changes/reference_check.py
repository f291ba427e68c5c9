"""Whether the codes in reference rows lead somewhere, and where they may."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, select

from data.returns.problems import Problem
from data.returns.reference import POINTERS, SCOPES
from data.returns.rows import Row
from data.schema import METADATA, ORGANISATION, PROGRAMME, SETTING
from data.thresholds import DAILY_FEE

# Tables whose rows others name by code.
NAMED = ("region", "organisation", "partnership", "report")
SUCCESSOR = "successor_code"
HOME = "organisation_code"


class Named(NamedTuple):
    """What reference rows may name that no table holds.

    Attributes:
        indicators: Ids, of targets and scorecards.
        sections: Parts of a report.
    """

    indicators: Collection[str] = ()
    sections: Collection[str] = ()


def loose_ends(
    connection: Connection, rows: dict[str, list[Row]], named: Named
) -> Iterator[Problem]:
    """Give a problem for each code that names nothing, or nothing that it may name."""
    codes = _codes(connection, rows)
    for several in rows.values():
        for row in several:
            yield from _nowhere(row, codes)
    yield from _misplaced(connection, rows)
    # Migrations bring every key that something reads, but for the one without a first value.
    keys = {DAILY_FEE, *connection.scalars(select(SETTING.c.key))}
    yield from _unread(rows.get("setting", ()), "key", keys)
    for table in ("target", "report_indicator"):
        yield from _unread(rows.get(table, ()), "indicator", named.indicators)
    yield from _unread(rows.get("report_section", ()), "section", named.sections)


def _codes(connection: Connection, rows: dict[str, list[Row]]) -> dict[str, set[str]]:
    """Return the codes that may be named: those stored and those that the file brings."""
    codes = {}
    for name in NAMED:
        stored = connection.scalars(select(METADATA.tables[name].c.code))
        codes[name] = {*stored, *(row.values.get("code") for row in rows.get(name, ()))}
    return codes


def _nowhere(row: Row, codes: dict[str, set[str]]) -> Iterator[Problem]:
    """Give a problem for each code that names nothing."""
    table = row.grid.sheet.name
    for pointer in POINTERS:
        code = row.values.get(pointer.column) if pointer.table == table else None
        if code is not None and code not in codes[pointer.to]:
            fix = f"Correct it, or add that {pointer.to}."
            yield row.problem(pointer.column, f"This {pointer.to} is unknown.", fix, code)
    if table == "organisation" and row.values.get(SUCCESSOR) == row.values.get("code"):
        fix = "Name the organisation that took over, or clear it."
        yield row.problem(SUCCESSOR, "Nobody succeeds themselves.", fix, row.values["code"])
    scope = row.values.get("scope") if table == "target" else None
    if scope not in (None, "all"):
        kind, _, code = scope.partition(":")
        if kind not in SCOPES or code not in codes[kind]:
            fix = f"Write all, or one of {', '.join(SCOPES)} with a code, like region:E12000002."
            yield row.problem("scope", "This scope is unknown.", fix, scope)


def _misplaced(connection: Connection, rows: dict[str, list[Row]]) -> Iterator[Problem]:
    """Give a problem for each programme that is no university's, or is another one's already."""
    kinds = _column_by_code(connection, ORGANISATION.c.kind)
    kinds |= {
        row.values.get("code"): row.values.get("kind") for row in rows.get("organisation", ())
    }
    homes = _column_by_code(connection, PROGRAMME.c.organisation_code)
    for row in rows.get("programme", ()):
        home = row.values.get(HOME)
        former = homes.get(row.values.get("code"), home)
        if kinds.get(home) not in (None, "hei"):
            yield row.problem(HOME, "This is no university.", "Name a university.", home)
        elif former != home:
            # Rows of returns name both together, so a programme can't move under them.
            fix = "Give the other university's programme a code of its own."
            yield row.problem(HOME, f"This programme is one of {former}.", fix, home)


def _unread(rows: Iterable[Row], column: str, known: Collection[str]) -> Iterator[Problem]:
    """Give a problem for each row under a name that nothing reads: it would silently do nothing."""
    for row in rows:
        name = row.values.get(column)
        if name is not None and name not in known:
            fix = f"Use one of: {', '.join(sorted(known))}."
            yield row.problem(column, f"This {column} is unknown.", fix, name)


def _column_by_code(connection: Connection, column: Column[Any]) -> dict[Any, Any]:
    rows = connection.execute(select(column.table.c.code, column))
    return {row[0]: row[1] for row in rows}
