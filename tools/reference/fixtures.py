"""Writes reference values of PyTorch to tests/Fixtures/<area>.json, for ReferenceCases.cs to compare with.

    fixtures = Fixtures("pointwise")
    fixtures.case("add", torch.add, input=(2, 3), other=(3,))
    fixtures.case("log", torch.log, input=uniform(2, 3, low=0.1, high=3))
    fixtures.write()

An input is a shape, a `uniform`, or a tensor. Values depend on the names of case and input only, so adding a case
changes no other. Run with a Python that has torch: `python3 tools/reference/<area>.py`.
"""

import json
import math
import pathlib
import zlib
from dataclasses import dataclass

import torch

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures"


@dataclass
class uniform:
    """Values between low and high, four decimals, drawn from the names of case and input."""

    shape: tuple
    low: float
    high: float

    def __init__(self, *shape, low=-2.0, high=2.0):
        self.shape, self.low, self.high = shape, low, high

    def draw(self, seed):
        generator = torch.Generator().manual_seed(seed)
        unit = torch.rand(self.shape, dtype=torch.float64, generator=generator)
        return (self.low + (self.high - self.low) * unit).mul(1e4).round().div(1e4)


class Fixtures:
    def __init__(self, area):
        self.area = area
        self.cases = {}

    def case(self, name, fn, **inputs):
        """Records fn(*inputs), and for each differentiable output a random upstream gradient and what it gives every
        floating input. Several outputs are recorded as output, output1, ..., their upstreams as upstream, upstream1, ..."""
        self._record(name, fn, inputs, differentiate=True)

    def values_only(self, name, fn, **inputs):
        """Records fn(*inputs) of an operator PyTorch has no derivative for."""
        self._record(name, fn, inputs, differentiate=False)

    def _record(self, name, fn, inputs, differentiate):
        if name in self.cases:
            raise ValueError(f"case '{name}' is there twice")
        leaves = {key: self._leaf(f"{name}.{key}", value) for key, value in inputs.items()}
        result = fn(*leaves.values())
        outputs = list(result) if isinstance(result, (tuple, list)) else [result]

        tensors = {key: leaf.detach().clone() for key, leaf in leaves.items()}
        total = None
        for position, output in enumerate(outputs):
            suffix = str(position) if position else ""
            tensors["output" + suffix] = output.detach()
            if output.requires_grad and differentiate:
                upstream = uniform(*output.shape).draw(self._seed(f"{name}.upstream{suffix}")).to(output.dtype)
                tensors["upstream" + suffix] = upstream
                term = (output * upstream).sum()
                total = term if total is None else total + term
        if total is not None:
            total.backward()
            for key, leaf in leaves.items():
                if leaf.grad is not None:
                    tensors["grad_" + key] = leaf.grad
        self.cases[name] = {key: describe(value) for key, value in tensors.items()}

    def write(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"name": name, "tensors": tensors}, allow_nan=False) for name, tensors in self.cases.items()]
        path = FOLDER / f"{self.area}.json"
        path.write_text('{"cases":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
        print(f"{path.relative_to(FOLDER.parents[1])}: {len(lines)} cases, torch {torch.__version__}")

    @staticmethod
    def _seed(text):
        return zlib.crc32(text.encode())

    def _leaf(self, path, value):
        if isinstance(value, (tuple, int)):
            value = uniform(*((value,) if isinstance(value, int) else value))
        if isinstance(value, uniform):
            value = value.draw(self._seed(path))
        return value.detach().clone().requires_grad_(value.is_floating_point())


def describe(tensor):
    """A tensor as dtype, shape and the flat list of its values in row-major order."""
    return {
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "shape": list(tensor.shape),
        "data": [_number(value) for value in tensor.contiguous().flatten().tolist()],
    }


def _number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
