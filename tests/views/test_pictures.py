"""A view is drawn again only where it would look otherwise."""

from dataclasses import replace
from datetime import date

from dashboard.addresses import Asked
from dashboard.scene import Scene
from dashboard.views.pictures import Pictures
from dashboard.views.view import Drawn, Names, Table, View
from data.selection import Selection

SELECTION = Selection(date(2026, 2, 1))
ASK = "how many"


def view():
    """A view that counts how often it is drawn."""
    drawn = []

    def draw(answers, names, selection):
        drawn.append(answers[ASK])
        return Drawn(f"Drawn {len(drawn)} times", "", "", Table((), ()))

    return View("counted", "Counted", (), lambda selection: (ASK,), draw)


def scene(*figures, partnerships=None):
    names = Names(partnerships or {}, {}, {}, {}, {}, {})
    asked = Asked(SELECTION, "")
    return Scene(asked, None, names, {ASK: list(figures)}, (), {})


def test_a_view_with_the_same_answers_is_not_drawn_again():
    pictures, counted = Pictures(), view()
    pictures.draw(counted, scene(1))
    assert pictures.draw(counted, scene(1)).title == "Drawn 1 times"


def test_a_view_with_another_answer_is_drawn_again():
    pictures, counted = Pictures(), view()
    pictures.draw(counted, scene(1))
    assert pictures.draw(counted, scene(2)).title == "Drawn 2 times"


def test_a_view_of_partners_with_other_names_is_drawn_again():
    pictures, counted = Pictures(), view()
    pictures.draw(counted, scene(1))
    renamed = scene(1, partnerships={"north": "The North"})
    assert pictures.draw(counted, renamed).title == "Drawn 2 times"


def test_another_selection_is_another_picture():
    pictures, counted = Pictures(), view()
    pictures.draw(counted, scene(1))
    other = scene(1)
    narrower = replace(
        other, asked=replace(other.asked, selection=SELECTION.only(levels=("final",)))
    )
    assert pictures.draw(counted, narrower).title == "Drawn 2 times"
