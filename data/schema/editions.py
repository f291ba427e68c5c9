"""Editions: what a meeting or a funder was shown, kept so that nothing later changes it."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Day, Payload, Stamp

AUDIENCES: Final = ("steering_group", "funder")
DISCLOSURES: Final = ("exact", "rounded", "suppressed")
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

for _check in checks.real_days(EDITION.columns):
    EDITION.append_constraint(_check)
