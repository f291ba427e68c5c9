"""Accounts: who may come in, as what, and how far they reach. Each change is in the history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from data.people import account_values, sessions
from data.people.rights import demand
from data.returns.problems import RefusedError, shown
from data.schema import APP_USER, METADATA, USER_SCOPE
from data.schema.people import SCOPE_KINDS

Scope = tuple[str, str]


@dataclass(frozen=True)
class New:
    """An account to be.

    Attributes:
        email: The address that its owner signs in with.
        name: What the history calls them.
        role: What they may do.
        scopes: How far they reach: pairs of a kind and a code.
    """

    email: str
    name: str
    role: str
    scopes: Sequence[Scope] = ()


def add(engine: Engine, author: Author, new: New) -> int:
    """Add an account without a password; return its id.

    Raises:
        RefusedError: The address is none or is taken, the name is blank, or the role or a scope
            is unknown.
        DeniedError: The author may not.
    """
    demand(author.person, "administer")
    address = account_values.email(new.email)
    values = {
        "email": address,
        "name": account_values.name(new.name),
        "role": account_values.role(new.role),
    }
    with writing(engine) as connection:
        if _found(connection, address):
            raise RefusedError(
                f"There is an account of {address} already.", "Change that one instead."
            )
        created = insert(APP_USER).values(**values, created_at=author.at).returning(APP_USER.c.id)
        number: int = connection.execute(created).scalar_one()
        tell(connection, author, address, None, values)
        _reach(connection, author, number, address, new.scopes)
    return number


def set_role(engine: Engine, author: Author, email: str, role: str) -> None:
    """Give an account another role; it counts from their next request on.

    Raises:
        RefusedError: There is no such account or role.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"role": account_values.role(role)})


def rename(engine: Engine, author: Author, email: str, name: str) -> None:
    """Give an account another name.

    Raises:
        RefusedError: There is no such account, or the name is blank.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"name": account_values.name(name)})


def disable(engine: Engine, author: Author, email: str) -> None:
    """Shut an account out, also where it is signed in; its history stays.

    Raises:
        RefusedError: There is no such account.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"disabled_at": author.at})


def enable(engine: Engine, author: Author, email: str) -> None:
    """Let a disabled account in again.

    Raises:
        RefusedError: There is no such account.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"disabled_at": None})


def set_scopes(engine: Engine, author: Author, email: str, scopes: Iterable[Scope]) -> None:
    """Say anew how far an account reaches: pairs of a kind and a code.

    Raises:
        RefusedError: There is no such account, or a scope names nothing.
        DeniedError: The author may not.
    """
    demand(author.person, "administer")
    with writing(engine) as connection:
        user = account(connection, email)
        _reach(connection, author, user.id, user.email, scopes)


def account(connection: Connection, email: str) -> Any:
    """Return the row of an account.

    Raises:
        RefusedError: There is none.
    """
    found = _found(connection, account_values.email(email))
    if found is None:
        raise RefusedError(
            f"There is no account of {shown(email)}.", "List the accounts to see which there are."
        )
    return found


def _reach(
    connection: Connection, author: Author, user: int, email: str, scopes: Iterable[Scope]
) -> None:
    wanted = sorted(set(scopes))
    for kind, code in wanted:
        _known(connection, kind, code)
    its_own = USER_SCOPE.c.user_id == user
    former = sorted(
        (one.kind, one.code) for one in connection.execute(select(USER_SCOPE).where(its_own))
    )
    if former == wanted:
        return
    connection.execute(delete(USER_SCOPE).where(its_own))
    if wanted:
        rows = [{"user_id": user, "kind": kind, "code": code} for kind, code in wanted]
        connection.execute(insert(USER_SCOPE), rows)
    before, after = ({"scopes": _written(each)} for each in (former, wanted))
    tell(connection, author, email, before, after)


def _change(engine: Engine, author: Author, email: str, values: Mapping[str, Any]) -> None:
    demand(author.person, "administer")
    with writing(engine) as connection:
        user = account(connection, email)
        former = {name: getattr(user, name) for name in values}
        if former == values:
            return
        connection.execute(update(APP_USER).where(APP_USER.c.id == user.id).values(values))
        if values.get("disabled_at"):
            sessions.end_all(connection, user.id)
        tell(connection, author, user.email, former, values)


def tell(
    connection: Connection,
    author: Author,
    email: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
) -> None:
    """Write a line of an account's history."""
    audit.record(connection, author, [audit.Entry("app_user", email, before, after)])


def _found(connection: Connection, email: str) -> Any:
    return connection.execute(select(APP_USER).where(APP_USER.c.email == email)).first()


def _known(connection: Connection, kind: str, code: str) -> None:
    if kind not in SCOPE_KINDS:
        raise RefusedError(
            f"“{shown(kind)}” is no kind of scope.", f"Use one of: {', '.join(SCOPE_KINDS)}."
        )
    table = METADATA.tables[kind]
    if connection.execute(select(table.c.code).where(table.c.code == code)).first() is None:
        raise RefusedError(f"There is no {kind} “{shown(code)}”.", f"Use the code of a {kind}.")


def _written(scopes: Iterable[Any]) -> list[str]:
    return [f"{kind}:{code}" for kind, code in scopes]
