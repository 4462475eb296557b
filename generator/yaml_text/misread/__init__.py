"""What contributors write and YAML takes for something else, and what they should have written.

`advice` asks each reading of `layout`, `lists` and `values` in turn; each knows one slip.
"""

from generator.yaml_text.misread.advice import PLAINLY, TOO_DEEP, split_value, syntax_fault, uncut

__all__ = ["PLAINLY", "TOO_DEEP", "split_value", "syntax_fault", "uncut"]
