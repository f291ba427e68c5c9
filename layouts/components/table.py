"""A table of numbers with headings that assistive technology can follow."""

from dash import html
from dash.development.base_component import Component

from dashboard.views.view import Cell, Names, Table
from layouts.components.origin import badge


def table(content: Table, caption: str, names: Names) -> Component:
    """Return a table in a frame that scrolls sideways where there is no room for it."""
    headings = [html.Th(text, scope="col") for text in content.columns]
    rows = [html.Tr(_cells(row, names)) for row in content.rows]
    parts = [
        html.Caption(caption),
        html.Thead(html.Tr(headings)),
        html.Tbody(rows),
    ]
    if content.footer:
        parts.append(html.Tfoot(html.Tr(_cells(content.footer, names))))
    return html.Div(html.Table(parts, className="numbers"), className="table-scroll")


def _cells(row: tuple[Cell, ...], names: Names) -> list[Component]:
    heading, *others = row
    first = html.Th([heading.text, *badge(heading.text, names)], scope="row")
    return [first, *(_cell(cell) for cell in others)]


def _cell(cell: Cell) -> Component:
    kinds = ["number" if isinstance(cell.value, int | float) else "words"]
    kinds += [f"tone-{cell.tone}"] if cell.tone else []
    return html.Td(cell.text, className=" ".join(kinds))
