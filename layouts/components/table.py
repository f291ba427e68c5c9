"""A table of numbers with headings that assistive technology can follow."""

from dash import html
from dash.development.base_component import Component

from dashboard.views.view import Cell, Names, Table
from layouts.components.origin import badge


def table(content: Table, caption: str, names: Names) -> Component:
    """Return a table in a frame that scrolls sideways where there is no room for it."""
    kinds = _kinds(content)
    headings = [
        html.Th(text, scope="col", className=kind)
        for text, kind in zip(content.columns, kinds, strict=True)
    ]
    parts = [
        html.Caption(caption, className="visually-hidden"),
        html.Thead(html.Tr(headings)),
        html.Tbody([_row(row, kinds, names) for row in content.rows]),
    ]
    if content.footer:
        parts.append(html.Tfoot(_row(content.footer, kinds, names)))
    return html.Div(html.Table(parts, className="numbers"), className="table-scroll")


def _kinds(content: Table) -> list[str]:
    # A column is one of numbers if any of its cells holds one.
    columns = [[row[place] for row in content.rows] for place in range(len(content.columns))]
    return [
        "number" if any(isinstance(cell.value, int | float) for cell in column) else "words"
        for column in columns
    ]


def _row(row: tuple[Cell, ...], kinds: list[str], names: Names) -> Component:
    heading, *others = row
    first = html.Th([heading.text, *badge(heading.text, names)], scope="row")
    cells = [_cell(cell, kind) for cell, kind in zip(others, kinds[1:], strict=True)]
    return html.Tr([first, *cells])


def _cell(cell: Cell, kind: str) -> Component:
    classes = [kind]
    classes += [f"tone-{cell.tone}"] if cell.tone else []
    classes += ["missing"] if cell.value is None else []
    return html.Td(cell.text, className=" ".join(classes))
