"""What keeps a student's process to itself: one module per mechanism of the Linux kernel.

`in_force` says what was, `grounds` is made once in the warm server, `confine` is what a
forked process does to itself before it runs a student's first cell.
"""
