"""Which rows an edition of some partnerships holds: all that its pages and figures ask about."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, case, literal, not_, null, or_, select

from data import published_rows
from data.audit_sql import partnership_of_row
from data.editions.placed_elsewhere import placements
from data.schema import (
    ACTION,
    AUDIT,
    COMMENTARY,
    COMMENTARY_FIGURES,
    DATA_VERSION,
    FACTS,
    MEMBERSHIP,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
    PUBLISHED_COUNCIL,
    PUBLISHED_WORKFORCE,
    REGION,
    RETURN_PERIOD,
    RETURN_STATUS,
    SETTING,
    TARGET,
)
from data.schema.published import COUNCIL

Codes = Collection[str]
Statement = Callable[[Table, Codes], Select[Any]]
NOT_SHOWN: Final = "not shown"
ALSO_ELSEWHERE: Final = ("placements", "workforce")
# What an edition is shown without, and why that is no loss.
LEFT_OUT: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("app_user", "user_scope", "app_identity", "app_session", "one_time_link"),
            *("sign_in_try", "api_token", "api_token_scope"),
        ),
        "Who may come in is asked of today; names stand in the rows that bear them.",
    ),
    **dict.fromkeys(("saved_view", "last_look", "mail"), "It is one person's own."),
    **dict.fromkeys(
        ("upload", "touched", "done", "waiting_file"),
        "It is of what was changed, and nothing in an edition changes.",
    ),
    **dict.fromkeys(
        ("row_query", "signed_row", "sheet_confirmed"),
        "It is of how returns come about; what was missing or unsigned is kept with the edition.",
    ),
    **dict.fromkeys(
        ("erasure", "export", "terms_accepted"),
        "It is of how people are protected, which goes on after an edition is made.",
    ),
    **dict.fromkeys(("edition", "edition_order"), "An edition holds no other."),
}


def _every(table: Table, _codes: Codes) -> Select[Any]:
    return select(table)


def _of_them(table: Table, codes: Codes) -> Select[Any]:
    return select(table).where(table.c.partnership.in_(codes))


def _remarks(table: Table, codes: Codes) -> Select[Any]:
    """Return what was said of them, but for drafts that nobody has confirmed."""
    drafted = select(COMMENTARY_FIGURES.c.commentary)
    drafts = drafted.where(COMMENTARY_FIGURES.c.confirmed_at.is_(None))
    return _of_them(table, codes).where(table.c.id.not_in(drafts))


def _resting(table: Table, codes: Codes) -> Select[Any]:
    said = select(COMMENTARY.c.id).where(COMMENTARY.c.partnership.in_(codes))
    return select(table).where(table.c.commentary.in_(said), table.c.confirmed_at.is_not(None))


def _censuses(table: Table, codes: Codes) -> Select[Any]:
    """Return their censuses, and that one was sent elsewhere, without its numbers.

    Any council's own census, of any partnership, stands against one that is published of it.
    """
    theirs = table.c.partnership.in_(codes)
    published = published_rows.NEIGHBOUR
    councils = select(published.c.organisation).where(published.c.code.in_(_published_of(codes)))
    hidden: dict[str, ColumnElement[Any]] = {
        column.name: case((theirs, column))
        for column in table.columns
        if column.name.startswith("fte_") and column.nullable
    }
    return select(*_with(table, hidden)).where(or_(theirs, table.c.owner.in_(councils)))


def _targets(table: Table, codes: Codes) -> Select[Any]:
    theirs = table.c.scope.in_([f"partnership:{code}" for code in codes])
    return select(table).where(or_(not_(table.c.scope.startswith("partnership:")), theirs))


def _states(table: Table, codes: Codes) -> Select[Any]:
    """Return where returns stand: that others took part in a quarter counts, and no more of it."""
    theirs = table.c.partnership.in_(codes)
    hidden: dict[str, ColumnElement[Any]] = {
        "by": case((theirs, table.c.by), else_=NOT_SHOWN),
        "reason": case((or_(theirs, table.c.reason.is_(None)), table.c.reason), else_=NOT_SHOWN),
    }
    return select(*_with(table, hidden))


def _steps(table: Table, codes: Codes) -> Select[Any]:
    """Return the steps that their returns have taken; nothing else of the history."""
    hidden: dict[str, ColumnElement[Any]] = {
        "who": literal(NOT_SHOWN),
        "before": null(),
        "reason": null(),
        "upload": null(),
    }
    theirs = partnership_of_row(table.c.row).in_(codes)
    return select(*_with(table, hidden)).where(table.c.table == RETURN_STATUS.name, theirs)


def _with(table: Table, others: Mapping[str, ColumnElement[Any]]) -> Iterator[ColumnElement[Any]]:
    """Yield the columns of a table, some of them replaced."""
    for column in table.columns:
        yield others[column.name].label(column.name) if column.name in others else column


def _state_alone(after: Mapping[str, Any]) -> dict[str, Any]:
    return {"state": after["state"]}


def _published_councils(table: Table, codes: Codes) -> Select[Any]:
    """Return who the rows published of them are about; a row may be about others besides."""
    return select(table).where(table.c.dfe_code.in_(_numbers_of(codes)))


def _published(table: Table, codes: Codes) -> Select[Any]:
    """Return what is published of them, of places, and of councils that share a row with theirs.

    A later row of any council of a joint one says that the joint one no longer stands.
    """
    rows = PUBLISHED_COUNCIL.alias("their_row")
    theirs = select(rows.c.published_as).where(rows.c.dfe_code.in_(_numbers_of(codes)))
    return select(table).where(
        or_(table.c.geographic_level != COUNCIL, table.c.ons_code.in_(theirs))
    )


def _numbers_of(codes: Codes) -> Select[Any]:
    """Return the Department's numbers of the councils that rows published of them are about."""
    known_as = PUBLISHED_COUNCIL.alias("known_as")
    return select(known_as.c.dfe_code).where(known_as.c.published_as.in_(_published_of(codes)))


def _published_of(codes: Codes) -> Select[Any]:
    """Return the codes of the published rows that are about their members."""
    seats = published_rows.SEATS
    return select(seats.c.code).where(seats.c.partnership.in_(codes))


# Reference tables are whole: they are small, and who else there is decides what a name means.
TAKEN: Final[Mapping[str, tuple[Table, Statement]]] = {
    table.name: (table, statement)
    for statement, tables in (
        (
            _every,
            (
                REGION,
                ORGANISATION,
                ORGANISATION_ALIAS,
                PARTNERSHIP,
                MEMBERSHIP,
                PROGRAMME,
                SETTING,
                RETURN_PERIOD,
                DATA_VERSION,
            ),
        ),
        (_of_them, (*(FACTS[name] for name in FACTS if name not in ALSO_ELSEWHERE), ACTION)),
        (placements, (FACTS["placements"],)),
        (_remarks, (COMMENTARY,)),
        (_resting, (COMMENTARY_FIGURES,)),
        (_censuses, (FACTS["workforce"],)),
        (_targets, (TARGET,)),
        (_states, (RETURN_STATUS,)),
        (_steps, (AUDIT,)),
        (_published_councils, (PUBLISHED_COUNCIL,)),
        (_published, (PUBLISHED_WORKFORCE,)),
    )
    for table in tables
}

# What is kept of a document in place of all that it says, by table and column.
REDUCED: Final[Mapping[tuple[str, str], Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    (AUDIT.name, "after"): _state_alone,
}
