"""A8: passwords are kept safe, and weak ones are refused."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from dashboard.server import passwords
from data.changes import credentials
from data.engine import reading
from data.schema import APP_USER
from tests.promises.sign_in.conftest import EMAIL, PASSWORD

pytestmark = pytest.mark.clock
# The lower bound of RFC 9106 where memory is short.
STRENGTH = "$argon2id$v=19$m=65536,t=3,p=4$"


def test_a8_a_weaker_digest_is_replaced_when_its_owner_comes_in(sam, try_in, engine):
    weak = PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD)
    credentials.rehashed(engine, sam, weak)
    try_in()
    with reading(engine) as connection:
        kept = connection.execute(select(APP_USER.c.password_hash)).scalar_one()
    assert kept.startswith(STRENGTH)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "at least 12 characters"),
        ("x" * 1025, "at most 1,024"),
        ("passwordpassword", ""),
        ("sam@example.org1", "little more than"),
        ("aaaaaaaaaaaaaaa", "first to be tried"),
        ("correct horse battery staple" * 3, ""),
        ("дельфины любят чай 🐬", ""),
    ],
)
def test_a8_a_password_is_refused_for_a_reason(password, said):
    found = passwords.fault(password, ("Sam", EMAIL))
    assert (said in found) if said else found == ""


def test_a8_the_most_common_passwords_are_refused():
    long = [one for one in FREQUENCY_LISTS["passwords"][:3000] if len(one) >= 12]
    assert long
    assert [one for one in long if not passwords.fault(one, ())] == []
