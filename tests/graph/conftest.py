"""Small graphs that more than one test looks at."""

import pytest
import torch


@pytest.fixture
def weight():
    return torch.tensor(1.0, requires_grad=True)


@pytest.fixture
def bias():
    return torch.tensor(0.5, requires_grad=True)


@pytest.fixture
def shared(weight, bias):
    """A loss with two paths into w, whose gradients are −14 and 0.2."""
    return (weight * 2 + bias - 6) ** 2 + 0.1 * weight**2
