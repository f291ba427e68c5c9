"""Take in the published workforce file: all of it, in one transaction, or nothing.

Each number of the file is a row of the database. They are counted as the file has them: a row of
the file for each place and census.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select

from data.changes import audit, remembered, touched, version
from data.changes.audit import Entry as Event
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.changes.remembered import File
from data.changes.transaction import in_one_transaction
from data.returns.published.check import Entry, check
from data.returns.published.columns import NAME
from data.returns.read import Reading
from data.schema import PUBLISHED_COUNCIL, PUBLISHED_WORKFORCE

Place = tuple[str, date]
# By measure: name and level of the place, value and state.
Numbers = dict[str, tuple[str, str, float | None, str]]
# The code of a council, the code of the row that is about it, and the Department's number.
Link = tuple[str, str, str]


def import_published(
    engine: Engine, reading: Reading, file_name: str, author: Author, *, dry_run: bool = False
) -> Outcome:
    """Store what the published file holds, if nothing is wrong, and return what became of it.

    Args:
        engine: Of the database.
        reading: The file, read as ``data.returns.published.columns.SHEET``.
        file_name: Its name.
        author: Who sends it.
        dry_run: Whether to say what would happen, and write nothing.
    """
    entries, problems = check(reading)
    plain = Outcome(ignored=reading.ignored)
    if problems:
        return plain.refused(tuple(problems))
    return in_one_transaction(
        engine,
        lambda connection: _take_in(connection, File(reading, file_name, NAME), entries, author),
        plain,
        dry_run=dry_run,
    )


def _take_in(connection: Connection, file: File, entries: list[Entry], author: Author) -> Outcome:
    if former := remembered.came_before(connection, file):
        return former
    outcome = _store(connection, entries, Outcome(ignored=file.reading.ignored))
    remembered.remember(connection, file, author, outcome)
    if outcome.new or outcome.changed:
        audit.record(connection, author, [_event(file, entries, outcome)])
        # Which figures it concerns hangs on who is where.
        touched.everything(connection)
        version.bump(connection, author)
    return outcome


def _store(connection: Connection, entries: list[Entry], plain: Outcome) -> Outcome:
    stored, links = _stored(connection), _links(connection)
    former = _formerly(entries, stored, links)
    lost = _wanted_links(entries) - links
    unlinked = {code for _, code, _ in lost}
    written = [
        entry
        for entry in entries
        if former[entry.row] != {_place(entry): _numbers(entry)} or entry.ons_code in unlinked
    ]
    _delete(connection, (place for entry in written for place in former[entry.row]))
    if written:
        connection.execute(insert(PUBLISHED_WORKFORCE), [*_rows(written)])
    if lost:
        connection.execute(insert(PUBLISHED_COUNCIL), [_link(*link) for link in sorted(lost)])
    new = sum(not former[entry.row] for entry in written)
    return replace(
        plain, new=new, changed=len(written) - new, unchanged=len(entries) - len(written)
    )


def _formerly(
    entries: Iterable[Entry], stored: Mapping[Place, Numbers], links: Iterable[Link]
) -> dict[int, dict[Place, Numbers]]:
    """Return what is stored of each row's place at its census, by the number of the row.

    A council that has another code now, or is published with its neighbour, must not stand there
    twice: what was stored of it under its other code is replaced.
    """
    names = defaultdict(set)
    for _, published_as, council in links:
        names[council].add(published_as)
    found = {}
    for entry in entries:
        codes = {entry.ons_code}.union(*(names[council] for council in entry.councils.values()))
        places = [(code, entry.census_on) for code in sorted(codes)]
        found[entry.row] = {place: stored[place] for place in places if place in stored}
    return found


def _stored(connection: Connection) -> dict[Place, Numbers]:
    found: dict[Place, Numbers] = defaultdict(dict)
    for row in connection.execute(select(PUBLISHED_WORKFORCE)):
        numbers = (row.name, row.geographic_level, row.value, row.state)
        found[row.ons_code, row.census_on][row.measure] = numbers
    return dict(found)


def _links(connection: Connection) -> set[Link]:
    return {
        (row.ons_code, row.published_as, row.dfe_code)
        for row in connection.execute(select(PUBLISHED_COUNCIL))
    }


def _wanted_links(entries: Iterable[Entry]) -> set[Link]:
    return {
        (ons_code, entry.ons_code, council)
        for entry in entries
        for ons_code, council in entry.councils.items()
    }


def _link(ons_code: str, published_as: str, council: str) -> dict[str, str]:
    return {"ons_code": ons_code, "published_as": published_as, "dfe_code": council}


def _place(entry: Entry) -> Place:
    return entry.ons_code, entry.census_on


def _numbers(entry: Entry) -> Numbers:
    return {
        measure: (entry.name, entry.level, found.value, found.state)
        for measure, found in entry.numbers.items()
    }


def _delete(connection: Connection, places: Iterable[Place]) -> None:
    gone = [{"code": code, "day": census_on} for code, census_on in places]
    if gone:
        columns = PUBLISHED_WORKFORCE.c
        its_own = (columns.ons_code == bindparam("code"), columns.census_on == bindparam("day"))
        connection.execute(delete(PUBLISHED_WORKFORCE).where(*its_own), gone)


def _rows(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        place = {
            "ons_code": entry.ons_code,
            "name": entry.name,
            "geographic_level": entry.level,
            "census_on": entry.census_on,
        }
        for measure, found in entry.numbers.items():
            yield {**place, "measure": measure, "value": found.value, "state": found.state}


def _event(file: File, entries: Iterable[Entry], outcome: Outcome) -> Event:
    """Return the one entry of history of a whole file, which is known by its hash."""
    held_on = sorted({entry.census_on.isoformat() for entry in entries})
    return Event(NAME, file.reading.digest, None, {**outcome.counts(), "census_on": held_on})
