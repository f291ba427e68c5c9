import pytest

from data.generated import reference
from tests.generated.support import SEED, drawn, partnerships, rows_of_each


@pytest.fixture(scope="session")
def made():
    """The fact rows of size S by table, each a dict without blanks."""
    return drawn(*partnerships("S"), *rows_of_each("S"))


@pytest.fixture(scope="session")
def england():
    """The reference rows of size M by table."""
    return reference.rows(partnerships("M"), SEED)
