"""PDF files, read by other means than they were written."""

import re
from io import BytesIO

from pypdf import PdfReader

SPACE = re.compile(r"\s+")


def opened(file):
    return PdfReader(BytesIO(file))


def one_line(text):
    """Text as its words alone make it, wherever its lines were broken."""
    return SPACE.sub(" ", text).strip()


def pages(file):
    """The words of each page, on one line."""
    return [one_line(page.extract_text()) for page in opened(file).pages]


def words(file):
    return " ".join(pages(file))


def elements(file):
    """Every element of the structure that is read aloud, as its kind and itself."""
    waiting = [opened(file).root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop()
        kids = one.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, dict) and "/S" in found:
                yield found["/S"], found
                waiting.append(found)


def alternatives(file):
    """What stands in place of each picture for those who don't see it."""
    return [found.get("/Alt") for kind, found in elements(file) if kind == "/Figure"]


def bookmarks(file):
    def flat(some):
        for each in some:
            yield from flat(each) if isinstance(each, list) else [each.title]

    return list(flat(opened(file).outline))


def annotations(file):
    """What can be followed or does something, on every page."""
    return [each.get_object() for page in opened(file).pages for each in page.get("/Annots", [])]
