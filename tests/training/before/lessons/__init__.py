"""One module a lesson: what its exercises are, and the mistakes that can be made in them."""
