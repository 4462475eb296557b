"""Drawings as SVG within HTML, made of plain values: the same values give the same bytes.

Each function takes the page's path, so that links are relative, and a prefix for ids, so that two drawings can share a
page. Colours and sizes of type stand in `assets/charts.css`.
"""
