"""What contributors do with entries beside typing them: new texts of files, as values that nobody has written yet."""

from generator.editing.edit import Edit

__all__ = ["Edit"]
