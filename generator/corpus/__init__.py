"""The collection as a graph, and what follows from it: voices, positions and the status of claims."""

from generator.corpus.corpus import Corpus, DeclaredSource, Mention
from generator.corpus.status import Assessment, Remark, Row, Status
from generator.corpus.uses import Use

__all__ = ["Assessment", "Corpus", "DeclaredSource", "Mention", "Remark", "Row", "Status", "Use"]
