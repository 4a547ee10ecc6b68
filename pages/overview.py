"""Overview: which articles these are, what they are about, and what stands out in them."""

from analysis.exhibits.overview import Shares
from pages._ui import heading
from pages._ui.articles import article_section
from pages._ui.card import card
from pages._ui.figures import figure_section
from pages._ui.problems import problems
from pages._ui.view import view
from pages._ui.ways import ways

here = view()
labels = here.labels
heading.page(labels("overview.title"), labels("overview.question"))

# 1. What could not be read
problems(labels, here.store, here.version)

# 2. The articles
article_section(here)

# 3. Who is named
card(here, Shares())

# 4. Figures that stand out
figure_section(here)

# 5. Where to go next
heading.section(labels("overview.next"))
ways(labels, ("products", "terms", "metrics", "timeline", "features"))
