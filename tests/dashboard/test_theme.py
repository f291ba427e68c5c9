import pytest

from dashboard import theme

BODY_TEXT = 4.5


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("chip", theme.CHIPS.values(), ids=theme.CHIPS)
def test_the_words_of_a_status_can_be_read_on_its_colour(chip):
    assert contrast(chip.colour, chip.background) >= BODY_TEXT


def test_no_two_statuses_differ_by_colour_alone():
    signs = {(chip.symbol, chip.words) for chip in theme.CHIPS.values()}
    assert len({symbol for symbol, _ in signs}) == len({words for _, words in signs}) == 4


@pytest.mark.parametrize("colour", [theme.MAIN, theme.INK])
def test_marks_without_an_outline_stand_out_from_paper(colour):
    assert contrast(colour, theme.PAPER) >= 3


def test_dark_type_can_be_read_on_the_second_colour():
    assert contrast(theme.INK, theme.SECOND) >= BODY_TEXT


def test_a_chart_may_change_its_layout_without_changing_the_next_ones():
    theme.layout()["margin"]["l"] = 99
    assert theme.layout()["margin"]["l"] != 99
