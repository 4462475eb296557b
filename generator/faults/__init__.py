"""Why a fault matters and how it is mended: a page for each code, as `<code>.md` beside this module.

A page is Markdown of a fixed form: the title, a line `<group>, <severity>`, why it matters, and under `## Mend it`,
`## Bad` and `## Good` the rest. An example is a fenced block that names its file: `yaml actors/a.yaml`. Its keys stand
for the same keys of a sound entry, so that it can be short. Tests build both examples: the bad one gives this fault and
nothing else, the good one nothing at all.
"""

from generator.faults.explanation import GROUPS, Example, Explanation, codes, explanation, groups, read

__all__ = ["GROUPS", "Example", "Explanation", "codes", "explanation", "groups", "read"]
