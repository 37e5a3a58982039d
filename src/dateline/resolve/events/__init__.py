"""Says who the parties of events are, and where events took place."""
