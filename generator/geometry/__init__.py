"""The outlines that maps are drawn from: a small extract, made again by `python -m generator.geometry`.

`maps.json` is written by hand and says which maps there are; the other files are the extract. Whoever takes another
subject changes these, and no program.
"""
