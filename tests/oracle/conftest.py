import pytest

from data.engine import make_engine


@pytest.fixture
def postgresql_engine(postgresql_url):
    engine = make_engine(postgresql_url)
    yield engine
    engine.dispose()
