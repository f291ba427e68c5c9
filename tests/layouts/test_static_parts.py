"""Parts of a page as plain elements: what goes to the browser for a script to make."""

import json

import pytest
from dash import dcc, html

from layouts.attributes import marked
from layouts.static_parts import SWAPPED, settled, static


def inside(component):
    """The static parts that a component bears."""
    return json.loads(getattr(component, "data-still").translate(SWAPPED))


def sent(*parts):
    return inside(static(*parts))


def test_a_part_is_its_tag_its_attributes_and_what_is_in_it():
    assert sent(html.Td("29", className="number")) == [["td", {"class": "number"}, ["29"]]]


def test_parts_lie_within_each_other():
    assert sent(html.Tr([html.Th("North"), html.Td("0")])) == [
        ["tr", {}, [["th", {}, ["North"]], ["td", {}, ["0"]]]]
    ]


def test_a_number_becomes_its_text():
    assert sent(html.Td(0)) == [["td", {}, ["0"]]]


def test_nothing_is_left_out_without_a_trace_of_it():
    assert sent(html.P(), html.P([None, "a"])) == [["p", {}, []], ["p", {}, ["a"]]]


def test_marks_are_kept():
    assert sent(marked(html.P("a"), {"data-value": "1"})) == [["p", {"data-value": "1"}, ["a"]]]


def test_marks_in_text_stay_as_they_are():
    assert sent(html.Td('a `b` "c" \\')) == [["td", {}, ['a `b` "c" \\']]]


def test_what_is_sent_needs_no_second_marks_in_an_answer():
    assert '"' not in getattr(static(html.Td("29", className="number")), "data-still")


def test_text_stays_text():
    assert sent(html.Td("<img onerror=x>")) == [["td", {}, ["<img onerror=x>"]]]


def test_what_no_callback_speaks_of_settles_into_plain_elements():
    part = settled(html.Div(html.P("a", id="words", hidden=False)))
    assert inside(part) == [["p", {"id": "words"}, ["a"]]]
    assert part.children is None


@pytest.mark.parametrize(
    "spoken_of",
    [dcc.Graph(id="chart"), html.Summary("More", n_clicks=0), html.Div(id={"type": "body"})],
    ids=["a chart", "what is clicked", "an id that is a pattern"],
)
def test_what_a_callback_speaks_of_stays_a_component_with_all_around_it(spoken_of):
    words = html.P(html.Strong("a"))
    part = settled(html.Div([words, html.Section(spoken_of)]))
    assert part.children[1].children == [spoken_of]
    assert inside(words) == [["strong", {}, ["a"]]]


def test_static_parts_within_others_are_sent_once():
    part = settled(html.Div(html.Section(static(html.Td("a", hidden=True)))))
    assert inside(part) == [["section", {}, [["div", {}, [["td", {"hidden": ""}, ["a"]]]]]]]
