"""Meaning-preserving changes of annotated reports, and how far our scores move under them."""

from dateline.evaluate.perturb.edits import Edit, Edits
from dateline.evaluate.perturb.suite import Perturbation, chosen, perturbations

__all__ = ["Edit", "Edits", "Perturbation", "chosen", "perturbations"]
