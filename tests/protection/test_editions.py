"""What an edition holds of somebody is told, and stays."""

import pytest

from dashboard.editions.verifying import faults
from data.editions.edition import every
from data.engine import reading
from data.protection.erasing import erase
from data.protection.found import find
from data.protection.subject import Subject
from data.reader import Reader
from tests.editions.conftest import WORLD, Editions
from tests.protection.erasing.conftest import OPERATOR

STUDENT = Subject("student", "S1", "northern")


@pytest.fixture
def editions(engine, given):
    given(*WORLD)
    return Editions(engine)


def naming(engine, subject):
    with reading(engine) as connection:
        return find(connection, subject).editions


def test_an_edition_that_names_somebody_is_found(engine, editions):
    number = editions()
    editions(partnerships=("south",))
    assert naming(engine, STUDENT) == [number]


def test_an_erasure_says_which_editions_keep_the_reference_and_leaves_them_whole(engine, editions):
    number = editions()
    done = erase(engine, STUDENT, OPERATOR, "They asked")
    assert (done.editions, naming(engine, STUDENT)) == ([number], [number])
    with Reader(engine).snapshot() as snapshot:
        (edition,) = every(snapshot)
        assert list(faults(snapshot, edition, None)) == []


def test_a_practice_educator_of_the_employer_is_found_in_an_edition(engine, editions):
    number = editions()
    assert naming(engine, Subject("practice-educator", "PE1", "riverside")) == [number]
    assert naming(engine, Subject("practice-educator", "PE1", "northern")) == []
