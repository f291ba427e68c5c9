"""What the README says can be done can be done."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def newcomer(tmp_path, monkeypatch):
    """Runs a block of commands in a folder that holds what the checkout does."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("DATABASE_URL", "PARTNERSHIP_ENV"):
        monkeypatch.delenv(name, raising=False)

    def run(commands):
        return subprocess.run(  # noqa: S603 - the README's own commands
            ["/bin/bash", "-euc", commands],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_commands_load_one_s_own_data_and_show_a_figure(blocks, newcomer):
    done = newcomer("\n".join(blocks("README.md", "sh")))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "riverside-council" in done.stdout


@pytest.mark.parametrize("name", sorted(set(re.findall(r"docs/pictures/[\w-]+\.png", README))))
def test_a_picture_is_there(name):
    assert (ROOT / name).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("task", re.findall(r"`(?:[A-Z_]+=\S+ )?make (\w+)`", README))
def test_a_task_is_one_of_the_makefile(task):
    assert re.search(rf"^{task}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize("name", re.findall(r"^(\w+(?:/|\.py)) ", README, re.M))
def test_a_place_of_the_tree_is_there(name):
    assert (ROOT / name).exists()
