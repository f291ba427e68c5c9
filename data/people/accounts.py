"""Reads accounts."""

from typing import Any

from sqlalchemy import Engine, select

from data.engine import reading
from data.schema import APP_USER, METADATA, USER_SCOPE
from data.schema.people import SCOPE_KINDS


def by_email(engine: Engine, email: str) -> Any:
    """Return the account of an address; nothing if there is none, or it is disabled."""
    return _one(engine, APP_USER.c.email == email.strip().lower())


def by_id(engine: Engine, user: int) -> Any:
    """Return an account; nothing if there is none, or it is disabled."""
    return _one(engine, APP_USER.c.id == user)


def every(engine: Engine) -> list[dict[str, Any]]:
    """Return every account with its scopes, by address; secrets left out."""
    columns = (
        APP_USER.c.id,
        APP_USER.c.email,
        APP_USER.c.name,
        APP_USER.c.role,
        APP_USER.c.created_at,
        APP_USER.c.disabled_at,
        APP_USER.c.password_hash.is_not(None).label("has_password"),
        APP_USER.c.totp_secret.is_not(None).label("has_code"),
    )
    with reading(engine) as connection:
        rows = connection.execute(select(*columns).order_by(APP_USER.c.email)).mappings().all()
        scopes = connection.execute(select(USER_SCOPE)).all()
    return [
        {
            **row,
            "scopes": sorted(f"{one.kind}:{one.code}" for one in scopes if one.user_id == row.id),
        }
        for row in rows
    ]


def coordinators(engine: Engine, organisation: str) -> list[str]:
    """Return the addresses of an organisation's coordinators, in order."""
    statement = (
        select(APP_USER.c.email)
        .join(USER_SCOPE, USER_SCOPE.c.user_id == APP_USER.c.id)
        .where(
            APP_USER.c.role == "coordinator",
            APP_USER.c.disabled_at.is_(None),
            USER_SCOPE.c.kind == "organisation",
            USER_SCOPE.c.code == organisation,
        )
        .order_by(APP_USER.c.email)
    )
    with reading(engine) as connection:
        return list(connection.scalars(statement))


def reach(engine: Engine, user: int) -> list[str]:
    """Return the names of what an account's scopes reach, by name."""
    found: list[str] = []
    with reading(engine) as connection:
        for kind in SCOPE_KINDS:
            table = METADATA.tables[kind]
            statement = (
                select(table.c.name)
                .join(USER_SCOPE, USER_SCOPE.c.code == table.c.code)
                .where(USER_SCOPE.c.user_id == user, USER_SCOPE.c.kind == kind)
            )
            found += connection.scalars(statement)
    return sorted(found)


def _one(engine: Engine, condition: Any) -> Any:
    with reading(engine) as connection:
        statement = select(APP_USER).where(condition, APP_USER.c.disabled_at.is_(None))
        return connection.execute(statement).first()
