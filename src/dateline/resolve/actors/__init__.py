"""Links the entities of a report to the actor base."""
