"""From an address to what is on the screen: one request, one state of the data, one answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import hrefs, ids
from dashboard.address_reader import AddressReader
from dashboard.addresses import AS_AT
from dashboard.commentary_figures import with_flags
from dashboard.editions import past_years
from dashboard.editions.cache import EditionCache
from dashboard.editions.comparing import Comparing
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators.measured import measured
from dashboard.malformed import text
from dashboard.navigation import MenuEntry
from dashboard.scene import Scene, gather, with_words
from dashboard.views.pictures import Pictures
from dashboard.visits import visit
from data.editions import edition as editions
from data.lru_cache import LruCache
from data.options import Options
from data.people.person import ANYBODY, Person
from data.people.rights import demand_live
from data.reader import Reader, Snapshot
from layouts import personal
from layouts.frame import Answer, Frame, asks, frame, shown
from layouts.page import Page
from layouts.page_finder import Found, PageFinder
from layouts.pages.not_found import NOT_FOUND
from layouts.slots import Slots

Who = Callable[[], Person]
Today = Callable[[], date]
LookedUp = Callable[[bool], None]
Since = Callable[[Frame, Person], Slots]


class Drawing:
    """Draws pages, and keeps what it drew lately for as long as the data stay the same.

    Attributes:
        indicators: Every indicator by its id, and what the views of the pages ask besides.
        edition_cache: Gives the data as they are, and editions of them.
        address_reader: Reads what addresses ask for.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        reader: Reader,
        today: Today,
        who: Who = lambda: ANYBODY,
        looked_up: LookedUp = lambda _found: None,
    ) -> None:
        """Keep what is needed to draw; read nothing yet.

        Args:
            pages: In the order of the navigation.
            reader: Of the database.
            today: Returns the day it is.
            who: Returns who asks; without a way to tell, it is somebody who may read everything.
            looked_up: Is told of each page that is asked for whether it was drawn already.
        """
        self._who = who
        self._looked_up = looked_up
        self._pages = pages
        self.indicators = {each.id: each for each in shown(pages, today())}
        self.edition_cache = EditionCache(reader, measured(self.indicators.values()), today)
        self.address_reader = AddressReader()
        self._finding = PageFinder(pages)
        self._pictures = Pictures()
        self._frames: LruCache[Frame] = LruCache(48)
        self._comparing = Comparing(self.edition_cache)

    def at(self, search: str) -> Standpoint:
        """Return from where whoever asks looks with a query: at the data, or at an edition."""
        return self.edition_cache.at(search, self._who())

    def answer(self, path: str, search: str, mounted: str, since: Since) -> Answer:
        """Return what the browser must show for an address.

        Args:
            path: Of the page.
            search: The query string.
            mounted: The shape of the page that is there.
            since: Says of a page what has changed on it since somebody's last visit.
        """
        person = self._who()
        drawn, own = self._draw(path, search, person)
        return drawn.answer(mounted, own | since(drawn, person))

    def options(self) -> Options:
        """Return what there is to choose from at present, for whoever asks."""
        at = self.at("")
        with at.reader.snapshot() as snapshot:
            return self.address_reader.known(snapshot, at)

    def draw(self, path: str, search: str) -> Frame:
        """Return the page of an address, but for its lists, which are each person's own."""
        return self._draw(path, search, self._who())[0]

    def menu_entry(self, called: str) -> MenuEntry | None:
        """Return the page at a path, or of a name in files, for whoever asks; or nothing."""
        at = self.at("")
        with at.reader.snapshot() as snapshot:
            _, one = self.read(snapshot, called, "", at)
        return None if one.page == NOT_FOUND else one.page.menu_entry

    def _draw(self, path: str, search: str, person: Person) -> tuple[Frame, Slots]:
        """Return a page, which is kept for all who reach as far, and what is one's own on it."""
        at = self.edition_cache.at(search, person)
        with at.reader.snapshot() as snapshot:
            known, one = self.read(snapshot, path, search, at)
            # Of an edition, those before it stay the same.
            newest = 0 if at.edition else editions.newest(snapshot)
            drawn = self._frames.find((snapshot.version.number, newest, one, at.key))
            self._looked_up(drawn is not None)
            if drawn:
                return drawn, personal.slots(
                    one.page, visit(person, snapshot, known, one.asked, at)
                )
        return self._draw_anew(path, search, person, at, newest)

    def _draw_anew(
        self, path: str, search: str, person: Person, at: Standpoint, newest: int
    ) -> tuple[Frame, Slots]:
        with at.store.snapshot() as snapshot:
            known, one = self.read(snapshot, path, search, at)
            page, asked = one.page, one.asked

            def drawn() -> Frame:
                bench = at.bench(snapshot)
                wanted = asks(page, asked.selection)
                scene = gather(bench, known, asked, wanted, attention=page.attention)
                scene = with_words(scene, bench, snapshot, page.slug, page.records)
                scene = with_flags(scene, bench, page.views)
                before = self._comparing.before(page.headlines, asked.selection, known, at)
                scene = replace(scene, before=before)
                pictures = {view.name: self._pictures.draw(view, scene) for view in page.views}
                return frame(page, self._pages, scene, known, pictures)

            # Whoever waited for the store may find that another has drawn the same meanwhile.
            found = self._frames.get((snapshot.version.number, newest, one, at.key), drawn)
            return found, personal.slots(page, visit(person, snapshot, known, asked, at))

    def read(
        self, snapshot: Snapshot, called: str, search: str, at: Standpoint
    ) -> tuple[Options, Found]:
        """Return the choices, and the page of an address or of a name in files, as asked for."""
        known = self.address_reader.known(snapshot, at)
        return known, self._finding.find(called, search, known, snapshot.version.number, at)

    def prepare(self, day: date) -> Iterator[str]:
        """Draw every page as on a day, then read stocks of past years; give each part's name."""
        today = self.edition_cache.at("", ANYBODY).today
        search = "" if day == today else f"?{AS_AT}={day.isoformat()}"
        for page in self._pages:
            self._draw(page.path, search, ANYBODY)
            yield page.path
        yield from past_years.read_stocks(self.edition_cache.at(search, ANYBODY), day)

    def scene(self, search: str) -> Scene:
        """Return what needs a decision where the filters of an address look, for whoever asks.

        Raises:
            DeniedError: Editions alone are for them.
        """
        demand_live(self._who())
        at = self.at(hrefs.live(search))
        with at.store.snapshot() as snapshot:
            known, asked = self.address_reader.read(snapshot, hrefs.live(search), at)
            return gather(at.bench(snapshot), known, asked, (), attention=True)


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
