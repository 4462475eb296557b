"""`python -m benchmarks.parse`: what there is to beat, PyYAML's C loader reading all entries below this folder."""

from pathlib import Path

import yaml

for file in sorted(Path("entries").rglob("*.yaml")):
    yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
