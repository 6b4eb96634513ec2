"""How Sphinx makes the reading site. `leadin book` calls it on the pages that it has prepared."""

from typing import Any

project = "Leadin"
author = "The Leadin authors"
html_title = "Leadin"
language = "en"

extensions = ["myst_nb", "sphinx_copybutton", "leadin.authoring.site.extension"]
exclude_patterns = ["extra", "_static", "_templates"]
templates_path = ["_templates"]
highlight_language = "none"  # where a block of code names none
smartquotes = False  # the lessons are printed as they are written

myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
nb_execution_mode = "off"
nb_ipywidgets_js: dict[str, Any] = {}

html_theme = "furo"
html_static_path = ["_static"]
html_extra_path = ["extra"]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css", "player.css"]
html_js_files = [("site.js", {"defer": "defer"}), ("player.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_last_updated_fmt = None
html_use_index = False
html_domain_indices = False
html_theme_options = {"top_of_page_buttons": []}

# Code only: what it printed is not for copying.
copybutton_selector = "div[class*=highlight-]:not(.output) > div.highlight > pre"

# MathJax as one file of the site, loaded by pages with formulas after all else.
mathjax_path = "mathjax/tex-svg.js"
mathjax_options = {"defer": "defer"}
mathjax3_config = {"options": {"enableMenu": False}, "svg": {"fontCache": "global"}}
