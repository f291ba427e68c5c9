"""One partner: how it is doing next to its target, its region and its peers."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard import wording
from dashboard.scene import Scene
from dashboard.views import partner_words, partner_years, peers, scorecard
from dashboard.worklists import agreements
from data import partners
from data.options import Options
from data.partners import Partner
from layouts.components.partner import about
from layouts.page import Own, Page

RECORDS = ("returns", "actions", "agreements")


def made(name: str, own: Own, known: Options) -> Page | None:
    """Return the page of a partner, by its code or by another name; nothing if there is none."""
    partner = partners.called(name, known.partners)
    return _page(partner, own, known) if partner else None


def _page(partner: Partner, own: Own, known: Options) -> Page:
    asked = peers.asked(own, partner, known)
    others = peers.peers(asked, partner, known)

    def beside(scene: Scene) -> Sequence[Component]:
        return about(partner, scene, known)

    return Page(
        path=partner_words.path_of(partner.code),
        title=partner.name,
        lead=_lead(partner, known),
        views=(
            scorecard.view(partner, others, known.years, peers.choices(asked, partner, known)),
            partner_years.view(partner, known.years),
        ),
        lists=(agreements.AGREEMENTS,),
        beside=beside,
        within=partner_words.HOME,
        of=partner.code,
        own=asked.pairs,
        unknown=asked.unknown,
        records=RECORDS,
    )


def _lead(partner: Partner, known: Options) -> str:
    kind = wording.KINDS[partner.kind]
    where = known.regions.get(partner.region or "", "")
    words = ", ".join(part for part in (kind, where, _serves(partner)) if part)
    return f"{words}. How is it doing next to its target, its region and its peers?"


def _serves(partner: Partner) -> str:
    return "" if partner.kind == "hei" else wording.SERVES.get(partner.services or "", "").lower()
