"""Editions: what a meeting or a funder was shown, kept so that nothing later changes it."""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Day, Payload, Stamp

AUDIENCES: Final = ("steering_group", "funder")
DISCLOSURES: Final = ("exact", "rounded", "suppressed")
# What is done for an order, one after the other.
STEPS: Final = ("asked", "rows", "figures", "protection", "keeping", "risks", "files")
DIGESTS: Final = ("rows_sha256", "figures_sha256", "record_sha256")

EDITION = Table(
    "edition",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("disclosure", Text, nullable=False),
    Column("as_at", Day, nullable=False),
    # Codes of its partnerships, in order.
    Column("partnerships", Payload, nullable=False),
    Column("made_at", Stamp, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("data_version", Integer, nullable=False),
    # The shape that the database had.
    Column("revision", Text, nullable=False),
    Column("revises", Integer, ForeignKey("edition.number")),
    Column("reason", Text),
    # What was missing or unsigned on that day.
    Column("gaps", Payload, nullable=False),
    # What is hidden or rounded of it for its readers.
    Column("protection", Payload),
    Column("rows", LargeBinary, nullable=False),
    Column("figures", LargeBinary, nullable=False),
    # The digest of each table's rows by name, so that a fault can be told to lie in one of them.
    Column("tables", Payload, nullable=False),
    Column("rows_sha256", Text, nullable=False),
    Column("figures_sha256", Text, nullable=False),
    # Over all of the record but the rows and figures themselves, and over the one before it.
    Column("record_sha256", Text, nullable=False),
    checks.one_of("audience", AUDIENCES),
    checks.one_of("disclosure", DISCLOSURES),
    # Who is in a partnership sees its figures as they are; a funder never does.
    CheckConstraint("(audience = 'funder') = (disclosure <> 'exact')", name="disclosure_fits"),
    checks.length("title", 200),
    checks.length("reason", 2000),
    CheckConstraint("number >= 1", name="number_low"),
    CheckConstraint("revises < number", name="revises_earlier"),
    CheckConstraint("(revises IS NULL) = (reason IS NULL)", name="revision_whole"),
    *(CheckConstraint(f"length({name}) = 64", name=f"{name}_length") for name in DIGESTS),
    sqlite_strict=True,
)

# An edition that somebody asked for: made apart from their request, so that it says how far it is.
EDITION_ORDER = Table(
    "edition_order",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False),
    # What tells the request from every other, so that it is carried out once.
    Column("once", Text, nullable=False),
    Column("wanted", Payload, nullable=False),
    # The data version that they looked at.
    Column("seen", Integer, nullable=False),
    Column("asked_at", Stamp, nullable=False),
    Column("step", Text, nullable=False),
    # How much of the step is done, and of how much; nought of nought where that can't be told.
    Column("done", Integer, nullable=False),
    Column("whole", Integer, nullable=False),
    # How often it was begun, and when whoever works on it was last heard of.
    Column("begun", Integer, nullable=False),
    Column("heard_at", Stamp, nullable=False),
    Column("ended_at", Stamp),
    Column("edition", Integer, ForeignKey("edition.number")),
    # Why there is none, and what to do.
    Column("problem", Text),
    Column("fix", Text),
    # The cells that tell of few people, by figure; nothing until they were looked for.
    Column("risks", Payload),
    # By form: how large its file is, and what of it could not be made.
    Column("tried", Payload),
    UniqueConstraint("user_id", "once"),
    checks.one_of("step", STEPS),
    CheckConstraint("done BETWEEN 0 AND whole", name="done_fits"),
    CheckConstraint("begun >= 0", name="begun_low"),
    CheckConstraint("(problem IS NULL) = (fix IS NULL)", name="problem_whole"),
    CheckConstraint(
        "ended_at IS NULL OR (edition IS NULL) = (problem IS NOT NULL)", name="ended_whole"
    ),
    Index("ix_edition_order_edition", "edition"),
    sqlite_strict=True,
)

for _table in (EDITION, EDITION_ORDER):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
