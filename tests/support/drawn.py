"""What stands on a page, read from the answer that goes to the browser."""

import json
from dataclasses import dataclass

from dashboard import ids
from layouts.static_parts import SWAPPED
from tests.support.application import question


@dataclass(frozen=True)
class Headline:
    """A headline's figure: its raw value, its state, and the words of its card."""

    value: float | None
    status: str
    words: str


class Drawn:
    """A page as it was answered to a browser that had none before."""

    def __init__(self, answer):
        self.slots = answer["slots"]
        self.content = self.slots[ids.CONTENT]["children"]

    @property
    def words(self):
        """Every word in its content, tables included."""
        return said(self.content)

    def headline(self, indicator):
        """The figure of a headline."""
        card = found(self.content, ids.headline(indicator, "card"))
        value = card["data-value"]
        return Headline(float(value) if value else None, card["data-status"], said(card))

    def value(self, indicator):
        """The raw value of a headline; `None` where it has none."""
        return self.headline(indicator).value

    def table(self, view):
        """The cells of a view's table by the heading of their row, the foot included."""
        return rows(found(self.content, ids.view(view, "table")))

    def cells(self, view, heading):
        """The cells of one row by the heading of their column."""
        return dict(zip(self.columns(view)[1:], self.table(view)[heading], strict=True))

    def columns(self, view):
        """The headings of a view's table."""
        head = _part(found(self.content, ids.view(view, "table")), "thead")
        return [words(cell) for cell in head[0][2]]

    def said_of(self, name):
        """The words of a part of a page, by its id."""
        return said(found(self.content, name))


def look(browser, path, search=""):
    """Return a page as somebody's browser is shown it."""
    answer = browser.send("/_dash-update-component", question(path, search))
    assert answer.status_code == 200, answer.text
    return Drawn(answer.get_json()["response"][ids.ANSWER]["data"])


def found(component, name):
    """Return the properties of the component with an id, in what a page is sent as; or nothing."""
    if isinstance(component, list):
        return next((each for part in component if (each := found(part, name))), None)
    if not isinstance(component, dict):
        return None
    props = component.get("props", {})
    if props.get("id") == name:
        return props
    return found(props.get("children"), name) or _plain_one(parts(props), name)


def _plain_one(plain, name):
    for _tag, attributes, inside in elements(plain):
        if attributes.get("id") == name:
            return attributes | {"data-still": json.dumps(inside).translate(SWAPPED)}
    return None


def elements(plain):
    """Yield each plain element in a list of them, in the order in which they stand."""
    for element in (each for each in plain if isinstance(each, list)):
        yield element
        yield from elements(element[2])


def said(component):
    """Return the words of a component and of all within it."""
    if isinstance(component, list):
        return " ".join(map(said, component))
    if not isinstance(component, dict):
        return "" if component is None else str(component)
    props = component.get("props", component)
    still = " ".join(map(words, parts(props)))
    return f"{still} {said(props.get('children'))}".strip()


def parts(props):
    """Return the plain elements that a component bears."""
    return json.loads(props.get("data-still", "[]").translate(SWAPPED))


def rows(props):
    """Return the cells of a table by the heading of their row."""
    body = [*_part(props, "tbody"), *_part(props, "tfoot")]
    return {words(row[2][0]): [words(cell) for cell in row[2][1:]] for row in body}


def words(part):
    """Return the words of a plain element."""
    if isinstance(part, str):
        return part
    return part[1].get("alt", "") + "".join(words(each) for each in part[2])


def _part(props, name):
    (frame,) = parts(props)
    return [row for part in frame[2][0][2] if part[0] == name for row in part[2]]
