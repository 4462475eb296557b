"""How the build grows: synthetic corpora, a stock MkDocs site of the same pages, and what both cost."""
