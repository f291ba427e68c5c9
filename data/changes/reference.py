"""Take in reference tables: organisations, partnerships, members, settings, targets, reports."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, insert, select, update

from data.changes import audit, reference_check, report_check, row_queries, touched, version
from data.changes.audit import Entry
from data.changes.author import Author
from data.changes.known import kept
from data.changes.matching import Plan, difference, outcome_of
from data.changes.outcome import Outcome
from data.changes.reference_check import SUCCESSOR, Named
from data.changes.transaction import in_one_transaction
from data.returns.check import check
from data.returns.known import Known
from data.returns.read import Reading
from data.returns.reference import REFERENCE
from data.returns.rows import Row
from data.schema import METADATA, PARTNERSHIP

# Queries of rows hang on where an organisation is, on its memberships, and on its country's rules.
ASKED_ABOUT = {"membership", "organisation", "setting"}
# Whose rows they are, where, what that is called, who was to send them, and by which rules they
# count: any figure, or what there is to choose from, may hang on that.
ANY_FIGURE = {
    "membership",
    "organisation",
    "organisation_alias",
    "partnership",
    "programme",
    "return_period",
    "setting",
}


def upload_reference(
    engine: Engine,
    reading: Reading,
    author: Author,
    *,
    named: Named,
    dry_run: bool = False,
) -> Outcome:
    """Add and change reference rows by their codes, all or nothing; return what became of them.

    Args:
        engine: Of the database.
        reading: The file or folder.
        author: Who sends it.
        named: What rows may name that no table holds.
        dry_run: Whether to say what would happen, and write nothing.
    """
    return in_one_transaction(
        engine,
        lambda connection: take_in(connection, reading, author, named),
        Outcome(ignored=reading.ignored),
        dry_run=dry_run,
    )


def take_in(connection: Connection, reading: Reading, author: Author, named: Named) -> Outcome:
    """Do the same in the transaction of a connection; what is refused is not written."""
    checked = check(reading, Known(kept=kept(connection, reading.grids)), None)
    loose = (
        *reference_check.loose_ends(connection, checked.rows, named),
        *report_check.at_odds(connection, checked.rows),
    )
    if checked.problems or loose:
        return Outcome(ignored=reading.ignored).refused((*checked.problems, *loose))
    plans = [
        _plan(connection, name, checked.rows[name]) for name in REFERENCE if name in checked.rows
    ]
    for plan in plans:
        _store(connection, plan, author)
    altered = {plan.sheet.name for plan in plans if plan.alters}
    if altered & ASKED_ABOUT:
        row_queries.review(connection, connection.scalars(select(PARTNERSHIP.c.code)).all(), author)
    if altered & ANY_FIGURE:
        touched.everything(connection)
    if altered:
        version.bump(connection, author)
    return outcome_of(plans, reading)


def _plan(connection: Connection, name: str, rows: list[Row]) -> Plan:
    made = Plan(REFERENCE[name])
    found = connection.execute(select(METADATA.tables[name])).mappings()
    stored = {tuple(row[column] for column in made.sheet.key): dict(row) for row in found}
    for row in rows:
        if name == "setting":
            # A rule's value is a whole number today and is kept as text.
            row.values["value"] = str(row.values["value"])
        former = stored.get(row.key())
        if former is None:
            made.new.append(row)
        elif any(former[column] != value for column, value in row.values.items()):
            made.changed.append((former, row))
        else:
            made.unchanged += 1
    return made


def _store(connection: Connection, plan: Plan, author: Author) -> None:
    table = METADATA.tables[plan.sheet.name]
    if plan.new:
        # A successor may come further down, so it is named once all are there.
        later = {SUCCESSOR: None} if SUCCESSOR in table.c else {}
        connection.execute(insert(table), [{**row.values, **later} for row in plan.new])
    identifying = [column.name for column in table.primary_key]
    succeeded = [
        ({**row.values, SUCCESSOR: None}, row) for row in plan.new if row.values.get(SUCCESSOR)
    ]
    for former, row in (*plan.changed, *succeeded):
        statement = update(table).values(row.values)
        for column in identifying:
            statement = statement.where(table.c[column] == former[column])
        connection.execute(statement)
    audit.record(connection, author, _history(plan))


def _history(plan: Plan) -> Iterator[Entry]:
    name = plan.sheet.name
    for row in plan.new:
        yield Entry(name, _identity(row), None, row.values)
    for former, row in plan.changed:
        yield Entry(name, _identity(row), *difference(former, row))


def _identity(row: Row) -> str:
    return "/".join(str(part if part is not None else "") for part in row.key())
