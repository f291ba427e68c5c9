"""Comments on a section of a page: read, written, changed and withdrawn."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final
from uuid import uuid4

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.looking.section import FindPage, Section, section
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from data import commentary, reference
from data.changes.commentary import Remark, change, withdraw, write
from data.changes.meetings import ChangedError
from data.commentary import Comment
from data.engine import Engine
from data.people.rights import demand_live, may
from data.returns.problems import RefusedError
from data.schema.meetings import LONGEST

DONE: Final = {
    "written": "Your comment stands beside the section now.",
    "changed": "The comment is changed.",
    "withdrawn": "The comment is withdrawn. It stays in the history, with the reason.",
}


def comments(engine: Engine, find: FindPage) -> Blueprint:
    """Return the routes of comments.

    Args:
        engine: Of the database.
        find: Returns the page of figures that is called so in addresses, for whoever asks.
    """
    routes = Blueprint("comments", __name__, url_prefix="/comments/<page>/<view>")

    @routes.before_request
    def only_of_the_present() -> None:
        demand_live(current.person_here())

    @routes.get("")
    def every(page: str, view: str) -> Response:
        return _list(engine, section(find, page, view))

    @routes.post("")
    def add(page: str, view: str) -> Response:
        about = section(find, page, view)
        remark = Remark(about.partnership, about.name, about.year, field("words"))
        try:
            write(engine, current.author(), remark, plain.once())
        except RefusedError as refused:
            return _list(engine, about, refused.words)
        return redirect_done(about.here, "written")

    @routes.get("/change")
    def one(page: str, view: str) -> Response:
        about = section(find, page, view)
        found = _found(engine, about)
        return _form(about, found, found.words)

    @routes.post("/change")
    def alter(page: str, view: str) -> Response:
        def act(number: int, seen: int) -> None:
            change(engine, current.author(), number, seen, field("words"))

        return _try(engine, section(find, page, view), act, "changed")

    @routes.post("/withdraw")
    def take_off(page: str, view: str) -> Response:
        def act(number: int, seen: int) -> None:
            withdraw(engine, current.author(), number, seen, field("reason"))

        return _try(engine, section(find, page, view), act, "withdrawn")

    return routes


def _found(engine: Engine, about: Section) -> Comment:
    found = commentary.one(engine, current.person_here(), plain.number("comment"))
    if (found.partnership, found.section) != (about.partnership, about.name):
        abort(404)
    return found


def _try(engine: Engine, about: Section, act: Callable[[int, int], None], done: str) -> Response:
    found = _found(engine, about)
    words = field("words") or found.words
    try:
        act(found.id, plain.number("version"))
    except ChangedError:
        return _form(about, found, words, status=HTTPStatus.CONFLICT)
    except RefusedError as refused:
        problem = refused.words
        return _form(about, found, words, status=HTTPStatus.UNPROCESSABLE_ENTITY, problem=problem)
    return redirect_done(about.here, done)


def _list(engine: Engine, about: Section, problem: str = "") -> Response:
    here = current.person_here()
    names = dict(reference.names(engine, ["partnership"])["partnership"])
    return plain.page(
        "looking/comments.html",
        problem=problem,
        done=DONE.get(plain.asked("done"), ""),
        section=about,
        comments=commentary.on_section(engine, here, about.partnership, about.name),
        partnership=names.get(about.partnership, about.partnership),
        may_change=lambda each: commentary.may_change(here, each),
        may_write=may(here, "comment on figures", about.partnership),
        words=field("words"),
        once=uuid4().hex,
        longest=LONGEST,
    )


def _form(
    about: Section, found: Comment, words: str, *, status: int = 200, problem: str = ""
) -> Response:
    return plain.page(
        "looking/comment.html",
        status=status,
        problem=problem,
        changed=status == HTTPStatus.CONFLICT,
        section=about,
        comment=found,
        words=words,
        reason=field("reason"),
        longest=LONGEST,
    )
