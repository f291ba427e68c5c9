"""What lets a program in, in place of the person who made it, as far as they said."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Flag, Stamp

LONGEST_NAME: Final = 100

API_TOKEN = Table(
    "api_token",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    # A digest: who reads the table can't come in by it.
    Column("token_hash", Text, nullable=False, unique=True),
    # Whether it reads rows too, as far as its owner does, or figures alone.
    Column("reads_rows", Flag, nullable=False),
    Column("made_at", Stamp, nullable=False),
    Column("expires_at", Stamp, nullable=False),
    Column("last_used_at", Stamp),
    Column("revoked_at", Stamp),
    checks.length("name", LONGEST_NAME),
    CheckConstraint("length(token_hash) = 64", name="token_hash_length"),
    CheckConstraint("expires_at > made_at", name="expires_at_order"),
    sqlite_strict=True,
)

# Where there is none, a token reaches as far as its owner.
API_TOKEN_SCOPE = Table(
    "api_token_scope",
    METADATA,
    Column("token_id", Integer, ForeignKey("api_token.id"), primary_key=True),
    Column("partnership", Text, ForeignKey("partnership.code"), primary_key=True),
    sqlite_strict=True,
)

for _check in (*checks.real_days(API_TOKEN.columns), *checks.flags(API_TOKEN.columns)):
    API_TOKEN.append_constraint(_check)
