"""What keeps returns whole: what was signed, what was confirmed, and what was done already."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text
from sqlalchemy.schema import ForeignKeyConstraint, UniqueConstraint

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Payload, Stamp

# A row as it was signed off; its values can't be changed until the return is reopened.
SIGNED_ROW = Table(
    "signed_row",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("partnership", Text, ForeignKey("partnership.code"), nullable=False),
    Column("organisation", Text, ForeignKey("organisation.code"), nullable=False),
    Column("period", Text, ForeignKey("return_period.quarter"), nullable=False),
    Column("sheet", Text, nullable=False),
    # What tells it apart, as the history calls it.
    Column("row", Text, nullable=False),
    Column("held", Payload, nullable=False),
    Column("signed_at", Stamp, nullable=False),
    Column("released_at", Stamp),
    Index("ix_signed_row_owner_sheet", "partnership", "organisation", "sheet", "row"),
    sqlite_strict=True,
)

# A sheet of a return that somebody looked through and found right, whether it changed or not.
SHEET_CONFIRMED = Table(
    "sheet_confirmed",
    METADATA,
    Column("partnership", Text, primary_key=True),
    Column("organisation", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("sheet", Text, primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", Stamp, nullable=False),
    ForeignKeyConstraint(["partnership"], ["partnership.code"]),
    ForeignKeyConstraint(["organisation"], ["organisation.code"]),
    ForeignKeyConstraint(["period"], ["return_period.quarter"]),
    sqlite_strict=True,
)

# What was asked for once is done once, however often it arrives.
DONE = Table(
    "done",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("who", Text, primary_key=True),
    Column("at", Stamp, nullable=False, index=True),
    Column("answer", Payload, nullable=False),
    checks.length("key", 100),
    sqlite_strict=True,
)

# A file that somebody has looked at and not yet confirmed.
WAITING_FILE = Table(
    "waiting_file",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("token_hash", Text, nullable=False),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False, index=True),
    Column("partnership", Text, ForeignKey("partnership.code"), nullable=False),
    Column("organisation", Text, ForeignKey("organisation.code"), nullable=False),
    Column("sheet", Text),
    Column("door", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("contents", LargeBinary, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("at", Stamp, nullable=False, index=True),
    Column("matching", Payload),
    UniqueConstraint("token_hash"),
    checks.one_of("door", ("paste", "file")),
    sqlite_strict=True,
)

for _table in (SIGNED_ROW, SHEET_CONFIRMED, DONE, WAITING_FILE):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
