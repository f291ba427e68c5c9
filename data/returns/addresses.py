"""Addresses of cells, as Excel writes them."""

import re

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LETTERS = 26


def letters(position: int) -> str:
    """Return what Excel calls the column at a position counted from 0."""
    found = ""
    number = position + 1
    while number:
        number, letter = divmod(number - 1, LETTERS)
        found = chr(ord("A") + letter) + found
    return found


def address(position: int, row: int) -> str:
    """Return the Excel address of the cell at a position counted from 0."""
    return f"{letters(position)}{row}"


def corner(place: str) -> tuple[int, int]:
    """Return row and column of a cell's address, counted from 1.

    Raises:
        ValueError: There is no such cell.
    """
    match = ADDRESS.fullmatch(place)
    if not match:
        raise ValueError(place)
    column = 0
    for letter in match[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    row = int(match[2])
    if row > LAST_ROW or column > LAST_COLUMN:
        raise ValueError(place)
    return row, column
