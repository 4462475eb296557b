"""The collection as a graph, and what follows from it: voices, positions and the status of claims."""

from generator.corpus.collection import Collection, DeclaredSource, Mention
from generator.corpus.corpus import Corpus
from generator.corpus.status import Assessment, Remark, Row, Status
from generator.corpus.uses import ANY, Use

__all__ = ["ANY", "Assessment", "Collection", "Corpus", "DeclaredSource", "Mention", "Remark", "Row", "Status", "Use"]
