import os
import shutil

import pytest

from analysis.storage.files import Files, problem


def comes(folder):
    (folder / "c.txt").write_text("飞书", encoding="utf-8")


def goes(folder):
    (folder / "a.txt").unlink()


def grows(folder):
    (folder / "a.txt").write_text("没有产品。", encoding="utf-8")


def is_written_again(folder):
    before = (folder / "a.txt").stat()
    os.utime(folder / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def gets_another_name(folder):
    (folder / "a.txt").rename(folder / "c.txt")


def has_the_text_of_another(folder):
    shutil.copy2(folder / "a.txt", folder / "c.txt")


@pytest.mark.parametrize(
    ("what", "files", "left_out"),
    [
        (comes, ["a.txt", "b.txt", "c.txt"], []),
        (goes, ["b.txt"], []),
        (grows, ["a.txt", "b.txt"], []),
        (is_written_again, ["a.txt", "b.txt"], []),
        (gets_another_name, ["b.txt", "c.txt"], []),
        (has_the_text_of_another, ["a.txt", "b.txt"], ["same_text"]),
    ],
)
def test_a_file_that_changes_gives_another_fingerprint(source, what, files, left_out):
    before = Files.among([source])
    what(source)
    after = Files.among([source])
    assert [path.name for path in after.sizes] == files
    assert [each.reason for each in after.problems] == left_out
    assert after.fingerprint != before.fingerprint


def test_what_is_no_article_is_passed_over(source):
    before = Files.among([source])
    (source / "c.pdf").write_bytes(b"%PDF")
    assert Files.among([source]) == before


def test_a_source_that_comes_twice_counts_once(source):
    assert Files.among([source, source / "a.txt", source]) == Files.among([source])


def test_sizes_are_bytes(source):
    assert sorted(Files.among([source]).sizes.values()) == [12, 15]


@pytest.mark.parametrize(
    ("name", "detail", "path", "said"),
    [
        ("a.txt", None, "a.txt", None),
        ("\udcff.txt", "\udcff", "?.txt", "?"),
        ("文.txt", "文", "文.txt", "文"),
    ],
)
def test_a_problem_is_unicode(tmp_path, name, detail, path, said):
    found = problem(tmp_path / name, "empty", detail)
    assert (found.path, found.reason, found.detail) == (str(tmp_path / path), "empty", said)
