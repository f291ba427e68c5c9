"""Take in a file of rows: all of it, in one transaction, or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine

from data.changes import known, locks, matching, progress, remembered, row_queries, save, version
from data.changes.author import Author
from data.changes.leaving_out import without_faulty
from data.changes.matching import Plan
from data.changes.outcome import Outcome
from data.changes.raised_queries import Raised, Touched
from data.changes.remembered import File
from data.changes.transaction import in_one_transaction
from data.people.rights import may
from data.returns.check import Checked, check
from data.returns.problems import Problem
from data.returns.read import Reading
from data.returns.rows import Row
from data.returns.scope import Scope
from data.returns.sheets import SHEETS


@dataclass(frozen=True)
class Request:
    """What somebody asks for with a file.

    Attributes:
        file_name: Name of the file.
        owner: The organisation it is filed for, as written; rows may name their own.
        partnership: The partnership it is filed in, as written; rows may name their own.
        sheet: The one sheet to read, if not all.
        dry_run: Whether to say what would happen, and write nothing.
        leave_out: Whether rows with problems are left out and the others taken.
    """

    file_name: str
    owner: str | None = None
    partnership: str | None = None
    sheet: str | None = None
    dry_run: bool = False
    leave_out: bool = False

    @property
    def scope(self) -> str:
        """What, besides its bytes, makes a file the same as one that came before."""
        whole = f"as={self.owner or ''}; in={self.partnership or ''}; sheet={self.sheet or ''}"
        return f"{whole}; without rows that have problems" if self.leave_out else whole


def upload(engine: Engine, reading: Reading, request: Request, author: Author) -> Outcome:
    """Store what a file holds, if nothing is wrong with it, and return what became of it."""
    plain = Outcome(ignored=reading.ignored)
    if reading.problems and not reading.grids:
        return plain.refused(reading.problems)
    return in_one_transaction(
        engine,
        lambda connection: _upload(connection, reading, request, author),
        plain,
        dry_run=request.dry_run,
    )


def _upload(connection: Connection, reading: Reading, request: Request, author: Author) -> Outcome:
    file = File(reading, request.file_name, request.scope)
    if former := remembered.came_before(connection, file):
        return former
    number = remembered.begin(connection, file, author)
    its_author = replace(author, upload=number)

    def take_in(rows: Reading) -> Outcome:
        return store_checked(connection, rows, request.owner, request.partnership, its_author)

    outcome = without_faulty(reading, take_in) if request.leave_out else take_in(reading)
    if not outcome.errors:
        remembered.complete(connection, number, outcome)
    return outcome


def store_checked(
    connection: Connection,
    reading: Reading,
    owner: str | None,
    partnership: str | None,
    author: Author,
) -> Outcome:
    """Check rows by every rule, and store them if all hold: the one way in, by whatever door.

    Args:
        connection: May write; no other change is under way.
        reading: What the rows say.
        owner: Whose they are, where they don't say so themselves.
        partnership: Where they belong, where they don't say so themselves.
        author: Who sends them.
    """
    plain = Outcome(ignored=reading.ignored)
    facts = known.load(connection, reading.grids)
    checked = check(reading, facts, Scope(facts, owner, partnership))
    if found := (*checked.problems, *_not_theirs(checked, author)):
        return plain.refused(found)
    plans = _plans(connection, checked)
    refused = [problem for plan in plans for problem in plan.problems]
    if found := (*refused, *locks.problems(connection, plans)):
        return plain.refused(found)
    queries = _store(connection, checked, plans, author)
    return matching.outcome_of(plans, reading, queries)


def _not_theirs(checked: Checked, author: Author) -> Iterator[Problem]:
    """Give a problem for each row that the author may not write."""
    for rows in checked.rows.values():
        for row in rows:
            if not may(author.person, "write rows", row.partnership, row.owner):
                fix = "Leave these rows out, or have them sent by whom they belong to."
                yield row.problem("owner", "You may not enter rows of others.", fix, row.owner)


def _plans(connection: Connection, checked: Checked) -> list[Plan]:
    return [
        matching.plan(connection, SHEETS[name], checked.rows[name])
        for name in save.in_order(checked.rows)
        if checked.rows[name]
    ]


def _store(
    connection: Connection, checked: Checked, plans: Iterable[Plan], author: Author
) -> tuple[Problem, ...]:
    """Write everything, raise the version once if anything changed, return the rows' queries."""
    altered = [plan for plan in plans if plan.alters]
    for plan in altered:
        save.store(connection, plan, author)
    progress.noted(connection, author, _changed(altered))
    raised, marks_changed = row_queries.review_changes(
        connection, _touched(checked, altered), author
    )
    if altered or marks_changed:
        version.bump(connection, author)
    return _of_the_file(raised, checked)


def _touched(checked: Checked, altered: Iterable[Plan]) -> list[Touched]:
    """Return every row of the file: one that is stored already may raise a query, too."""
    formers = {
        (plan.sheet.name, row.identity()): former
        for plan in altered
        for former, row in plan.changed
    }
    return [
        Touched(sheet, row.identity(), formers.get((sheet, row.identity())))
        for sheet, rows in checked.rows.items()
        for row in rows
    ]


def _changed(altered: Iterable[Plan]) -> dict[tuple[str, str], set[str]]:
    """Return the sheets that change, by partnership and owner."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for plan in altered:
        for row in (*plan.new, *(row for _, row in plan.changed)):
            found[row.partnership, row.owner].add(plan.sheet.name)
    return found


def _of_the_file(raised: Iterable[Raised], checked: Checked) -> tuple[Problem, ...]:
    """Return the queries of the file's own rows, where the file has them."""
    rows: dict[tuple[object, ...], Row] = {
        (name, *row.identity()): row for name, several in checked.rows.items() for row in several
    }
    found = []
    for one in raised:
        fact, sheet = one.row, one.query.sheet
        key = (fact[name] for name in SHEETS[sheet].key)
        row = rows.get((sheet, fact["partnership"], fact["owner"], *key))
        if row:
            found.append(row.problem(one.query.column, one.problem, one.query.fix, one.value))
    return tuple(sorted(found, key=lambda problem: (problem.sheet, problem.row or 0)))
