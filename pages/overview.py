"""Overview: which articles these are, what they are about, and what stands out in them."""

from analysis.exhibits.overview import Shares
from analysis.frames import articles
from analysis.frames.terms import TermFilter
from analysis.words.terms import stop_words
from pages._ui import heading, html
from pages._ui.articles import article_cards
from pages._ui.card import card
from pages._ui.figures import headline_figures
from pages._ui.problems import problems
from pages._ui.view import view
from pages._ui.ways import ways

here = view()
labels = here.labels
heading.page(labels("overview.title"), labels("overview.question"))

# 1. What could not be read
problems(labels, here.store, here.version)

# 2. The articles
heading.section(labels("overview.articles"))
telling = TermFilter(n=7, min_length=2, pos=("n",), stop_words=stop_words())
article_cards(here, here.read(articles.cards, telling))

# 3. Who is named
card(here, Shares())

# 4. Figures that stand out
heading.section(labels("overview.figures"), labels("overview.figures_counted"))
if not headline_figures(here, 6):
    html.write("note", labels("overview.no_figures"))

# 5. Where to go next
heading.section(labels("overview.next"))
ways(labels, ("products", "terms", "metrics", "timeline", "features"))
