"""How two developments, two entities, two claims or two sources become one."""
