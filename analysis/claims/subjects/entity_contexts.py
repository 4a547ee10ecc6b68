"""What stands beside an entity and tells its part in the sentence: its maker, its partner, its report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from analysis import lexicon

_HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True)
class EntityContexts:
    """Patterns of what stands between two entities or beside one, made of the words of a lexicon.

    Between two: ``owned`` (阿里旗下的钉钉), ``made`` (华为智慧办公平台WeLink), ``serves`` (钉钉帮助复星).
    Behind one: ``reports`` (腾讯数据显示), ``helping`` (在飞书的帮助下), ``partner`` (和企业微信合作后),
    ``invests`` (腾讯领投), ``venue`` (小米应用商店). Before one: ``own`` (通过公司的阿里云), and the words
    ``joining`` a partner.
    """

    owned: re.Pattern[str]
    made: re.Pattern[str]
    serves: re.Pattern[str]
    reports: re.Pattern[str]
    helping: re.Pattern[str]
    partner: re.Pattern[str]
    invests: re.Pattern[str]
    venue: re.Pattern[str]
    own: re.Pattern[str]
    joining: tuple[str, ...]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read ``entity_contexts.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "entity_contexts.tsv", ("word", "roles", "example"))

        one_of = partial(lexicon.pattern_of, rows)
        return cls(
            owned=re.compile(f"[ ]?(?:的|旗下[^,，。、]{{0,8}}|{one_of('maker')})?[ ]?"),
            made=re.compile(f"{_HAN}{{0,8}}(?:旗下{_HAN}{{0,8}}|{one_of('product')})[“「]?"),
            serves=re.compile(f"{_HAN}{{0,4}}?{one_of('serves')}[ ]?"),
            reports=re.compile(
                f"[ ]?(?:20[0-9]{{2}}年)?(?:官方|最新)?的?{one_of('report')}(?:{one_of('shows')}|[，,])"
                f"|{one_of('estimates')}"
            ),
            helping=re.compile(f"的?{one_of('support')}下"),
            partner=re.compile(f"{one_of('entering')}*{one_of('partnership')}"),
            invests=re.compile(f"{_HAN}{{0,4}}{one_of('invests')}"),
            venue=re.compile(f"上[,，]|的?{one_of('venue')}"),
            own=re.compile(f"{one_of('own')}的?$"),
            joining=tuple(row["word"] for row in rows if "with" in lexicon.values(row["roles"])),
        )
