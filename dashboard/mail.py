"""Mail: through the server of the settings, and noted whether it went out."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final
from urllib.parse import unquote, urlsplit

from dashboard.settings import Settings
from data.engine import Engine
from data.people import mails
from data.people.mails import Kind, Sent

PORTS: Final = {"smtp": 25, "smtps": 465}
SECONDS: Final = 10
WITHOUT: Final = "No mail server is set up here."


@dataclass(frozen=True)
class Letter:
    """What somebody is to be told.

    Attributes:
        kind: What it is for.
        to: The address it goes to.
        subject: Its subject.
        text: What it says.
    """

    kind: Kind
    to: str
    subject: str
    text: str


class Mailer:
    """Sends mail."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        """Keep where mail goes; connect to nothing yet."""
        self._engine = engine
        self._settings = settings

    def send(self, letter: Letter, sent_by: str) -> str:
        """Send a letter and note it; return why it did not go out, if it didn't."""
        failure = self._failure(letter)
        mails.note(self._engine, Sent(letter.kind, letter.to, letter.subject, sent_by, failure))
        return failure

    def _failure(self, letter: Letter) -> str:
        if not self._settings.smtp_url:
            return WITHOUT
        try:
            self._hand_over(letter)
        except (OSError, smtplib.SMTPException) as error:
            return f"The mail server did not take it ({type(error).__name__})."
        return ""

    def _hand_over(self, letter: Letter) -> None:
        message = EmailMessage()
        message["From"] = self._settings.mail_from
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message.set_content(letter.text)
        parts = urlsplit(self._settings.smtp_url)
        kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
        port = parts.port or PORTS.get(parts.scheme, PORTS["smtp"])
        with kind(parts.hostname or "localhost", port, timeout=SECONDS) as server:
            if parts.scheme == "smtp" and server.has_extn("starttls"):
                server.starttls()
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
