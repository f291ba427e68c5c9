"""The service's own scripts, sent as one file: a browser then asks once, not for each."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from flask import Blueprint, Response

PATH: Final = "/assets/scripts.js"


class Scripts:
    """The scripts of a folder, joined."""

    def __init__(self, folder: Path) -> None:
        """Read them all, in the order of their names."""
        self._joined = "\n".join(
            path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))
        )

    @property
    def address(self) -> str:
        """Where they are; another address whenever they change, so a browser may keep them."""
        return f"{PATH}?m={sha256(self._joined.encode()).hexdigest()[:16]}"

    def routes(self) -> Blueprint:
        """Return the route that sends them."""
        routes = Blueprint("scripts", __name__)

        @routes.get(PATH)
        def joined() -> Response:
            return Response(self._joined, mimetype="text/javascript")

        return routes
