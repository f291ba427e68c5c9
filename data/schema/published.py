"""What the Department for Education publishes of the children's social work workforce."""

from sqlalchemy import CheckConstraint, Column, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Day, real

COUNCIL = "Local authority"
LEVELS = ("National", "Regional", COUNCIL)
OK = "ok"
# What stands in the file where there is no number, and what it means.
SYMBOLS = {
    "x": "not_available",
    "z": "not_applicable",
    "c": "suppressed",
    "low": "low",
    "u": "unreliable",
}

PUBLISHED_WORKFORCE = Table(
    "published_workforce",
    METADATA,
    # As published: two codes in one where two councils have one row.
    Column("ons_code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("geographic_level", Text, nullable=False),
    Column("census_on", Day, primary_key=True),
    Column("measure", Text, primary_key=True),
    Column("value", real()),
    Column("state", Text, nullable=False),
    checks.one_of("geographic_level", LEVELS),
    checks.one_of("state", (OK, *SYMBOLS.values())),
    checks.length("ons_code", 100),
    CheckConstraint("value >= 0", name="value_low"),
    CheckConstraint("(state = 'ok') = (value IS NOT NULL)", name="value_or_symbol"),
    sqlite_strict=True,
)

# The councils of each row. The Department's own number stays when a council's ONS code changes.
PUBLISHED_COUNCIL = Table(
    "published_council",
    METADATA,
    Column("ons_code", Text, primary_key=True),
    Column("published_as", Text, primary_key=True, index=True),
    Column("dfe_code", Text, primary_key=True, index=True),
    checks.length("ons_code", 9),
    checks.length("dfe_code", 3),
    sqlite_strict=True,
)

for _check in checks.real_days(PUBLISHED_WORKFORCE.columns):
    PUBLISHED_WORKFORCE.append_constraint(_check)
