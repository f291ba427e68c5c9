"""Who may come in: accounts, how far they reach, their sessions, links and mail."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from data.schema import checks
from data.schema.metadata import METADATA
from data.types import Payload, Stamp

ROLES: Final = ("viewer", "funder", "coordinator", "approver", "manager", "administrator")
SCOPE_KINDS: Final = ("organisation", "partnership", "region")
PURPOSES: Final = ("invitation", "reset")
MAILS: Final = (*PURPOSES, "reminder", "notice")

APP_USER = Table(
    "app_user",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("email", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    # Blank for somebody who signs on elsewhere, or has not answered the invitation.
    Column("password_hash", Text),
    Column("totp_secret", Text),
    # The step of the last code that was taken: none is taken twice.
    Column("totp_step", Integer),
    Column("created_at", Stamp, nullable=False),
    Column("disabled_at", Stamp),
    checks.one_of("role", ROLES),
    checks.length("name", 200),
    CheckConstraint("email = lower(email) AND email LIKE '_%@_%'", name="email_form"),
    CheckConstraint("totp_step IS NULL OR totp_secret IS NOT NULL", name="totp_whole"),
    sqlite_strict=True,
)

USER_SCOPE = Table(
    "user_scope",
    METADATA,
    Column("user_id", Integer, ForeignKey("app_user.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    checks.one_of("kind", SCOPE_KINDS),
    sqlite_strict=True,
)

# Somebody as another service knows them: who signed on there once is known again by this.
APP_IDENTITY = Table(
    "app_identity",
    METADATA,
    Column("issuer", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False, index=True),
    Column("linked_at", Stamp, nullable=False),
    sqlite_strict=True,
)

APP_SESSION = Table(
    "app_session",
    METADATA,
    # A digest: who reads the table can't come in by it.
    Column("id", Text, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), index=True),
    Column("data", Payload, nullable=False),
    Column("expires_at", Stamp, nullable=False, index=True),
    CheckConstraint("length(id) = 64", name="id_length"),
    sqlite_strict=True,
)

ONE_TIME_LINK = Table(
    "one_time_link",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("user_id", Integer, ForeignKey("app_user.id"), nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("expires_at", Stamp, nullable=False),
    Column("used_at", Stamp),
    checks.one_of("purpose", PURPOSES),
    CheckConstraint("length(token_hash) = 64", name="token_hash_length"),
    sqlite_strict=True,
)

SIGN_IN_TRY = Table(
    "sign_in_try",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Stamp, nullable=False),
    Column("account", Text, nullable=False),
    Column("address", Text, nullable=False),
    Index("ix_sign_in_try_account_at", "account", "at"),
    Index("ix_sign_in_try_address_at", "address", "at"),
    sqlite_strict=True,
)

MAIL = Table(
    "mail",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Stamp, nullable=False),
    Column("kind", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("sent_by", Text, nullable=False),
    # Why it did not go out; blank for one that did.
    Column("failure", Text),
    checks.one_of("kind", MAILS),
    sqlite_strict=True,
)

for _table in (APP_USER, APP_IDENTITY, APP_SESSION, ONE_TIME_LINK, SIGN_IN_TRY, MAIL):
    for _check in checks.real_days(_table.columns):
        _table.append_constraint(_check)
