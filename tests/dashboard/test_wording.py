import pytest

from dashboard import wording


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Summer", "summer"),
        ("First placement", "the first placement"),
        ("Children's", "children's work"),
        ("Mental health", "mental health"),
        ("Either area", "those for either area"),
        ("Northmere University", "Northmere University"),
    ],
)
def test_kinds_go_into_a_sentence_in_lower_case_and_proper_names_as_they_are(name, within):
    assert wording.said(name) == within
