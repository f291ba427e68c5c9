"""Slides of an edition: real titles, alternatives, type that can be read, data in the notes."""

import re

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from data.people.rights import DeniedError
from tests import factories
from tests.reports import deck
from tests.reports.conftest import files_of, somebody
from tests.support.office import converted

EDITIONS = {"exact": 1, "for funders": 2}
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
SIZE = re.compile(rb'\bsz="(\d+)"')
SMALLEST = 1600
PARTS = ("Summary: what the figures say", "exception", "What comes next", "About the data")
OF_THE_GROUP = ("for a decision", "action is open")


@pytest.fixture(scope="module", params=EDITIONS.values(), ids=EDITIONS)
def file(request, files):
    return files("slides", request.param)


@pytest.fixture
def slides(file):
    return deck.opened(file)


@pytest.mark.parametrize("words", PARTS)
def test_every_part_of_a_meeting_has_its_slide(slides, words):
    assert any(words in title for title in deck.titles(slides))


def test_decisions_and_actions_are_the_steering_group_s_own(files):
    for_group, for_funders = (
        "\n".join(deck.titles(deck.opened(files("slides", number)))) for number in (1, 2)
    )
    assert [words in for_group for words in OF_THE_GROUP] == [True, True]
    assert [words in for_funders for words in OF_THE_GROUP] == [False, False]


def test_every_title_is_a_placeholder_and_told_from_all_others(slides):
    kinds = {slide.shapes.title.placeholder_format.type for slide in slides}
    found = deck.titles(slides)
    assert (kinds <= TITLES, all(found), len(set(found))) == (True, True, len(slides))


def test_the_title_is_what_is_read_first(slides):
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in slides)


def test_every_chart_and_table_has_its_alternative(slides):
    shapes = [shape for slide in slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if shape.has_chart or shape.has_table]
    told = [each._element._nvXxPr.cNvPr.get("descr") for each in pictures]
    assert len(told) > 10
    assert all(told)


def test_no_type_is_smaller_than_can_be_read(file, slides):
    sizes = [run.font.size for each in deck.paragraphs(slides) for run in each.runs]
    written = [
        size
        for page in deck.parts(file, "ppt/slides/slide").values()
        for size in SIZE.findall(page)
    ]
    in_charts = [
        size
        for page in deck.parts(file, "ppt/charts/chart").values()
        for size in SIZE.findall(page)
    ]
    assert all(sizes)
    assert len(in_charts) > 5
    assert min(map(int, written + in_charts)) >= SMALLEST


def test_words_are_in_british_english(file):
    pages = b"".join(deck.parts(file, "ppt/slides/slide").values())
    assert set(re.findall(rb'lang="([^"]+)"', pages)) == {b"en-GB"}


def test_notes_hold_every_number_of_a_table(slides):
    for slide in slides:
        told = deck.notes(slide)
        for row in deck.cells([slide])[1:]:
            assert [cell for cell in row if cell not in told] == []


def test_notes_hold_every_number_of_a_chart(slides):
    for slide in slides:
        told = deck.notes(slide).replace(",", "")
        for value in deck.drawn([slide]).values():
            ways = ("not", "hidden") if value is None else (f"{value:.0f}", f"{value:.1%}")
            assert any(way in told for way in ways)


def test_notes_say_what_figures_mean_and_where_they_come_from(slides):
    (slide, *_) = deck.about(slides, "How many students need a placement")
    assert "Source: returns of Demand (universities)" in deck.notes(slide)


def test_charts_are_edited_in_workbooks_of_the_same_numbers(file, slides):
    in_books = [
        cell.value
        for sheet in deck.workbooks(file)
        for row in sheet.iter_rows(min_row=2, min_col=2)
        for cell in row
        if cell.value is not None
    ]
    in_charts = [value for value in deck.drawn(slides).values() if value is not None]
    assert len(in_charts) > 10
    assert sorted(set(in_books)) == sorted(set(in_charts))


def test_the_same_edition_gives_the_same_file(files):
    assert files("slides", 1) == files("slides", 1)


def test_the_first_slide_says_which_edition_it_is(slides):
    first = deck.notes(slides[0])
    assert re.search(r"Edition \d of \d+ \w+ \d{4}, for (the steering group|funders)", first)
    assert "Figures as at 1 February 2026" in first


def test_slides_say_what_was_missing(slides):
    told = "\n".join(map(deck.notes, slides))
    assert re.search(r"Missing: Riverside: .*2025/26 Q1, due 14 December 2025", told)


def test_members_of_one_partnership_see_nothing_of_the_other(files):
    found = deck.opened(files("slides", 1, somebody("viewer", "south")))
    words = "\n".join(map(deck.notes, found))
    assert ("Northern" in words, "41" in words) == (False, True)


def test_who_may_not_read_an_edition_gets_no_slides(files):
    with pytest.raises(DeniedError):
        files("slides", 1, somebody("funder", "north"))


def test_slides_of_a_partnership_without_any_data_say_so(sqlite_template, tmp_path):
    empty = (*factories.reference(), factories.partnership("new", name="Newly begun"))
    with files_of(sqlite_template, tmp_path, empty) as found:
        found.editions(partnerships=("new",))
        slides = deck.opened(found("slides", 1))
    words = "\n".join(map(deck.notes, slides))
    assert "There is nothing to show." in words
    assert "filters" not in words
    assert deck.charts(slides) == [] or set(deck.drawn(slides).values()) <= {0, None}


def test_libreoffice_opens_the_slides_and_shows_each(file, slides, tmp_path):
    converted(file, "edition.pptx", "pdf", tmp_path)
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "edition.pdf").read_bytes())
    assert len(pages) == len(slides)
