"""For authors: lessons from solutions, pictures from code, and checks that all of it agrees.

`build` derives lessons/ from solutions/, `problems` says what no longer agrees, `execute` runs the
solutions anew, `pictures` draws pics/. The other modules are what these four are made of.
"""
