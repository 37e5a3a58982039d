"""How good the events are: precision by audit, recall by marked texts, status, pairs of actors, sentences."""
