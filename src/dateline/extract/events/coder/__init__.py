"""Says which PLOVER root an actor's act towards a recipient has: a small network, or a linear model that is faster."""
