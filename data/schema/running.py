"""What keeps the service running: periods, states, settings, targets, audit, uploads, version."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema import checks
from data.schema.metadata import METADATA
from data.schema.reference import NATIONS
from data.types import Day, Payload, Stamp, real

ANY_COUNTRY = "any"
DOORS = ("form", "grid", "paste", "file", "command", "system")
RETURN_STATES = (
    "not_open",
    "not_started",
    "in_progress",
    "submitted",
    "sent_back",
    "signed_off",
    "reopened",
)
# With these a return is in: one that was reopened had been sent.
ARRIVED = ("submitted", "signed_off", "reopened")

TARGET = Table(
    "target",
    METADATA,
    Column("indicator", Text, primary_key=True),
    # ``all``, or a kind and a code: ``partnership:…``, ``organisation:…``, ``region:…``.
    Column("scope", Text, primary_key=True),
    Column("academic_year", Text, primary_key=True),
    Column("value", real(), nullable=False),
    Column("baseline", real()),
    Column("owner", Text, ForeignKey("organisation.code")),
    CheckConstraint("academic_year LIKE '____/__'", name="academic_year_form"),
    CheckConstraint("scope = 'all' OR scope LIKE '_%\\:_%'", name="scope_form"),
    sqlite_strict=True,
)

SETTING = Table(
    "setting",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("valid_from", Day, primary_key=True),
    Column("country", Text, primary_key=True),
    Column("value", Text, nullable=False),
    checks.one_of("country", (ANY_COUNTRY, *NATIONS)),
    sqlite_strict=True,
)

RETURN_PERIOD = Table(
    "return_period",
    METADATA,
    Column("quarter", Text, primary_key=True),
    Column("starts_on", Day, nullable=False),
    Column("ends_on", Day, nullable=False),
    Column("opens", Day, nullable=False),
    Column("due", Day, nullable=False),
    checks.quarter("quarter"),
    CheckConstraint("ends_on > starts_on", name="ends_on_order"),
    CheckConstraint("due >= opens", name="due_order"),
    sqlite_strict=True,
)

RETURN_STATUS = Table(
    "return_status",
    METADATA,
    Column("partnership", Text, ForeignKey("partnership.code"), primary_key=True),
    Column("organisation", Text, ForeignKey("organisation.code"), primary_key=True),
    Column("period", Text, ForeignKey("return_period.quarter"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Stamp, nullable=False),
    Column("reason", Text),
    checks.one_of("state", RETURN_STATES),
    # Sending back and reopening are asked of somebody, so they say why.
    CheckConstraint(
        "state NOT IN ('sent_back', 'reopened') OR reason IS NOT NULL",
        name="reason_needed",
    ),
    sqlite_strict=True,
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("when", Stamp, nullable=False),
    Column("who", Text, nullable=False),
    Column("door", Text, nullable=False),
    Column("table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("before", Payload),
    Column("after", Payload),
    Column("reason", Text),
    # The file it came in, if it did.
    Column("upload", Integer, index=True),
    checks.one_of("door", DOORS),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something_changed"),
    Index("ix_audit_table_row", "table", "row"),
    sqlite_strict=True,
)

UPLOAD = Table(
    "upload",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("who", Text, nullable=False),
    Column("when", Stamp, nullable=False),
    Column("file_hash", Text, nullable=False, index=True),
    Column("file_name", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("counts", Payload, nullable=False),
    Column("undone_at", Stamp),
    Column("undone_by", Text),
    # By sheet and column, the letter of the file's column that somebody said holds it.
    Column("matching", Payload),
    CheckConstraint("length(file_hash) = 64", name="file_hash_length"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone_whole"),
    sqlite_strict=True,
)

DATA_VERSION = Table(
    "data_version",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("updated_at", Stamp, nullable=False),
    Column("updated_by", Text, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("number >= 0", name="number_low"),
    sqlite_strict=True,
)

ROW_QUERY = Table(
    "row_query",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sheet", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("column", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("fix", Text, nullable=False),
    Column("raised_at", Stamp, nullable=False),
    Column("reason", Text),
    UniqueConstraint("sheet", "row_id", "rule", "column"),
    sqlite_strict=True,
)

for _table in (
    SETTING,
    RETURN_PERIOD,
    RETURN_STATUS,
    AUDIT,
    UPLOAD,
    DATA_VERSION,
    ROW_QUERY,
):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
