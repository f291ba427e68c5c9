"""Who a proxy says is here: Shibboleth, say, in front of this service."""

from collections.abc import Iterable
from typing import Any

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.settings import Settings
from data.engine import Engine
from data.people import accounts, person
from data.people.person import Person

BEFORE = "werkzeug.proxy_fix.orig"


class FromProxies:
    """Believes what proxies of known addresses say of a request, and nobody else."""

    def __init__(self, application: Any, addresses: Iterable[str]) -> None:
        """Keep whom to believe."""
        self._plain = application
        self._believed = ProxyFix(application, x_for=1, x_proto=1, x_host=1)
        self._addresses = frozenset(addresses)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        """Pass a request on."""
        known = environ.get("REMOTE_ADDR") in self._addresses
        return (self._believed if known else self._plain)(environ, start_response)


def believe(server: Flask, settings: Settings) -> None:
    """Have a server believe its proxies."""
    if settings.trusted_proxies:
        server.wsgi_app = FromProxies(  # type: ignore[method-assign]  # The way Flask offers.
            server.wsgi_app, settings.trusted_proxies
        )


def passed_on() -> bool:
    """Return whether a proxy that is believed passed this request on."""
    # No request can set this by itself: its own headers go by other names.
    return BEFORE in request.environ


def signed_on(engine: Engine, settings: Settings) -> Person | None:
    """Return who a trusted proxy says is here; nothing if none says anything of use."""
    if not settings.trusted_header or not passed_on():
        return None
    email = request.headers.get(settings.trusted_header, "")
    account = accounts.by_email(engine, email) if email else None
    return person.find(engine, account.id) if account else None
