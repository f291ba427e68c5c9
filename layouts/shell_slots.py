"""New values for the shell, which surrounds every page, while one page is shown."""

from collections.abc import Sequence
from typing import Final

from dashboard import hrefs, ids
from dashboard.scene import Scene
from data.options import Options
from layouts.components.family import family
from layouts.components.origin import notice
from layouts.components.selection_line import selection_line
from layouts.page import Page
from layouts.slots import Slots
from layouts.static_parts import static_children

# What stays as it is for as long as the page does.
OF_THE_PAGE: Final = {ids.HEADING, ids.LEAD, ids.FILTERS}
CURRENT: Final = "aria-current"


def moving(slots: Slots) -> Slots:
    """Return what of the shell's values may be new where the page has been there before."""
    return {
        name: {key: value for key, value in properties.items() if key != CURRENT}
        for name, properties in slots.items()
        if name not in OF_THE_PAGE
    }


def shell_slots(page: Page, pages: Sequence[Page], scene: Scene, options: Options) -> Slots:
    """Return new values for the shell that every page shares.

    Args:
        page: The page that is shown.
        pages: All of them, in the order of the navigation.
        scene: What is on view.
        options: What there is to choose from.
    """
    query = scene.asked.query
    as_shown = hrefs.joined(query, page.own)
    found: Slots = {
        ids.MAIN: {
            "data-data-version": str(scene.version.number),
            "data-edition": str(scene.asked.edition.number) if scene.asked.edition else "",
        },
        ids.HEADING: {"children": page.title},
        ids.FAMILY: static_children(*family(page, pages, query)),
        ids.LEAD: {"children": page.lead},
        ids.SELECTION_LINE: {"children": selection_line(scene, options)},
        ids.NOTICE: static_children(*notice(scene)),
        ids.FILTERS: {
            "hidden": not page.filtered,
            "className": "filters of-one" if page.of else "filters",
        },
        ids.SAVE_VIEW: {"href": hrefs.to_keep(hrefs.link(page.path, as_shown))},
        ids.HOME: {"href": hrefs.link("/", query)},
    }
    for other in pages:
        if other.within:
            continue
        is_open = other.path == page.path
        current = "page" if is_open else "true" if other.path == page.within else None
        found[ids.nav(other.path)] = {
            "href": hrefs.link(other.path, query),
            CURRENT: current,
        }
    return found
