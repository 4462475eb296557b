"""Claims, sources and developments as pages show them."""
