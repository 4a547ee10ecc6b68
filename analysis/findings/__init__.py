"""What a frame shows, as facts for a title or for the line under it: never more than the data says.

A finding names a sentence (its key among the labels) and the facts that fill it. Products are
canonical names, numbers are numbers: the words are the reader's. The findings for titles always say
something, if only that there is nothing; those for the line under a title are None where there is no
second fact worth a line.
"""

from analysis.findings.articles import corpus, published, subject
from analysis.findings.events import busiest_product, busiest_year
from analysis.findings.features import (
    differences,
    differing,
    matrix,
    other_sides,
    said_of_all,
    said_of_one,
    sides,
)
from analysis.findings.figures import agreeing_groups, largest_claims, most_kinds, rival_figures, undated
from analysis.findings.finding import Finding
from analysis.findings.products import (
    absent,
    closest_pair,
    first_named,
    largest_share,
    led_elsewhere,
    most_named,
    most_names,
    remaining_share,
    second_pair,
)
from analysis.findings.terms import (
    in_every_article,
    leading_terms,
    most_frequent,
    most_used,
    other_terms,
    own_terms,
    places,
)

__all__ = [
    "Finding",
    "absent",
    "agreeing_groups",
    "busiest_product",
    "busiest_year",
    "closest_pair",
    "corpus",
    "differences",
    "differing",
    "first_named",
    "in_every_article",
    "largest_claims",
    "largest_share",
    "leading_terms",
    "led_elsewhere",
    "matrix",
    "most_frequent",
    "most_kinds",
    "most_named",
    "most_names",
    "most_used",
    "other_sides",
    "other_terms",
    "own_terms",
    "places",
    "published",
    "remaining_share",
    "rival_figures",
    "said_of_all",
    "said_of_one",
    "second_pair",
    "sides",
    "subject",
    "undated",
]
