"""The sheets of the return. To add one, declare it in a module here and list it below."""

from data.returns.sheets.declaration import Sheet
from data.returns.sheets.demand import DEMAND, REQUESTS
from data.returns.sheets.educators import PE_TRAINING, PRACTICE_EDUCATORS
from data.returns.sheets.engagement import ACTIVITIES, AGREEMENTS
from data.returns.sheets.evidence import REPORTED_FIGURES
from data.returns.sheets.money import FINANCE
from data.returns.sheets.offers import OFFERS
from data.returns.sheets.placements import PLACEMENTS
from data.returns.sheets.workforce import NEWLY_QUALIFIED, WORKFORCE

SHEETS: dict[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        DEMAND,
        REQUESTS,
        OFFERS,
        PLACEMENTS,
        PRACTICE_EDUCATORS,
        PE_TRAINING,
        ACTIVITIES,
        AGREEMENTS,
        WORKFORCE,
        NEWLY_QUALIFIED,
        FINANCE,
        REPORTED_FIGURES,
    )
}
