"""What protects people: what was erased, what left the service, and who agreed to its terms."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Payload, Stamp

SUBJECTS: Final = ("student", "practice-educator", "account")

# While one is not finished, and in no other way, values of the history may be replaced. What was
# replaced is not said here: nobody could ask for it to be forgotten otherwise.
ERASURE = Table(
    "erasure",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("begun_at", Stamp, nullable=False),
    Column("finished_at", Stamp),
    Column("by", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("organisation", Text, ForeignKey("organisation.code")),
    Column("pseudonym", Text, nullable=False),
    Column("reason", Text, nullable=False),
    # How many rows of each table it changed.
    Column("counts", Payload),
    checks.one_of("subject", SUBJECTS),
    checks.length("reason", 2000),
    CheckConstraint("(finished_at IS NULL) = (counts IS NULL)", name="finished_whole"),
    sqlite_strict=True,
)

# A file or an answer that somebody took out of the service.
EXPORT = Table(
    "export",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Stamp, nullable=False, index=True),
    Column("who", Text, nullable=False),
    # Path and query, which say what was in it.
    Column("address", Text, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("bytes", Integer),
    checks.length("address", 2000),
    Index("ix_export_who", "who"),
    sqlite_strict=True,
)

# Somebody accepted the terms of sharing data, for an organisation; once for each wording of them.
TERMS_ACCEPTED = Table(
    "terms_accepted",
    METADATA,
    Column("organisation", Text, ForeignKey("organisation.code"), primary_key=True),
    Column("wording", Text, primary_key=True),
    Column("at", Stamp, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

for _table in (ERASURE, EXPORT, TERMS_ACCEPTED):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
