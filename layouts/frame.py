"""A page from its scene: as a whole, or as new values for the page that is there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs, ids
from dashboard.changed import Called
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.looking_back import Shown
from dashboard.scene import Scene
from dashboard.views.targets import target_to_judge_by
from dashboard.views.view import Drawn
from dashboard.wording import SERVICE
from data.editions.edition import Edition
from data.options import Options
from data.selection import Selection
from layouts.components import figure_card, filter_bar, headline
from layouts.components.needs_attention import needs_attention
from layouts.page import Page
from layouts.shell_slots import moving, shell_slots
from layouts.slots import Slots, filled
from layouts.static_parts import settled, static_children

Pictures = Mapping[str, Drawn]
Answer = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """What goes to the browser.

    Attributes:
        title: Of the browser's tab.
        shape: Which page it is and which of its views are charts: what can't change in place.
        shell_slots: New values for the frame that every page shares.
        values: New values for the page, where one of this shape is there already.
        page: Which page it is.
        edition: The edition that it shows; nothing for the data as they are at present.
        offered: What each filter offers, for a browser that has been shown another state.
        charted: Which of its views are charts, by name.
        shown: What to compare with what somebody saw before.
    """

    title: str
    shape: str
    shell_slots: Slots
    values: Slots
    page: Page
    edition: Edition | None
    offered: Slots
    charted: Mapping[str, bool]
    shown: Shown

    @property
    def content(self) -> Component:
        """The page as a whole, for a browser that shows another one."""
        return filled(html.Div(_content(self.page, self.charted)), self.values)

    def answer(self, mounted: str, own: Slots) -> Answer:
        """Return what the browser must show.

        Args:
            mounted: The shape of the page that is there.
            own: What is somebody's own on the page.
        """
        # The ways out of an edition stand above the page itself.
        above = {name: own[name] for name in own if name == ids.EDITION}
        own = {name: own[name] for name in own if name != ids.EDITION}
        slots = self.shell_slots | above | {ids.MOUNTED: {"data": self.shape}}
        if mounted == self.shape:
            slots = moving(slots) | self.values | own
        else:
            # Its last word is the edition; filters offer at first what there is without one.
            if mounted.rpartition(" ")[2] != self.shape.rpartition(" ")[2]:
                slots |= self.offered
            slots |= {ids.CONTENT: {"children": settled(filled(self.content, own))}}
        # What is alike stands together, which makes the answer shorter when it is compressed.
        together = dict(sorted(slots.items(), key=lambda slot: sorted(slot[1])))
        return {"title": self.title, "slots": together}


def asks(page: Page, selection: Selection) -> list[Ask]:
    """Return every question of a page."""
    found = [
        Ask(each, selection)
        for key in page.headlines
        for each in (INDICATORS[key], target_to_judge_by(key))
    ]
    return [*found, *(ask for view in page.views for ask in view.asks(selection))]


def shown(pages: Iterable[Page], day: date) -> list[Indicator]:
    """Return every indicator, and what the views of the pages ask besides."""
    asked = [ask.indicator for page in pages for ask in asks(page, Selection(day))]
    return [*INDICATORS.values(), *asked]


def frame(
    page: Page, pages: Sequence[Page], scene: Scene, options: Options, pictures: Pictures
) -> Frame:
    """Return a page of views that were drawn."""
    values = _values(page, scene, pictures)
    charted = {name: picture.figure is not None for name, picture in pictures.items()}
    charts = "".join("c" if chart else "t" for chart in charted.values())
    edition = scene.asked.edition
    return Frame(
        title=f"{page.title} \u2013 {SERVICE}",
        # Pages that say why there is nothing to see have no path of their own.
        shape=f"{page.path or page.title} {charts} {edition.number if edition else ''}",
        shell_slots=shell_slots(page, pages, scene, options),
        values=values,
        page=page,
        edition=edition,
        offered=filter_bar.offered(options),
        charted=charted,
        shown=_shown(page, scene),
    )


def _shown(page: Page, scene: Scene) -> Shown:
    asks = [Ask(INDICATORS[key], scene.selection) for key in page.headlines]
    return Shown(
        address=hrefs.link(page.path, scene.asked.query),
        partnerships=scene.selection.partnerships,
        version=scene.version.number,
        sequence=scene.sequence,
        figures={ask.indicator.id: scene.answers[ask][0] for ask in asks},
        called=Called(scene.names.partnerships, scene.names.organisations),
    )


def _content(page: Page, charted: Mapping[str, bool]) -> list[Component]:
    cards = [headline.skeleton(INDICATORS[key]) for key in page.headlines]
    views = [figure_card.skeleton(view, page, charted=charted[view.name]) for view in page.views]
    parts: list[Component] = []
    if cards:
        heading = html.H2("Headline figures", className="visually-hidden")
        parts.append(html.Section([heading, html.Div(cards, className="headlines")]))
    if page.looks_back:
        parts.append(html.Div(id=ids.SINCE))
    if page.attention:
        parts.append(html.Div(id=ids.ATTENTION))
    if views:
        parts.append(html.Div(views, className="views"))
    if page.lists:
        parts.append(html.Div(id=ids.LISTS, className="views"))
    if page.beside:
        parts.append(html.Div(id=ids.EXTRA))
    return parts


def _values(page: Page, scene: Scene, pictures: Pictures) -> Slots:
    found: Slots = {}
    for key in page.headlines:
        ask = Ask(INDICATORS[key], scene.selection)
        (figure,) = scene.answers[ask]
        found |= headline.slots(ask.indicator, figure, scene)
    if page.attention:
        found[ids.ATTENTION] = static_children(needs_attention(scene))
    for view in page.views:
        found |= figure_card.slots(view, pictures[view.name], scene, page)
    if page.beside:
        found[ids.EXTRA] = static_children(*page.beside(scene))
    return found
