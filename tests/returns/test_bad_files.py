"""Every bad file of the corpus is refused in words, quickly, and leaves everything as it was."""

import re
import time

import pytest

from data.returns.limits import UPLOAD
from tests.returns.corpus import containers, letters, markup, owners, pages, shapes

BAD = [
    *containers.BAD,
    *markup.BAD,
    *pages.BAD,
    *shapes.BAD,
    *letters.BAD,
    *owners.BAD,
]
# What only those who build the dashboard should see.
INTERNALS = re.compile(
    r"Traceback|Error\b|Exception|\.py\b|/tmp/|/home/|site-packages|line \d+, column|0x[0-9a-f]{6}"
    r"|<class|object at|Broken\(|openpyxl|expat|zipfile|sqlalchemy|\bNone\b"
)


@pytest.fixture(scope="module")
def at_first(sender):
    """What the database held before the first file."""
    return sender.everything()


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.what)
def test_i1_a_bad_file_is_refused_in_words_and_changes_nothing(sender, at_first, tmp_path, bad):
    path = tmp_path / bad.file
    path.write_bytes(bad.content)
    begun = time.monotonic()
    outcome = sender.file(path, limits=UPLOAD)
    assert time.monotonic() - begun < UPLOAD.seconds
    found = [problem for problem in outcome.errors if bad.says in problem.problem]
    assert found, outcome
    (told, *_) = found
    assert told.cell == bad.cell
    assert bad.value in (None, told.value)
    assert told.fix.endswith(".")
    assert not INTERNALS.search(str([(one.problem, one.fix) for one in outcome.errors]))
    assert len(outcome.errors) == 1 or not bad.only, outcome.errors
    assert outcome.accepted == 0
    assert sender.everything() == at_first


def test_the_corpus_is_large_and_each_of_its_files_is_another():
    assert len(BAD) > 176
    assert len({(bad.file, bad.content) for bad in BAD}) == len(BAD)
