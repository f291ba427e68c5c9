"""Charts and lists as CSV files: the same words and numbers as on the screen."""

from dashboard import comma_separated
from dashboard.listing import IN_A_FILE, Listing, Visit
from dashboard.scene import Scene
from dashboard.views.view import View
from data.options import Options
from data.people.rights import DeniedError
from layouts.components.figure_card import source
from layouts.components.selection_line import selection_line


def of_view(view: View, scene: Scene, options: Options) -> bytes:
    """Return the numbers of one chart, from a scene that holds their answers."""
    drawn = view.draw(scene.answers, scene.names, scene.selection)
    lines = [
        ("Measure, place and period", drawn.subtitle),
        ("Selection", selection_line(scene, options)),
        ("Source", source(view, scene)),
    ]
    return comma_separated.written(drawn.title, lines, drawn.table)


def of_list(listing: Listing, visit: Visit) -> bytes:
    """Return a list as somebody sees it.

    Raises:
        DeniedError: They may see nothing of it.
    """
    listed = listing.read(visit, IN_A_FILE)
    if listed.refused:
        raise DeniedError("read rows")
    lines = [
        ("What is listed, place and period", listed.subtitle),
        ("How it is counted", listing.meaning),
        ("Source", listing.source),
    ]
    return comma_separated.written(listed.title, lines, listed.table)
