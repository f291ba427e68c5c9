"""Keep commentary that was drafted from figures, and who stands for it by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, insert, update

from data.changes import done, version
from data.changes.audit import Entry
from data.changes.author import Author
from data.changes.commentary import TABLE, Remark, add, by, called, note, rest, said
from data.changes.meetings import ChangedError
from data.changes.outcome import Outcome
from data.commentary import FiguresAsRead
from data.engine import writing
from data.people.rights import DeniedError, demand, may
from data.queries import commentary
from data.schema import COMMENTARY, COMMENTARY_FIGURES

TO_CONFIRM: Final = "confirm commentary"


@dataclass(frozen=True)
class Draft:
    """Words that were made from figures.

    Attributes:
        remark: What they say, of what.
        figures: The figures as they read.
    """

    remark: Remark
    figures: FiguresAsRead


def draft(engine: Engine, author: Author, drafts: Sequence[Draft], once: str) -> None:
    """Keep words that were drafted from figures; of a section that has some already, none.

    Raises:
        DeniedError: The author confirms no commentary there.
        RefusedError: One is blank or too long.
    """
    for each in drafts:
        demand(author.person, TO_CONFIRM, each.remark.partnership)
    with writing(engine) as connection:
        version.claim(connection)
        if done.before(connection, once, author):
            return
        lacking = [each for each in drafts if not _has_one(connection, each.remark)]
        for each in lacking:
            number = add(connection, author, each.remark)
            values = {"commentary": number, "figures": dict(each.figures)}
            connection.execute(insert(COMMENTARY_FIGURES).values(values))
        if lacking:
            version.bump(connection, author)
        done.note(connection, once, author, Outcome(new=len(lacking)))


def confirm(
    engine: Engine, author: Author, which: tuple[int, int], words: str, figures: FiguresAsRead
) -> None:
    """Have somebody stand for words by name, and for the figures that they rest on.

    Args:
        engine: Of the database.
        author: Who does so.
        which: The number of the comment, and its version as they saw it.
        words: The words, which they may have changed.
        figures: The figures as they read them.

    Raises:
        ChangedError: Somebody else changed it meanwhile.
        DeniedError: The author confirms no commentary there, or there is no such comment.
        RefusedError: It is blank or too long.
    """
    number, seen = which
    with writing(engine) as connection:
        version.claim(connection)
        row = connection.execute(commentary.one(number)).first()
        if row is None or not may(author.person, TO_CONFIRM, row.partnership):
            raise DeniedError(TO_CONFIRM)
        if row.version != seen:
            raise ChangedError
        now = {
            "words": said(words),
            "figures": dict(figures),
            "confirmed_at": author.at,
            "confirmed_by": author.who,
        }
        before = {name: getattr(row, name) for name in now}
        stored = {"words": now["words"], "version": seen + 1, **by(author)}
        connection.execute(update(COMMENTARY).where(COMMENTARY.c.id == number).values(stored))
        rest(connection, number, {name: now[name] for name in now if name != "words"})
        note(connection, author, Entry(TABLE, called(row.section, number), before, now))


def _has_one(connection: Connection, remark: Remark) -> bool:
    """Return whether words that rest on figures stand there already."""
    there = connection.execute(commentary.of_section(remark.partnership, remark.section))
    return any(row.figures and row.academic_year == remark.academic_year for row in there)
