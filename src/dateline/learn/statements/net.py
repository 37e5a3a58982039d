"""The tagger's network: a small pre-trained encoder, and a scorer of (reporting word, other word) pairs.

A word's vector is that of its first piece, the quotation layer, part of speech and dependency added to its embedding.
A pair is scored by a bilinear form and a one-layer perceptron, as in the biaffine parsers of Dozat and Manning (2017),
which also sees the path between the two words in the parse, their distance and their quotation layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from dateline.extract.statements.tagging.labels import DEPENDENCIES, PAIR_LABELS, PARTS_OF_SPEECH, ROLES, UNKNOWN

_WIDTH = 96  # of a pair's vector
_FARTHEST = 8  # distances are told apart by powers of two up to this one
_LAYERS = 3  # outside, inside, mark: see ``Window.layer``


class Net(nn.Module):
    """Scores cues and pairs of a batch of windows."""

    def __init__(self, encoder: Path, *, layers: Sequence[int] | None = None, drop: float = 0.1) -> None:
        """``encoder`` is a folder with a BERT-family model and its configuration; ``layers`` are those kept of it."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(encoder), add_pooling_layer=False, local_files_only=True)
        if layers is not None:
            self.encoder.encoder.layer = nn.ModuleList([self.encoder.encoder.layer[at] for at in layers])
        size = self.encoder.config.hidden_size
        self.quotes = nn.Embedding(_LAYERS + 1, size)
        self.speech = nn.Embedding(len(PARTS_OF_SPEECH) + 1, size)
        self.links = nn.Embedding(UNKNOWN + 1 + len(DEPENDENCIES), size)
        for table in (self.quotes, self.speech, self.links):
            nn.init.zeros_(table.weight)
        self.cue = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, 1))
        self.anchors, self.others = nn.Linear(size, _WIDTH), nn.Linear(size, _WIDTH)
        self.paths = nn.Embedding(PAIR_LABELS, _WIDTH)
        self.distances = nn.Embedding(2 * _FARTHEST + 1, _WIDTH)
        self.layers = nn.Embedding(_LAYERS * _LAYERS, _WIDTH)
        for table in (self.paths, self.distances, self.layers):
            nn.init.normal_(table.weight, std=0.05)
        self.roles = nn.Linear(_WIDTH, len(ROLES))
        self.left, self.right = nn.Linear(size, _WIDTH), nn.Linear(size, _WIDTH * len(ROLES))
        self.drop = nn.Dropout(drop)

    def take(self, teacher: Net, layers: Sequence[int]) -> None:
        """Starts from what ``teacher`` knows: its new layers, and ``layers`` of its encoder in order."""
        known = teacher.state_dict()
        mine = {}
        for name in self.state_dict():
            head, found, rest = name.partition("encoder.encoder.layer.")
            place, _, inner = rest.partition(".")
            mine[name] = known[f"{head}{found}{layers[int(place)]}.{inner}" if found else name]
        self.load_state_dict(mine)

    def words(self, inputs: dict[str, Tensor]) -> Tensor:
        """Vectors of words: windows by words by size."""
        pieces = (
            self.encoder.embeddings.word_embeddings(inputs["pieces"])
            + self.quotes(inputs["quotes"])
            + self.speech(inputs["speech"])
            + self.links(inputs["links"])
        )
        vectors = self.encoder(inputs_embeds=pieces, attention_mask=inputs.get("mask")).last_hidden_state
        starts = inputs["starts"].unsqueeze(-1).expand(-1, -1, vectors.shape[-1])
        return self.drop(torch.gather(vectors, 1, starts))

    def chances(self, words: Tensor) -> Tensor:
        """Log-odds that each word reports: windows by words."""
        return self.cue(words).squeeze(-1)

    def pairs(self, words: Tensor, *, window: Tensor, anchor: Tensor, paths: Tensor, layer: Tensor) -> Tensor:
        """Log-odds of roles for chosen anchors (``window`` and ``anchor`` index them): anchors by words by roles."""
        count = words.shape[1]
        ahead = torch.arange(count)[None] - anchor[:, None]
        steps = torch.clamp(torch.floor(torch.log2(ahead.abs().float() + 1e-9)).long() + 1, 0, _FARTHEST)
        steps = torch.where(ahead == 0, torch.zeros_like(steps), torch.sign(ahead) * steps)
        seen = (
            self.anchors(words)[window, anchor][:, None]
            + self.others(words)[window]
            + self.paths(paths[window, anchor])
            + self.distances(steps + _FARTHEST)
            + self.layers(layer[window, anchor][:, None] * _LAYERS + layer[window])
        )
        right = self.right(words)[window].view(-1, count, len(ROLES), _WIDTH)
        form = torch.einsum("kd,knrd->knr", self.left(words)[window, anchor], right)
        return self.roles(functional.gelu(seen)) + form / _WIDTH**0.5
