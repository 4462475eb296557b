"""New entries: from the words typed for one to the commented text of its file, which passes as a draft at once."""
