"""Terms: which words are frequent, which are one article's own, and where each stands."""

from analysis.exhibits.terms import Cloud, Frequent, Own
from pages._ui import heading
from pages._ui.concordance import search_card
from pages._ui.term_card import term_card
from pages._ui.term_filter import term_filter
from pages._ui.view import view
from pages._ui.word_cloud import cloud

here = view()
heading.page(here.labels("terms.title"), here.labels("terms.question"))

# 1. Which terms are counted
choice, sort = term_filter(here)

# 2. The most frequent, as bars and as a cloud
term_card(here, Frequent(choice), sort)
term_card(here, Cloud(choice), sort, draw=cloud)

# 3. Each article's own
term_card(here, Own(choice), sort)

# 4. Any word or phrase
search_card(here, sort)
