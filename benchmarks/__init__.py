"""Leadin beside other graders: how fast, and whom they believe."""
