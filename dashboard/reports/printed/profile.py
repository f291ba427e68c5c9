"""What a profile says of one partner: its scorecard, its years, its mix and its returns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.reports import topics
from dashboard.reports.available import Topic
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource
from dashboard.reports.topics import narrowed
from dashboard.theme import CHIPS
from dashboard.views import mix, partner_words, peers, scorecard, years
from dashboard.views.mix_sides import DEMAND, EDUCATORS, SUPPLY, Side
from dashboard.views.scorecard_figures import shown
from dashboard.views.splits import BY_PARTNER
from dashboard.views.view import Cell, Table
from data.partners import Partner
from data.records import read
from data.schema.running import ARRIVED

MOST_RETURNS: Final = 6
MOST_YEARS: Final = 5
# All columns of the page's scorecard but its small lines, which the next page draws large.
SCORED: Final = (2, 3, 4, 5, 6, 7)
COLUMNS: Final = ("Return", "Partnership", "State", "Due")


@dataclass(frozen=True)
class Profile:
    """What is said of a partner.

    Attributes:
        partner: The partner.
        facts: What it is and where it belongs, a label and words each.
        scored: Its scorecard.
        parts: What follows on its second page.
        meanings: What the figures mean, a line each.
    """

    partner: Partner
    facts: tuple[tuple[str, str], ...]
    scored: Section
    parts: tuple[Section, ...]
    meanings: tuple[str, ...]


def profile(partner: Partner, whole: PackSource) -> Profile:
    """Return what is said of a partner in an edition."""
    of = replace(whole, selection=whole.selection.only(organisations=(partner.code,)))
    return Profile(
        partner=partner,
        facts=tuple(_facts(partner, of)),
        scored=_scored(partner, of),
        parts=(
            _latest(topics.section(_over_years(partner), of)),
            *(topics.section(_mixed(side), of) for side in _sides(partner)),
            _returns(of),
        ),
        meanings=tuple(
            f"{INDICATORS[key].name}: {INDICATORS[key].meaning}" for key in shown(partner.kind)
        ),
    )


def _facts(partner: Partner, of: PackSource) -> Iterator[tuple[str, str]]:
    yield "Kind", wording.KINDS[partner.kind]
    yield "Region", of.known.regions.get(partner.region or "", wording.NOT_KNOWN)
    if partner.kind != "hei":
        yield "Services", wording.SERVES.get(partner.services or "", wording.NOT_REPORTED)
    stays = [partner_words.stay(each, of.known.partnerships) for each in partner.stays]
    yield "In", sentences.named(stays)
    lineage = partner_words.lineage(partner, of.names.organisations)
    if lineage:
        yield "History", sentences.capital(lineage)


def _scored(partner: Partner, of: PackSource) -> Section:
    asked = peers.asked({}, partner, of.known)
    view = scorecard.view(partner, peers.peers(asked, partner, of.known), of.known.years)
    drawn = of.drawn(view)
    table = narrowed(drawn.table, SCORED)
    return Section(
        heading=view.heading,
        title=drawn.title.removesuffix(scorecard.FOR_FILTERS),
        subtitle=drawn.subtitle,
        table=replace(table, rows=tuple(tuple(map(_with_symbol, row)) for row in table.rows)),
        alt=drawn.alt,
    )


def _with_symbol(cell: Cell) -> Cell:
    return replace(cell, text=f"{CHIPS[cell.chip].symbol} {cell.text}") if cell.chip else cell


def _over_years(partner: Partner) -> Topic:
    of_university = partner.kind == "hei"
    ids = ("demand", "allocated") if of_university else ("net_supply", "pe_current")
    names = [INDICATORS[key].name for key in ids]
    about = f"{names[0]} and {sentences.inside(names[1])}"
    return Topic(years.view("over-years", "Over the years", about, ids), "lines", last=2)


def _latest(section: Section) -> Section:
    """Return a part without the rows of years long past, for which a profile has no room."""
    rows = section.table.rows if section.table else ()
    if section.table is None or len(rows) <= MOST_YEARS:
        return section
    return replace(
        section,
        subtitle=f"{section.subtitle}; the latest {MOST_YEARS} of {len(rows)} shown",
        table=replace(section.table, rows=rows[-MOST_YEARS:]),
    )


def _sides(partner: Partner) -> tuple[Side, ...]:
    return (DEMAND,) if partner.kind == "hei" else (SUPPLY, EDUCATORS)


def _mixed(side: Side) -> Topic:
    view = mix.view(f"mix-of-{side.counted}", f"{side.things} by area", side, BY_PARTNER)
    return Topic(view, "shares", first=4)


def _returns(of: PackSource) -> Section:
    rows: Sequence[Any] = read(of.bench, ("returns",), of.selection)["returns"]
    late = sum(_is_late(row, of) for row in rows)
    title = f"{formatting.quantity(late, 'return is', 'returns are')} late" if late else _none(rows)
    table = Table(COLUMNS, tuple(_return(row, of) for row in rows[:MOST_RETURNS]))
    if len(of.known.partnerships) == 1:
        table = narrowed(table, (2, 3))
    more = len(rows) - MOST_RETURNS
    return Section(
        heading="Returns",
        title=title,
        subtitle=f"The latest {MOST_RETURNS} of {len(rows)} returns" if more > 0 else "",
        table=table,
        alt=sentences.joined("Table of returns", title),
    )


def _none(rows: Sequence[Any]) -> str:
    return "No return is late" if rows else "No return was asked of it yet"


def _is_late(row: Any, of: PackSource) -> bool:
    return row.state not in ARRIVED and row.due < of.edition.as_at


def _return(row: Any, of: PackSource) -> tuple[Cell, ...]:
    state = wording.RETURN_STATES[row.state or "not_started"]
    when = f", {formatting.day(row.at)}" if row.at else ""
    late = ", late" if _is_late(row, of) else ""
    return (
        Cell(row.period),
        Cell(row.partnership_name),
        Cell(f"{state}{when}{late}"),
        Cell(formatting.day(row.due)),
    )
