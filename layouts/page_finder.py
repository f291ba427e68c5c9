"""From an address to the page that lives there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from dashboard import addresses, hrefs
from dashboard.address_reader import asked as read_asked
from dashboard.addresses import ROWS, Asked
from dashboard.editions.standpoint import Standpoint
from data.lru_cache import LruCache
from data.options import Options
from data.selection import NOWHERE
from layouts.page import Page
from layouts.pages.no_reach import NO_EDITION, NO_REACH
from layouts.pages.not_found import NOT_FOUND


@dataclass(frozen=True)
class Found:
    """A page, and what is asked of it.

    Attributes:
        page: The page.
        asked: What its figures are of; its query holds the filters that other pages keep.
        exact: The same with a query that says all of it, for links to what is behind a figure.
    """

    page: Page
    asked: Asked
    exact: Asked


class PageFinder:
    """Finds the pages of addresses, and keeps what was found for as long as the data stay."""

    def __init__(self, pages: Sequence[Page]) -> None:
        """Keep which pages there are."""
        self._pages = pages
        self._lately: LruCache[Found] = LruCache(48)

    def find(self, called: str, search: str, known: Options, version: int, at: Standpoint) -> Found:
        """Return the page of an address, and what is asked of it.

        Args:
            called: Path of the page; or its name in ids and in addresses of files.
            search: The query string.
            known: What there is to choose from, for whoever asks.
            version: Of the data, of which that is.
            at: From where they look.
        """
        path = called if called.startswith("/") else self._path(called)

        def found() -> Found:
            return _found(self._pages, path, search, known, at)

        return self._lately.get((version, at.today, at.key, path, search), found)

    def _path(self, slug: str) -> str:
        page = next((page for page in self._pages if page.slug == slug), None)
        return page.path if page else f"/{slug.replace('-', '/', 1)}"


def _found(pages: Sequence[Page], path: str, search: str, known: Options, at: Standpoint) -> Found:
    page = _page(pages, path, search, known) or NOT_FOUND
    if any(view.name == addresses.whole(search) for view in page.views):
        page = replace(page, own=(*page.own, (ROWS, addresses.whole(search))))
    asked = exact = read_asked(search, known, at)
    if page.of:
        # Its own figures, wherever it lies; whoever comes with other filters keeps them for later.
        exact = read_asked(hrefs.of_one(search, page.of), known, at)
        asked = replace(exact, query=asked.query, unknown=asked.unknown)
    if page.filtered and asked.selection.partnerships == NOWHERE:
        page = NO_EDITION if at.waits else NO_REACH
    return Found(page, replace(asked, unknown=(*asked.unknown, *page.unknown)), exact)


def _page(pages: Sequence[Page], path: str, search: str, known: Options) -> Page | None:
    own = addresses.own(search)
    for page in pages:
        if page.path == path:
            return page.made("", own, known) if page.made else page
        if page.made and path.startswith(f"{page.path}/"):
            return page.made(unquote(path.removeprefix(f"{page.path}/")), own, known)
    return None
