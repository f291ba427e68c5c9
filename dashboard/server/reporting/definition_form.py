"""What the form of a report definition holds: as it is stored, and as somebody typed it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from flask import request

from dashboard.indicators import INDICATORS
from dashboard.reports.part_order import arranged
from dashboard.reports.parts import PARTS
from dashboard.server.plain import field
from data.changes.definitions import Form
from data.definitions import Definition
from data.returns.problems import Problem
from data.schema.reports import MOST

HEAD: Final = ("code", "name", "audience", "funder", "title", "partnership_code")
# What fields of places and headings are called, before the name of the part.
PLACE: Final = "place:"
HEADING: Final = "heading:"
FIGURE: Final = "figure:"
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Typed:
    """What the fields hold.

    Attributes:
        head: Those of the report itself.
        places: The place of each section that has one, by its name.
        headings: Its own heading, where it has one.
        figures: The place of each figure that has one, by its id.
    """

    head: Cells
    places: Cells
    headings: Cells
    figures: Cells


class Line(NamedTuple):
    """A line of the form: a section or a figure.

    Attributes:
        name: What it is called in the form.
        label: What people call it.
        place: What stands in the field of its place.
        heading: What stands in that of its heading.
    """

    name: str
    label: str
    place: str
    heading: str = ""


def of(definition: Definition) -> Typed:
    """Return a definition as its form shows it."""
    head = {
        "code": definition.code,
        "name": definition.name,
        "audience": definition.audience,
        "funder": definition.funder,
        "title": definition.title,
        "partnership_code": definition.partnership,
    }
    places = {name: str(place) for place, name in enumerate(definition.sections, 1)}
    figures = {name: str(place) for place, name in enumerate(definition.indicators, 1)}
    return Typed(head, places, definition.sections, figures)


def of_copy(definition: Definition) -> Typed:
    """Return the form of another one that is like it."""
    found = of(definition)
    blank = {"code": "", "name": "", "partnership_code": ""}
    return Typed({**found.head, **blank}, found.places, found.headings, found.figures)


def typed() -> Typed:
    """Return what somebody typed."""
    head = {name: field(name).strip() for name in HEAD}
    return Typed(head, _named(PLACE), _named(HEADING), _named(FIGURE))


def _named(prefix: str) -> Cells:
    return {
        name.removeprefix(prefix): value.strip()
        for name, value in request.form.items()
        if name.startswith(prefix) and value.strip()
    }


def form(before: Definition, typed: Typed, seen: str) -> Form:
    """Return what is to be stored: who got another place has it, and the others make room."""
    code = typed.head["code"]
    sections = _placed(list(before.sections), typed.places)
    figures = _placed(before.indicators, typed.figures)
    return Form(
        head=typed.head,
        sections=[
            {"report_code": code, "section": name, "place": place, "heading": heading}
            for name, place in sections.items()
            for heading in [typed.headings.get(name, "")]
        ],
        indicators=[
            {"report_code": code, "indicator": name, "place": place}
            for name, place in figures.items()
        ],
        seen=seen,
    )


def _placed(before: Sequence[str], typed: Cells) -> Cells:
    """Return the place of each name, blank for whoever has none any longer."""
    left = dict.fromkeys((name for name in before if name not in typed), "")
    if not all(_is_place(value) for value in typed.values()):
        # The check of files says what is wrong with it.
        return {**typed, **left}
    asked = {name: int(value) for name, value in typed.items()}
    ordered = arranged(before, asked)
    return {**{name: str(place) for place, name in enumerate(ordered, 1)}, **left}


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < len(str(MOST)) + 1 and int(text) > 0


def sections(before: Definition, values: Typed) -> list[Line]:
    """Return a line for each section: those of the definition first, in order."""
    names = [*before.sections, *(name for name in PARTS if name not in before.sections)]
    return [
        Line(name, PARTS[name], values.places.get(name, ""), values.headings.get(name, ""))
        for name in names
        if name in PARTS
    ]


def topics(values: Typed) -> dict[str, list[Line]]:
    """Return a line for each figure, by topic."""
    found: dict[str, list[Line]] = {}
    for key, each in INDICATORS.items():
        line = Line(key, each.name, values.figures.get(key, ""))
        found.setdefault(each.topic, []).append(line)
    return found


def field_and_words(problem: Problem, before: Definition, values: Typed) -> tuple[str, str]:
    """Return the field that a problem is about, and the problem in words."""
    prefixes = {"place": PLACE, "heading": HEADING}
    name = _row_of(problem, before, values)
    where = problem.column
    if problem.sheet == "report_section" and name:
        where = prefixes.get(problem.column, PLACE) + name
        label = f"{PARTS.get(name, name)}, {problem.column}"
    elif problem.sheet == "report_indicator" and name:
        where = FIGURE + name
        label = f"{INDICATORS[name].name if name in INDICATORS else name}, {problem.column}"
    else:
        label = problem.column.replace("_code", "").replace("_", " ").capitalize()
    value = f" “{problem.value}”" if problem.value else ""
    return where, f"{label}{value}: {problem.words}"


def _row_of(problem: Problem, before: Definition, values: Typed) -> str:
    """Return the name of the section or figure of a problem's row; blank for neither."""
    made = form(before, values, "")
    rows = {"report_section": made.sections, "report_indicator": made.indicators}
    found = rows.get(problem.sheet, [])
    names: Iterator[str] = (
        row.get("section") or row.get("indicator") or ""
        for number, row in enumerate(found, 1)
        if number == problem.row
    )
    return next(names, "")
