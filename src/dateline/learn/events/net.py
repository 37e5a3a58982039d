"""The pair coder's network: a small pre-trained encoder that is shown the marks of actor, recipient and trigger.

What is classified are three means side by side: of all pieces, of the actor's and of the recipient's, marks included.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dateline.extract.events.coder.pairs import ACTOR, RECIPIENT, ROOTS


class Net(nn.Module):
    """Scores the roots of a batch of pairs."""

    def __init__(self, encoder: Path, *, drop: float = 0.1) -> None:
        """``encoder`` is a folder with a BERT-family model and its configuration."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(encoder), add_pooling_layer=False, local_files_only=True)
        size = self.encoder.config.hidden_size
        self.roles = nn.Embedding(4, size)
        nn.init.zeros_(self.roles.weight)
        self.drop = nn.Dropout(drop)
        self.head = nn.Linear(3 * size, len(ROOTS))

    def forward(self, pieces: Tensor, roles: Tensor, mask: Tensor | None = None) -> Tensor:
        """Scores: pairs by roots. ``mask`` is 0 where a batch is padded."""
        shown = self.encoder.embeddings.word_embeddings(pieces) + self.roles(roles)
        vectors = self.encoder(inputs_embeds=shown, attention_mask=mask).last_hidden_state
        real = torch.ones_like(pieces) if mask is None else mask
        means = [_mean(vectors, one) for one in (real, roles == ACTOR, roles == RECIPIENT)]
        return self.head(self.drop(torch.cat(means, dim=-1)))


def _mean(vectors: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.to(vectors.dtype).unsqueeze(-1)
    return (vectors * weights).sum(1) / weights.sum(1).clamp(min=1)
