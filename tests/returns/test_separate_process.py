"""A file is read in a process of its own; whatever becomes of that, one message comes back."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psutil
import pytest

from data.returns import separate_process
from data.returns.limits import COMMAND_LINE, MEGABYTE, UPLOAD
from data.returns.problems import RefusedError
from tests.returns import misbehaving

SHORT = replace(UPLOAD, seconds=1)
# A busy machine may take seconds to fill even that.
SMALL = replace(UPLOAD, seconds=60, memory=128 * MEGABYTE)
BROKE_OFF = "Reading the file broke off: it is damaged or not what it says."
MEMORY = "Reading the file takes more memory than the 128 MB allowed."
TIME = "Reading the file takes longer than the 1 seconds allowed."


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "file.csv"
    found.write_bytes(b"12345")
    return found


def call(function, path, *arguments, limits=UPLOAD):
    return separate_process.call(function, path, *arguments, limits=limits)


def test_what_a_function_finds_comes_back(path):
    assert call(misbehaving.count_bytes, path, "“ü”", [1, None]) == [5, "“ü”", [1, None]]


def test_why_a_function_refuses_a_file_comes_back(path):
    with pytest.raises(RefusedError) as refused:
        call(misbehaving.refuse, path)
    assert (refused.value.problem, refused.value.fix) == (
        "This is not wanted.",
        "Send something else.",
    )


@pytest.mark.parametrize(
    ("function", "limits", "said"),
    [
        (misbehaving.loop, SHORT, TIME),
        (misbehaving.wait, SHORT, TIME),
        (misbehaving.eat, SMALL, MEMORY),
        (misbehaving.talk, SMALL, MEMORY),
        (misbehaving.fail, SMALL, BROKE_OFF),
        (misbehaving.crash, SMALL, BROKE_OFF),
        (misbehaving.vanish, SMALL, BROKE_OFF),
        (misbehaving.leave, SMALL, BROKE_OFF),
        (misbehaving.stammer, SMALL, BROKE_OFF),
        (misbehaving.recurse, SMALL, BROKE_OFF),
        (misbehaving.nest, SMALL, BROKE_OFF),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_whatever_the_process_does_there_is_one_message(path, function, limits, said):
    with pytest.raises(RefusedError) as refused:
        call(function, path, limits=limits)
    assert refused.value.problem == said


def children():
    return {child.pid for child in psutil.Process().children()}


def test_a_process_is_stopped_when_its_time_is_up(path):
    begun = time.monotonic()
    with pytest.raises(RefusedError):
        call(misbehaving.wait, path, limits=SHORT)
    assert time.monotonic() - begun < UPLOAD.seconds


def test_a_process_that_is_stopped_leaves_nothing_behind(path):
    # The tests have a browser and a database server for children besides.
    before = children()
    with pytest.raises(RefusedError):
        call(misbehaving.wait, path, limits=SHORT)
    assert children() <= before


def test_the_process_knows_nothing_of_this_one(path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:secret@host/database")
    found = call(misbehaving.describe, path)
    # Python itself sets what it needs to read letters.
    assert set(found["environment"]) <= {"LC_CTYPE"}
    assert found["installed"] == []


def test_the_process_gives_way_to_others(path):
    assert call(misbehaving.describe, path)["niceness"] >= 10


def test_files_are_read_from_several_threads_at_once(path):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: call(misbehaving.count_bytes, path, n), range(8)))
    assert found == [[5, n] for n in range(8)]


def test_a_file_that_is_too_large_is_not_even_opened(path):
    with pytest.raises(RefusedError, match="larger than 0 MB"):
        call(misbehaving.vanish, path, limits=replace(COMMAND_LINE, bytes=4))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(RefusedError, match="a folder or a device, not a file"):
        call(misbehaving.count_bytes, tmp_path)


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(RefusedError, match="a folder or a device, not a file"):
        call(misbehaving.count_bytes, tmp_path / "pipe.csv")


def test_a_file_that_is_not_there_is_the_callers_business(tmp_path):
    with pytest.raises(FileNotFoundError):
        call(misbehaving.count_bytes, tmp_path / "none.csv")
