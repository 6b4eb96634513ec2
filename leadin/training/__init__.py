"""How a model is trained, right and wrong: one loop, small models, and mistakes as data over them.

In float64, and without torch. Nets that train on batches have numpy's matrices, all else is plain
Python.
"""
