"""From an address to what is on the screen: one request, one state of the data, one answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.addresses import AS_AT, Asked
from dashboard.asking import Asking, Today
from dashboard.indicators.measured import measured
from dashboard.listing import Listing, Visit
from dashboard.malformed import text
from dashboard.scene import Scene, gather, names
from dashboard.views.pictures import Pictures
from dashboard.views.view import View
from data.cells.store import Store
from data.commentary import on_page
from data.news import last
from data.options import Options
from data.people.person import ANYBODY, Person
from data.reader import Reader, Snapshot
from data.recent import Recent
from data.selection import NOWHERE
from data.workbench import Workbench
from layouts import files, own
from layouts.components.leads import leads
from layouts.frame import Answer, Frame, asks, frame, shown
from layouts.page import Page
from layouts.pages.no_reach import NO_REACH
from layouts.pages.not_found import NOT_FOUND
from layouts.slots import Slots

Who = Callable[[], Person]
Since = Callable[[Frame, Person], Slots]


class Drawing:
    """Draws pages, and keeps what it drew lately for as long as the data stay the same.

    Attributes:
        indicators: Every indicator by its id, and what the views of the pages ask besides.
        asking: Reads what addresses ask for.
    """

    def __init__(
        self, pages: Sequence[Page], reader: Reader, today: Today, who: Who = lambda: ANYBODY
    ) -> None:
        """Keep what is needed to draw; read nothing yet.

        Args:
            pages: In the order of the navigation.
            reader: Of the database.
            today: Returns the day it is.
            who: Returns who asks; without a way to tell, it is somebody who may read everything.
        """
        self._who = who
        self._pages = pages
        self._reader = reader
        self.indicators = {each.id: each for each in shown(pages, today())}
        self._store = Store(reader, measured(self.indicators.values()))
        self._today = today
        self.asking = Asking(today)
        self._pictures = Pictures()
        self._frames: Recent[Frame] = Recent(48)

    def answer(self, path: str, search: str, mounted: str, since: Since) -> Answer:
        """Return what the browser must show for an address.

        Args:
            path: Of the page.
            search: The query string.
            mounted: The shape of the page that is there.
            since: Says of a page what has changed on it since somebody's last visit.
        """
        person = self._who()
        drawn, personal = self._draw(path, search, person)
        return drawn.answer(mounted, personal | since(drawn, person))

    def options(self) -> Options:
        """Return what there is to choose from at present, for whoever asks."""
        with self._reader.snapshot() as snapshot:
            return self.asking.known(snapshot, self._who().partnerships)

    def draw(self, path: str, search: str) -> Frame:
        """Return the page of an address, but for its lists, which are each person's own."""
        return self._draw(path, search, self._who())[0]

    def _draw(self, path: str, search: str, person: Person) -> tuple[Frame, Slots]:
        """Return a page, which is kept for all who reach as far, and what is one's own on it."""
        page = next((page for page in self._pages if page.path == path), NOT_FOUND)
        within = person.partnerships
        with self._reader.snapshot() as snapshot:
            known, asked = self.asking.read(snapshot, search, within)
            if asked.selection.partnerships == NOWHERE and page.filtered:
                page = NO_REACH
            drawn = self._frames.find((snapshot.version.number, page, asked, within))
            if drawn:
                return drawn, own.slots(page, _visit(person, snapshot, known, asked))
        return self._draw_anew(page, search, person)

    def _draw_anew(self, page: Page, search: str, person: Person) -> tuple[Frame, Slots]:
        within = person.partnerships
        with self._store.snapshot() as snapshot:
            known, asked = self.asking.read(snapshot, search, within)

            def drawn() -> Frame:
                bench = Workbench(snapshot, self._store, within)
                wanted = asks(page, asked.selection)
                scene = gather(bench, known, asked, wanted, attention=page.attention)
                said = on_page(snapshot, asked.selection, page.slug)
                scene = replace(scene, said=said, sequence=last(snapshot))
                pictures = {view.name: self._pictures.draw(view, scene) for view in page.views}
                return frame(page, self._pages, scene, known, pictures)

            # Whoever waited for the store may find that another has drawn the same meanwhile.
            found = self._frames.get((snapshot.version.number, page, asked, within), drawn)
            return found, own.slots(page, _visit(person, snapshot, known, asked))

    def prepare(self, day: date) -> None:
        """Draw every page as on a day, so that nobody need wait for what that takes first."""
        search = "" if day == self._today() else f"?{AS_AT}={day.isoformat()}"
        for page in self._pages:
            self._draw(page.path, search, ANYBODY)

    def scene(self, search: str) -> Scene:
        """Return what needs a decision where the filters of an address look, for whoever asks."""
        within = self._who().partnerships
        with self._store.snapshot() as snapshot:
            known, asked = self.asking.read(snapshot, search, within)
            return gather(
                Workbench(snapshot, self._store, within), known, asked, (), attention=True
            )

    def file(self, slug: str, name: str, search: str) -> bytes | None:
        """Return one chart or list as a CSV file; nothing where there is none of the name.

        Raises:
            DeniedError: It is a list of which whoever asks may see nothing.
        """
        page = self._page(slug)
        for view in page.views:
            if view.name == name:
                return files.of_view(view, *self._scene_of(view, search))
        for listing in page.lists:
            if listing.name == name:
                return self._file_of_list(listing, search, self._who())
        return None

    def _file_of_list(self, listing: Listing, search: str, person: Person) -> bytes:
        with self._reader.snapshot() as snapshot:
            known, asked = self.asking.read(snapshot, search, person.partnerships)
            return files.of_list(listing, _visit(person, snapshot, known, asked))

    def leads(self, slug: str, name: str, search: str) -> dict[str, list[str]] | None:
        """Return where the numbers of one table lead, by row; nothing where there is none."""
        view = next((view for view in self._page(slug).views if view.name == name), None)
        return None if view is None else leads(view, self._scene_of(view, search)[0])

    def _page(self, slug: str) -> Page:
        return next((page for page in self._pages if page.slug == slug), NOT_FOUND)

    def _scene_of(self, view: View, search: str) -> tuple[Scene, Options]:
        within = self._who().partnerships
        with self._store.snapshot() as snapshot:
            known, asked = self.asking.read(snapshot, search, within)
            bench = Workbench(snapshot, self._store, within)
            return gather(bench, known, asked, view.asks(asked.selection)), known


def _visit(person: Person, snapshot: Snapshot, known: Options, asked: Asked) -> Visit:
    bench = Workbench(snapshot, within=person.partnerships)
    return Visit(person, asked, names(known), bench)


def register(app: Dash, answer: Callable[[str, str, str], Answer]) -> None:
    """Draw whenever the address changes; a script then puts the answer in its places.

    Args:
        app: The application.
        answer: Returns what to show for a path, a query string and the page that is there.
    """

    @app.callback(
        Output(ids.ANSWER, "data"),
        Input(ids.ADDRESS, "pathname"),
        Input(ids.ADDRESS, "search"),
        State(ids.MOUNTED, "data"),
    )
    def draw(path: object, search: object, mounted: object) -> Answer:
        return answer(text(path), text(search), text(mounted))

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
        ClientsideFunction("page", "show"), Input(ids.ANSWER, "data")
    )
