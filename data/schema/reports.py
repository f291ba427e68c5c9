"""How packs are put together: definitions that people change, and what commentary rests on."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from data.schema import checks
from data.schema.editions import AUDIENCES
from data.schema.metadata import METADATA
from data.types import Payload, Stamp

LONGEST_NAME: Final = 200
# Longer ones would leave a slide's title no room for what it says.
LONGEST_HEADING: Final = 60
MOST: Final = 99

REPORT = Table(
    "report",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("audience", Text, nullable=False),
    # Whom a funder's pack names as its reader.
    Column("funder", Text),
    # What a pack is called, where whoever makes it gives it no title of its own.
    Column("title", Text, nullable=False),
    # Whose it is; nothing for one that every partnership may use.
    Column("partnership_code", Text, ForeignKey("partnership.code")),
    checks.one_of("audience", AUDIENCES),
    checks.length("code", 100),
    checks.length("name", LONGEST_NAME),
    checks.length("funder", LONGEST_NAME),
    checks.length("title", LONGEST_NAME),
    CheckConstraint("funder IS NULL OR audience = 'funder'", name="funder_fits"),
    sqlite_strict=True,
)

REPORT_SECTION = Table(
    "report_section",
    METADATA,
    Column("report_code", Text, ForeignKey("report.code"), primary_key=True),
    # The part of a pack: ``summary``, or a chart as links to it call it: ``placements/by-term``.
    Column("section", Text, primary_key=True),
    # Where it comes; nothing leaves it out.
    Column("place", Integer),
    Column("heading", Text),
    checks.length("section", 200),
    checks.length("heading", LONGEST_HEADING),
    *checks.between("place", 1, MOST),
    sqlite_strict=True,
)

REPORT_INDICATOR = Table(
    "report_indicator",
    METADATA,
    Column("report_code", Text, ForeignKey("report.code"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    # Where it comes on the scorecard; nothing leaves it out.
    Column("place", Integer),
    checks.length("indicator", 100),
    *checks.between("place", 1, MOST),
    sqlite_strict=True,
)

COMMENTARY_FIGURES = Table(
    "commentary_figures",
    METADATA,
    Column("commentary", Integer, ForeignKey("commentary.id"), primary_key=True),
    # What was read when the words were drafted, or were confirmed last.
    Column("figures", Payload, nullable=False),
    Column("confirmed_at", Stamp),
    Column("confirmed_by", Text),
    CheckConstraint("(confirmed_at IS NULL) = (confirmed_by IS NULL)", name="confirmed_whole"),
    checks.length("confirmed_by", 200),
    sqlite_strict=True,
)

for _check in checks.real_days(COMMENTARY_FIGURES.columns):
    COMMENTARY_FIGURES.append_constraint(_check)
