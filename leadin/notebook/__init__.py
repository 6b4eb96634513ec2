"""A notebook's cells: which belong to an exercise, and what a student's file has of them."""
