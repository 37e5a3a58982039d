"""Writes a trained pair coder as a quantised ONNX file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from dateline.learn.events.net import Net


class One(nn.Module):
    """The network for one pair without padding, as ``extract.events.coder.network`` calls it."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor, roles: Tensor) -> Tensor:
        """Scores of the roots."""
        return self.net(pieces[None], roles[None])[0]


def export(net: Net, out: Path) -> None:
    """Writes ``out`` (ONNX, int8 weights by channel, activations quantised as they come)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (torch.ones(26, dtype=torch.long), torch.tensor([0, 1, 1, 0, 2, 2] + [0] * 20))
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            One(net.eval()),
            example,
            str(whole),
            input_names=["pieces", "roles"],
            output_names=["scores"],
            dynamic_axes={"pieces": {0: "pieces"}, "roles": {0: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gemm", "Gather"]
        )
