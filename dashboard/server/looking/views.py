"""Views that people keep for themselves: saved, listed, renamed, begun with, deleted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard import addresses, formatting, hrefs
from dashboard.navigation import MenuEntry
from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from data import options, saved_views
from data.calendar import today
from data.changes.author import Author
from data.changes.saved_views import LONGEST, begin_as_usual, begin_at, remove, rename, save
from data.engine import Engine
from data.options import Options
from data.people.rights import DeniedError
from data.reader import Reader
from data.returns.problems import RefusedError
from data.saved_views import SavedView

HOME: Final = "/views"
DONE: Final = {
    "saved": "Saved.",
    "rename": "Renamed.",
    "begin": "You begin there from the next sign-in on.",
    "usual": "You begin at the overview again.",
    "delete": "Deleted.",
}
NO_PAGE: Final = RefusedError(
    "That is no page of figures, so it can't be kept as a view.",
    "Open the page that you want, and choose “Save this view” there.",
)


def views(engine: Engine, pages: Sequence[MenuEntry]) -> Blueprint:
    """Return the routes of saved views.

    Args:
        engine: Of the database.
        pages: Those of figures.
    """
    routes = Blueprint("views", __name__, url_prefix=HOME)
    titles = {page.path: page.title for page in pages}

    @routes.before_request
    def only_with_an_account() -> None:
        if current.person_here().id is None:
            raise DeniedError("keep a view")

    @routes.get("")
    def every() -> Response:
        return _list(engine, titles)

    @routes.get("/new")
    def ask() -> Response:
        return _form(titles)

    @routes.post("/new")
    def keep() -> Response:
        try:
            address = _address(field("address"), titles)
            save(engine, current.author(), field("name"), address, begin=bool(field("begin")))
        except RefusedError as refused:
            return _form(titles, refused.words)
        return redirect_done(HOME, "saved")

    @routes.post("/<act>")
    def alter(act: str) -> Response:
        acts = _acts(engine, current.author(), plain.number("view"))
        if act not in acts:
            abort(404)
        try:
            acts[act]()
        except RefusedError as refused:
            return _list(engine, titles, refused.words)
        return redirect_done(HOME, act)

    return routes


def _acts(engine: Engine, author: Author, number: int) -> Mapping[str, Callable[[], None]]:
    """Return what can be done to a view, by the last part of the address."""
    return {
        "rename": lambda: rename(engine, author, number, field("name")),
        "begin": lambda: begin_at(engine, author, number),
        "usual": lambda: begin_as_usual(engine, author),
        "delete": lambda: remove(engine, author, number),
    }


def _address(text: str, titles: Mapping[str, str]) -> str:
    """Return the address of a page of this service, with what pages know alone.

    Raises:
        RefusedError: It is of no such page.
    """
    parts = urlsplit(text) if plain.safe_path(text) == text else None
    if parts is None or parts.path not in titles:
        raise NO_PAGE
    return hrefs.link(parts.path, hrefs.kept(parts.query))


def _form(titles: Mapping[str, str], problem: str = "") -> Response:
    given = plain.asked("address")
    try:
        address = _address(given, titles)
    except RefusedError as refused:
        address, problem = "", problem or refused.words
    return plain.page(
        "looking/new_view.html",
        problem=problem,
        address=address,
        page=titles[urlsplit(address).path] if address else "",
        name=field("name"),
        begin=field("begin"),
        longest=LONGEST,
    )


def _list(engine: Engine, titles: Mapping[str, str], problem: str = "") -> Response:
    here = current.person_here()
    with Reader(engine).snapshot() as snapshot:
        known = options.load(snapshot).within(here.reach)
    return plain.page(
        "looking/views.html",
        problem=problem,
        done=DONE.get(plain.asked("done"), ""),
        views=[(view, _shown(view, titles, known)) for view in saved_views.of(engine, here)],
        longest=LONGEST,
    )


def _shown(view: SavedView, titles: Mapping[str, str], known: Options) -> str:
    """Return what a view shows, in words."""
    parts = urlsplit(view.address)
    asked = addresses.read(parts.query, known, today())
    given = parse_qsl(asked.query)
    shown = [titles.get(parts.path, parts.path)]
    for item in addresses.FILTERS:
        names = addresses.choices(item, known)
        shown += [names[value] for name, value in given if name == item.parameter]
    if asked.other_day:
        shown.append(f"as at {formatting.day(asked.selection.as_at)}")
    return ", ".join(shown)
