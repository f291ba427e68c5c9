"""Who is here: asked anew for each request, so that a right that was taken is gone at once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from flask import Flask, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from dashboard.server.sign_in import bearer
from dashboard.server.sign_in.sessions import now, start
from data.changes.author import Author
from data.engine import Engine
from data.health import DatabaseError
from data.people import person
from data.people.person import ANYBODY, Person

OtherUser = Callable[[], Person | None]
Factor = Literal["password", "code", "elsewhere", "demo"]
FACTOR: Final = "factor"
WAITS: Final = "waits_for_a_code"
WAITING: Final = timedelta(minutes=5)
# With a password alone these may do nothing but set up their second factor.
NEED_A_CODE: Final = frozenset({"manager", "administrator"})


class SignedIn(UserMixin):  # type: ignore[misc]  # The library gives no types.
    """Somebody with a session."""

    def __init__(self, found: Person) -> None:
        """Keep who they are."""
        self.id = found.id
        self.person = found


def use(server: Flask, engine: Engine) -> None:
    """Have a server know who is here."""
    manager = LoginManager(server)
    # What a browser calls itself changes with each update; a session is known by its key.
    manager.session_protection = None

    @manager.user_loader  # type: ignore[untyped-decorator]  # The library gives no types.
    def load(user: str) -> SignedIn | None:
        try:
            found = person.find(engine, int(user))
        except DatabaseError:
            g.database_away = True
            return None
        return SignedIn(found) if found else None


def here(
    *, open_access: Callable[[], bool], proxy_user: OtherUser, token_user: OtherUser
) -> Person | None:
    """Return who is here; nothing for a stranger.

    Args:
        open_access: Whether this request may read without signing in.
        proxy_user: Returns who a trusted proxy says is here.
        token_user: Returns whom the token of a program stands for.
    """
    if "person" not in g and bearer.brings_one():
        g.person = token_user()
    if "person" not in g:
        user: Any = current_user
        g.person = user.person if user.is_authenticated else None
        said = None if g.get("database_away") else proxy_user()
        if said and (g.person is None or g.person.id != said.id):
            let_in(said, "elsewhere")
        if g.person is None and not g.get("database_away") and open_access():
            g.person = ANYBODY
    known: Person | None = g.person
    return known


def person_here() -> Person:
    """Return who is here, once the gate has let them through."""
    known: Person = g.person
    return known


def author() -> Author:
    """Return who is here as the author of what a form of theirs changes."""
    return Author.by(person_here(), "form")


def let_in(found: Person, factor: Factor) -> None:
    """Begin a session for somebody; whatever key there was before is worth nothing now."""
    start(session)
    session.pop(WAITS, None)
    session[FACTOR] = factor
    login_user(SignedIn(found))
    g.person = found


def remember_for_a_code(user: int | None) -> None:
    """Note that somebody gave the right password; without the code they are not in."""
    start(session)
    session[WAITS] = {"user": user, "until": (now() + WAITING).isoformat()}


def waits_for_a_code() -> int | None:
    """Return whose code is awaited; nothing if nobody's, or it took too long."""
    waits = session.get(WAITS)
    if not waits or now() > datetime.fromisoformat(waits["until"]):
        return None
    user: int = waits["user"]
    return user


def see_out() -> None:
    """End the session, here and wherever its cookie was copied to."""
    logout_user()
    session.clear()


def lacks_a_code(found: Person) -> bool:
    """Return whether somebody has yet to set up a second factor before they may do anything."""
    return found.role in NEED_A_CODE and session.get(FACTOR) == "password"
