"""Terms: which words are frequent, which are one article's own, and where each stands."""

from dataclasses import replace

from analysis import findings
from analysis.charts.terms import term_bars, tfidf_bars
from analysis.charts.word_cloud import word_cloud
from analysis.frames import terms
from pages._ui import heading
from pages._ui.concordance import search_card
from pages._ui.term_card import term_card
from pages._ui.term_filter import product_names, term_filter
from pages._ui.view import view
from pages._ui.word_cloud import cloud
from pages._ui.wording import worded

CLOUD = 100
OWN = 8

here = view()
labels = here.labels
heading.page(labels("terms.title"), labels("terms.question"))

# 1. Which terms are counted
chosen = term_filter(here)

# 2. The most frequent
frequent = here.read(terms.top_terms, chosen.kept)
finding = worded(findings.most_frequent(frequent, len(here.selection.articles)), labels)
chart = here.chart("terms.frequent", finding, frequent, term_bars, n=len(frequent), filter=chosen.said)
term_card(here, chart, chosen.sort)

# 3. As a cloud
seen = here.read(terms.top_terms, replace(chosen.kept, n=CLOUD))
finding = worded(findings.leading_terms(seen), labels)
chart = here.chart("terms.cloud", finding, seen, word_cloud, n=len(seen), filter=chosen.said)
term_card(here, chart, chosen.sort, draw=cloud)

# 4. Each article's own
left_out = chosen.kept.stop_words | product_names(here)
own = here.read(terms.tfidf, replace(chosen.kept, n=OWN, stop_words=left_out))
finding = worded(findings.own_terms(own), labels)
chart = here.chart("terms.own", finding, own, tfidf_bars, n=OWN, filter=chosen.said)
term_card(here, chart, chosen.sort)

# 5. Any word or phrase
search_card(here, chosen.sort)
