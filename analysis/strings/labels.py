"""The words of charts, findings and slides: ``Labels`` gives them in the reader's language.

They are kept in ``<topic>.<language>.toml`` beside this file; whoever shows more words adds a
folder of his own. Tables are joined to keys with a dot: ``[card] download = "下载"`` is
``labels("card.download")``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from analysis.strings.names import feature_name, product_name

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

FOLDER = Path(__file__).parent
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
THIN_SPACE = "\u2009"
_MEETING = re.compile(
    rf"(?<={_HAN})(?<![年月])[ \t]?(?=[0-9])"
    rf"|(?<={_HAN})[ \t]?(?=[A-Za-z$€£])"
    rf"|(?<=[A-Za-z%‰+])[ \t]?(?={_HAN})"
    rf"|(?<=[0-9])[ \t]?(?=(?![万亿年月日]){_HAN})"
)


def spaced(text: str) -> str:
    """A thin space wherever Han meets Latin letters or digits, but none in 2亿, 1000万, 2020年2月3日."""
    return _MEETING.sub(THIN_SPACE, text)


@cache
def words(language: Language, folders: tuple[Path, ...] = (FOLDER,)) -> Mapping[str, str]:
    """Every key and its text in a language; raises ``ValueError`` for a key in two files."""
    found: dict[str, str] = {}
    for path in (path for folder in folders for path in sorted(folder.glob(f"*.{language}.toml"))):
        for key, text in _flat(tomllib.loads(path.read_text(encoding="utf-8"))):
            if key in found:
                raise ValueError(f"{path.name}: {key} stands in another file too")
            found[key] = text
    return found


@dataclass(frozen=True)
class Labels:
    """The words of one language.

    ``labels(key, **facts)`` fills the facts into the text; raises ``KeyError`` for a key or a fact
    that is missing. Where ``n`` is 1 and ``<key>_one`` exists, that is used.
    """

    language: Language
    folders: tuple[Path, ...] = (FOLDER,)

    def __call__(self, key: str, **facts: Any) -> str:
        """The text of ``key`` with the facts in it."""
        texts = words(self.language, self.folders)
        if str(facts.get("n")) == "1":
            key = f"{key}_one" if f"{key}_one" in texts else key
        text = texts[key].format(**facts)
        return spaced(text) if self.language == "zh" else text

    def listed(self, names: Iterable[str]) -> str:
        """Names as a list in words: ``A、B和C``, ``A, B and C``."""
        *others, last = names
        return self("list.comma").join(others) + self("list.and") + last if others else last

    def product(self, name: str) -> str:
        """A product by the name to show for its canonical one."""
        return product_name(name, self.language)

    def feature(self, name: str) -> str:
        """A feature by the name to show for its id; a discovered one by its own words."""
        return feature_name(name, self.language)

    def category(self, name: str | None) -> str:
        """A category by the name to show for its id; None is that of the features no lexicon holds."""
        return self("features.discovered") if name is None else feature_name(name, self.language)


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
