"""Overview: which articles these are, what they are about, and what stands out in them."""

from analysis import findings
from analysis.charts.mentions import share_bars
from analysis.frames import articles, products
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
shares = here.read(products.mention_share)
first = shares.head(10)
chart = here.chart(
    "overview.shares", findings.largest_share(shares), first, share_bars, n=len(shares), first=len(first)
)
card(here, chart, lambda mark: here.only(product=mark[0]).read(products.mention_spans))

# 4. Figures that stand out
heading.section(labels("overview.figures"), labels("overview.figures_counted"))
if not headline_figures(here, 6):
    html.write("note", labels("overview.no_figures"))

# 5. Where to go next
heading.section(labels("overview.next"))
ways(labels, ("products", "terms", "metrics", "timeline", "features"))
