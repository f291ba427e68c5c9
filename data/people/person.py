"""Somebody who has come in, and how far they reach."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from sqlalchemy import Connection, Engine, bindparam, func, or_, select

from data.engine import reading
from data.people.terms import not_accepted
from data.schema import APP_USER, MEMBERSHIP, ORGANISATION, REGION, USER_SCOPE

Role = Literal["viewer", "funder", "coordinator", "approver", "manager", "administrator"]
HOME: Final = func.coalesce(REGION.c.part_of, REGION.c.code)
# Every request asks for these, and making a statement takes longer than what it asks.
SCOPES: Final = (
    select(
        APP_USER.c.id,
        APP_USER.c.email,
        APP_USER.c.name,
        APP_USER.c.role,
        USER_SCOPE.c.kind,
        USER_SCOPE.c.code,
    )
    .select_from(APP_USER.outerjoin(USER_SCOPE, USER_SCOPE.c.user_id == APP_USER.c.id))
    .where(APP_USER.c.id == bindparam("user"), APP_USER.c.disabled_at.is_(None))
)
LIES_IN: Final = (
    select(ORGANISATION.c.code)
    .join(REGION, REGION.c.code == ORGANISATION.c.region_code)
    .where(HOME.in_(bindparam("regions", expanding=True)))
)
REACHED: Final = select(MEMBERSHIP.c.partnership_code).where(
    or_(
        MEMBERSHIP.c.organisation_code.in_(bindparam("organisations", expanding=True)),
        MEMBERSHIP.c.organisation_code.in_(LIES_IN),
    )
)


@dataclass(frozen=True)
class Person:
    """Somebody who has come in; read anew for each request, so that a change counts at once.

    Attributes:
        id: Of the account; nothing for whoever runs commands on the machine itself.
        email: Address that they sign in with.
        name: What the history calls them.
        role: What they may do.
        organisations: Codes of those they act for.
        partnerships: Codes of those whose figures they may read; nothing means all of them.
        funds: Codes of those of which a funder may read editions, and nothing else.
        figures_only: Whether they read no rows this time, whatever their role.
        unagreed: Organisations they act for that have not accepted the terms of sharing data.
    """

    id: int | None
    email: str
    name: str
    role: Role
    organisations: frozenset[str] = frozenset()
    partnerships: frozenset[str] | None = frozenset()
    funds: frozenset[str] = frozenset()
    figures_only: bool = False
    unagreed: frozenset[str] = frozenset()

    @property
    def reads_live(self) -> bool:
        """Whether figures are shown to them as they are at present, and not in editions alone."""
        return self.role != "funder"

    @property
    def reach(self) -> frozenset[str] | None:
        """Codes of the partnerships whose editions they may read; nothing means all of them."""
        return self.partnerships if self.reads_live else self.funds

    def reads(self, partnership: str) -> bool:
        """Return whether they may read a partnership's figures as they are at present."""
        return self.partnerships is None or partnership in self.partnerships

    def narrowed(self, partnerships: frozenset[str], *, figures_only: bool) -> "Person":
        """Return them as far as they let a program reach; never further than they do.

        Args:
            partnerships: Codes of those it reads; none means all of theirs.
            figures_only: Whether it reads no rows.
        """
        within, funds = self.partnerships, self.funds
        if partnerships:
            within = partnerships if within is None else within & partnerships
            funds = funds & partnerships
        return replace(self, partnerships=within, funds=funds, figures_only=figures_only)


# Whoever runs commands on the machine could open the database itself.
OPERATOR: Final = Person(None, "", "command line", "administrator", partnerships=None)
# Where reading is open, on a developer's own machine.
ANYBODY: Final = Person(None, "", "a reader", "viewer", partnerships=None)


def find(engine: Engine, user: int) -> Person | None:
    """Return who an account belongs to; nothing if it is disabled, or there is none."""
    with reading(engine) as connection:
        return load(connection, user)


def load(connection: Connection, user: int) -> Person | None:
    """Return who an account belongs to, as the connection sees it."""
    scopes = connection.execute(SCOPES, {"user": user}).all()
    if not scopes:
        return None
    account = scopes[0]
    organisations = frozenset(_codes(scopes, "organisation"))
    reached = None if account.role == "administrator" else _partnerships(connection, scopes)
    return Person(
        account.id,
        account.email,
        account.name,
        account.role,
        organisations=organisations,
        # Nothing of today is a funder's, so that no page can show it by oversight.
        partnerships=frozenset() if account.role == "funder" else reached,
        funds=reached if account.role == "funder" and reached else frozenset(),
        unagreed=not_accepted(connection, organisations),
    )


def _partnerships(connection: Connection, scopes: Iterable[Any]) -> frozenset[str]:
    """Return the partnerships that scopes reach: named, or with a member or a region named."""
    named = frozenset(_codes(scopes, "partnership"))
    organisations, regions = _codes(scopes, "organisation"), _codes(scopes, "region")
    if not (organisations or regions):
        return named
    given = {"organisations": organisations, "regions": regions}
    return named | frozenset(connection.scalars(REACHED, given))


def _codes(scopes: Iterable[Any], kind: str) -> list[str]:
    return [scope.code for scope in scopes if scope.kind == kind]
