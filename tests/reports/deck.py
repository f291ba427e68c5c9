"""Slides, read by other means than they were written."""

import re
from io import BytesIO
from itertools import chain
from zipfile import ZipFile

from openpyxl import load_workbook
from pptx import Presentation

# "12,345", "81.4%", "+5.9": numbers as slides write them.
NUMBER = re.compile(r"[+\u2212]?\d[\d,]*(?:\.\d+)?%?")


def opened(file):
    """The slides of a file."""
    return list(Presentation(BytesIO(file)).slides)


def titles(slides):
    return [slide.shapes.title.text_frame.text for slide in slides]


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


def charts(slides):
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def tables(slides):
    return [shape.table for slide in slides for shape in slide.shapes if shape.has_table]


def cells(slides):
    """The words of every table's rows, its headings first."""
    return [[cell.text for cell in row.cells] for table in tables(slides) for row in table.rows]


def about(slides, words):
    """The slides whose notes say some words."""
    return [slide for slide in slides if words in notes(slide)]


def drawn(slides):
    """What charts draw: by series and category."""
    return {
        (series.name, category): value
        for chart in charts(slides)
        for series in chart.plots[0].series
        for category, value in zip(chart.plots[0].categories, series.values, strict=True)
    }


def paragraphs(slides):
    """Every paragraph on the slides, in their tables too."""
    for slide in slides:
        for shape in slide.shapes:
            frames = [shape.text_frame] if shape.has_text_frame else []
            if shape.has_table:
                frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
            yield from chain.from_iterable(frame.paragraphs for frame in frames)


def parts(file, kind):
    """The contents of the parts of a file whose names begin so."""
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith(kind)}


def workbooks(file):
    """The sheets that charts are edited in."""
    for content in parts(file, "ppt/embeddings/").values():
        yield load_workbook(BytesIO(content)).active
