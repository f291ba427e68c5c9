"""Accounts, tokens of programs, and terms that organisations accept."""

from datetime import timedelta

from sqlalchemy import literal, select

from data.people.terms import WORDING
from data.schema import (
    API_TOKEN,
    APP_USER,
    ORGANISATION,
    TERMS_ACCEPTED,
)
from data.types import Stamp
from tests.factories.days import NOW


def user(number, email):
    return APP_USER.insert().values(
        id=number, email=email, name="Sam", role="viewer", created_at=NOW
    )


def token(number, user, **changes):
    """What lets a program of somebody in; its secret is nobody's."""
    values = {
        "id": number,
        "user_id": user,
        "name": "A spreadsheet",
        "token_hash": "a" * 64,
        "reads_rows": False,
        "made_at": NOW,
        "expires_at": NOW + timedelta(days=90),
    }
    return API_TOKEN.insert().values(values | changes)


def everybody_agrees():
    """Accept the terms of sharing data for each organisation that has not."""
    there = select(TERMS_ACCEPTED.c.organisation)
    code, by, at = ORGANISATION.c.code, literal("test"), literal(NOW, Stamp)
    still = select(code, literal(WORDING), at, by).where(code.not_in(there))
    return TERMS_ACCEPTED.insert().from_select(["organisation", "wording", "at", "by"], still)
