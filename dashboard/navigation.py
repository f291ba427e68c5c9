"""Where one can go: every page by its name, in the order of the navigation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final


@dataclass(frozen=True)
class MenuEntry:
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
    MenuEntry("Actions", "/actions/", more=True, loaded=True, live=True),
    MenuEntry("Reports", "/reports/", loaded=True),
)


@dataclass(frozen=True)
class Menu:
    """The navigation of every page.

    Attributes:
        first: Places that stand in the open, in their order.
        more: Those behind *More*.
        last: What comes after *More*: reports, and help.
    """

    first: tuple[MenuEntry, ...]
    more: tuple[MenuEntry, ...]
    last: tuple[MenuEntry, ...]


def menu(entries: Iterable[MenuEntry], *, live: bool = True) -> Menu:
    """Return the navigation of entries; the last of them is the help.

    Args:
        entries: The pages of figures.
        live: Whether for somebody who may read how things are at present.
    """
    alone = [entry for entry in entries if not entry.within]
    loaded = [entry for entry in LOADED if live or not entry.live]
    *first, help_page = [entry for entry in alone if not entry.more]
    more = [entry for entry in chain(alone, loaded) if entry.more]
    after = [entry for entry in loaded if not entry.more]
    return Menu(tuple(first), tuple(more), (*after, help_page))


def family(entries: Sequence[MenuEntry], path: str) -> list[MenuEntry]:
    """Return a page's own group: the page it belongs to and all that lie within that.

    Nothing for a page that neither lies within another nor has others within it.
    """
    here = next((entry for entry in entries if entry.path == path), None)
    head = (here.within or here.path) if here else ""
    found = [entry for entry in entries if head and head in (entry.path, entry.within)]
    return found if len(found) > 1 else []
