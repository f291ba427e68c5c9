"""Where one can go: every page by its name, in the order of the navigation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final


@dataclass(frozen=True)
class Place:
    """A page as the navigation knows it.

    Attributes:
        title: What it is called.
        path: Where it lives.
        within: Path of the page that it belongs to; empty for one that stands by itself.
        more: Whether it is listed under *More*.
        loaded: Whether the server draws it, so that the browser has to load it.
        live: Whether it is of the present alone, and so not for whoever reads editions.
        called: What it is called in its own group, where its title says more than is needed.
        sections: Its charts and tables: their names in links to them, and their headings.
    """

    title: str
    path: str
    within: str = ""
    more: bool = False
    loaded: bool = False
    live: bool = False
    called: str = ""
    sections: tuple[tuple[str, str], ...] = ()

    @property
    def slug(self) -> str:
        """Its name in ids and in the addresses of its files."""
        return self.path.strip("/").replace("/", "-") or "overview"


# Pages of forms, which the server draws.
LOADED: Final = (
    Place("Actions", "/actions/", more=True, loaded=True, live=True),
    Place("Reports", "/reports/", loaded=True),
)


@dataclass(frozen=True)
class Menu:
    """The navigation of every page.

    Attributes:
        first: Places that stand in the open, in their order.
        more: Those behind *More*.
        last: What comes after *More*: reports, and help.
    """

    first: tuple[Place, ...]
    more: tuple[Place, ...]
    last: tuple[Place, ...]


def menu(places: Iterable[Place], *, live: bool = True) -> Menu:
    """Return the navigation of places; the last of them is the help.

    Args:
        places: The pages of figures.
        live: Whether for somebody who may read how things are at present.
    """
    alone = [place for place in places if not place.within]
    loaded = [place for place in LOADED if live or not place.live]
    *first, help_page = [place for place in alone if not place.more]
    more = [place for place in chain(alone, loaded) if place.more]
    after = [place for place in loaded if not place.more]
    return Menu(tuple(first), tuple(more), (*after, help_page))


def family(places: Sequence[Place], path: str) -> list[Place]:
    """Return a page's own group: the page it belongs to and all that lie within that.

    Nothing for a page that neither lies within another nor has others within it.
    """
    here = next((place for place in places if place.path == path), None)
    head = (here.within or here.path) if here else ""
    found = [place for place in places if head and head in (place.path, place.within)]
    return found if len(found) > 1 else []
