"""Mutation testing of the judge: right answers are changed by small edits, and judged.

It lives among the tests, because it judges their submissions and its own tests stand beside it. It
is no part of `make test`: `make mutants` runs it, for minutes.

The well-kept tools for Python, mutmut and cosmic-ray, ask another question. They change a program
and see whether its tests fail; here the programs are right by proof, and what is examined is what
the judge says about each change. Their edits are those of any program (an operator, a number, a
keyword), while beginners move lines into a loop and out of it, swap them, take another name, or
drop `.item()`. And both have edits for their own runner and their own kind of syntax tree. So the
edits are written here, over Python's `ast`.
"""
