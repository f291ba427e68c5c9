"""A map of equal squares: a block a region, a square for it and for each council in it."""

from collections.abc import Sequence
from typing import Final

from dashboard.views.view import Block, Cell
from layouts.components.table import MISSING, Link
from layouts.static_parts import Plain, element

HIDDEN: Final = {"class": "visually-hidden"}
SHOWN: Final = {"aria-hidden": "true"}


def tile_map(blocks: Sequence[Block], link: Link) -> Plain:
    """Return the map.

    Args:
        blocks: The regions, in the order of reading.
        link: Makes the address of what a square leads to.
    """
    return element("ul", [_block(block, link) for block in blocks], {"class": "tile-map"})


def _block(block: Block, link: Link) -> Plain:
    column, row = block.place
    place = {"style": f"--column: {column}; --row: {row}"}
    tiles = [_tile(name, number, link) for name, number in block.tiles]
    return element("li", [element("ul", tiles)], {"class": "block", **place})


def _tile(name: Cell, number: Cell, link: Link) -> Plain:
    kind = "missing" if number.text in MISSING or not number.text else f"tone-{number.tone}"
    said = ", ".join(part for part in (str(name.value), number.text, number.aside) if part)
    content: list[Plain] = [
        element("span", [said], HIDDEN),
        element("span", [name.text], {"class": "name", **SHOWN}),
        element("span", [number.text], {"class": "of", **SHOWN}),
    ]
    address = link(name)
    inside = element("a", content, {"href": address}) if address else element("span", content)
    return element("li", [inside], {"class": f"tile {kind}{' whole' if name.only[0] else ''}"})
