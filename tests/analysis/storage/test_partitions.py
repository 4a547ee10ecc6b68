"""What a partition is; what comes of its files is tested where a store is built of them."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Term
from analysis.storage import partitions
from analysis.storage.partitions import PARTITION_BYTES, Partition, problem, split


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=4), st.integers(0, PARTITION_BYTES), max_size=30),
    st.integers(1, 8),
)
def test_every_file_is_in_one_group_in_order_of_its_name(sizes: dict[str, int], least: int):
    files = {Path(f"{name}.txt"): size for name, size in sizes.items()}
    groups = split(files, least)
    assert [path for group in groups for path in group] == sorted(files, key=lambda path: path.stem)
    assert all(groups)


@pytest.mark.parametrize(
    ("count", "size", "least", "groups"),
    [
        (5, 1000, 1, 1),
        (5, 1000, 2, 2),
        (5, 1000, 20, 5),
        (10, PARTITION_BYTES // 2, 1, 5),
        (10, PARTITION_BYTES // 2, 10, 10),
        (3, 0, 1, 1),
        (0, 0, 4, 0),
    ],
)
def test_files_are_divided_by_size_and_among_all_workers(count: int, size: int, least: int, groups: int):
    assert len(split({Path(f"{number:02}.txt"): size for number in range(count)}, least)) == groups


def test_no_group_is_much_larger_than_a_partition():
    sizes = {Path(f"{number:03}.txt"): PARTITION_BYTES // 7 for number in range(100)}
    assert max(sum(sizes[path] for path in group) for group in split(sizes)) <= PARTITION_BYTES * 8 // 7


def test_the_files_of_a_partition_are_read_where_they_lie(tmp_path: Path):
    partition = Partition(0, (str(tmp_path / "a.txt"), "memory://bucket/b.txt"), tmp_path, {})
    assert partition.paths[0] == tmp_path / "a.txt"
    assert str(partition.paths[1]) == "memory://bucket/b.txt"


def test_a_name_that_is_not_unicode_can_stand_in_a_problem():
    assert problem(Path("\udcff.txt"), "unreadable").path == "?.txt"


def test_an_article_whose_rows_do_not_fit_is_left_out_alone(seeds: Path, tmp_path: Path):
    paths = sorted(seeds.glob("*.txt"))[:2]
    shipped = importlib.import_module("analysis.pipeline").default()

    def unfit(article):
        rows = shipped(article)
        return rows | {"terms": [Term(article.name, None, "n", 1)]} if article.name == paths[0].stem else rows

    partition = Partition(0, tuple(map(str, paths)), tmp_path, {})
    outcome = partitions.analyse(lambda: unfit, partition)
    assert outcome.analysed == (paths[1].stem,)
    assert [each.reason for each in outcome.problems] == ["analysis_failed"]
