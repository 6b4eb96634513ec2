"""A class: its folders, the results kept of it, and what is written about them."""
