"""How a model is trained, right and wrong: one loop, small models, and mistakes as data over them.

Plain Python in float64: neither torch nor numpy is imported here.
"""
