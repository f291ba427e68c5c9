"""Text in CSV files: no spreadsheet takes it for a formula, and it comes back as it was."""

from hypothesis import example, given
from hypothesis import strategies as st

from data.returns.inert import FORMULA_SIGNS, as_meant, inert

LIKELY = st.text(st.sampled_from("'=+-@|a \t\r"), max_size=6)


@given(st.text(max_size=8) | LIKELY)
@example("'=1")
@example("''")
@example("'quoted'")
def test_text_comes_back_as_it_was(text):
    assert as_meant(inert(text)) == text


@given(LIKELY)
def test_inert_text_begins_with_no_sign_of_a_formula(text):
    assert not inert(text).startswith(FORMULA_SIGNS)


@given(st.text(st.characters(exclude_characters="'"), max_size=8))
def test_what_bears_no_mark_is_meant_as_it_stands(text):
    assert as_meant(text) == text
