"""Everything that is stored of somebody is found, and of nobody else."""

from datetime import date

from data.protection.subject import Subject
from tests.protection.erasing.conftest import EDUCATOR, STUDENT, found


def test_somebody_s_rows_history_and_signed_rows_are_found(engine, world):
    assert found(engine, STUDENT) == {"placements": 1, "audit": 1, "signed_row": 1}


def test_a_practice_educator_is_found_by_the_register_and_the_placement(engine, world):
    assert found(engine, EDUCATOR) == {"practice_educators": 1, "placements": 1, "audit": 2}


def test_another_organisation_s_reference_of_the_same_letters_is_another_person(engine, world):
    assert found(engine, Subject("practice-educator", "PE-77", "northern")) == {}


def test_a_date_is_no_reference(engine, world):
    assert found(engine, Subject("student", str(date(2025, 9, 1)), "northern")) == {}
