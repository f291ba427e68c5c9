"""The questions to the records that claims raise, and the claims held against the answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.evidence.ties import Tie, tie
from dashboard.evidence.verdicts import Held, held
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views.view import Answers
from data.claims import Claim, chosen
from data.selection import Dimension, Selection

BY: tuple[Dimension, ...] = ("partnership", "academic_year")


@dataclass(frozen=True)
class Claims:
    """What documents say, and how to hold it against the records.

    Attributes:
        every: All claims that somebody may read.
    """

    every: tuple[Claim, ...]

    def asks(self, selection: Selection) -> tuple[Ask, ...]:
        """Return the questions about the claims that the filters let pass."""
        ties = (tie(claim) for claim in chosen(self.every, selection) if claim.year)
        found = (ask for each in ties if each for ask in _asks(each, selection))
        return tuple(dict.fromkeys(found))

    def held(self, answers: Answers, selection: Selection) -> list[Held]:
        """Return the claims that the filters let pass, each held against the records."""
        return [
            held(claim, measured, _figure(claim, measured, answers, selection))
            for claim in chosen(self.every, selection)
            for measured in (tie(claim),)
        ]


def indicators(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return ids of the figures that measure some claims, each once."""
    ties = (tie(claim) for claim in claims)
    return tuple(dict.fromkeys(each.indicator.id for each in ties if each))


def _asks(tie: Tie, selection: Selection) -> tuple[Ask, ...]:
    of_it = _of_the_whole(tie, selection)
    return tuple(Ask(tie.indicator, of_it, by) for by in (BY, BY[:1]))


def _of_the_whole(tie: Tie, selection: Selection) -> Selection:
    """Return the selection that a claim is about: a whole partnership, whoever entered it."""
    return Selection(
        selection.as_at,
        partnerships=selection.partnerships,
        levels=tie.levels,
        areas=tie.areas,
        basis=selection.basis,
    )


def _figure(claim: Claim, tie: Tie | None, answers: Answers, selection: Selection) -> Figure | None:
    """Return what the records show; nothing where there are none of that partnership and year."""
    if tie is None or not claim.year:
        return None
    of_it = _of_the_whole(tie, selection)
    key = (claim.partnership, claim.year)
    for figure in answers[Ask(tie.indicator, of_it, BY)]:
        if figure.key == key:
            return figure
    # Without rows of that year it matters whether anything of the partnership has arrived.
    wholes = {figure.key[0]: figure for figure in answers[Ask(tie.indicator, of_it, BY[:1])]}
    whole = wholes.get(claim.partnership)
    return whole if whole and whole.value is None else None
