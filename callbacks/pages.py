"""From an address to what is on the screen: one request, one state of the data, one answer."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import addresses, ids
from dashboard.recent import Recent
from dashboard.scene import gather
from data import options
from data.options import Options
from data.reader import Reader
from layouts.frame import Frame, asks, frame
from layouts.page import Page
from layouts.pages.not_found import NOT_FOUND

Today = Callable[[], date]
Answer = dict[str, Any]


class Pages:
    """Draws pages, and keeps what it drew lately for as long as the data stay the same."""

    def __init__(self, pages: Sequence[Page], reader: Reader, today: Today) -> None:
        """Keep what is needed to draw; read nothing yet."""
        self._pages = pages
        self._reader = reader
        self._today = today
        self._frames: Recent[Frame] = Recent(256)
        self._options: Recent[Options] = Recent(1)

    def answer(self, path: str, search: str, mounted: str) -> Answer:
        """Return what the browser must show for an address.

        Args:
            path: Of the page.
            search: The query string.
            mounted: The shape of the page that is there.
        """
        drawn = self.draw(path, search)
        slots = drawn.around | {ids.MOUNTED: {"data": drawn.shape}}
        if mounted == drawn.shape:
            slots |= drawn.values
        else:
            slots |= {ids.CONTENT: {"children": drawn.content}}
        return {"title": drawn.title, "slots": slots}

    def options(self) -> Options:
        """Return what there is to choose from at present."""
        with self._reader.snapshot() as snapshot:
            return self._options.get(snapshot.version.number, lambda: options.load(snapshot))

    def draw(self, path: str, search: str) -> Frame:
        """Return the page of an address, from the present state of the data."""
        page = next((page for page in self._pages if page.path == path), NOT_FOUND)
        today = self._today()
        with self._reader.snapshot() as snapshot:
            version = snapshot.version.number
            known = self._options.get(version, lambda: options.load(snapshot))
            asked = addresses.read(search, known, today)

            def drawn() -> Frame:
                scene = gather(snapshot, known, asked, asks(page, asked.selection))
                return frame(page, self._pages, scene, known)

            return self._frames.get((version, today, path, asked), drawn)


def register(app: Dash, pages: Pages) -> None:
    """Draw whenever the address changes; a script then puts the answer in its places."""

    @app.callback(
        Output(ids.ANSWER, "data"),
        Input(ids.ADDRESS, "pathname"),
        Input(ids.ADDRESS, "search"),
        State(ids.MOUNTED, "data"),
    )
    def draw(path: str, search: str, mounted: str) -> Answer:
        return pages.answer(path, search, mounted)

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
        ClientsideFunction("page", "show"), Input(ids.ANSWER, "data")
    )
