"""What to read: a module a topic. Statements and measures only; nothing here runs one."""
