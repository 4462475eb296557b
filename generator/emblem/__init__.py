"""The site's mark, made again by `python -m generator.emblem`: the icon in a browser's tab, and the picture of links.

It shows the signs of stances, so that it suits whatever a site collects. The site itself needs none of this.
"""
