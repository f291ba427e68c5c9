"""Who may come in: nobody without an account, and no other site in somebody's name."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, urlsplit

from flask import Flask, abort, g, redirect, request, session
from werkzeug.wrappers import Response as AnyResponse

from dashboard.server.api.refusals import is_of_a_program
from dashboard.server.error_pages import denial, refusal
from dashboard.server.sign_in import current, sessions
from dashboard.server.sign_in.current import OtherUser
from dashboard.settings import LOOPBACK, Settings
from data.people.person import Person

Answer = AnyResponse | None

# The only endpoints that answer before anybody signs in, and why.
OPEN_TO_ALL: Final[Mapping[str, str]] = {
    "health.live": "whoever runs the service must see whether it lives",
    "health.ready": "whoever runs the service must see whether it can work",
    "metrics.show": "whoever watches the service, who must know a token of its own",
    "style.plain": "the looks of signing in",
    "style.forms": "what keeps typed text while the service is away",
    "sign_in.ask": "signing in",
    "sign_in.take": "signing in",
    "sign_in.try_out": "signing in on a developer's own machine",
    "second_factor.ask": "the second step of signing in",
    "second_factor.take": "the second step of signing in",
    "one_time_links.forgot": "a way back for who forgot a password",
    "one_time_links.send_link": "a way back for who forgot a password",
    "one_time_links.welcome": "a link that lets somebody in once",
    "one_time_links.choose": "a link that lets somebody in once",
    "openid_connect.go": "signing on with another service",
    "openid_connect.come_back": "signing on with another service",
}
# What remains for who has yet to set up a second factor.
BEFORE_A_CODE: Final = frozenset(
    {"second_factor.set_up", "second_factor.keep", "account.show", "sign_in.leave"}
)
# Asked by a page by itself, which is no sign that anybody is there.
UNBIDDEN: Final = frozenset({"refresh.latest"})
# Plain forms; everything else that changes something sends JSON, which no other site's form can.
FORMS: Final = frozenset(
    {
        "sign_in",
        "second_factor",
        "one_time_links",
        "account",
        "actions",
        "admin",
        "admin_people",
        "meeting",
        "definitions",
        "reports",
        "update_steps",
        "update_row",
        "update_files",
        "update_partners",
        "commentary",
        "comments",
        "terms",
        "views",
        "tokens",
    }
)
# Asked by programs that watch the service, also while the database is away.
WATCHING: Final = frozenset({"health", "metrics"})
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
SAME_ORIGIN: Final = frozenset({"same-origin", "none"})


def close(server: Flask, settings: Settings, proxy_user: OtherUser, token_user: OtherUser) -> None:
    """Refuse whoever may not come in; call it before anything adds a route.

    Args:
        server: The server.
        settings: How it runs.
        proxy_user: Returns who a trusted proxy says is here.
        token_user: Returns whom the token of a program stands for.
    """

    def open_access() -> bool:
        return settings.open_access and _from_this_machine()

    @server.before_request
    def refuse_strangers() -> Answer:
        if request.blueprint in WATCHING:
            return None
        if request.endpoint not in UNBIDDEN:
            sessions.note(session)
        person = current.here(open_access=open_access, proxy_user=proxy_user, token_user=token_user)
        return None if request.endpoint in OPEN_TO_ALL else _refused(person)

    @server.before_request
    def refuse_other_sites() -> None:
        if request.headers.get("Transfer-Encoding"):
            # No browser sends it, and what does not say its length can't be known to be whole.
            abort(411)
        # Of the interface nothing can be changed, whatever the method.
        if request.method in READING or is_of_a_program():
            return
        if not _from_here():
            abort(403)
        if not request.is_json and request.blueprint not in FORMS:
            abort(415)


def _refused(person: Person | None) -> Answer:
    """Return what somebody is told who may not come in; nothing if they may."""
    if g.get("database_away"):
        return refusal(503)
    if person is None:
        return _ask_to_sign_in()
    if current.lacks_a_code(person) and request.endpoint not in BEFORE_A_CODE:
        if is_of_a_program():
            return denial()
        return redirect("/account/second-factor", HTTPStatus.SEE_OTHER)
    return None


def _ask_to_sign_in() -> Answer:
    opens_a_page = "text/html" in request.headers.get("Accept", "")
    if request.method not in READING or not opens_a_page or is_of_a_program():
        return refusal(401)
    onwards = quote(request.full_path.rstrip("?"), safe="/")
    return redirect(f"/sign-in?next={onwards}", HTTPStatus.SEE_OTHER)


def _from_this_machine() -> bool:
    # The name as well: another site may let its own name lead a browser to this machine.
    name = urlsplit(f"//{request.host}").hostname
    return name in LOOPBACK and request.remote_addr in LOOPBACK


def _from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is None and origin is None:
        # Programs that are no browsers say neither, and no other site can make them ask.
        return False
    if site is not None and site not in SAME_ORIGIN:
        return False
    return origin is None or urlsplit(origin).netloc == request.host
