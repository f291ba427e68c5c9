"""Change how packs are put together, by a form: the rules of files of reference tables hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine

from data import definitions
from data.changes.author import Author
from data.changes.meetings import ChangedError
from data.changes.outcome import Outcome
from data.changes.reference import take_in
from data.changes.reference_check import Named
from data.changes.transaction import in_one_transaction
from data.definitions import Definition
from data.people.rights import demand
from data.reader import Snapshot
from data.returns import form_input
from data.returns.problems import Problem
from data.returns.read import Reading
from data.returns.reports import REPORT, REPORT_INDICATOR, REPORT_SECTION

Cells = Mapping[str, str]
# What a definition is told by that is not there yet.
NEW: Final = ""


@dataclass(frozen=True)
class Form:
    """What somebody typed.

    Attributes:
        head: The cells of the report itself.
        sections: Those of each of its sections.
        indicators: Those of each figure of its scorecard.
        seen: The mark of the definition that they looked at; ``NEW`` for one to be made.
    """

    head: Cells
    sections: Sequence[Cells]
    indicators: Sequence[Cells]
    seen: str

    def reading(self) -> Reading:
        """Return it as if a file had held it."""
        sheets = (
            (REPORT, [self.head]),
            (REPORT_SECTION, self.sections),
            (REPORT_INDICATOR, self.indicators),
        )
        return Reading(
            grids=tuple(
                grid
                for sheet, rows in sheets
                if rows
                for grid in form_input.reading(sheet, rows).grids
            )
        )


def save(engine: Engine, author: Author, form: Form, named: Named) -> Outcome:
    """Make or change a definition, all of it or nothing; return what became of it.

    Args:
        engine: Of the database.
        author: Who does so.
        form: What they typed.
        named: What it may name that no table holds.

    Raises:
        ChangedError: Somebody else changed it since they looked.
        DeniedError: It is another's, or everybody's.
    """
    return in_one_transaction(
        engine,
        lambda connection: _save(connection, author, form, named),
        Outcome(),
        dry_run=False,
    )


def _save(connection: Connection, author: Author, form: Form, named: Named) -> Outcome:
    stored = {each.code: each for each in definitions.every(Snapshot(connection))}
    before = stored.get(form.head.get("code", ""))
    _demand(author, form, before)
    if before and form.seen == NEW:
        return Outcome().refused((_THERE,))
    if form.seen != (before.mark if before else NEW):
        raise ChangedError
    return take_in(connection, form.reading(), author, named)


def _demand(author: Author, form: Form, before: Definition | None) -> None:
    """Do nothing, if it is the author's to change, both as it was and as it would be."""
    there = {before.partnership} if before else set()
    for partnership in {form.head.get("partnership_code", ""), *there}:
        demand(author.person, "change report definitions", partnership)


_THERE: Final = Problem(
    REPORT.name,
    None,
    "code",
    "",
    "",
    "There is a report definition of this code already.",
    "Give it another code, or change that one.",
)
