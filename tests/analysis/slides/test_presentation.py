"""Whole decks: that they are sound files, and that each chart holds what its figure shows."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pptx
import pytest
from openxml_audit import OpenXmlValidator

from analysis.slides.presentation import Slide, TextSlide, TitleSlide, presentation

REFERENCE = re.compile(r"'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


@pytest.fixture(scope="module", params=["zh", "en"])
def deck(request, every_slide) -> bytes:
    return every_slide(request.param)


def charts(content: bytes) -> list[Any]:
    slides = pptx.Presentation(BytesIO(content)).slides
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def test_the_deck_is_valid_office_open_xml(deck: bytes, tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    found = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in found.errors] == []


def test_every_part_is_declared_and_every_relationship_has_its_target(deck: bytes):
    with zipfile.ZipFile(BytesIO(deck)) as parts:
        names = parts.namelist()
        assert len(names) == len(set(names))
        for name in (each for each in names if each.endswith(".rels")):
            folder = name.partition("_rels/")[0]
            owner = folder + name.rpartition("/")[2].removesuffix(".rels")
            written = parts.read(name).decode("utf-8")
            held = parts.read(owner).decode("utf-8") if owner in names else ""
            for relationship in re.findall(r"<Relationship [^>]*>", written):
                known = dict(re.findall(r'(\w+)="([^"]*)"', relationship))
                if known.get("TargetMode") != "External":
                    target = known["Target"]
                    base = "" if target.startswith("/") else folder
                    assert resolved(base + target) in names, (name, target)
            used = set(re.findall(r'r:(?:id|embed|link)="(rId\d+)"', held))
            assert used <= set(re.findall(r'Id="(rId\d+)"', written)), name


def resolved(path: str) -> str:
    found: list[str] = []
    for step in path.split("/"):
        if step == "..":
            found.pop()
        elif step:
            found.append(step)
    return "/".join(found)


def test_no_two_shapes_of_a_slide_have_one_id(deck: bytes):
    for slide in pptx.Presentation(BytesIO(deck)).slides:
        ids = slide._element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def cell_values(book: Any, reference: str) -> list[Any]:
    sheet, column, first, _, last = REFERENCE.fullmatch(reference).groups()
    return [book[sheet][f"{column}{row}"].value for row in range(int(first), int(last or first) + 1)]


def test_every_workbook_holds_what_its_chart_shows(deck: bytes):
    found = charts(deck)
    assert len(found) > 25
    for chart in found:
        book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        for source in chart._chartSpace.xpath(".//c:numRef | .//c:strRef"):
            reference, cache = source[0].text, source[1]
            cached = {int(point.get("idx")): point[0].text for point in cache.iter("{*}pt")}
            for place, value in enumerate(cell_values(book, reference)):
                assert same(cached.get(place), value), (reference, place)


def same(cached: str | None, value: Any) -> bool:
    if cached is None or value is None:
        return not cached and not value
    if hasattr(value, "year"):
        return float(cached) == openpyxl.utils.datetime.to_excel(value)
    return float(cached) == value if isinstance(value, int | float) else cached == value


def test_every_run_names_its_fonts_and_language_and_no_text_is_too_small(deck: bytes):
    sizes = set()
    for slide in pptx.Presentation(BytesIO(deck)).slides:
        for look in slide._element.xpath(".//a:r/a:rPr"):
            faces = {child.tag.split("}")[1] for child in look}
            assert {"latin", "ea", "cs"} <= faces
            assert look.get("lang") in ("zh-CN", "en-US")
            sizes.add(int(look.get("sz") or 1800))
    assert min(sizes) == 1200
    for chart in charts(deck):
        assert {int(size) for size in chart._chartSpace.xpath(".//@sz")} == {1400}


def test_every_slide_has_a_title_in_its_placeholder_and_stays_on_the_slide(deck: bytes):
    made = pptx.Presentation(BytesIO(deck))
    for slide in made.slides:
        assert slide.shapes.title.text.strip()
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height


def test_slides_stand_in_their_order(opened, bars):
    slides = (TitleSlide("对读"), Slide(bars({"钉钉": 1})), TextSlide("方法", ["一。"]))
    made = opened(*slides)
    assert [slide.shapes.title.text for slide in made.slides] == ["对读", "钉钉最多", "方法"]


def test_the_file_says_what_it_is_and_nothing_of_where_its_template_came_from(opened, bars):
    made = opened(Slide(bars({"钉钉": 1})))
    said = made.core_properties
    assert (said.title, said.comments) == ("一份材料", "")
    assert said.author == said.last_modified_by == "对读 Duidu"
    assert said.created == said.modified
    assert "thumbnail" not in " ".join(each.reltype for each in made.part.package._rels.values())


def test_a_chart_without_data_says_so(opened, bars, labels):
    (made,) = opened(Slide(bars({}))).slides
    assert labels("slides.empty") in [shape.text_frame.text for shape in made.shapes]


def test_a_readers_template_is_used(opened, bars):
    target = BytesIO()
    theirs = pptx.Presentation()
    theirs.slides.add_slide(theirs.slide_layouts[0])
    theirs.save(target)
    made = opened(Slide(bars({"钉钉": 3})), template=target.getvalue())
    (slide,) = made.slides
    assert made.slide_width == theirs.slide_width
    assert slide.slide_layout.name == "Title Only"
    assert slide.shapes.title.text == "钉钉最多"
    assert all(shape.left + shape.width <= made.slide_width for shape in slide.shapes)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "坏\x00\x0b的<b>&", "{0}", "%s", "_x0041_"])
def test_texts_of_articles_are_shown_and_never_run(bars, labels, tmp_path: Path, text: str):
    shown = text.replace("\x00", "").replace("\x0b", "")
    slide = Slide(bars({text: 3}, title=f"标题{text}"), takeaway=text, note=text)
    content = presentation([slide, TextSlide(text, [text])], labels, "一份")
    (chart,) = charts(content)
    assert list(chart.plots[0].categories) == [shown]
    path = tmp_path / "deck.pptx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert (book.active["A2"].data_type, book.active["A2"].value) == ("s", shown)
