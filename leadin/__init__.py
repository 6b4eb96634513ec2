"""Leadin: a back-propagation course in PyTorch notebooks, graded by loss curve."""

__version__ = "0.1.0"
