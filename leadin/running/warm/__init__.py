"""A process that has imported everything once, and is forked for each notebook."""
