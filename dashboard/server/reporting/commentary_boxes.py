"""What is typed in the boxes of the page of commentary, and is not stored yet."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import request

from dashboard.reports.passages import Passage
from dashboard.server import plain


class Typed(NamedTuple):
    """What stands in the boxes of one comment.

    Attributes:
        words: The words.
        version: Of the comment, as whoever typed them saw it.
        reason: Why it is to be withdrawn; blank where nobody said so.
    """

    words: str
    version: int
    reason: str


def box(number: int) -> Typed:
    """Return what stands in the boxes of a comment."""
    # A browser ends lines in its own way.
    words = plain.field(f"words-{number}").replace("\r\n", "\n")
    return Typed(words, plain.number(f"version-{number}"), plain.field(f"reason-{number}"))


def typed(found: Iterable[Passage], settled: int) -> dict[int, Typed]:
    """Return what stands in boxes and is not what is stored, by the number of the comment.

    Args:
        found: The passages of the page.
        settled: Number of the comment whose boxes are not typed in any longer.
    """
    every = (one.said for each in found for one in each.spoken)
    boxes = [
        (said, box(said.id))
        for said in every
        if f"words-{said.id}" in request.form and said.id != settled
    ]
    return {said.id: its for said, its in boxes if its.words != said.words or its.reason}
