"""Sessions on the server: the cookie holds nothing but a key."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flask import Flask, Request, current_app, g, request
from flask_session.base import ServerSideSession, ServerSideSessionInterface

from dashboard.settings import Settings
from data.engine import Engine
from data.health import DatabaseError
from data.people import sessions
from data.people.sessions import Kept

IDLE: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=12)
# How often it is noted that somebody is still there.
NOTED: Final = timedelta(minutes=1)
SINCE, SEEN, USER = "since", "seen", "_user_id"
WITHOUT: Final = ("/healthz/", "/metrics")


class Sessions(ServerSideSessionInterface):  # type: ignore[misc]  # The library gives no types.
    """Keeps sessions in the shared database, so that every process knows them."""

    def __init__(self, server: Flask, engine: Engine) -> None:
        """Keep the engine; open nothing yet."""
        self._engine = engine
        super().__init__(server, key_prefix="", permanent=False)

    def open_session(self, app: Flask, request: Request) -> Any:
        """Return the session that a cookie names; a new one if there is none of that name.

        Without the database it is one that holds nothing and keeps nothing.
        """
        if request.path.startswith(WITHOUT):
            return self.make_null_session(app)
        try:
            return super().open_session(app, request)
        except DatabaseError:
            g.database_away = True
            return self.make_null_session(app)

    def _retrieve_session_data(self, store_id: str) -> dict[str, Any] | None:
        found = sessions.find(self._engine, store_id, now())
        if found is None:
            return None
        g.kept_session = store_id
        return dict(found)

    def _delete_session(self, store_id: str) -> None:
        sessions.end(self._engine, store_id)

    def _upsert_session(
        self, _lifetime: timedelta, session: ServerSideSession, store_id: str
    ) -> None:
        kept = Kept(dict(session), _end(session), _user(session))
        if g.get("kept_session") != store_id:
            sessions.forget_old(self._engine, now())
            sessions.begin(self._engine, store_id, kept)
            return
        try:
            sessions.go_on(self._engine, store_id, kept)
        except DatabaseError:
            # It was only to be noted that somebody is still there; the next request does it.
            self.app.logger.info("A session could not be noted on %s", request.path)


def use(server: Flask, settings: Settings, engine: Engine) -> None:
    """Have a server keep sessions in the database."""
    secure = settings.production
    server.config.update(
        # With this prefix a browser takes it over TLS only, and from this very host.
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    server.session_interface = Sessions(server, engine)


def start(session: Any) -> None:
    """Give a session another key, now that somebody came in; the one before is worth nothing."""
    interface: Any = current_app.session_interface
    interface.regenerate(session)
    session[SINCE] = session[SEEN] = now().isoformat()


def note(session: Any) -> None:
    """Note that somebody is still there, once in a while."""
    seen = session.get(SEEN)
    if seen and now() - datetime.fromisoformat(seen) > NOTED:
        session[SEEN] = now().isoformat()


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def _end(session: ServerSideSession) -> datetime:
    since = session.get(SINCE)
    last = datetime.fromisoformat(since) + LONGEST if since else now() + LONGEST
    return min(now() + IDLE, last)


def _user(session: ServerSideSession) -> int | None:
    found = session.get(USER)
    return int(found) if found else None
