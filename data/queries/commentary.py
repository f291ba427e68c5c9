"""What people said of the sections of pages."""

from typing import Any

from sqlalchemy import Select, select

from data.schema import APP_USER, COMMENTARY

_WRITER, _EDITOR = APP_USER.alias("writer"), APP_USER.alias("editor")


def standing() -> Select[Any]:
    """Return a statement of the comments that were not withdrawn, the latest first.

    Its columns are those of the table, then ``author_name`` and ``editor_name``: what the accounts
    are called that wrote a comment and that changed it last, blank where there is no account.
    """
    people = COMMENTARY.outerjoin(_WRITER, _WRITER.c.email == COMMENTARY.c.author).outerjoin(
        _EDITOR, _EDITOR.c.email == COMMENTARY.c.updated_by
    )
    return (
        select(
            COMMENTARY,
            _WRITER.c.name.label("author_name"),
            _EDITOR.c.name.label("editor_name"),
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


def one(number: int) -> Select[Any]:
    """Return a statement of one comment."""
    return standing().where(COMMENTARY.c.id == number)
