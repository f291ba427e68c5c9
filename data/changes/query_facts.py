"""Load what queries look at: rows of some partnerships, and the rules of a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from data import thresholds
from data.locations import days_of_membership
from data.partners import Kin
from data.queries import choices
from data.returns.queries import QUERIES
from data.returns.queries.query import Around, Fact, Facts, Memberships, Span
from data.schema import DATA_VERSION, FACTS, MEMBERSHIP, ORGANISATION

# Rows that a query may look at; the others are asked nothing.
LOOKED_AT = tuple(dict.fromkeys([*(query.sheet for query in QUERIES), "practice_educators"]))


def facts(connection: Connection, partnerships: Sequence[str], today: date) -> Facts:
    """Return every row of some partnerships, and the rules of a day."""
    rows = {}
    for sheet in LOOKED_AT:
        table = FACTS[sheet]
        where = (table.c.partnership.in_(partnerships), table.c.voided_at.is_(None))
        rows[sheet] = fetched(connection, select(table).where(*where))
    return Facts(rows, around(connection, today))


def fetched(connection: Connection, statement: Select[Any]) -> list[Fact]:
    """Return the rows of a statement, by column."""
    found = connection.execute(statement)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def around(connection: Connection, today: date) -> Around:
    """Return what is known besides rows: nations, memberships, and the rules of a day."""
    organisations = connection.execute(choices.organisations()).all()
    aliases = connection.execute(choices.aliases()).all()
    return Around(
        {row.code: row.nation for row in organisations if row.nation},
        _currency_months(_settings(connection), today),
        _memberships(connection),
        Kin(organisations, aliases).after,
    )


def rules_moved(connection: Connection, today: date) -> bool:
    """Return whether other rules are in force than on the day of the last change."""
    last = connection.execute(select(DATA_VERSION.c.updated_at)).scalar_one()
    settings = _settings(connection)
    return _currency_months(settings, last.date()) != _currency_months(settings, today)


def _settings(connection: Connection) -> Sequence[Any]:
    return connection.execute(thresholds.statement()).all()


def _currency_months(settings: Iterable[Any], day: date) -> Mapping[str, int]:
    return thresholds.in_force(settings, day).get("currency_months", {})


def _memberships(connection: Connection) -> Memberships:
    joined = MEMBERSHIP.join(ORGANISATION, ORGANISATION.c.code == MEMBERSHIP.c.organisation_code)
    columns = (MEMBERSHIP.c.partnership_code, MEMBERSHIP.c.organisation_code)
    statement = select(*columns, *days_of_membership(ORGANISATION)).select_from(joined)
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for partnership, organisation, first, last in connection.execute(statement):
        found[partnership, organisation].append((first, last))
    return dict(found)
