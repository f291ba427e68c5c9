"""One partner's figures and those they stand beside: last year's, its region's, its peers'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import PERCENT, POINTS, Standing, stands
from dashboard.views import captions
from dashboard.views.peers import Peers
from dashboard.views.targets import rule_of, target_of
from dashboard.views.view import Answers
from data.calendar import year_before
from data.partners import Partner
from data.selection import NOWHERE, Selection

# Where no region says in which nation a partner is, the rules of most hold.
USUAL_NATION: Final = "England"
PART_OF_ITS_WORK: Final = "Not judged: the target is for all of its work"
RULES: Final = (POINTS, PERCENT)


@dataclass(frozen=True)
class Sides:
    """The selections whose figures stand side by side.

    Attributes:
        own: The partner's, in one year.
        before: The same, a year earlier.
        each: The same, in each of the years to show, the earliest first.
        region: Its region's, as far as the reader sees it.
        peers: Its peers', taken together as if they were one.
    """

    own: Selection
    before: Selection
    each: tuple[Selection, ...]
    region: Selection
    peers: Selection


def sides(partner: Partner, peers: Peers, years: Sequence[str], selection: Selection) -> Sides:
    """Return whose figures a partner's stand beside.

    A university's region has the placements of its universities, an employer's those at its
    employers.

    Args:
        partner: The partner.
        peers: Whom to compare it with.
        years: Those to show the partner's figures of.
        selection: The filters, which choose the partner.
    """
    own = captions.of_one_year(selection)
    (year,) = own.years
    region = (partner.region,) if partner.region else NOWHERE
    basis = "hei" if partner.kind == "hei" else "employer"
    return Sides(
        own=own,
        before=own.only(years=(year_before(year),)),
        each=each_year(years, selection),
        region=own.only(organisations=(), regions=region, basis=basis),
        peers=own.only(organisations=peers.codes or NOWHERE),
    )


def each_year(years: Sequence[str], selection: Selection) -> tuple[Selection, ...]:
    """Return a selection in each of some years, the earliest first."""
    return tuple(selection.only(years=(year,)) for year in sorted(years))


@dataclass(frozen=True)
class Row:
    """One indicator's figures of a partner, and those they stand beside.

    Attributes:
        indicator: What they are of.
        own: The partner's, in the year.
        before: The same, a year earlier.
        region: Its region's.
        peers: Its peers' together.
        years: The partner's, by year, the earliest first.
        standing: How its own stands against its target.
    """

    indicator: Indicator
    own: Figure
    before: Figure
    region: Figure
    peers: Figure
    years: Mapping[str, Figure]
    standing: Standing


@dataclass(frozen=True)
class Comparison:
    """A partner, and whom it is compared with by which figures.

    Attributes:
        partner: The partner.
        peers: Whom to compare it with.
        shown: The indicators.
        years: The years to show its figures of.
    """

    partner: Partner
    peers: Peers
    shown: Sequence[Indicator]
    years: Sequence[str]

    def asks(self, selection: Selection) -> tuple[Ask, ...]:
        """Return the questions to put."""
        side = sides(self.partner, self.peers, self.years, selection)
        return (
            *(ask for indicator in self.shown for ask in _asks(indicator, side)),
            *(Ask(self._rule(key), side.own) for key in RULES),
        )

    def rows(self, answers: Answers, selection: Selection) -> list[Row]:
        """Return the answers to those questions, a row an indicator."""
        side = sides(self.partner, self.peers, self.years, selection)
        return [self._row(indicator, answers, side) for indicator in self.shown]

    def _row(self, indicator: Indicator, answers: Answers, side: Sides) -> Row:
        own = _one(answers, indicator, side.own)
        return Row(
            indicator=indicator,
            own=own,
            before=_one(answers, indicator, side.before),
            region=_one(answers, indicator, side.region),
            peers=_one(answers, indicator, side.peers),
            years={each.years[0]: _one(answers, indicator, each) for each in side.each},
            standing=self._standing(indicator, own, answers, side.own),
        )

    def _standing(
        self, indicator: Indicator, own: Figure, answers: Answers, selection: Selection
    ) -> Standing:
        target = _one(answers, target_of(indicator.id), selection).value
        if target is not None and not _is_all_its_work(self.partner, selection):
            return Standing("no_data", target, PART_OF_ITS_WORK)
        rules = {key: {self._nation: _number(answers, self._rule(key), selection)} for key in RULES}
        return stands(indicator, own, target, rules, self._nation)

    def _rule(self, key: str) -> Indicator:
        return rule_of(key, self._nation)

    @property
    def _nation(self) -> str:
        return self.partner.nation or USUAL_NATION


def _asks(indicator: Indicator, side: Sides) -> tuple[Ask, ...]:
    every = (side.own, side.before, side.region, side.peers, *side.each)
    asked = [Ask(indicator, each) for each in every]
    return (*asked, Ask(target_of(indicator.id), side.own))


def _one(answers: Answers, indicator: Indicator, side: Selection) -> Figure:
    (figure,) = answers[Ask(indicator, side)]
    return figure


def _number(answers: Answers, indicator: Indicator, side: Selection) -> int:
    return int(_one(answers, indicator, side).value or 0)


def _is_all_its_work(partner: Partner, selection: Selection) -> bool:
    """Return whether the filters let all of a partner's work pass, in every partnership."""
    if selection.levels or selection.areas or selection.routes:
        return False
    seen = {stay.partnership for stay in partner.stays}
    if selection.partnerships:
        seen &= set(selection.partnerships)
    return len(seen) == partner.partnerships
