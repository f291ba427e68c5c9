"""What one person keeps for themselves: views to come back to, and what they saw last."""

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Flag, Payload, Stamp

SAVED_VIEW = Table(
    "saved_view",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False),
    Column("name", Text, nullable=False),
    # Path and query: all that a view is.
    Column("address", Text, nullable=False),
    Column("is_default", Flag, nullable=False),
    Column("saved_at", Stamp, nullable=False),
    UniqueConstraint("user_id", "name"),
    checks.length("name", 100),
    checks.length("address", 2000),
    CheckConstraint("address LIKE '/%'", name="address_form"),
    sqlite_strict=True,
)
_IS_DEFAULT: Final = literal_column("is_default = 1", Boolean())
# One view at most is where somebody begins.
Index(
    "ix_saved_view_default",
    SAVED_VIEW.c.user_id,
    unique=True,
    sqlite_where=_IS_DEFAULT,
    postgresql_where=_IS_DEFAULT,
)

# What somebody saw of a page: at the end of the visit before, and at the latest look.
LAST_LOOK = Table(
    "last_look",
    METADATA,
    Column("user_id", Integer, ForeignKey("app_user.id"), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("then_at", Stamp),
    Column("then_sequence", Integer),
    Column("then_figures", Payload),
    Column("seen_at", Stamp, nullable=False),
    # The last entry of the history at that moment: what came later is what has changed.
    Column("seen_sequence", Integer, nullable=False),
    Column("seen_figures", Payload, nullable=False),
    checks.length("address", 2000),
    CheckConstraint("(then_at IS NULL) = (then_figures IS NULL)", name="then_whole"),
    sqlite_strict=True,
)

for _check in checks.flags(SAVED_VIEW.columns):
    SAVED_VIEW.append_constraint(_check)
for _table in (SAVED_VIEW, LAST_LOOK):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
