"""Who there is to choose: regions, partnerships, organisations."""

from typing import Any

from sqlalchemy import Select, func, select

from data.schema import (
    MEMBERSHIP,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
    REGION,
)


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


def every_region() -> Select[Any]:
    """Return a statement of all regions: ``code``, ``name``, in code order; not parts of them."""
    return (
        select(REGION.c.code, REGION.c.name)
        .where(REGION.c.part_of.is_(None))
        .order_by(REGION.c.code)
    )


def partnerships() -> Select[Any]:
    """Return a statement of the partnerships: ``code``, ``name``, ``origin``, in name order."""
    columns = (PARTNERSHIP.c.code, PARTNERSHIP.c.name, PARTNERSHIP.c.origin)
    return select(*columns).order_by(PARTNERSHIP.c.name)


def memberships() -> Select[Any]:
    """Return a statement of memberships: partnership, organisation, role, first and last day."""
    return select(
        MEMBERSHIP.c.partnership_code,
        MEMBERSHIP.c.organisation_code,
        MEMBERSHIP.c.role,
        MEMBERSHIP.c.valid_from,
        MEMBERSHIP.c.valid_to,
    )


def aliases() -> Select[Any]:
    """Return a statement of other names: ``alias``, ``organisation_code``."""
    return select(ORGANISATION_ALIAS.c.alias, ORGANISATION_ALIAS.c.organisation_code)


def organisations() -> Select[Any]:
    """Return a statement of all organisations, in name order.

    Its columns are those of the table; then ``region``, the ONS code of its region, of which the
    parts of London read as London, and that region's ``nation``.
    """
    joined = ORGANISATION.outerjoin(REGION, REGION.c.code == ORGANISATION.c.region_code)
    home = func.coalesce(REGION.c.part_of, REGION.c.code).label("region")
    return (
        select(ORGANISATION, home, REGION.c.nation)
        .select_from(joined)
        .order_by(ORGANISATION.c.name)
    )


def programmes() -> Select[Any]:
    """Return a statement of the programmes: ``code``, ``name``."""
    return select(PROGRAMME.c.code, PROGRAMME.c.name)
