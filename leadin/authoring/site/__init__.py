"""The reading site: pages made from the solutions, and Sphinx run on them."""
