"""A static intelligence site: curated YAML entries become linked pages that say who says what, and how sure it is."""
