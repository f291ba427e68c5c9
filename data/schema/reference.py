"""Who there is: regions, organisations, partnerships, memberships, programmes."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal_column,
)

from data.returns.sheets.declaration import SECTORS
from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Day

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
# An employer is of the kind of the sector that its placements are in.
ORGANISATION_KINDS = ("hei", *SECTORS)
SERVICES = ("adults", "children", "both")
ROLES = ("lead", "member", "associate")
ROUTES = (
    "undergraduate",
    "postgraduate",
    "apprenticeship",
    "step_up",
    "fast_track",
    "employment_based",
)
# Where a partnership's figures come from: its own returns, an invented example,
# or documents alone. It is shown on every page, so that nobody takes one for another.
ILLUSTRATIVE, PUBLISHED = "illustrative", "published"
ORIGINS = ("records", ILLUSTRATIVE, PUBLISHED)


def _ordered(later: str, earlier: str) -> CheckConstraint:
    return CheckConstraint(f"{later} >= {earlier}", name=f"{later}_order")


REGION = Table(
    "region",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("nation", Text, nullable=False),
    # The Department's codes for Inner and Outer London are parts of London.
    Column("part_of", Text, ForeignKey("region.code")),
    checks.one_of("nation", NATIONS),
    checks.length("code", 9),
    sqlite_strict=True,
)

ORGANISATION = Table(
    "organisation",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("region_code", Text, ForeignKey("region.code"), index=True),
    Column("ukprn", Text),
    Column("ons_code", Text),
    Column("services", Text),
    Column("valid_from", Day),
    Column("valid_to", Day),
    Column("successor_code", Text, ForeignKey("organisation.code")),
    checks.one_of("kind", ORGANISATION_KINDS),
    checks.one_of("services", SERVICES),
    checks.length("code", 100),
    checks.length("name", 200),
    _ordered("valid_to", "valid_from"),
    CheckConstraint("successor_code <> code", name="successor_other"),
    sqlite_strict=True,
)

ORGANISATION_ALIAS = Table(
    "organisation_alias",
    METADATA,
    Column("alias", Text, primary_key=True),
    Column("organisation_code", Text, ForeignKey("organisation.code"), nullable=False),
    checks.length("alias", 200),
    sqlite_strict=True,
)

PARTNERSHIP = Table(
    "partnership",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("funded_from", Day),
    Column("funded_to", Day),
    Column("origin", Text, nullable=False, server_default="records"),
    checks.one_of("origin", ORIGINS),
    checks.length("code", 100),
    checks.length("name", 200),
    _ordered("funded_to", "funded_from"),
    sqlite_strict=True,
)

MEMBERSHIP = Table(
    "membership",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("partnership_code", Text, ForeignKey("partnership.code"), nullable=False),
    Column(
        "organisation_code",
        Text,
        ForeignKey("organisation.code"),
        nullable=False,
        index=True,
    ),
    Column("role", Text, nullable=False),
    Column("valid_from", Day),
    Column("valid_to", Day),
    checks.one_of("role", ROLES),
    _ordered("valid_to", "valid_from"),
    sqlite_strict=True,
)
# A blank start is one start: two open memberships of the same organisation are one too many.
Index(
    "uq_membership_partnership_organisation_start",
    MEMBERSHIP.c.partnership_code,
    MEMBERSHIP.c.organisation_code,
    func.coalesce(MEMBERSHIP.c.valid_from, literal_column("'0001-01-01'")),
    unique=True,
)

PROGRAMME = Table(
    "programme",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("organisation_code", Text, ForeignKey("organisation.code"), nullable=False),
    Column("name", Text, nullable=False),
    Column("route", Text, nullable=False),
    # Rows of a return name owner and programme together: the programme must be the owner's.
    UniqueConstraint("organisation_code", "code"),
    checks.one_of("route", ROUTES),
    checks.length("code", 100),
    checks.length("name", 200),
    sqlite_strict=True,
)

for _table in (ORGANISATION, PARTNERSHIP, MEMBERSHIP):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
