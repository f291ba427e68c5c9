"""The only module that reads the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.environment import Provider, SettingsError, level, number, providers
from data.returns.limits import UPLOAD_MEGABYTES

# Whoever is given settings names their parts from here.
__all__ = ["Provider", "Settings", "SettingsError", "share_metrics"]

DEVELOPMENT_KEY = "for-development-on-this-machine-only"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PREFIX = re.compile(r"(/[a-z0-9-]+)+")
MOST_PORT = 65_535
MOST_WORKERS = 64
MOST_MEGABYTES = 100
# By this name its library asks for the folder, too.
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


@dataclass(frozen=True)
class Settings:
    """How this run of the application is set up.

    Attributes:
        database_url: Where the shared database lives.
        owner_url: The same database by the account that owns its tables, where the service's own
            may not change their shape.
        production: Whether this serves real users, rather than somebody who tries it out.
        secret_key: Signs what a browser holds for us.
        host: The address to listen on.
        port: The port to listen on.
        workers: How many processes serve.
        open_access: Whether reading needs no sign-in: in development, on loopback, only.
        providers: Services that people may sign on with.
        trusted_header: The header in which a proxy says who signed on with it.
        trusted_proxies: Addresses of proxies that are believed.
        public_url: The address that people know the service by.
        url_prefix: The path of that address, under which everything lies; blank if it has none.
        smtp_url: The server that mail goes through; blank if there is none.
        mail_from: The address that mail comes from.
        redis_url: Where several processes count together how often somebody asks; blank if each
            counts for itself.
        metrics_token: What whoever reads the metrics must know; blank if nobody may read them.
        metrics_folder: Where processes that serve together keep what they count.
        upload_megabytes: How large a file may be that somebody uploads.
        log_level: What is logged: this kind and whatever is worse.
    """

    database_url: str
    owner_url: str = ""
    production: bool = False
    secret_key: str = DEVELOPMENT_KEY
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 1
    open_access: bool = False
    providers: tuple[Provider, ...] = ()
    trusted_header: str = ""
    trusted_proxies: tuple[str, ...] = ()
    public_url: str = ""
    url_prefix: str = ""
    smtp_url: str = ""
    mail_from: str = ""
    redis_url: str = ""
    metrics_token: str = ""
    metrics_folder: str = ""
    upload_megabytes: int = UPLOAD_MEGABYTES
    log_level: str = "WARNING"

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
        wanted = environment.get("OPEN_ACCESS") == "1"
        prefix = environment.get("URL_PREFIX") or ""
        port = number(environment, "PORT", 8050, MOST_PORT)
        here = f"http://{host}:{port}{prefix}"
        return cls(
            database_url=environment.get("DATABASE_URL") or _embedded(),
            owner_url=environment.get("MIGRATION_DATABASE_URL") or "",
            production=production,
            secret_key=key,
            host=host,
            port=port,
            workers=number(environment, "WEB_CONCURRENCY", 2 if production else 1, MOST_WORKERS),
            open_access=wanted and not production and host in LOOPBACK,
            providers=providers(environment.get("OIDC_PROVIDERS") or "[]"),
            trusted_header=environment.get("TRUSTED_HEADER_AUTH") or "",
            trusted_proxies=tuple((environment.get("TRUSTED_PROXIES") or "").split()),
            public_url=(environment.get("PUBLIC_URL") or here).rstrip("/"),
            url_prefix=prefix,
            smtp_url=environment.get("SMTP_URL") or "",
            mail_from=environment.get("MAIL_FROM") or f"no-reply@{host}",
            redis_url=environment.get("REDIS_URL") or "",
            metrics_token=environment.get("METRICS_TOKEN") or "",
            metrics_folder=environment.get(METRICS_FOLDER) or "",
            upload_megabytes=number(environment, "MAX_UPLOAD_MB", UPLOAD_MEGABYTES, MOST_MEGABYTES),
            log_level=level(environment.get("LOG_LEVEL"), "INFO" if production else "WARNING"),
        ).checked()

    def checked(self) -> "Settings":
        """Return these settings.

        Raises:
            SettingsError: Anybody could say that they are somebody, or links would lead elsewhere.
        """
        if self.url_prefix and not PREFIX.fullmatch(self.url_prefix):
            raise SettingsError(
                f"URL_PREFIX is {self.url_prefix!r}: write it like /partnership, in small letters, "
                "digits and hyphens."
            )
        if not self.public_url.endswith(self.url_prefix):
            raise SettingsError(
                f"PUBLIC_URL does not end with {self.url_prefix}, under which everything lies: add "
                "it, or leave URL_PREFIX out."
            )
        if self.trusted_header and not self.trusted_proxies:
            raise SettingsError(
                "TRUSTED_HEADER_AUTH is set without TRUSTED_PROXIES: anybody could send that "
                "header. Name the addresses of your proxies, with spaces between."
            )
        return self

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
                "nobody needs a password. Leave HOST out, or set PARTNERSHIP_ENV=production."
            )


def share_metrics(folder: str) -> None:
    """Have the processes that are started from here on keep in a folder what they count."""
    os.environ[METRICS_FOLDER] = folder


def inherited(database_url: str) -> dict[str, str]:
    """Return the environment for a process that works on a database, and else as this one."""
    return {**os.environ, "DATABASE_URL": database_url}


def _embedded() -> str:
    folder = Path("instance")
    folder.mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'partnership.db'}"
