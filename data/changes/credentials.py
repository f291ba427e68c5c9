"""What somebody proves with that an account is theirs: a password, and a second factor."""

from sqlalchemy import Engine, update

from data.changes.author import Author
from data.changes.people import tell
from data.engine import writing
from data.people import sessions
from data.schema import APP_USER


def set_password(engine: Engine, author: Author, user: int, digest: str) -> None:
    """Keep the digest of a new password, and end every session of the account.

    Whoever calls this has seen that the account is theirs, by a link or by the former password.
    """
    with writing(engine) as connection:
        email = connection.execute(
            update(APP_USER)
            .where(APP_USER.c.id == user)
            .values(password_hash=digest)
            .returning(APP_USER.c.email)
        ).scalar_one()
        sessions.end_all(connection, user)
        tell(connection, author, email, {"password": "former"}, {"password": "new"})


def rehashed(engine: Engine, user: int, digest: str) -> None:
    """Keep a stronger digest of the same password; nobody notices."""
    with writing(engine) as connection:
        connection.execute(
            update(APP_USER).where(APP_USER.c.id == user).values(password_hash=digest)
        )


def set_second_factor(engine: Engine, author: Author, user: int, secret: str | None) -> None:
    """Keep the secret of a second factor, or forget it so that another can be set up."""
    with writing(engine) as connection:
        email = connection.execute(
            update(APP_USER)
            .where(APP_USER.c.id == user)
            .values(totp_secret=secret, totp_step=None)
            .returning(APP_USER.c.email)
        ).scalar_one()
        tell(connection, author, email, None, {"second factor": "set" if secret else "removed"})


def take_step(engine: Engine, user: int, step: int) -> bool:
    """Return whether a code's step is later than any taken before; if so, it is taken."""
    fresh = APP_USER.c.totp_step.is_(None) | (APP_USER.c.totp_step < step)
    statement = update(APP_USER).where(APP_USER.c.id == user, fresh).values(totp_step=step)
    with writing(engine) as connection:
        return connection.execute(statement).rowcount == 1
