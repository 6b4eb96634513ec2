"""A verdict's two loss curves as a picture: SVG for pages, PNG for notebooks, one look.

`axes` is the frame of any chart, also of the reading site's still pictures.
"""
