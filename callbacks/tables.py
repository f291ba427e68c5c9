"""One chart, table or list of a page by itself: as a file, and where its numbers lead."""

from collections.abc import Callable

from dashboard.editions.standpoint import At, Standpoint
from dashboard.scene import Scene, gather
from dashboard.views.view import View
from dashboard.visits import visit
from data.options import Options
from data.people.person import Person
from data.reader import Snapshot
from layouts import files
from layouts.components.cell_links import cell_links
from layouts.page_finder import Found

Read = Callable[[Snapshot, str, str, Standpoint], tuple[Options, Found]]
Who = Callable[[], Person]


class Tables:
    """Gives charts, tables and lists one by one."""

    def __init__(self, at: At, read: Read, who: Who) -> None:
        """Keep what is needed to give them.

        Args:
            at: Returns from where whoever asks looks with a query.
            read: Returns the choices, and the page of an address or of a name in files.
            who: Returns who asks.
        """
        self._at = at
        self._read = read
        self._who = who

    def file(self, slug: str, name: str, search: str) -> bytes | None:
        """Return one chart or list as a CSV file; nothing where there is none of the name.

        Raises:
            DeniedError: It is a list of which whoever asks may see nothing.
        """
        if found := self.scene(slug, name, search):
            return files.of_view(*found)
        person, at = self._who(), self._at(search)
        # The rows that people work from are those of today.
        if at.edition:
            return None
        with at.reader.snapshot() as snapshot:
            known, one = self._read(snapshot, slug, search, at)
            for listing in one.page.lists:
                if listing.name == name:
                    return files.of_list(listing, visit(person, snapshot, known, one.asked, at))
        return None

    def leads(self, slug: str, name: str, search: str) -> dict[str, list[str]] | None:
        """Return where the numbers of one table lead, by row; nothing where there is none."""
        found = self.scene(slug, name, search)
        return cell_links(*found[:2]) if found else None

    def scene(self, slug: str, name: str, search: str) -> tuple[View, Scene, Options] | None:
        """Return a view of a page with the scene to draw it from; nothing where there is none."""
        at = self._at(search)
        with at.store.snapshot() as snapshot:
            known, one = self._read(snapshot, slug, search, at)
            view = next((view for view in one.page.views if view.name == name), None)
            if view is None:
                return None
            wanted = view.asks(one.exact.selection)
            return view, gather(at.bench(snapshot), known, one.exact, wanted), known
