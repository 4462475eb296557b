"""Diagnostics as contributors and their tools read them: on a terminal, on GitHub, as JSON, as SARIF.

All show the same faults in the same order, each once. What a terminal is, and where a report goes, the verbs decide.
"""

from generator.report import github, json, sarif
from generator.report.summary import nothing_wrong, summary
from generator.report.terminal import render

__all__ = ["github", "json", "nothing_wrong", "render", "sarif", "summary"]
