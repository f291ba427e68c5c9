"""What each change of the data touched, so that whoever keeps figures renews only those."""

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from data.schema.metadata import METADATA

# One owner's rows of which one day lies in one term; blank where a row has no days, and all of it
# is everything. Columns that changed stand with spaces between; blank means that any may have.
TOUCHED = Table(
    "touched",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("data_version", Integer, nullable=False, index=True),
    Column("sheet", Text),
    Column("owner", Text),
    Column("employer", Text),
    Column("day", Text),
    Column("academic_year", Text),
    Column("term", Text),
    Column("changed", Text),
    CheckConstraint("(sheet IS NULL) = (owner IS NULL)", name="whose"),
    CheckConstraint(
        "(day IS NULL) = (academic_year IS NULL) AND (day IS NULL) = (term IS NULL)", name="when"
    ),
    sqlite_strict=True,
)
