"""The only module that reads the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEVELOPMENT_KEY = "for-development-on-this-machine-only"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NUMBER = re.compile(r"[1-9][0-9]{0,5}")
MOST_PORT = 65_535
MOST_WORKERS = 64


class SettingsError(ValueError):
    """The environment asks for something that can't be; the message says what to change."""


@dataclass(frozen=True)
class Settings:
    """How this run of the application is set up.

    Attributes:
        database_url: Where the shared database lives.
        production: Whether this serves real users; everything is then closed until sign-in.
        secret_key: Signs what a browser holds for us.
        host: The address to listen on.
        port: The port to listen on.
        workers: How many processes serve.
        open_access: Whether reading needs no sign-in: in development, on loopback, only.
    """

    database_url: str
    production: bool = False
    secret_key: str = DEVELOPMENT_KEY
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 1
    open_access: bool = True

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings.

        Raises:
            SettingsError: A value can't be used, or one is missing that production needs.
        """
        kind = environment.get("PARTNERSHIP_ENV") or "development"
        if kind not in ("development", "production"):
            raise SettingsError(f"PARTNERSHIP_ENV is {kind!r}: use development or production.")
        production = kind == "production"
        key = environment.get("SECRET_KEY") or ("" if production else DEVELOPMENT_KEY)
        if not key:
            raise SettingsError("SECRET_KEY is missing: set a long random text in production.")
        host = environment.get("HOST") or "127.0.0.1"
        wanted = (environment.get("OPEN_ACCESS") or "1") == "1"
        return cls(
            database_url=environment.get("DATABASE_URL") or _embedded(),
            production=production,
            secret_key=key,
            host=host,
            port=_number(environment, "PORT", 8050, MOST_PORT),
            workers=_number(environment, "WEB_CONCURRENCY", 2 if production else 1, MOST_WORKERS),
            open_access=wanted and not production and host in LOOPBACK,
        )

    @property
    def address(self) -> str:
        """Where it listens, as in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    def refuse_open_door(self) -> None:
        """Do nothing, unless strangers on the network could come in.

        Raises:
            SettingsError: They could read without signing in.
        """
        if not self.production and self.host not in LOOPBACK:
            raise SettingsError(
                f"HOST is {self.host}, which others on the network can reach, and in development "
                "nobody has to sign in. Leave HOST out, or set PARTNERSHIP_ENV=production."
            )


def _number(environment: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = environment.get(name) or str(default)
    if not NUMBER.fullmatch(text) or int(text) > most:
        raise SettingsError(f"{name} is {text!r}: use a whole number from 1 to {most}.")
    return int(text)


def _embedded() -> str:
    folder = Path("instance")
    folder.mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'partnership.db'}"
