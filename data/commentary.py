"""What people said of figures, for whoever may read those figures."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from data.engine import reading
from data.people.person import Person
from data.people.rights import DeniedError, may
from data.queries import commentary
from data.reader import Snapshot
from data.selection import Selection

Said = Mapping[str, Sequence["Comment"]]
# Figures as they read: what each is, and its words.
FiguresAsRead = Mapping[str, str]


@dataclass(frozen=True)
class Comment:
    """One comment on a section of a page.

    Attributes:
        id: Tells it apart.
        version: Rises with each change.
        partnership: Code of the partnership that it is about.
        section: Name of the page in addresses, a slash, name of the view.
        academic_year: The year that it is about; nothing where that is none in particular.
        words: What was said, in lines.
        by: Who wrote it, as the history calls them.
        author: What they are called.
        editor: What whoever else changed it last is called; blank if nobody else did.
        at: When it was written, or changed last, in UTC.
        figures: What it rests on, as ``FiguresAsRead`` has it; nothing for one that rests on none.
        confirmed_by: What whoever stands for it in packs is called; blank for nobody.
        confirmed_at: When they confirmed it, in UTC.
    """

    id: int
    version: int
    partnership: str
    section: str
    academic_year: str | None
    words: str
    by: str
    author: str
    editor: str
    at: datetime
    figures: FiguresAsRead | None = None
    confirmed_by: str = ""
    confirmed_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it was drafted from figures, and nobody has confirmed it."""
        return self.figures is not None and self.confirmed_at is None


def comment(row: Any) -> Comment:
    """Return a comment from a row of ``data.queries.commentary``."""
    edited = row.updated_by != row.author
    return Comment(
        id=row.id,
        version=row.version,
        partnership=row.partnership,
        section=row.section,
        academic_year=row.academic_year,
        words=row.words,
        by=row.author,
        author=row.author_name or row.author,
        editor=(row.editor_name or row.updated_by) if edited else "",
        at=row.updated_at,
        figures=row.figures,
        confirmed_by=row.confirmer_name or row.confirmed_by or "",
        confirmed_at=row.confirmed_at,
    )


def on_page(snapshot: Snapshot, selection: Selection, page: str) -> Said:
    """Return the comments on a page's sections by the names of its views, the latest first.

    There are none unless one partnership alone is on view. Where years are chosen, comments on
    other years are left out.
    """
    found: dict[str, list[Comment]] = defaultdict(list)
    if partnership := selection.one_partnership:
        for row in snapshot.rows(commentary.of_page(partnership, page)):
            if not selection.years or row.academic_year in (None, *selection.years):
                found[row.section.removeprefix(f"{page}/")].append(comment(row))
    return dict(found)


def of_partnerships(snapshot: Snapshot, codes: Collection[str]) -> Said:
    """Return what was said of some partnerships by the section that it is of, the latest first."""
    found: dict[str, list[Comment]] = defaultdict(list)
    for row in snapshot.rows(commentary.of_partnerships(codes)):
        found[row.section].append(comment(row))
    return dict(found)


def confirmed(snapshot: Snapshot, codes: Collection[str]) -> Said:
    """Return what of it somebody stands for by name."""
    every = of_partnerships(snapshot, codes).items()
    return {section: [each for each in said if each.confirmed_at] for section, said in every}


def on_section(engine: Engine, person: Person, partnership: str, section: str) -> list[Comment]:
    """Return the comments on a section, the latest first.

    Raises:
        DeniedError: Somebody does not read that partnership's figures.
    """
    if not person.reads(partnership):
        raise DeniedError("read figures")
    with reading(engine) as connection:
        found = connection.execute(commentary.of_section(partnership, section))
        return [comment(row) for row in found]


def may_change(person: Person, given: Comment) -> bool:
    """Return whether somebody may change or withdraw a comment: their own, or as a manager."""
    own = given.by == person.email and may(person, "comment on figures", given.partnership)
    return own or may(person, "correct others' comments", given.partnership)


def one(engine: Engine, person: Person, number: int) -> Comment:
    """Return a comment, for who may change it.

    Raises:
        DeniedError: They may not, or there is no such comment.
    """
    with reading(engine) as connection:
        row = connection.execute(commentary.one(number)).first()
    found = comment(row) if row else None
    if found is None or not may_change(person, found):
        raise DeniedError("comment on figures")
    return found
