"""What the frame says when the store or the articles are not as they should be."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import lexicon
from analysis.exhibits.terms import default_stop_words
from analysis.storage import store
from pages._ui import downloads, frame

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Open the overview on a folder of articles: ``serve(articles)``."""

    def run(articles: Path) -> AppTest:
        monkeypatch.setenv("DUIDU_STORE", str(tmp_path / "store"))
        monkeypatch.setenv("DUIDU_SOURCE", str(articles))
        return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()

    return run


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_name_and_a_place_in_the_menu(open_page, words, name: str):
    app = open_page(name)
    assert not app.exception
    assert app.multiselect(key="articles")
    assert words(app)


@pytest.mark.parametrize("fails", [False, True])
def test_a_page_is_drawn_in_its_turn_and_the_turn_ends_with_it(open_page, monkeypatch, fails: bool):
    turns = []

    def noted(*_: object) -> None:
        turns.append(frame.TURN.locked())
        if fails:
            raise ZeroDivisionError

    monkeypatch.setattr(downloads, "page_downloads", noted)
    app = open_page()
    assert turns == [True]
    assert bool(app.exception) == fails
    assert not frame.TURN.locked()


def test_an_article_that_cannot_be_read_is_named_and_the_rest_is_shown(serve, words, seeds, tmp_path):
    folder = tmp_path / "articles"
    shutil.copytree(seeds, folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    app = serve(folder)
    assert not app.exception
    said = words(app)
    assert "empty.txt：文件是空的" in said
    assert "picture.txt：不是文本文件" in said
    assert "弯道当前" in said


def test_a_folder_without_articles_says_what_to_do(serve, words, tmp_path):
    folder = tmp_path / "nothing"
    folder.mkdir()
    app = serve(folder)
    assert not app.exception
    assert "没有可分析的文章" in words(app)
    assert "nothing" in words(app)


def test_a_mistaken_folder_leaves_the_store_as_it_was(serve, words, store_path, tmp_path):
    shutil.copytree(store_path, tmp_path / "store")
    before = store.stamps(tmp_path / "store")
    app = serve(tmp_path / "mistaken")
    assert not app.exception
    assert "原有的分析结果没有改动" in words(app)
    assert "mistaken：无法读取" in words(app)
    assert store.stamps(tmp_path / "store") == before


def test_a_folder_of_bad_files_names_each_on_the_page_itself(serve, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    app = serve(folder)
    assert not app.exception
    assert [("empty" in warning.value, "文件是空的" in warning.value) for warning in app.main.warning] == [
        (True, True)
    ]
    assert ["没有可分析的文章" in error.value for error in app.main.error] == [True]


def test_a_damaged_store_is_named(words, store_path, tmp_path, monkeypatch):
    broken = tmp_path / "store"
    shutil.copytree(store_path, broken)
    (broken / "mentions.parquet").write_bytes(b"not a table")
    monkeypatch.setenv("DUIDU_STORE", str(broken))
    monkeypatch.delenv("DUIDU_SOURCE", raising=False)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "mentions.parquet" in words(app)
    assert "已损坏" in words(app)


@pytest.mark.parametrize(("page", "name"), [("overview", "stop_words.tsv"), ("features", "categories.tsv")])
def test_a_broken_lexicon_is_named_where_a_page_reads_it(open_page, words, monkeypatch, page, name):
    read = lexicon.read

    def broken(path, columns):
        if path.name == name:
            raise lexicon.LexiconError(path, 7, "too many cells")
        return read(path, columns)

    monkeypatch.setattr(lexicon, "read", broken)
    default_stop_words.cache_clear()
    app = open_page(page)
    assert not app.exception
    assert f"{name}”第\u20097\u2009行有误：too many cells" in words(app)


def test_a_table_that_goes_away_is_named(open_page, words, store_path, tmp_path, monkeypatch):
    folder = shutil.copytree(store_path, tmp_path / "store")
    app = open_page("products")
    monkeypatch.setenv("DUIDU_STORE", str(folder))
    assert not app.run().exception
    (folder / "mentions.parquet").unlink()
    assert not app.run().exception
    assert "缺少" in words(app)
    assert "mentions.parquet" in words(app)


def test_language_and_theme_are_kept_in_the_address(open_page):
    app = open_page(lang="en", theme="dark")
    assert app.button_group(key="lang").value == "en"
    assert app.button_group(key="theme").value == "dark"
    app.button_group(key="theme").set_value("light").run()
    assert "theme" not in app.query_params
