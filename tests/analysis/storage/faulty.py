"""The shipped analysis, which articles with 坏 in them crash; the workers of a cluster can import it."""

from collections.abc import Iterable

from analysis import pipeline
from analysis.document import Article
from analysis.schema import Evidence, FeatureCell
from analysis.schema.arrow_tables import Rows
from analysis.storage import build
from analysis.storage.build import Flow
from analysis.storage.partitions import Analyse


def analysis() -> Analyse:
    return _analysed


def matrix(evidence: Iterable[Evidence]) -> list[FeatureCell]:
    return build.shipped().matrix(evidence)


def _analysed(article: Article) -> dict[str, Rows]:
    if "坏" in article.text:
        raise KeyError("坏")
    return pipeline.default()(article)


FLOW = Flow(analysis, matrix, "faulty")
