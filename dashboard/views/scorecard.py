"""One partner's scorecard: each figure with its course, target, last year, region and peers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dashboard import sentences, units, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import Standing, Verdict
from dashboard.sentences import Claim, Noun
from dashboard.theme import CHIPS
from dashboard.views import answering, captions
from dashboard.views.partner_comparison import Comparison, Row
from dashboard.views.peers import Peers
from dashboard.views.scorecard_figures import shown
from dashboard.views.sparkline import sparkline
from dashboard.views.view import Answers, Cell, Choice, Drawn, Names, Table, View
from data.calendar import last_day, year_before
from data.partners import Partner
from data.selection import Selection

NAME: Final = "scorecard"
FIGURES: Final = Noun("figure with a target", "figures with a target")
BEHIND: Final = Claim("is behind it", "are behind it", "is not behind it")
TOTAL: Final = "total"
# Where there are no filters to take away, the title ends before it.
FOR_FILTERS: Final = " for these filters"
NOTES: Final = (
    (
        "Over the years",
        "Each academic year's figure; broken where it is missing, and hollow at "
        "the end where the year has not ended. The numbers stand in the table below.",
    ),
    (
        "Status",
        "Judged only where every return is in, the year has ended and no filter leaves out "
        "part of the partner's work; the rule stands beside it.",
    ),
    (
        "Region",
        "All partners of the region that you may see, this one among them. Placements "
        "count in the region of the partner's own side: of universities, or of employers.",
    ),
    (
        "Peers",
        "The rows of all peers taken together as if they were one partner, this one left "
        "out: a share of the whole, not a mean of their shares. Of a count it is their total; of "
        "days since returns were confirmed, the longest.",
    ),
)


def view(
    partner: Partner, peers: Peers, every: Sequence[str], choices: tuple[Choice, ...] = ()
) -> View:
    """Return the scorecard of a partner.

    Args:
        partner: Whose it is.
        peers: Whom to compare it with.
        every: The academic years to show its figures of.
        choices: What its reader may choose of those.
    """
    ids = shown(partner.kind)
    comparison = Comparison(partner, peers, tuple(INDICATORS[key] for key in ids), every)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        rows = comparison.rows(answers, selection)
        title = _title(rows)
        one_year = captions.of_one_year(selection)
        words = captions.subtitle(_about(partner, peers), one_year, names)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined("Table of a partner's figures beside others", title),
            table=Table(
                _columns(partner, one_year, names),
                tuple(_cells(row, partner, peers) for row in rows),
            ),
        )

    return View(
        NAME,
        "Scorecard",
        ids,
        comparison.asks,
        draw,
        choices=choices,
        note=captions.explained(NOTES),
    )


def _about(partner: Partner, peers: Peers) -> str:
    return f"{wording.KINDS[partner.kind]} beside its region and its peers ({peers.words})"


def _columns(partner: Partner, selection: Selection, names: Names) -> tuple[str, ...]:
    (year,) = selection.years
    return (
        "Figure",
        "Over the years",
        headed(year, selection),
        "Target",
        "Status",
        year_before(year),
        names.regions.get(partner.region or "", "Region"),
        "Peers taken together",
    )


def headed(year: str, selection: Selection) -> str:
    """Return an academic year as a heading, which says where it goes on."""
    return f"{year}, not ended" if selection.as_at < last_day(year) else year


def _title(rows: Sequence[Row]) -> str:
    found = finding({row.indicator.name: row.standing.verdict for row in rows})
    return found or f"No figure can be held against a target{FOR_FILTERS}"


def finding(standing: Mapping[str, Verdict]) -> str:
    """Return how many figures are behind their targets, and which; nothing if none is judged.

    Args:
        standing: How figures stand, by their names.
    """
    judged = {name: verdict for name, verdict in standing.items() if verdict != "no_data"}
    if not judged:
        return ""
    if len(judged) == 1:
        ((name, verdict),) = judged.items()
        return f"{name}: {CHIPS[verdict].words.lower()}; no other figure can be held to a target"
    behind = [name for name, verdict in judged.items() if verdict == "behind"]
    found = sentences.how_many(behind, list(judged), FIGURES, BEHIND)
    return f"{found}: {sentences.named(behind)}" if behind else found


def _cells(row: Row, partner: Partner, peers: Peers) -> tuple[Cell, ...]:
    unit = row.indicator.unit
    return (
        Cell(row.indicator.name, row.indicator.name),
        sparkline(row.years, unit),
        answering.cell(row.own, unit, base=unit != "count"),
        _target(row.standing, unit),
        _status(row.standing),
        answering.cell(row.before, unit, base=unit != "count"),
        _other(row.region, unit, is_there=partner.region is not None),
        _other(row.peers, unit, is_there=bool(peers.codes)),
    )


def _other(figure: Figure, unit: Unit, *, is_there: bool) -> Cell:
    """Return the figure of several partners: of a count it is their total, and says so."""
    if not is_there:
        return Cell(wording.NOBODY)
    found = answering.cell(figure, unit, base=unit != "count")
    if unit != "count" or figure.value is None:
        return found
    aside = ", ".join(part for part in (TOTAL, found.aside) if part)
    return replace(found, aside=aside)


def _target(standing: Standing, unit: Unit) -> Cell:
    if standing.target is None:
        return Cell(wording.NO_TARGET)
    return Cell(units.WRITING[unit].write(standing.target), standing.target)


def _status(standing: Standing) -> Cell:
    if standing.target is None:
        return Cell(wording.NOT_JUDGED)
    chip = CHIPS[standing.verdict]
    return Cell(chip.words, chip.words, aside=standing.rule, chip=standing.verdict)
