"""The shipped analysis, which articles with 坏 in them crash; the workers of a cluster can import it."""

from collections.abc import Iterable

from analysis import build, pipeline
from analysis.arrow_tables import Rows
from analysis.build import Flow
from analysis.document import Article
from analysis.partitions import Analyse
from analysis.schema import Evidence, FeatureCell


def analysis() -> Analyse:
    return _analysed


def matrix(evidence: Iterable[Evidence]) -> list[FeatureCell]:
    return build.shipped().matrix(evidence)


def _analysed(article: Article) -> dict[str, Rows]:
    if "坏" in article.text:
        raise KeyError("坏")
    return pipeline.default()(article)


FLOW = Flow(analysis, matrix, "faulty")
