"""The few pieces of Markdown that the generated pages are made of."""

from collections.abc import Iterable, Sequence

GENERATED = (
    "<!-- Written by `make docs` from the declarations in the code: change those, not this. -->"
)


def page(title: str, *blocks: str) -> str:
    """Return a whole page."""
    return "\n\n".join((GENERATED, f"# {title}", *blocks)) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a vertical bar in a cell would end it, so it is written as an entity."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "&#124;") for cell in line) + " |" for line in lines
    )


def bullets(items: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {item}" for item in items)


def codes(values: Iterable[str]) -> str:
    """Return codes, one after the other."""
    return ", ".join(f"`{value}`" for value in values)


def anchor(heading: str) -> str:
    """Return the anchor that a heading of plain words gets."""
    kept = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -_")
    return kept.replace(" ", "-")
