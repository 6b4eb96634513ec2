"""`python -m leadin`, for where the command itself is not on the path."""

from leadin.cli import main

main()
