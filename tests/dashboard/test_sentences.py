import pytest

from dashboard import formatting, sentences
from dashboard.sentences import Claim, Noun

PARTNERSHIPS = Noun("partnership", "partnerships")
SHORT = Claim("is short of places", "are short of places", "is not short of places")


@pytest.mark.parametrize(
    ("short", "of", "sentence"),
    [
        ("", "", ""),
        ("", "N", "N is not short of places"),
        ("N", "N", "N is short of places"),
        ("", "NS", "Neither partnership is short of places"),
        ("NS", "NS", "Both partnerships are short of places"),
        ("", "NSE", "None of three partnerships is short of places"),
        ("N", "NSE", "One of three partnerships is short of places"),
        ("NS", "NSE", "Two of three partnerships are short of places"),
        ("NSE", "NSE", "All three partnerships are short of places"),
        ("ABCDEFGHIJ", "ABCDEFGHIJKL", "10 of 12 partnerships are short of places"),
    ],
)
def test_a_finding_says_of_how_many_it_is_true(short, of, sentence):
    assert sentences.how_many(list(short), list(of), PARTNERSHIPS, SHORT) == sentence


@pytest.mark.parametrize(
    ("short", "of", "sentence"),
    [
        ("", "n", ""),
        ("n", "n", "At least one of three partnerships is short of places"),
        ("ns", "ns", "At least two of four partnerships are short of places"),
    ],
)
def test_where_some_are_hidden_a_finding_says_at_least(short, of, sentence):
    found = sentences.how_many(list(short), list(of), PARTNERSHIPS, SHORT, hidden=2)
    assert found == sentence


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ""),
        ({"North": 3, "South": 13}, "South (13)"),
        ({"North": 13, "South": 13}, "North and South (13 each)"),
        (dict.fromkeys("ABCDE", 2), "A, B, C and 2 others (2 each)"),
    ],
)
def test_who_stands_out_is_named_and_ties_are_named_together(values, words):
    assert sentences.most(values, formatting.count) == words


@pytest.mark.parametrize(
    ("values", "judged", "sentence"),
    [
        ({}, 3, "Finding"),
        ({"North": 3}, 1, "Finding (3)"),
        ({"North": 3}, 3, "Finding: North (3)"),
        ({"North": 3, "South": 1}, 3, "Finding, most of all North (3)"),
    ],
)
def test_a_finding_names_who_it_is_true_of_most(values, judged, sentence):
    assert sentences.with_most("Finding", values, judged, formatting.count) == sentence


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (100, 124, "Places rose by 24 between 2023/24 and 2025/26, to 124"),
        (124, 100, "Places fell by 24 between 2023/24 and 2025/26, to 100"),
        (100, 104, "Places little changed between 2023/24 and 2025/26, at 104"),
        (4, 6, "Places little changed between 2023/24 and 2025/26, at 6"),
        (0, 3, "Places rose by 3 between 2023/24 and 2025/26, to 3"),
        (0, 0, "Places little changed between 2023/24 and 2025/26, at 0"),
    ],
)
def test_a_change_of_a_count_is_told_unless_it_is_little(before, after, sentence):
    told = sentences.changed("Places", ("2023/24", before), ("2025/26", after), formatting.count)
    assert told == sentence


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (0.5, 0.6, "The share rose by 10.0 percentage points between A and B, to 60.0%"),
        (0.6, 0.5, "The share fell by 10.0 percentage points between A and B, to 50.0%"),
        (0.5, 0.51, "The share little changed between A and B, at 51.0%"),
    ],
)
def test_a_change_of_a_share_is_told_in_points(before, after, sentence):
    told = sentences.changed(
        "The share", ("A", before), ("B", after), formatting.percent, formatting.points_between
    )
    assert told == sentence


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("", ""),
        ("A", "A has not reported"),
        ("AB", "A and B have not reported"),
        ("ABC", "A, B and C have not reported"),
        ("ABCD", "A, B, C and 1 other have not reported"),
        ("ABCDE", "A, B, C and 2 others have not reported"),
    ],
)
def test_up_to_three_who_have_not_reported_are_named(names, sentence):
    assert sentences.not_reported(list(names)) == sentence


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("", ""),
        ("A", "To protect people, the figure is hidden for A"),
        ("AB", "To protect people, the figures are hidden for A and B"),
    ],
)
def test_hidden_figures_are_said_to_be_hidden(names, sentence):
    assert sentences.hidden(list(names)) == sentence


def test_sentences_are_joined_with_their_full_stops_and_empty_ones_left_out():
    assert sentences.joined("bar chart", "", "A has not reported") == (
        "Bar chart. A has not reported."
    )


def test_a_sentence_goes_on_after_a_semicolon_with_a_small_letter():
    assert sentences.inside("Two of three are short") == "two of three are short"
