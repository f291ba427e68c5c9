"""The search for dead links, tried on pages made for it."""

import pytest

from tests.tools.links import anchors, dead_links


@pytest.fixture
def page(tmp_path):
    (tmp_path / "other.md").write_text("# One heading\n\n## Twice\n\n## Twice\n")
    (tmp_path / "picture.png").touch()

    def written(text):
        path = tmp_path / "page.md"
        path.write_text(text)
        return path

    return written


@pytest.mark.parametrize(
    "link", ["other.md", "other.md#one-heading", "picture.png", "#here", "https://example.org/gone"]
)
def test_a_link_that_leads_somewhere_is_passed_over(page, link):
    assert dead_links(page(f"# Here\n\nRead [this]({link}).")) == []


@pytest.mark.parametrize("link", ["gone.md", "other.md#gone", "gone.png", "#gone"])
def test_a_link_that_leads_nowhere_is_found(page, link):
    assert dead_links(page(f"# Here\n\nRead [this]({link}).")) == [link]


def test_a_picture_and_the_link_around_it_are_both_looked_at(page):
    assert dead_links(page("[![alt](gone.png)](lost.md)")) == ["gone.png", "lost.md"]


def test_a_link_inside_a_code_block_is_only_an_example(page):
    assert dead_links(page("```md\n[this](gone.md)\n```\n\nand `[that](gone.md)`")) == []


def test_equal_headings_get_anchors_of_their_own():
    assert anchors("## Twice\n\n## Twice\n") == {"twice", "twice-1"}


def test_a_heading_with_marks_and_code_gets_the_anchor_that_a_reader_follows():
    assert anchors("## The `partnership` command, and more") == {"the-partnership-command-and-more"}
