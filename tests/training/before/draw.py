"""Numbers for hidden inputs."""

import random


def signed(rng: random.Random, low: float, high: float) -> float:
    """A number with two decimals and low <= |number| <= high, of either sign."""
    return round(rng.choice((-1, 1)) * rng.uniform(low, high), 2)
