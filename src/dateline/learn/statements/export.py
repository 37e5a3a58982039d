"""Writes a trained network as a quantised ONNX file, and the word pieces it knows."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from dateline.extract.statements.tagging.labels import UNRELATED
from dateline.learn.statements.net import Net

_NAMES = ("pieces", "quotes", "speech", "links", "starts", "layer", "pairs")
_LEAST = 0.03  # a word that is less likely to report gets no table of roles


class Window(nn.Module):
    """The network for one window without padding, as ``extract.statements.tagging.tagger`` calls it."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self,
        pieces: Tensor,
        quotes: Tensor,
        speech: Tensor,
        links: Tensor,
        starts: Tensor,
        layer: Tensor,
        pairs: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Likelihoods that words report, the words likely enough, and their tables of roles."""
        one = {"pieces": pieces, "quotes": quotes, "speech": speech, "links": links, "starts": starts}
        words = self.net.words({name: table[None] for name, table in one.items()})
        chances = torch.sigmoid(self.net.chances(words)[0])
        likely = (chances > _LEAST) | (chances >= chances.max())  # at least one: kernels may not divide by none
        anchor = torch.nonzero(likely).squeeze(-1)
        roles = self.net.pairs(
            words, window=torch.zeros_like(anchor), anchor=anchor, paths=pairs.long()[None], layer=layer[None]
        )
        return chances, anchor, torch.sigmoid(roles)


def export(net: Net, out: Path) -> None:
    """Writes ``out`` (ONNX, int8 weights by channel, activations quantised as they come)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    pieces, words = 26, 20
    example = (
        *(torch.ones(pieces, dtype=torch.long) for _ in range(4)),
        torch.arange(1, words + 1),
        torch.zeros(words, dtype=torch.long),
        torch.full((words, words), UNRELATED, dtype=torch.uint8),
    )
    axes = {name: {0: "pieces"} for name in _NAMES[:4]} | {
        name: {0: "words"} for name in ("starts", "layer", "chances")
    }
    axes |= {"pairs": {0: "words", 1: "words"}, "anchors": {0: "anchors"}, "roles": {0: "anchors", 1: "words"}}
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Window(net),
            example,
            str(whole),
            input_names=list(_NAMES),
            output_names=["chances", "anchors", "roles"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gemm", "Gather"]
        )


def vocabulary(encoder: Path) -> list[str]:
    """The word pieces of an encoder's ``tokenizer.json`` in order of their ids."""
    pieces: dict[str, int] = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(pieces, key=pieces.__getitem__)
