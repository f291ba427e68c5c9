"""A token in place of a session: for programs, and on their interface alone."""

from datetime import timedelta
from typing import Final

from flask import current_app, g, request

from dashboard.server.api.refusals import is_of_a_program
from dashboard.server.sign_in.sessions import now
from data.engine import Engine
from data.health import DatabaseError
from data.people import tokens
from data.people.person import Person
from data.people.tokens import Token

SCHEME: Final = "bearer"
# How often it is noted that a token is in use.
NOTED: Final = timedelta(minutes=1)


def brings_one() -> bool:
    """Return whether a request is to be let in by a token, and by nothing else."""
    sent = request.authorization
    return is_of_a_program() and sent is not None and sent.type == SCHEME


def owner(engine: Engine) -> Person | None:
    """Return whom the token of this request stands for, as far as it reaches; nothing for none."""
    sent = request.authorization
    try:
        found = tokens.holder(engine, (sent and sent.token) or "", now())
    except DatabaseError:
        g.database_away = True
        return None
    if found is None:
        return None
    token, person = found
    _note(engine, token)
    return person


def _note(engine: Engine, token: Token) -> None:
    if token.last_used_at and now() - token.last_used_at < NOTED:
        return
    try:
        tokens.note_use(engine, token, now())
    except DatabaseError:
        # The next request does it.
        current_app.logger.info("The use of a token could not be noted")
