"""Profiles of an edition's partners: exactly two pages each, with the figures of the edition."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from data.people.rights import DeniedError
from tests import factories
from tests.reports import paper
from tests.reports.conftest import files_of, somebody
from tests.reports.test_slides_numbers import BEFORE, YEAR, Figures

pytestmark = pytest.mark.usefixtures("pango")
EDITIONS = {"exact": 1, "rounded": 2, "small counts hidden": 3}
PARTNERS = {"northern": "Northern", "riverside": "Riverside", "southern": "Southern"}
LONG = "The Very Long Name of an Organisation That Was Merged out of Several Others " * 2


@pytest.fixture(scope="module", params=EDITIONS.values(), ids=EDITIONS)
def number_of(request):
    return request.param


@pytest.fixture(scope="module")
def file(files, number_of):
    return files("profiles", number_of)


def apart(made):
    """The file of each partner, by its name."""
    with ZipFile(BytesIO(made)) as archive:
        return {name.removesuffix(".pdf"): archive.read(name) for name in archive.namelist()}


def of_partner(file, name):
    return " ".join(page for page in paper.pages(file) if page_of(page, name))


def page_of(page, name):
    return f"{name} · Edition " in page


def test_each_partner_has_exactly_two_pages(file, number_of):
    found = paper.pages(file)
    names = [name for name in PARTNERS.values() if any(page_of(page, name) for page in found)]
    assert len(names) > 1
    assert len(found) == 2 * len(set(titles(file)))
    for name in names:
        mine = [page for page in found if page_of(page, name)]
        assert ["Page 1 of 2" in mine[0], "Page 2 of 2" in mine[1], len(mine)] == [True, True, 2]


def titles(file):
    """Names of the partners, as the outline leads to them."""
    return [each.title for each in paper.opened(file).outline if not isinstance(each, list)]


def test_a_file_of_its_own_says_the_same(files, file, number_of):
    found = apart(files("profile-files", number_of))
    assert set(found) == set(PARTNERS) & set(found)
    for code, own in found.items():
        assert len(paper.pages(own)) == 2
        assert paper.words(own) == of_partner(file, PARTNERS[code])
        assert paper.opened(own).metadata.title.startswith(f"{PARTNERS[code]}: ")


def test_they_are_tagged_and_their_charts_have_alternatives(file):
    root = paper.opened(file).root_object
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en-GB")
    assert paper.opened(file).metadata.title.startswith("Partner profiles: ")
    told = paper.alternatives(file)
    assert told
    assert all(told)


@pytest.mark.parametrize("indicator", ["net_supply", "pe_current"])
def test_figures_of_an_employer_are_those_of_the_edition(files, file, number_of, indicator):
    figures = Figures(files, number_of)["academic_year", "organisation"]
    text = of_partner(file, "Riverside")
    name = {"net_supply": "Places offered", "pe_current": "Current practice educators"}[indicator]
    row = text.split(f" {name} ", 1)[1][:120]
    for year in (YEAR, BEFORE):
        _, words = figures.get((indicator, (year, "riverside")), (None, ""))
        assert words in row


def test_they_say_which_returns_are_late(file):
    text = of_partner(file, "Riverside")
    assert "2025/26 Q1" in text
    assert "2 returns are late" in text


def test_children_s_only_is_never_none_of_a_hundred(sqlite_template, tmp_path):
    world = (
        *factories.reference(),
        factories.council("young", name="Young", services="children"),
        factories.membership("young", "north"),
        factories.offer(ref="Y1", owner="young", service_area="children"),
    )
    with files_of(sqlite_template, tmp_path, world) as found:
        found.editions(partnerships=("north",))
        text = of_partner(found("profiles", 1), "Young")
    row = text.split("Adults' share of places ", 1)[1]
    assert row.startswith("children's only [z]")
    assert "Adults' share of places offered: children's only" in text


def test_of_many_years_the_latest_are_shown_and_it_says_so(sqlite_template, tmp_path):
    years = range(2015, 2025)
    world = (
        *factories.reference(),
        *(
            factories.offer(ref=f"O{year}", window_start=date(year, 10, 1), places=year - 2000)
            for year in years
        ),
    )
    with files_of(sqlite_template, tmp_path, world) as found:
        found.editions(partnerships=("north",))
        text = of_partner(found("profiles", 1), "Riverside")
    assert "; the latest 5 of " in text
    assert ("2024/25 24 " in text, "2017/18 17 " in text) == (True, False)


def test_long_names_still_take_two_pages(sqlite_template, tmp_path):
    world = (
        *factories.reference(),
        factories.council("long", name=LONG.strip()),
        factories.membership("long", "north"),
        factories.offer(ref="L1", owner="long"),
    )
    with files_of(sqlite_template, tmp_path, world) as found:
        found.editions(partnerships=("north",), title="A long title of a meeting " * 4)
        made = apart(found("profile-files", 1))
    assert {len(paper.pages(own)) for own in made.values()} == {2}
    assert paper.one_line(LONG) in paper.words(made["long"])


def test_members_of_one_partnership_get_no_profiles_of_the_other(files):
    text = paper.words(files("profiles", 1, somebody("viewer", "south")))
    assert "Northern" not in text


def test_who_may_not_read_an_edition_gets_no_profiles(files):
    for form in ("profiles", "profile-files"):
        with pytest.raises(DeniedError):
            files(form, 1, somebody("funder", "north"))


def test_the_same_edition_gives_the_same_files(files):
    for form in ("profiles", "profile-files"):
        assert files(form, 1) == files(form, 1)
