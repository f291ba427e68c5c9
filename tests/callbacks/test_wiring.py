"""Every id that a callback speaks of is there, and no id is there twice."""

from collections import Counter

import pytest
from dash.development.base_component import Component

from data.returns.sheets import SHEETS
from layouts.grid import grid
from layouts.pages import PAGES
from layouts.static_parts import plain
from tests.support.drawn import elements


def found(component):
    """The ids of the components in a component, which are all that a callback can speak of."""
    parts = [component, *component._traverse()] if isinstance(component, Component) else []
    return [part.id for part in parts if isinstance(getattr(part, "id", None), str)]


def shown(component):
    """The ids in what a browser makes of a component, plain elements included."""
    ids = (attributes.get("id") for _, attributes, _ in elements([plain(component)]))
    return [name for name in ids if isinstance(name, str)]


def spoken_of(application):
    inputs = [
        each["id"]
        for callback in application.callback_map.values()
        for each in (*callback["inputs"], *callback["state"])
    ]
    outputs = [
        output.rsplit(".", 1)[0]
        for key in application.callback_map
        for output in key.strip(".").split("...")
        if "." in output
    ]
    return {name for name in (*inputs, *outputs) if name and not name.startswith("{")}


def test_every_id_of_a_callback_is_in_the_shell_or_on_the_grid(application, shell):
    there = {*found(shell), *found(grid(SHEETS["offers"], [], "/update"))}
    assert spoken_of(application) - there == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_no_id_is_there_twice(shell, drawing, page):
    content = drawing.draw(page.path, "").content
    names = Counter(shown(shell) + shown(content))
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_every_new_value_has_its_place(drawing, page):
    frame = drawing.draw(page.path, "")
    assert set(frame.values) <= set(shown(frame.content))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_every_value_of_the_frame_has_its_place(shell, drawing, page):
    frame = drawing.draw(page.path, "")
    assert set(frame.shell_slots) <= set(shown(shell))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_no_chart_offers_to_send_itself_away(drawing, page):
    content = drawing.draw(page.path, "").content
    graphs = [part for part in content._traverse() if part.__class__.__name__ == "Graph"]
    wanted = {"displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": ""}
    assert [graph.id for graph in graphs if graph.config != wanted] == []
