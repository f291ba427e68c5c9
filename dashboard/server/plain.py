"""Plain pages of the server: forms that need no script. They share one frame."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from flask import Blueprint, Flask, Response, g, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard import formatting, wording
from dashboard.columns import column_called
from dashboard.navigation import MenuEntry, menu
from dashboard.server.error_pages import UPLOAD_MEGABYTES
from dashboard.server.index import ICON
from dashboard.wording import SERVICE
from data.people.person import Person
from data.people.rights import may
from data.returns.sheets import SHEETS
from data.returns.values import day as read_day

STYLE: Final = "/sign-in/style.css"
CSV: Final = "text/csv"
SCRIPT: Final = "/sign-in/forms.js"
# More digits than any number of a row has.
DIGITS: Final = 12


def use(server: Flask, pages: Sequence[MenuEntry], assets: Path) -> None:
    """Give plain pages their frame.

    Args:
        server: The server.
        pages: Those of figures, in the order of the navigation.
        assets: Where the styles are.
    """
    folders = ("vendor", "written", "plain")
    style = _joined(path for name in folders for path in sorted(assets.glob(f"{name}/*.css")))
    script = _joined((assets / "session.js", *sorted(assets.glob("plain/*.js"))))
    routes = Blueprint("style", __name__)

    @routes.get(STYLE)
    def plain() -> Response:
        return Response(style, mimetype="text/css")

    @routes.get(SCRIPT)
    def forms() -> Response:
        return Response(script, mimetype="text/javascript")

    @server.context_processor
    def frame() -> dict[str, Any]:
        person: Person | None = g.get("person")
        return {
            "service": SERVICE,
            "icon": ICON,
            "style": _address(STYLE, style),
            "script": _address(SCRIPT, script),
            "navigation": menu(pages, live=person.reads_live) if person else None,
            "person": person,
            "administers": bool(person and may(person, "administer")),
            "path": request.path,
            "upload_megabytes": server.config[UPLOAD_MEGABYTES],
        }

    server.register_blueprint(routes)
    server.jinja_env.filters.update(
        day=formatting.day,
        moment=formatting.moment,
        state=lambda name: wording.RETURN_STATES[name],
        title_of=lambda name: SHEETS[name].title if name in SHEETS else name.replace("_", " "),
        label=column_called,
        shown=lambda value: "blank" if value is None else str(value),
    )


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _address(path: str, content: str) -> str:
    # Another address whenever it changes, so that a browser may keep it.
    return f"{path}?m={sha256(content.encode()).hexdigest()[:16]}"


def page(template: str, *, status: int | None = None, **values: Any) -> Response:
    """Return a plain page.

    Args:
        template: Its template.
        status: Of the answer; unless given, whether a form had a problem says which.
        values: Of the template.
    """
    usual = HTTPStatus.UNPROCESSABLE_ENTITY if values.get("problem") else HTTPStatus.OK
    return make_response(render_template(template, **values), status or usual)


def file(contents: bytes, name: str, mimetype: str) -> Response:
    """Return a file that the browser keeps under a name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(contents, mimetype=mimetype, headers=headers)


def field(name: str) -> str:
    """Return what was typed into a field of the form; blank if it isn't there."""
    return request.form.get(name, "")


def number(name: str) -> int:
    """Return a whole number of the address or the form; nought for whatever is none."""
    text = request.values.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < DIGITS else 0


def typed_day(name: str) -> date | None:
    """Return the day that a field says; nothing for a blank one.

    Raises:
        RefusedError: It is no day.
    """
    text = field(name).strip()
    return read_day(text) if text else None


def asked(name: str, default: str = "") -> str:
    """Return a parameter of the address or of the form."""
    return request.values.get(name, default)


def once() -> str:
    """Return what tells a form's request from every other; one without its mark is its own."""
    mark = field("once")[:100]
    return mark if mark and mark.isprintable() else uuid4().hex


def safe_path(path: str) -> str:
    """Return a path of this service to go on to; the first page for whatever is none."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and path.isprintable() else "/"


def redirect_done(address: str, done: str) -> AnyResponse:
    """Return a redirect to a page that says what was done, by the key that it has for it."""
    mark = "&" if "?" in address else "?"
    return redirect(f"{address}{mark}done={done}", HTTPStatus.SEE_OTHER)
