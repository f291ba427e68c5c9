"""What the help page says in words: notes on the data, terms, keys, accessibility, changes."""

from collections.abc import Mapping
from typing import Final

NOTES: Final[Mapping[str, str]] = {
    "Missing is not zero": "A figure reads not reported where a return is due and has not "
    "arrived, not applicable where it has no meaning, and 0 only where partners reported none.",
    "Partial": "Some partners whose return was due have not sent it. The figure adds up those "
    "who have, and says how many of how many that is.",
    "Provisional": "The academic year chosen has not ended, so the figure will change.",
    "Academic year": "From 1 September to 31 August, written 2025/26.",
    "Financial year": "From 1 April to 31 March, written 2025-26. Money is in financial years, so "
    "an academic year does not choose from it; its figures stay those of all years begun.",
    "Terms": "Autumn is September to December, spring January to April, summer May to August.",
    "The day in question": "Due, current and so far refer to today, or to the day that as_at "
    "names in the address. What happened after that day is not yet known to the figures. Where "
    "a year is chosen that has ended, practice educators are counted on its last day.",
    "Regions": "Places, practice educators and training are in the employer's region; students "
    "who need a placement in their university's. The last filter moves placements from the "
    "employer's region to the university's.",
    "Illustrative": "A partnership marked so is invented, rows and all, to show the service.",
    "Published example": "A partnership marked so is known from published documents. It sends no "
    "returns, so nothing is worked out for it; what it has claimed in print is kept with its "
    "source.",
    "Claimed, not evidenced": "A document says so, and no records here do: there are none of that "
    "year, or no figure measures what it counted. What documents say is never added to a figure.",
    "Confirmed": "A partner confirms what it has sent by submitting a return or having it signed "
    "off. How long ago that was stands with each partner.",
    "Where a number came from": "Each headline leads to a page with everything behind it: the "
    "formula with its numbers, the returns, and the rows, for those who may read them. So does "
    "each number of a table, once its button has made links of them.",
    "People": "Rows hold references, never the names of students or practice educators.",
}
PROTECTION: Final[Mapping[str, str]] = {
    "Who is protected": "People are: students, placements, practice educators, learners. "
    "Organisations, places, posts and money are not. A steering group sees exact figures of its "
    "own partnership; funders see editions only, with all that follows.",
    "Cuts": "An edition has each figure by partnership, region or academic year, and by one "
    "dimension besides; a filter counts as one, and in an edition of one partnership every figure "
    "is by partnership already. Anything finer, another day, several years added up, a route and "
    "the universities' regions are not among the cuts. So no two views can be subtracted.",
    "Rounded": "Each count of people is rounded to the nearest 5 by itself, so parts may not add "
    "up to their whole. 1 and 2 become 0 and read fewer than 3, [low] in files; 0 alone is none. "
    "Shares, balances and gaps are worked out from the numbers shown.",
    "Small counts hidden": "An edition may show exact counts instead, and hide those of 1 to 4, "
    "which read fewer than 5. Others are then hidden besides, so that no small one is what is left "
    "of a total.",
    "Hidden": "A share of fewer than 10 is hidden, and so is what tells of one person, such as the "
    "most days late, or how many there are, such as days of placement and the fees and costs "
    "that hang on them. When an "
    "edition is made, the service looks for another truth behind each small count that "
    "would give the very same figures; where there is none, it hides what stands in the way. A "
    "hidden number reads hidden on the screen and [c] in files.",
    "Where a number came from": "Of an edition's figures it tells the formula and the returns, "
    "never the rows.",
}
TERMS: Final[Mapping[str, str]] = {
    "Teaching partnership": "Universities that train social workers and the employers who place, "
    "assess and hire their students, working together.",
    "Placement": "A period of assessed practice in an employer's team. Students have a first and "
    "a final placement.",
    "Offer": "Places that an employer makes available for a window of time.",
    "Practice educator": "A registered social worker who teaches and assesses students on "
    "placement. Stage 1 allows a first placement, Stage 2 a final one.",
    "Off-site practice educator": "One who works elsewhere than the student. A supervisor on the "
    "site looks after the student from day to day.",
    "Current": "On the register and recently active: a student, a refresher or an award within "
    "the months that the rules in force name.",
    "Statutory placement": "One with statutory tasks, as the final placement needs.",
    "Unmatched shortfall": "Students who can't be placed however the places are shared out. "
    "Spare places of one kind do not make up for missing ones of another.",
    "Return": "What a partner sends each quarter: rows on the sheets that concern it.",
    "Correction": "Another value in place of one that had been reported, or a row that was voided "
    "or brought back. A first value in a blank cell is none, nor is a state that leads on.",
    "Query": "A value that may be right but looks unlikely. It counts, and stays marked.",
}
KEYS: Final[Mapping[str, str]] = {
    "Tab": "The first stop of each page skips to its contents; another skips the filters.",
    "Space": "Ticks a filter, or takes a chip of a long list away. The figures change at once "
    "and the focus stays where it is.",
    "Enter": "Follows a link; opens and closes a table or an explanation.",
    "Arrow keys": "Scroll a table that is wider than the screen, once the focus is on it.",
    "Alt and left arrow": "Goes back to the filters as they were.",
}
ACCESSIBILITY: Final = (
    "The service aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every "
    "page works with the keyboard alone, at a width of 320 pixels, enlarged to 400%, in print, "
    "in forced colours and with less motion.",
    "Every chart has a sentence that says what it shows, a text alternative, and the same "
    "numbers as a table and as a file. Nothing is told by colour alone.",
    "If something does not work for you, tell whoever runs the service for your partnership.",
)
CHANGES: Final = (
    "One shared database of partnerships, partners and their returns, which itself refuses "
    "impossible rows.",
    "Supply and demand, practice educators, and the split between adults' and children's work, "
    "by partnership, partner, region, year, term, level and area.",
    "Progress from need to completion, the calendar of windows, a scorecard for every partner, and "
    "the workforce, money, engagement and evidence around placements.",
    "Targets and what needs attention, actions, decisions, and a meeting that goes through them.",
    "Filters that live in the address, so that a link shows what you see.",
    "Every chart with its definition, its sources, a table, a CSV file, a picture and a link.",
    "Every headline explains itself: the rows that count, those left out, and whose return is "
    "missing.",
    "Returns by form, grid, Excel workbook or CSV file, with queries, sign-off and the history of "
    "every row; all problems of a file are named at once, by cell.",
    "Editions: numbered copies of the figures, which nothing later changes, for meetings and "
    "funders, as slides, workbook, PDF and bundle.",
    "The same figures for programs, by an interface with tokens.",
)
RULES: Final[Mapping[str, str]] = {
    "currency_months": "Months within which a practice educator must have been active to be "
    "current",
    "expiring_months": "Months ahead in which a practice educator counts as about to lapse",
    "progression_months": "Months within which Stage 2 should follow Stage 1",
    "trained_to_active_months": "Months within which somebody trained should have a student",
    "late_withdrawal_days": "Days before the window within which a withdrawal is late",
    "daily_fee_pence": "Pence paid for a day of placement",
    "quality_audit_months": "Months for which a quality audit of a placement holds",
    "account_retention_months": "Months after which somebody whose account was disabled is "
    "forgotten: a pseudonym stands in the place of name and address",
    "status_margin_points": "Percentage points by which a share may miss its target and still be "
    "at risk rather than behind",
    "status_margin_percent": "Per cent of its target by which any other figure may miss it and "
    "still be at risk rather than behind",
}
