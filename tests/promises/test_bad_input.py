"""I2: what is too large is refused in words."""

import pytest

from tests import factories


@pytest.fixture
def browser(holding, account, browser_of):
    holding(*factories.reference())
    return browser_of(account("manager", "partnership:north"))


@pytest.mark.parametrize("path", ["/update/north/riverside/file", "/sign-in", "/forgot"])
def test_i2_what_is_too_large_is_refused_in_words_with_the_limit(browser, path):
    form = "multipart/form-data; boundary=x"
    answer = browser.post(path, b"x" * 8_000_000, content_type=form)
    assert (answer.status_code, "up to 5 MB" in answer.text) == (413, True)


def test_i2_it_is_refused_by_what_it_says_of_itself_before_it_is_read(browser):
    answer = browser.post(
        "/update/north/riverside/file",
        b"x",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(10**9)},
    )
    assert answer.status_code == 413
