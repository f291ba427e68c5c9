"""What a page is: its address, its words, its headlines and its views."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.listing import Listing
from dashboard.navigation import MenuEntry
from dashboard.scene import Scene
from dashboard.views.view import View
from data.options import Options

Beside = Callable[[Scene], Sequence[Component]]
Own = Mapping[str, tuple[str, ...]]
Pairs = tuple[tuple[str, str], ...]
Made = Callable[[str, Own, Options], "Page | None"]


@dataclass(frozen=True)
class Page:
    """One address in the application.

    Attributes:
        path: Where it lives.
        title: Its name in the navigation, its heading and the browser tab.
        lead: The question it answers, in one or two sentences.
        headlines: Ids of the indicators whose figures stand first, in order.
        views: Its charts and tables, in order.
        lists: What each person sees their own of, in order; stands after the views.
        beside: Makes what is neither, from the same figures; stands at the end.
        looks_back: Whether it tells what of its headlines has changed since one's last visit.
        attention: Whether it tells what needs a decision.
        filtered: Whether the filters say anything about it.
        within: Path of the page that it belongs to, under whose heading it is linked.
        called: What it is called among those, where its title says more than is needed there.
        more: Whether the navigation lists it under *More*.
        made: Makes it anew from what its address says besides the filters, and the pages below it:
            what follows its path, parameters of its own and what there is in, a page out; nothing
            where there is none.
        of: Code of the organisation whose page it is; its figures are that one's alone.
        own: The parameters of its own that hold, as pairs of name and value.
        unknown: Name and value of those that its address asks for in vain.
        records: Names of what it shows that is no figure, as ``data.records`` has them.
    """

    path: str
    title: str
    lead: str
    headlines: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    lists: tuple[Listing, ...] = ()
    beside: Beside | None = None
    looks_back: bool = False
    attention: bool = False
    filtered: bool = True
    within: str = ""
    called: str = ""
    more: bool = False
    made: Made | None = None
    of: str = ""
    own: Pairs = ()
    unknown: Pairs = ()
    records: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in ids and in the addresses of its files."""
        return self.menu_entry.slug

    @property
    def menu_entry(self) -> MenuEntry:
        """Itself as the navigation knows it."""
        sections = tuple((view.name, view.heading) for view in self.views)
        return MenuEntry(
            self.title,
            self.path,
            self.within,
            self.more,
            called=self.called,
            sections=sections,
        )
