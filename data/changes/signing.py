"""What was signed off: a copy of the rows, which keeps their values until it is released."""

from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from data.changes.audit import plain
from data.changes.author import Author
from data.changes.matching import names
from data.queries import return_status
from data.returns.return_key import ReturnKey
from data.returns.sheets import SHEETS
from data.schema import FACTS, RETURN_PERIOD, SIGNED_ROW

# Days on which something happened; one after the quarter's end is no part of what is signed.
HAPPENED: Final = frozenset(
    {
        "status_on",
        "actual_start",
        "actual_end",
        "outcome_on",
        "qa_audited_on",
        "left_on",
        "last_student_on",
        "last_refresher_on",
        "legacy_award_on",
        "stage1_on",
        "stage2_on",
    }
)


def keep(connection: Connection, which: ReturnKey, author: Author) -> None:
    """Keep an organisation's rows in a partnership as they were at the end of the quarter."""
    ends: date = connection.execute(
        select(RETURN_PERIOD.c.ends_on).where(RETURN_PERIOD.c.quarter == which.period)
    ).scalar_one()
    for sheet in return_status.sheets_of(connection, which):
        table = FACTS[sheet]
        found = connection.execute(
            select(table).where(
                table.c.partnership == which.partnership,
                table.c.owner == which.organisation,
                table.c.voided_at.is_(None),
            )
        )
        rows = [
            {
                **which.key(),
                "sheet": sheet,
                "row": identity(sheet, row._mapping),
                "held": _held(sheet, row._mapping, ends),
                "signed_at": author.at,
            }
            for row in found
        ]
        if rows:
            connection.execute(insert(SIGNED_ROW), rows)


def release(connection: Connection, which: ReturnKey, author: Author) -> None:
    """Let the values be changed again that a return holds; the copy itself stays."""
    its_own = (SIGNED_ROW.c[name] == value for name, value in which.key().items())
    connection.execute(
        update(SIGNED_ROW)
        .where(*its_own, SIGNED_ROW.c.released_at.is_(None))
        .values(released_at=author.at)
    )


def identity(sheet: str, row: Any) -> str:
    """Return what the history calls a stored row."""
    key = (str(row[name]) for name in SHEETS[sheet].key)
    return "/".join([row["partnership"], row["owner"], *key])


def _held(sheet: str, row: Any, ends: date) -> dict[str, Any]:
    """Return the values that a row holds, blanks left out."""
    values = {name: row[name] for name in names(SHEETS[sheet]) if row[name] not in (None, False)}
    later = {name for name in HAPPENED & values.keys() if values[name] > ends}
    return plain({name: value for name, value in values.items() if name not in later})
