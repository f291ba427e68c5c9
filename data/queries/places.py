"""Who there is to choose: regions, partnerships, organisations."""

from typing import Any

from sqlalchemy import Select, func, select

from data.schema import MEMBERSHIP, ORGANISATION, PARTNERSHIP, PROGRAMME, REGION


def regions() -> Select[Any]:
    """Return a statement of the regions that members lie in: ``code``, ``name``, in code order."""
    home = func.coalesce(REGION.c.part_of, REGION.c.code)
    lived_in = (
        select(home)
        .join(ORGANISATION, ORGANISATION.c.region_code == REGION.c.code)
        .join(MEMBERSHIP, MEMBERSHIP.c.organisation_code == ORGANISATION.c.code)
    )
    return (
        select(REGION.c.code, REGION.c.name)
        .where(REGION.c.code.in_(lived_in))
        .order_by(REGION.c.code)
    )


def partnerships() -> Select[Any]:
    """Return a statement of the partnerships: ``code``, ``name``, ``origin``, in name order."""
    columns = (PARTNERSHIP.c.code, PARTNERSHIP.c.name, PARTNERSHIP.c.origin)
    return select(*columns).order_by(PARTNERSHIP.c.name)


def memberships() -> Select[Any]:
    """Return a statement of who has ever been in which: ``partnership_code``, and the member's."""
    return select(MEMBERSHIP.c.partnership_code, MEMBERSHIP.c.organisation_code).distinct()


def organisations() -> Select[Any]:
    """Return a statement of the members: ``code``, ``name``, ``kind``, ``services``, by name."""
    columns = (
        ORGANISATION.c.code,
        ORGANISATION.c.name,
        ORGANISATION.c.kind,
        ORGANISATION.c.services,
    )
    members = select(MEMBERSHIP.c.organisation_code)
    return select(*columns).where(ORGANISATION.c.code.in_(members)).order_by(ORGANISATION.c.name)


def programmes() -> Select[Any]:
    """Return a statement of the programmes: ``code``, ``name``."""
    return select(PROGRAMME.c.code, PROGRAMME.c.name)
