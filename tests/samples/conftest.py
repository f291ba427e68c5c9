import pytest

from data.samples import illustrative


@pytest.fixture(scope="session")
def invented():
    """The rows of the three invented partnerships, by table."""
    return illustrative.rows()
