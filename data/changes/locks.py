"""Values that somebody signed for: no door changes them until the return is reopened."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, select

from data.changes.audit import plain
from data.changes.matching import FEW, Plan, Stored
from data.changes.signing import identity
from data.returns.problems import Problem
from data.returns.rows import Row
from data.schema import SIGNED_ROW

# Where something goes on: from one of these to one further on is a fact that came later.
PROGRESS: Final[Mapping[tuple[str, str], Mapping[str, int]]] = {
    ("placements", "status"): {
        "matched": 0,
        "confirmed": 1,
        "started": 2,
        "completed": 3,
        "ended_early": 3,
        "cancelled": 3,
    },
    ("offers", "status"): {"offered": 0, "confirmed": 1, "withdrawn": 2, "rejected": 2},
    ("pe_training", "outcome"): {
        "in_progress": 0,
        "deferred": 1,
        "passed": 2,
        "failed": 2,
        "withdrew": 2,
    },
    ("activities", "status"): {"planned": 0, "held": 1, "cancelled": 1},
    ("agreements", "status"): {"planned": 0, "active": 1, "ended": 2},
}
FIX: Final = "Have the return reopened, with a reason; then change it."


def problems(connection: Connection, plans: Iterable[Plan]) -> Iterator[Problem]:
    """Give a problem for each value that a signed-off return holds and a plan would change."""
    for plan in plans:
        if not plan.changed:
            continue
        signed = _signed(connection, plan)
        for former, row in plan.changed:
            for held in signed.get(identity(plan.sheet.name, former), ()):
                yield from _broken(plan.sheet.name, row, held)


def is_signed(connection: Connection, sheet: str, row: Stored) -> str:
    """Return the quarter for which a row is signed off; blank if it is for none."""
    statement = select(SIGNED_ROW.c.period).where(
        SIGNED_ROW.c.partnership == row["partnership"],
        SIGNED_ROW.c.organisation == row["owner"],
        SIGNED_ROW.c.sheet == sheet,
        SIGNED_ROW.c.row == identity(sheet, row),
        SIGNED_ROW.c.released_at.is_(None),
    )
    return connection.execute(statement).scalar() or ""


def _signed(connection: Connection, plan: Plan) -> dict[str, list[Any]]:
    places = {(row.partnership, row.owner) for _, row in plan.changed}
    statement = select(SIGNED_ROW).where(
        SIGNED_ROW.c.partnership.in_({partnership for partnership, _ in places}),
        SIGNED_ROW.c.organisation.in_({owner for _, owner in places}),
        SIGNED_ROW.c.sheet == plan.sheet.name,
        SIGNED_ROW.c.released_at.is_(None),
    )
    rows = {identity(plan.sheet.name, former) for former, _ in plan.changed}
    if len(rows) <= FEW:
        statement = statement.where(SIGNED_ROW.c.row.in_(rows))
    found: dict[str, list[Any]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.row, []).append(row)
    return found


def _broken(sheet: str, row: Row, signed: Any) -> Iterator[Problem]:
    wanted = plain(row.values)
    for name, held in signed.held.items():
        if name not in wanted or wanted[name] == held or goes_on(sheet, name, held, wanted[name]):
            continue
        column = name.removesuffix("_na")
        problem = f"This was signed off for {signed.period} as “{held}”."
        yield row.problem(column, problem, FIX, wanted[name])


def goes_on(sheet: str, column: str, held: Any, wanted: Any) -> bool:
    """Return whether a value leads on from another, as "offered" to "confirmed" does."""
    order = PROGRESS.get((sheet, column), {})
    return wanted in order and held in order and order[wanted] > order[held]
