"""Plain pages of the server: forms that need no script. They share one frame."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from flask import Blueprint, Flask, Response, g, make_response, render_template, request

from dashboard.server.index import ICON
from dashboard.wording import SERVICE
from data.people.person import Person
from data.people.rights import may

STYLE: Final = "/sign-in/style.css"
Pages = Sequence[tuple[str, str]]


def use(server: Flask, pages: Pages, assets: Path) -> None:
    """Give plain pages their frame.

    Args:
        server: The server.
        pages: Title and path of each page of the navigation.
        assets: Where the styles are.
    """
    styles = Blueprint("style", __name__)
    sheets = (*sorted(assets.glob("vendor/*.css")), *sorted(assets.glob("written/*.css")))
    written = "\n".join(path.read_text(encoding="utf-8") for path in sheets)

    @styles.get(STYLE)
    def plain() -> Response:
        return Response(written, mimetype="text/css")

    @server.context_processor
    def frame() -> dict[str, Any]:
        person: Person | None = g.get("person")
        return {
            "service": SERVICE,
            "icon": ICON,
            "style": f"{STYLE}?m={sha256(written.encode()).hexdigest()[:16]}",
            "pages": pages if person else (),
            "person": person,
            "administers": bool(person and may(person, "administer")),
            "path": request.path,
        }

    server.register_blueprint(styles)


def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """Return a plain page."""
    return make_response(render_template(template, **values), status)


def field(name: str) -> str:
    """Return what was typed into a field of the form; blank if it isn't there."""
    return request.form.get(name, "")


def asked(name: str, default: str = "") -> str:
    """Return a parameter of the address or of the form."""
    return request.values.get(name, default)


def safe_path(path: str) -> str:
    """Return a path of this service to go on to; the first page for whatever is none."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and path.isprintable() else "/"
