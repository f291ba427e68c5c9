"""Letters with a link that lets somebody in once."""

from datetime import UTC, datetime
from typing import Final

from dashboard.mail import Letter, Mailer
from dashboard.settings import Settings
from dashboard.wording import SERVICE
from data.engine import Engine
from data.people import links
from data.people.links import Purpose

SUBJECTS: Final = {
    "invitation": f"Your account for the {SERVICE}",
    "reset": f"Choose a new password for the {SERVICE}",
}
TEXTS: Final = {
    "invitation": "You have been given an account for the {service}. Choose a password for it "
    "within seven days:\n\n{link}\n\nWhoever runs the service can send you a new link.\n",
    "reset": "Somebody, most likely you, asked for a new password for the {service}. Choose it "
    "within an hour:\n\n{link}\n\nIf it wasn't you, do nothing: your password stays as it is.\n",
}


class Invitations:
    """Sends one-time links."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        """Keep where links lead and letters go."""
        self._engine = engine
        self._address = settings.public_url
        self._mailer = Mailer(engine, settings)

    def send(self, user: int, purpose: Purpose, email: str, sent_by: str = "") -> tuple[str, str]:
        """Send an account a link; return it, and why it did not go out, if it didn't."""
        secret = links.make(self._engine, user, purpose, datetime.now(UTC))
        link = f"{self._address}/welcome/{secret}"
        text = TEXTS[purpose].format(service=SERVICE, link=link)
        letter = Letter(purpose, email, SUBJECTS[purpose], text)
        return link, self._mailer.send(letter, sent_by or email)
