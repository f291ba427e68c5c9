"""Parts of a page as plain elements: what goes to the browser for a script to make."""

import json

from dash import html

from layouts.attributes import marked
from layouts.static_parts import SWAPPED, static


def sent(*parts):
    return json.loads(getattr(static(*parts), "data-still").translate(SWAPPED))


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
