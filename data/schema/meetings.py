"""What a steering group agrees and says: actions, decisions and comments on figures."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Day, Stamp

KINDS: Final = ("action", "decision")
ACTION_STATES: Final = ("open", "done", "dropped")
LONGEST: Final = 2000

ACTION = Table(
    "action",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("partnership", Text, ForeignKey("partnership.code"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    # What it is about, where that can be named: an indicator, and a place like a target's scope.
    Column("indicator", Text),
    Column("scope", Text, nullable=False),
    # The rule whose exception it answers, if it answers one.
    Column("rule", Text),
    Column("owner", Text),
    Column("due", Day),
    Column("agreed_on", Day, nullable=False),
    Column("state", Text, nullable=False),
    Column("closed_on", Day),
    Column("outcome", Text),
    Column("version", Integer, nullable=False, default=1),
    Column("updated_at", Stamp, nullable=False),
    Column("updated_by", Text, nullable=False),
    checks.one_of("kind", KINDS),
    checks.one_of("state", ACTION_STATES),
    checks.length("words", LONGEST),
    checks.length("outcome", LONGEST),
    checks.length("owner", 200),
    CheckConstraint("scope = 'all' OR scope LIKE '_%\\:_%'", name="scope_form"),
    # Something is done only where somebody does it by a day.
    CheckConstraint(
        "kind = 'decision' OR owner IS NOT NULL AND due IS NOT NULL", name="owner_and_due"
    ),
    CheckConstraint("(state = 'open') = (closed_on IS NULL)", name="closed_on_whole"),
    CheckConstraint("state <> 'dropped' OR outcome IS NOT NULL", name="outcome_needed"),
    CheckConstraint("version >= 1", name="version_low"),
    Index("ix_action_partnership_state", "partnership", "state"),
    sqlite_strict=True,
)

COMMENTARY = Table(
    "commentary",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("partnership", Text, ForeignKey("partnership.code"), nullable=False),
    # The part of a page it stands beside, as links to it call it: ``placements/by-term``.
    Column("section", Text, nullable=False),
    Column("academic_year", Text),
    Column("words", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("voided_at", Stamp),
    Column("version", Integer, nullable=False, default=1),
    Column("updated_at", Stamp, nullable=False),
    Column("updated_by", Text, nullable=False),
    checks.length("section", 200),
    checks.length("words", LONGEST),
    checks.length("author", 200),
    CheckConstraint("academic_year LIKE '____/__'", name="academic_year_form"),
    CheckConstraint("version >= 1", name="version_low"),
    Index("ix_commentary_partnership_section", "partnership", "section"),
    sqlite_strict=True,
)

for _table in (ACTION, COMMENTARY):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
