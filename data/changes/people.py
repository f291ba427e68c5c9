"""Accounts: who may come in, as what, and how far they reach. Each change is in the history."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from data.people import sessions
from data.people.rights import demand
from data.returns.problems import RefusedError, shown
from data.schema import APP_USER, METADATA, USER_SCOPE
from data.schema.people import ROLES, SCOPE_KINDS

EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
LONGEST: Final = 254
LONGEST_NAME: Final = 200
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
    address = normal(new.email)
    values = {"email": address, "name": _name(new.name), "role": _role(new.role)}
    with writing(engine) as connection:
        if _found(connection, address):
            raise RefusedError(
                f"There is an account of {address} already.", "Change that one instead."
            )
        created = insert(APP_USER).values(**values, created_at=author.at).returning(APP_USER.c.id)
        number: int = connection.execute(created).scalar_one()
        _tell(connection, author, address, None, values)
        _reach(connection, author, number, address, new.scopes)
    return number


def set_role(engine: Engine, author: Author, email: str, role: str) -> None:
    """Give an account another role; it counts from their next request on.

    Raises:
        RefusedError: There is no such account or role.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"role": _role(role)})


def rename(engine: Engine, author: Author, email: str, name: str) -> None:
    """Give an account another name.

    Raises:
        RefusedError: There is no such account, or the name is blank.
        DeniedError: The author may not.
    """
    _change(engine, author, email, {"name": _name(name)})


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


def set_password(engine: Engine, author: Author, user: int, digest: str) -> None:
    """Keep the digest of a new password, and end every session of the account.

    Whoever calls this has seen that the account is theirs, by a link or by the former password.
    """
    with writing(engine) as connection:
        email = connection.execute(
            update(APP_USER)
            .where(APP_USER.c.id == user)
            .values(password_hash=digest)
            .returning(APP_USER.c.email)
        ).scalar_one()
        sessions.end_all(connection, user)
        _tell(connection, author, email, {"password": "former"}, {"password": "new"})


def rehashed(engine: Engine, user: int, digest: str) -> None:
    """Keep a stronger digest of the same password; nobody notices."""
    with writing(engine) as connection:
        connection.execute(
            update(APP_USER).where(APP_USER.c.id == user).values(password_hash=digest)
        )


def set_second_factor(engine: Engine, author: Author, user: int, secret: str | None) -> None:
    """Keep the secret of a second factor, or forget it so that another can be set up."""
    with writing(engine) as connection:
        email = connection.execute(
            update(APP_USER)
            .where(APP_USER.c.id == user)
            .values(totp_secret=secret, totp_step=None)
            .returning(APP_USER.c.email)
        ).scalar_one()
        _tell(connection, author, email, None, {"second factor": "set" if secret else "removed"})


def take_step(engine: Engine, user: int, step: int) -> bool:
    """Return whether a code's step is later than any taken before; if so, it is taken."""
    fresh = APP_USER.c.totp_step.is_(None) | (APP_USER.c.totp_step < step)
    statement = update(APP_USER).where(APP_USER.c.id == user, fresh).values(totp_step=step)
    with writing(engine) as connection:
        return connection.execute(statement).rowcount == 1


def account(connection: Connection, email: str) -> Any:
    """Return the row of an account.

    Raises:
        RefusedError: There is none.
    """
    found = _found(connection, normal(email))
    if found is None:
        raise RefusedError(
            f"There is no account of {shown(email)}.", "List the accounts to see which there are."
        )
    return found


def normal(email: str) -> str:
    """Return an address as it is stored.

    Raises:
        RefusedError: It is none.
    """
    address = email.strip().lower()
    if len(address) > LONGEST or not EMAIL.fullmatch(address):
        raise RefusedError(
            f"“{shown(email)}” is no e-mail address.", "Write it like sam@example.org."
        )
    return address


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
    _tell(connection, author, email, before, after)


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
        _tell(connection, author, user.email, former, values)


def _tell(
    connection: Connection,
    author: Author,
    email: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
) -> None:
    audit.record(connection, author, [audit.Entry("app_user", email, before, after)])


def _found(connection: Connection, email: str) -> Any:
    return connection.execute(select(APP_USER).where(APP_USER.c.email == email)).first()


def _name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise RefusedError(
            "The name is blank or too long.", f"Write 1 to {LONGEST_NAME} characters."
        )
    return plain


def _role(role: str) -> str:
    if role not in ROLES:
        raise RefusedError(f"“{shown(role)}” is no role.", f"Use one of: {', '.join(ROLES)}.")
    return role


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
