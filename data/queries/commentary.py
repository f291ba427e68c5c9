"""What people said of the sections of pages."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select

from data.schema import APP_USER, COMMENTARY, COMMENTARY_FIGURES

_WRITER, _EDITOR = APP_USER.alias("writer"), APP_USER.alias("editor")
_CONFIRMER = APP_USER.alias("confirmer")


def standing() -> Select[Any]:
    """Return a statement of the comments that were not withdrawn, the latest first.

    Its columns are those of the table, then ``author_name``, ``editor_name`` and
    ``confirmer_name``: what the accounts are called that wrote a comment, that changed it last and
    that confirmed it, blank where there is no account; then the figures that it rests on, and who
    confirmed it and when, blank where it rests on none.
    """
    rests = COMMENTARY_FIGURES.c
    people = (
        COMMENTARY.outerjoin(COMMENTARY_FIGURES, rests.commentary == COMMENTARY.c.id)
        .outerjoin(_WRITER, _WRITER.c.email == COMMENTARY.c.author)
        .outerjoin(_EDITOR, _EDITOR.c.email == COMMENTARY.c.updated_by)
        .outerjoin(_CONFIRMER, _CONFIRMER.c.email == rests.confirmed_by)
    )
    return (
        select(
            COMMENTARY,
            _WRITER.c.name.label("author_name"),
            _EDITOR.c.name.label("editor_name"),
            _CONFIRMER.c.name.label("confirmer_name"),
            rests.figures,
            rests.confirmed_at,
            rests.confirmed_by,
        )
        .select_from(people)
        .where(COMMENTARY.c.voided_at.is_(None))
        .order_by(COMMENTARY.c.updated_at.desc(), COMMENTARY.c.id.desc())
    )


def of_page(partnership: str, page: str) -> Select[Any]:
    """Return a statement of a partnership's comments on every section of a page."""
    return standing().where(
        COMMENTARY.c.partnership == partnership,
        COMMENTARY.c.section.startswith(f"{page}/", autoescape=True),
    )


def of_section(partnership: str, section: str) -> Select[Any]:
    """Return a statement of a partnership's comments on one section."""
    return standing().where(
        COMMENTARY.c.partnership == partnership, COMMENTARY.c.section == section
    )


def of_partnerships(codes: Collection[str]) -> Select[Any]:
    """Return a statement of what was said of some partnerships."""
    return standing().where(COMMENTARY.c.partnership.in_(codes))


def one(number: int) -> Select[Any]:
    """Return a statement of one comment."""
    return standing().where(COMMENTARY.c.id == number)
