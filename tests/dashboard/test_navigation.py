"""Where one can go."""

from dashboard.navigation import MenuEntry, family, menu

OVERVIEW = MenuEntry("Overview", "/")
PLACEMENTS = MenuEntry("Placements", "/placements")
PROGRESS = MenuEntry("Progress", "/placements/progress", within="/placements")
MONEY = MenuEntry("Money", "/money", more=True)
HELP = MenuEntry("Help", "/help")
PLACES = [OVERVIEW, PLACEMENTS, PROGRESS, MONEY, HELP]


def titles(places):
    return [place.title for place in places]


def test_reports_and_help_come_after_what_is_behind_more():
    found = menu(PLACES)
    assert found.first == (OVERVIEW, PLACEMENTS)
    assert MONEY in found.more
    assert titles(found.last) == ["Reports", "Help"]


def test_what_is_of_the_present_alone_is_not_for_who_reads_editions():
    found = [titles(menu(PLACES, live=live).more) for live in (True, False)]
    assert found == [["Money", "Actions"], ["Money"]]


def test_a_page_within_another_is_not_in_the_navigation():
    found = menu(PLACES)
    assert PROGRESS not in (*found.first, *found.more, *found.last)


def test_a_group_is_the_same_from_each_of_its_pages():
    assert family(PLACES, "/placements") == family(PLACES, "/placements/progress")
    assert family(PLACES, "/placements") == [PLACEMENTS, PROGRESS]


def test_a_page_alone_is_no_group():
    assert family(PLACES, "/money") == []


def test_an_address_that_is_no_page_is_in_no_group():
    assert family(PLACES, "/elsewhere") == []
