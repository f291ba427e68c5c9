"""Whether the rows of a report definition go together: places, headings, readers, titles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from data.definitions import OF_THE_GROUP, OPEN
from data.returns.problems import Problem
from data.returns.rows import Row
from data.schema import METADATA

GAP: Final = re.compile(r"\{([^{}]*)\}")
PARTS: Final = ("report_section", "report_indicator")
Rows = Mapping[str, Sequence[Row]]
Stored = dict[tuple[Any, ...], Mapping[str, Any]]


def at_odds(connection: Connection, rows: Rows) -> Iterator[Problem]:
    """Give a problem for each row that does not go with the others, sent now or stored before."""
    if not {"report", *PARTS} & rows.keys():
        return
    heads, sections, figures = (_after(connection, rows, name) for name in ("report", *PARTS))
    for row in rows.get("report", ()):
        yield from _gaps(row)
        yield from _empty(row, sections)
    for row in rows.get("report_section", ()):
        yield from _twice(row, sections, "place")
        yield from _twice(row, sections, "heading")
    yield from _not_theirs(rows, heads, sections)
    for row in rows.get("report_indicator", ()):
        yield from _twice(row, figures, "place")


def _after(connection: Connection, rows: Rows, name: str) -> Stored:
    """Return the rows of a table as they would be, by key."""
    key = [column.name for column in METADATA.tables[name].primary_key]
    stored = connection.execute(select(METADATA.tables[name])).mappings()
    found: Stored = {tuple(row[part] for part in key): dict(row) for row in stored}
    return found | {row.key(): row.values for row in rows.get(name, ())}


def _gaps(row: Row) -> Iterator[Problem]:
    title = row.values.get("title") or ""
    unknown = [gap for gap in GAP.findall(title) if gap not in OPEN]
    if unknown or re.search("[{}]", GAP.sub("", title)):
        known = ", ".join(f"{{{gap}}}" for gap in OPEN)
        yield row.problem(
            "title", "This title has a gap that nothing fills.", f"Use {known}.", title
        )


def _empty(row: Row, sections: Stored) -> Iterator[Problem]:
    code = row.values.get("code")
    if code and not any(
        key[0] == code and values.get("place") is not None for key, values in sections.items()
    ):
        fix = "Give one section a place at least."
        yield row.problem("code", "This report has no section.", fix, code)


def _twice(row: Row, after: Stored, column: str) -> Iterator[Problem]:
    """Give a problem where another row of the report has the same place or heading."""
    value, key = row.values.get(column), row.key()
    if value is None or row.values.get("place") is None:
        return
    others = [
        other[1]
        for other, values in after.items()
        if other[0] == key[0] and other != key
        if values.get("place") is not None and values.get(column) == value
    ]
    if others:
        fix = "Give each its own, or clear the place of one."
        yield row.problem(column, f"{others[0]} has the same {column}.", fix, value)


def _not_theirs(rows: Rows, heads: Stored, sections: Stored) -> Iterator[Problem]:
    """Give a problem for each part of a funder's report that is the steering group's own."""
    for row in rows.get("report_section", ()):
        code, section = row.key()
        if _is_theirs(heads.get((code,)), section, row.values):
            yield row.problem("section", *_TOLD, section)
    for row in rows.get("report", ()):
        for (code, section), values in sections.items():
            if code == row.values.get("code") and _is_theirs(row.values, section, values):
                yield row.problem("audience", f"{section}: {_TOLD[0]}", _TOLD[1], "funder")


_TOLD: Final = (
    "This part is the steering group's own, and no funder's.",
    "Clear its place, or make the report for the steering group.",
)


def _is_theirs(head: Mapping[str, Any] | None, section: str, values: Mapping[str, Any]) -> bool:
    for_funders = head is not None and head.get("audience") == "funder"
    return for_funders and section in OF_THE_GROUP and values.get("place") is not None
