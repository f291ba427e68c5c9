"""Signing on with one's own organisation's account, by OpenID Connect."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, abort, session
from requests import RequestException
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import safe_path
from dashboard.server.sign_in import current
from dashboard.server.sign_in.onwards import go_on
from dashboard.server.sign_in.routes import NEXT
from dashboard.settings import Provider
from data.changes import identities
from data.engine import Engine
from data.people import person

LOG: Final = logging.getLogger(__name__)
ONWARDS: Final = "onwards"
REFUSED: Final = "Signing on did not work. Try again; if it stays, ask whoever runs the service."
STRANGER: Final = (
    "You signed on, but there is no account for you here. Ask the manager of your partnership to "
    "have one made for the e-mail address that your organisation knows you by."
)
AWAY: Final = "Your organisation's sign-on can't be reached just now. Try again in a minute."


def openid_connect(
    server: Flask, engine: Engine, known: Mapping[str, Provider], public_url: str
) -> Blueprint:
    """Return the routes of signing on with providers, by their keys in addresses."""
    clients = _clients(server, known)
    routes = Blueprint("openid_connect", __name__)

    @routes.get("/sign-on/<key>")
    def go(key: str) -> Any:
        if key not in known:
            abort(404)
        session[ONWARDS] = safe_path(plain.asked(NEXT, "/"))
        back = f"{public_url}/sign-on/{key}/return"
        try:
            return clients.create_client(key).authorize_redirect(back)
        except RequestException:
            LOG.warning("The sign-on of %s can't be reached", known[key].name)
            return _told(AWAY, 503)

    @routes.get("/sign-on/<key>/return")
    def come_back(key: str) -> Response:
        if key not in known:
            abort(404)
        try:
            token = clients.create_client(key).authorize_access_token()
        except RequestException:
            return _told(AWAY, 503)
        except (OAuthError, ValueError) as error:
            LOG.warning("Signing on with %s failed: %s", known[key].name, type(error).__name__)
            return _told(REFUSED)
        account = identities.recognise(engine, known[key].issuer, _claims(known[key], token))
        found = account and person.find(engine, account)
        if not found:
            return _told(STRANGER, 403)
        onwards = session.get(ONWARDS, "/")
        current.let_in(found, "elsewhere")
        return go_on(engine, onwards)

    return routes


def _clients(server: Flask, known: Mapping[str, Provider]) -> OAuth:
    clients = OAuth(server)
    for key, provider in known.items():
        clients.register(
            key,
            client_id=provider.client_id,
            client_secret=provider.client_secret,
            server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
        )
    return clients


def _claims(provider: Provider, token: dict[str, Any]) -> identities.Claims:
    """Return what a provider says of somebody, as far as it is to be believed."""
    said = token.get("userinfo") or {}
    email = str(said.get("email") or "").strip().lower()
    domain = email.rpartition("@")[2]
    vouched = _verified(said) and (not provider.domains or domain in provider.domains)
    return identities.Claims(str(said["sub"]), email if vouched else "")


def _verified(said: dict[str, Any]) -> bool:
    """Return whether a provider has made sure that an address is somebody's own."""
    # Microsoft Entra ID never tells the usual way, but, if it is asked to, by a claim of its own.
    found = said.get("email_verified", said.get("xms_edov"))
    return found in (True, "true", "1")


def _told(problem: str, status: int = HTTPStatus.UNAUTHORIZED) -> Response:
    return plain.page("sign_in/refused.html", status=status, problem=problem)
