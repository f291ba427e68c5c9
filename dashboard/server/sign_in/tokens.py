"""Tokens of one's own, by which one's programs read what one reads: made, listed, revoked."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from dashboard.formatting import in_london
from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from dashboard.server.sign_in.sessions import now
from data import options
from data.access import reads_rows
from data.calendar import LONDON, read_day, today
from data.changes.tokens import New, make, revoke
from data.engine import Engine
from data.people import tokens
from data.people.rights import DeniedError
from data.people.tokens import Token
from data.reader import Reader
from data.returns.problems import RefusedError
from data.schema.tokens import LONGEST_NAME

HOME: Final = "/account/tokens"
USUAL: Final = timedelta(days=90)
LONGEST: Final = timedelta(days=365)
NO_DAY: Final = RefusedError("The last day is none.", "Choose one from the calendar.")


def own_tokens(engine: Engine) -> Blueprint:
    """Return the routes of one's own tokens."""
    routes = Blueprint("tokens", __name__, url_prefix=HOME)

    @routes.before_request
    def only_with_an_account() -> None:
        if current.person_here().id is None:
            raise DeniedError("make a token")

    @routes.get("")
    def every() -> Response:
        return _page(engine)

    @routes.post("")
    def add() -> Response:
        try:
            secret = make(engine, current.author(), _wanted())
        except RefusedError as refused:
            return _page(engine, problem=refused.words)
        # In no address, where it would be kept: this answer alone shows it.
        return _page(engine, secret=secret)

    @routes.post("/revoke")
    def end() -> Response:
        revoke(engine, current.author(), plain.number("token"))
        return redirect_done(HOME, "revoked")

    return routes


def _wanted() -> New:
    last = read_day(field("last_day"))
    if last is None:
        raise NO_DAY
    return New(
        name=field("name"),
        expires_at=datetime.combine(last + timedelta(days=1), time(), LONDON),
        reads_rows=field("reads") == "rows",
        partnerships=request.form.getlist("partnership"),
    )


def _page(engine: Engine, *, problem: str = "", secret: str = "") -> Response:
    here = current.person_here()
    with Reader(engine).snapshot() as snapshot:
        known = options.load(snapshot).within(here.reach).partnerships
    own, moment = tokens.of(engine, here), now()
    typed = {} if secret else request.form
    return plain.page(
        "sign_in/tokens.html",
        problem=problem,
        secret=secret,
        revoked=plain.asked("done") == "revoked",
        alive=[each for each in own if each.is_alive(moment)],
        ended=[each for each in own if not each.is_alive(moment)],
        last_day=_last_day,
        reach=lambda token: _names(token, known),
        known=known,
        chosen=request.form.getlist("partnership") if typed else [],
        typed=typed,
        may_read_rows=reads_rows(here),
        longest=LONGEST_NAME,
        days={"usual": today() + USUAL, "first": today(), "last": today() + LONGEST},
    )


def _last_day(token: Token) -> date:
    return in_london(token.expires_at - timedelta(seconds=1)).date()


def _names(token: Token, known: Mapping[str, str]) -> Iterable[str]:
    # Of what was taken from its owner meanwhile, no more than the code is known to them.
    return [known.get(code, code) for code in sorted(token.partnerships)]
