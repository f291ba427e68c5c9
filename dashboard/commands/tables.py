"""Rows of words, set as a text table."""

from collections.abc import Iterable, Sequence

GAP = "  "


def as_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines of text under their headings, in columns that line up."""
    lines = [[_one_line(word) for word in row] for row in (headings, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        GAP.join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _one_line(word: str) -> str:
    return " ".join(word.split())
