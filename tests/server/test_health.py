"""Whoever runs the service sees whether it lives, and whether it can work."""

from app import create_app
from dashboard.settings import Settings
from data.engine import writing


def test_it_lives(application):
    assert application.server.test_client().get("/healthz/live").status_code == 200


def test_it_is_ready_on_a_database_of_its_own_version(application):
    assert application.server.test_client().get("/healthz/ready").status_code == 200


def test_it_is_not_ready_on_an_empty_database(tmp_path):
    empty = create_app(Settings(f"sqlite:///{tmp_path / 'empty.db'}", open_access=True))
    response = empty.server.test_client().get("/healthz/ready")
    assert (response.status_code, "partnership db upgrade" in response.text) == (503, True)


def test_it_is_not_ready_on_a_database_of_another_version(sqlite_engine, application):
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    response = application.server.test_client().get("/healthz/ready")
    assert (response.status_code, "stands at revision 9999" in response.text) == (503, True)


def test_a_page_says_that_the_database_cannot_be_reached():
    lost = create_app(Settings("postgresql://nobody@127.0.0.1:1/nothing", open_access=True))
    response = lost.server.test_client().get("/", headers={"Accept": "text/html"})
    assert (response.status_code, "The database can&#x27;t be used" in response.text) == (503, True)


def test_it_lives_but_is_not_ready_where_the_database_cannot_be_reached():
    lost = create_app(Settings("postgresql://nobody@127.0.0.1:1/nothing", open_access=True))
    client = lost.server.test_client()
    statuses = [client.get(f"/healthz/{kind}").status_code for kind in ("live", "ready")]
    assert statuses == [200, 503]
